// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <thread>

#include "accounts.hpp"
#include "base/ensure.hpp"
#include "identity/permissions.hpp"
#include "journal/journal.hpp"
#include "organisations/store.hpp"
#include "small_city.hpp"

using namespace haidang;
using namespace haidang::identity;
using namespace haidang::identity::tests;

namespace {

std::unique_ptr<db::Database> open(const std::string& location) {
  auto database = db::open_database({.location = location, .readers = 2});
  ensure(database.has_value(), "the test database can be opened");
  return std::move(*database);
}

Context administrator(AccountId account, Instant now) {
  return {.actor = {kTenant, account, "", {{std::string(kManageAccounts.name), kCity}}}, .now = now, .today = kToday};
}

}  // namespace

TEST_CASE("two administrators who lock each other in two programs at the same moment do not both succeed") {
  db::testing::on_both_locations([](const std::string& location) {
    const auto first = open(location), second = open(location);
    const std::vector migrations{journal::migrations(), organisations::migrations(), identity::migrations()};
    REQUIRE(db::migrate(*first, migrations));
    SmallCity city(*first);
    organisations::Directory directory;
    Identity other(*second, directory, {.tenant = kTenant, .hash_cost = HashCost::Tests});
    const auto one = city.add({"mot", kCity, "administrator"}), two = city.add({"hai", kCity, "administrator"});
    const auto now = city.clock().now();
    for (int round = 0; round < 10; ++round) {
      std::atomic<int> locked = 0;
      std::thread thread([&] { locked += lock_account(other.parts(), administrator(one, now), two).has_value(); });
      locked += lock_account(city.identity().parts(), administrator(two, now), one).has_value();
      thread.join();
      CHECK(locked == 1);
      db::testing::run_sql(*first, "UPDATE accounts SET state = 'active'");
    }
  });
}
