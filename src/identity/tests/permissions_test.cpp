// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "identity/testing.hpp"
#include "small_city.hpp"

using namespace haidang;
using namespace haidang::identity;
using namespace haidang::identity::tests;

namespace {

const std::string kGolden = "src/identity/tests/permissions.golden";

void check_golden(const std::string& table) {
  if (std::getenv("ACCEPT")) std::ofstream(kGolden) << table;
  std::ostringstream golden;
  golden << std::ifstream(kGolden).rdbuf();
  CHECK(table == golden.str());
}

/// Routes of another module, for scopes that this one does not use.
void add_foreign_routes(http::Router& router) {
  static constexpr Permission kReadDocuments{"documents.read"}, kManageOrganisations{"organisations.manage"};
  const auto done = [](const http::Call&) -> Result<http::Empty> { return http::Empty{}; };
  router.add<http::Empty>({.method = http::Method::Get,
                           .path = "/foreign/documents/{document}",
                           .access = http::Needs{kReadDocuments},
                           .operation = "foreign_read",
                           .summary = "For tests."},
                          done);
  router.add<http::Empty>({.method = http::Method::Post,
                           .path = "/foreign/reorganisations",
                           .access = http::Needs{kManageOrganisations, http::Scope::WholeTenant},
                           .operation = "foreign_change",
                           .summary = "For tests."},
                          done);
}

}  // namespace

TEST_CASE("every route answers every role, at the top and below, as the table says") {
  in_a_small_city([](SmallCity& city) {
    add_foreign_routes(city.router());
    const auto now = city.clock().now();
    const auto visitors = testing::one_of_each_role(city.database(), kTenant, kCity, kDistrict, now);
    check_golden(testing::permission_table(city.router(), city.identity().gate(), visitors, now));
  });
}

TEST_CASE("what the gate lets through is answered like what does not exist, when it lies outside the subtree") {
  in_a_small_city([](SmallCity& city) {
    const auto now = city.clock().now();
    const auto visitors = testing::one_of_each_role(city.database(), kTenant, kCity, kDistrict, now);
    const auto inside = city.add({"trong", kWard, "officer"}), outside = city.add({"ngoai", kAgency, "officer"});
    for (const auto& visitor : visitors) {
      const bool manages = visitor.label.rfind("administrator", 0) == 0;
      const bool everywhere = visitor.label == "administrator";
      for (const auto& [account, is_inside] : {std::pair(inside, true), std::pair(outside, false)}) {
        auto request =
            testing::request_of(visitor, http::Method::Get, "/api/accounts/" + std::to_string(account.value()));
        const int refused = visitor.label == "nobody" ? 401 : 403;
        const int expected = !manages ? refused : everywhere || is_inside ? 200 : 404;
        CHECK_MESSAGE(city.dispatcher().respond(request).status == expected, visitor.label, is_inside);
      }
    }
  });
}
