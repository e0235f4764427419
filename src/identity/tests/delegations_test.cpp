// SPDX-License-Identifier: Apache-2.0
#include "small_city.hpp"

using namespace haidang;
using namespace haidang::identity::tests;
using namespace std::chrono_literals;
using http::Method;

namespace {

json::Object to(AccountId receiver, const char* from = "2026-03-02", const char* until = "2026-03-03") {
  return {{"receiver", std::to_string(receiver.value())}, {"from", from}, {"until", until}, {"reason", "đi công tác"}};
}

bool may(SmallCity& city, AccountId account, const char* permission, OrganisationId organisation, const char* day) {
  return !db::testing::query_sql(
              city.database(),
              "SELECT 1 FROM permitted_v1 WHERE tenant_id = $1 AND account_id = $2 AND permission = $3 "
              "AND organisation_id = $4 AND valid_from <= $5 AND valid_to >= $5",
              {kTenant, account, permission, organisation, day})
              .empty();
}

}  // namespace

TEST_CASE("a colleague acts in the roles delegated to him, for the days of the delegation") {
  in_a_small_city([](SmallCity& city) {
    const auto head = city.add({"thutruong", kDistrict, "agency_head"}), deputy = city.add({"pho", kAgency, ""});
    Browser giver(city), receiver(city);
    giver.sign_in("thutruong"), receiver.sign_in("pho");
    CHECK(receiver.get("/api/session").count("permissions") == 0);
    const auto given = giver.send(Method::Post, "/api/my/delegations", to(deputy));
    REQUIRE(given.status == 201);
    CHECK(given.text("receiver.name") == "pho");
    CHECK(given.text("roles.0.role") == "agency_head");
    CHECK(given.text("state") == "in_force");
    CHECK(receiver.get("/api/session").count("permissions") == 2);
    CHECK(may(city, deputy, "documents.read", kWard, "2026-03-03"));
    CHECK_FALSE(may(city, deputy, "documents.read", kWard, "2026-03-04"));
    CHECK_FALSE(may(city, deputy, "documents.read", kCity, "2026-03-03"));
    CHECK(receiver.get("/api/my/delegations").count("received") == 1);
    CHECK(giver.get("/api/my/delegations").count("given") == 1);
    CHECK(city.journal_of(head) == std::vector<std::string>{"signed_in", "roles_delegated"});
  });
}

TEST_CASE("what was delegated cannot be passed on") {
  in_a_small_city([](SmallCity& city) {
    city.add({"thutruong", kDistrict, "agency_head"});
    const auto deputy = city.add({"pho", kAgency, ""}), third = city.add({"ba", kAgency, ""});
    Browser giver(city), receiver(city);
    giver.sign_in("thutruong"), receiver.sign_in("pho");
    const auto given = giver.send(Method::Post, "/api/my/delegations", to(deputy));
    CHECK(receiver.send(Method::Post, "/api/my/delegations", to(third)).name == "DelegationWithoutRole");
    auto chosen = to(third);
    chosen["roles"] = json::Array{json::Value(given.text("roles.0.id"))};
    CHECK(receiver.send(Method::Post, "/api/my/delegations", chosen).name == "DelegationWithoutRole");
  });
}

TEST_CASE("a delegation ends when its giver ends it, loses the role, or is locked") {
  in_a_small_city([](SmallCity& city) {
    const auto head = city.add({"thutruong", kDistrict, "agency_head"}), deputy = city.add({"pho", kAgency, ""});
    city.add({"quantri", kCity, "administrator"});
    Browser giver(city), receiver(city), administrator(city);
    giver.sign_in("thutruong"), receiver.sign_in("pho"), administrator.sign_in("quantri");
    const auto permissions = [&] { return receiver.get("/api/session").count("permissions"); };
    const auto first = giver.send(Method::Post, "/api/my/delegations", to(deputy));
    const auto path = "/api/my/delegations/" + first.text("id");
    CHECK(permissions() == 2);
    CHECK(receiver.send(Method::Delete, path).name == "DelegationUnknown");
    CHECK(giver.send(Method::Delete, path).status == 204);
    CHECK(permissions() == 0);
    CHECK(giver.send(Method::Delete, path).name == "DelegationEnded");

    const auto second = giver.send(Method::Post, "/api/my/delegations", to(deputy));
    CHECK(permissions() == 2);
    const auto account = "/api/accounts/" + std::to_string(head.value());
    administrator.send(Method::Post, account + "/lock");
    CHECK(permissions() == 0);
    administrator.send(Method::Post, account + "/unlock");
    CHECK(permissions() == 2);
    administrator.send(Method::Delete, account + "/roles/" + second.text("roles.0.id"));
    CHECK(permissions() == 0);
  });
}

TEST_CASE("an account with a wider role by delegation cannot be taken over from below") {
  in_a_small_city([](SmallCity& city) {
    city.add({"lanhdao", kCity, "chair"});
    city.add({"quantri.coso", kDistrict, "administrator"});
    const auto deputy = city.add({"pho", kWard, ""});
    Browser chair(city), administrator(city);
    chair.sign_in("lanhdao"), administrator.sign_in("quantri.coso");
    const auto reset = "/api/accounts/" + std::to_string(deputy.value()) + "/password-reset";
    CHECK(administrator.send(Method::Post, reset).status == 200);
    chair.send(Method::Post, "/api/my/delegations", to(deputy, "2026-03-10", "2026-03-12"));
    CHECK(administrator.send(Method::Post, reset).name == "AccountHasWiderRole");
  });
}
