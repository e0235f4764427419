// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "identity/example_accounts.hpp"
#include "identity/first_administrator.hpp"
#include "identity/role_pack.hpp"
#include "small_city.hpp"

using namespace haidang;
using namespace haidang::identity;
using namespace haidang::identity::tests;

TEST_CASE("the first administrator is made at the machine, once, and must change the password") {
  in_a_small_city([](SmallCity& city) {
    const FirstAdministrator wanted{"quantri", "Trần Thị Quản", kCity};
    const auto now = city.clock().now();
    const auto password = create_first_administrator(city.database(), kTenant, wanted, now);
    REQUIRE(password);
    Browser browser(city);
    const auto signed_in = browser.sign_in("quantri", *password);
    CHECK(signed_in.text("must_change_password") == "true");
    CHECK(signed_in.count("permissions") == built_in_roles().find("administrator")->permissions.size());
    const auto again = create_first_administrator(city.database(), kTenant, {"khac", "Khác", kCity}, now);
    CHECK(again.error().code == Code::AdministratorExists);
  });
}

TEST_CASE("an administrator who is locked out is let in again from the machine") {
  in_a_small_city([](SmallCity& city) {
    const auto account = city.add({"quantri", kCity, "administrator"});
    const auto now = city.clock().now();
    db::testing::run_sql(city.database(), "UPDATE accounts SET state = 'locked'");
    const auto password = recover_account(city.database(), kTenant, "quantri", now);
    REQUIRE(password);
    CHECK(Browser(city).sign_in("quantri", *password).status == 200);
    CHECK(city.journal_of(account).front() == "account_recovered");
    CHECK(recover_account(city.database(), kTenant, "khong.co", now).error().code == Code::AccountUnknown);
  });
}

TEST_CASE("the example has an account for every role, each signs in, and a second start changes nothing") {
  in_a_small_city([](SmallCity& city) {
    int number = 0;
    const auto accounts = example_accounts({kCity, kOffice, kAgency, kDistrict},
                                           [&] { return "mật khẩu số " + std::to_string(++number); });
    const auto now = city.clock().now();
    CHECK(create_example_accounts(city.database(), kTenant, accounts, now, HashCost::Tests) ==
          static_cast<int>(accounts.size()));
    CHECK(create_example_accounts(city.database(), kTenant, accounts, now, HashCost::Tests) == 0);
    std::set<std::string> roles;
    for (const auto& account : accounts) {
      roles.insert(account.role);
      const auto answer = Browser(city).sign_in(account.user_name, account.password);
      CHECK_MESSAGE(answer.status == 200, account.user_name);
      CHECK(answer.text("must_change_password") == "false");
      CHECK(answer.count("permissions") > 0);
    }
    CHECK(roles.size() == built_in_roles().roles.size());
  });
}
