// SPDX-License-Identifier: Apache-2.0
#include "small_city.hpp"

using namespace haidang;
using namespace haidang::identity::tests;
using namespace std::chrono_literals;
using http::Method;

namespace {

std::string path_of(AccountId account, const std::string& rest = {}) {
  return "/api/accounts/" + std::to_string(account.value()) + rest;
}

json::Object new_account(const std::string& user_name, OrganisationId organisation) {
  return {{"user_name", user_name},
          {"name", "Nguyễn Văn An"},
          {"organisation", std::to_string(organisation.value())},
          {"language", "vi"}};
}

json::Object role_at(const std::string& role, OrganisationId organisation, const char* until = nullptr) {
  json::Object body{{"role", role}, {"organisation", std::to_string(organisation.value())}, {"from", "2026-03-02"}};
  if (until) body["until"] = until;
  return body;
}

/// An administrator of everything and one of the district, signed in.
struct Administrators {
  explicit Administrators(SmallCity& city)
      : of_city(city.add({"quantri", kCity, "administrator"})),
        of_district(city.add({"quantri.coso", kDistrict, "administrator"})),
        city_browser(city),
        district_browser(city) {
    REQUIRE(city_browser.sign_in("quantri").status == 200);
    REQUIRE(district_browser.sign_in("quantri.coso").status == 200);
  }
  AccountId of_city, of_district;
  Browser city_browser, district_browser;
};

std::vector<std::string> names_in(const Answer& list) {
  std::vector<std::string> names;
  for (std::size_t index = 0; index < list.count("items"); ++index) {
    names.push_back(list.text("items." + std::to_string(index) + ".user_name"));
  }
  return names;
}

}  // namespace

TEST_CASE("a new account has a first password that opens nothing but its own change") {
  in_a_small_city([](SmallCity& city) {
    Administrators administrators(city);
    auto created = administrators.city_browser.send(Method::Post, "/api/accounts", new_account("an.nv", kAgency));
    REQUIRE(created.status == 201);
    const auto first = created.text("initial_password");
    CHECK(created.text("account.must_change_password") == "true");
    CHECK(created.text("account.organisation.name") == "Sở Xây dựng");
    Browser browser(city);
    CHECK(browser.sign_in("an.nv", first).text("must_change_password") == "true");
    CHECK(browser.get("/api/my/profile").name == "PasswordChangeNeeded");
    CHECK(browser.get("/api/people").name == "PasswordChangeNeeded");
    const json::Object change{{"old_password", first}, {"new_password", "chiều nay uống trà"}};
    CHECK(browser.send(Method::Put, "/api/my/password", change).status == 204);
    CHECK(browser.get("/api/my/profile").status == 200);
    CHECK(administrators.city_browser.send(Method::Post, "/api/accounts", new_account("AN.NV", kOffice)).name ==
          "UserNameTaken");
  });
}

TEST_CASE("an administrator of a district neither sees nor changes accounts elsewhere") {
  in_a_small_city([](SmallCity& city) {
    Administrators administrators(city);
    const auto inside = city.add({"trong", kWard, "officer"}), outside = city.add({"ngoai", kAgency, "officer"});
    auto& browser = administrators.district_browser;
    CHECK(names_in(browser.get("/api/accounts")) == std::vector<std::string>{"quantri.coso", "trong"});
    CHECK(names_in(administrators.city_browser.get("/api/accounts")).size() == 4);
    CHECK(browser.get(path_of(inside)).status == 200);
    CHECK(browser.get(path_of(outside)).name == "AccountUnknown");
    const auto nobody = AccountId(999);
    for (const auto account : {outside, administrators.of_city, nobody}) {
      CHECK(browser.get(path_of(account)).status == 404);
      CHECK(browser.send(Method::Patch, path_of(account), json::Object{{"version", 1}, {"name", "X"}}).status == 404);
      CHECK(browser.send(Method::Post, path_of(account, "/roles"), role_at("officer", kWard)).status == 404);
      CHECK(browser.send(Method::Delete, path_of(account, "/roles/1")).status == 404);
      for (const auto* command : {"/password-reset", "/lock", "/unlock", "/second-factor-removal"}) {
        CHECK(browser.send(Method::Post, path_of(account, command)).name == "AccountUnknown");
      }
    }
    CHECK(browser.send(Method::Post, "/api/accounts", new_account("moi", kAgency)).name == "OutsideYourScope");
    CHECK(browser.send(Method::Post, "/api/accounts", new_account("moi", kWard)).status == 201);
    CHECK(browser.send(Method::Post, "/api/accounts", new_account("moi2", OrganisationId(9))).name ==
          "OrganisationNotToday");
  });
}

TEST_CASE("nobody gives a role wider than the own scope, or moves an account out of it") {
  in_a_small_city([](SmallCity& city) {
    Administrators administrators(city);
    const auto account = city.add({"trong", kWard, ""});
    auto& browser = administrators.district_browser;
    const auto roles = path_of(account, "/roles");
    CHECK(browser.send(Method::Post, roles, role_at("chair", kCity)).name == "OutsideYourScope");
    CHECK(browser.send(Method::Post, roles, role_at("chair", kAgency)).name == "OutsideYourScope");
    CHECK(browser.send(Method::Post, roles, role_at("king", kWard)).name == "RoleUnknown");
    CHECK(browser.send(Method::Post, roles, role_at("officer", kWard)).status == 201);
    CHECK(browser.send(Method::Post, roles, role_at("officer", kWard)).name == "AssignmentExists");
    const json::Object move{{"version", 1}, {"organisation", std::to_string(kAgency.value())}};
    CHECK(browser.send(Method::Patch, path_of(account), move).name == "OutsideYourScope");
  });
}

TEST_CASE("an administrator of a district cannot take over an account that holds more than he manages") {
  in_a_small_city([](SmallCity& city) {
    Administrators administrators(city);
    const auto chair = city.add({"lanhdao", kWard, "chair", kCity});
    auto& browser = administrators.district_browser;
    CHECK(browser.get(path_of(chair)).status == 200);
    for (const auto* command : {"/password-reset", "/lock", "/unlock", "/second-factor-removal"}) {
      CHECK(browser.send(Method::Post, path_of(chair, command)).name == "AccountHasWiderRole");
    }
    const auto assignment = browser.get(path_of(chair)).text("roles.0.id");
    CHECK(browser.send(Method::Delete, path_of(chair, "/roles/" + assignment)).name == "OutsideYourScope");
    CHECK(administrators.city_browser.send(Method::Post, path_of(chair, "/lock")).text("state") == "locked");
  });
}

TEST_CASE("a role counts from its first day to its last, and ends at once when it is ended") {
  in_a_small_city([](SmallCity& city) {
    Administrators administrators(city);
    const auto account = city.add({"an.nv", kAgency, ""});
    Browser browser(city);
    browser.sign_in("an.nv");
    const auto permissions = [&] { return browser.get("/api/session").count("permissions"); };
    CHECK(permissions() == 0);
    auto given = role_at("officer", kAgency, "2026-03-04");
    given["from"] = "2026-03-03";
    administrators.city_browser.send(Method::Post, path_of(account, "/roles"), given);
    CHECK(permissions() == 0);
    city.clock().advance(24h);
    browser.sign_in("an.nv");
    CHECK(permissions() == 1);
    city.clock().advance(48h);
    browser.sign_in("an.nv");
    CHECK(permissions() == 0);
    administrators.city_browser.sign_in("quantri");
    auto now = administrators.city_browser.send(Method::Post, path_of(account, "/roles"), role_at("officer", kAgency));
    REQUIRE(now.status == 409);  // it overlaps the one that is over
    now = administrators.city_browser.send(Method::Post, path_of(account, "/roles"), role_at("auditor", kAgency));
    CHECK(permissions() == 3);
    const auto path = path_of(account, "/roles/" + now.text("roles.0.id"));
    CHECK(administrators.city_browser.send(Method::Delete, path).text("roles.0.state") == "ended");
    CHECK(permissions() == 0);
    CHECK(administrators.city_browser.send(Method::Delete, path).name == "AssignmentEnded");
  });
}

TEST_CASE("the last administrator of everything keeps account and role") {
  in_a_small_city([](SmallCity& city) {
    Administrators administrators(city);
    auto& browser = administrators.city_browser;
    const auto first = administrators.of_city;
    const auto own_role = path_of(first, "/roles/" + browser.get(path_of(first)).text("roles.0.id"));
    CHECK(browser.send(Method::Delete, own_role).name == "LastAdministrator");
    CHECK(browser.send(Method::Post, path_of(first, "/lock")).name == "OwnAccount");
    const auto second = city.add({"quantri2", kCity, "administrator"});
    Browser other(city);
    other.sign_in("quantri2");
    CHECK(other.send(Method::Post, path_of(first, "/lock")).text("state") == "locked");
    const auto role_of_second = path_of(second, "/roles/" + other.get(path_of(second)).text("roles.0.id"));
    CHECK(other.send(Method::Delete, role_of_second).name == "LastAdministrator");
    CHECK(other.send(Method::Post, path_of(first, "/unlock")).text("state") == "active");
    CHECK(other.send(Method::Delete, role_of_second).status == 200);
    CHECK(other.get("/api/accounts").name == "NotPermitted");
  });
}

TEST_CASE("a locked account is out at once, and comes back unlocked") {
  in_a_small_city([](SmallCity& city) {
    Administrators administrators(city);
    const auto account = city.add({"an.nv", kAgency, "officer"});
    Browser browser(city);
    browser.sign_in("an.nv");
    CHECK(administrators.city_browser.send(Method::Post, path_of(account, "/lock")).text("state") == "locked");
    CHECK(browser.get("/api/my/profile").name == "SignInNeeded");
    CHECK(browser.sign_in("an.nv").name == "AccountLocked");
    CHECK(browser.sign_in("an.nv", "không đúng rồi").name == "SignInWrong");
    CHECK(administrators.city_browser.send(Method::Post, path_of(account, "/unlock")).text("state") == "active");
    CHECK(browser.sign_in("an.nv").status == 200);
    CHECK(city.journal_of(account) ==
          std::vector<std::string>{"signed_in", "account_locked", "account_unlocked", "signed_in"});
  });
}

TEST_CASE("a reset password ends the sessions and must be changed") {
  in_a_small_city([](SmallCity& city) {
    Administrators administrators(city);
    const auto account = city.add({"an.nv", kAgency, "officer"});
    Browser browser(city);
    browser.sign_in("an.nv");
    const auto reset = administrators.city_browser.send(Method::Post, path_of(account, "/password-reset"));
    CHECK(browser.get("/api/my/profile").name == "SignInNeeded");
    CHECK(browser.sign_in("an.nv").name == "SignInWrong");
    CHECK(browser.sign_in("an.nv", reset.text("initial_password")).text("must_change_password") == "true");
    CHECK(administrators.city_browser.send(Method::Post, path_of(administrators.of_city, "/password-reset")).name ==
          "OwnAccount");
  });
}

TEST_CASE("two administrators who change one account do not overwrite each other") {
  in_a_small_city([](SmallCity& city) {
    Administrators administrators(city);
    const auto account = city.add({"an.nv", kWard, "officer"});
    const auto change = [](int version, const char* position) {
      return json::Object{{"version", version}, {"position", position}};
    };
    const auto path = path_of(account);
    const auto changed = administrators.city_browser.send(Method::Patch, path, change(1, "Phó phòng"));
    CHECK(changed.text("version") == "2");
    CHECK(changed.text("position") == "Phó phòng");
    CHECK(administrators.district_browser.send(Method::Patch, path, change(1, "Trưởng phòng")).name ==
          "AccountChangedMeanwhile");
    CHECK(administrators.district_browser.send(Method::Patch, path, change(2, "")).text("position").empty());
  });
}

TEST_CASE("lists are searched without marks, filtered, and turned page by page in the order of given names") {
  in_a_small_city([](SmallCity& city) {
    Administrators administrators(city);
    auto& browser = administrators.city_browser;
    int number = 0;
    for (const auto* name : {"Nguyễn Văn Đức", "Nguyễn Văn An", "Lê Thị Ánh", "Trần Dũng"}) {
      auto body = new_account("nguoi." + std::to_string(++number), kOffice);
      body["name"] = name;
      REQUIRE(browser.send(Method::Post, "/api/accounts", body).status == 201);
    }
    const auto names = [&](const std::string& target) {
      std::string joined;
      const auto page = browser.get(target);
      for (std::size_t index = 0; index < page.count("items"); ++index) {
        joined += page.text("items." + std::to_string(index) + ".name") + "|";
      }
      return joined;
    };
    CHECK(names("/api/people?organisation=102") == "Nguyễn Văn An|Lê Thị Ánh|Trần Dũng|Nguyễn Văn Đức|");
    CHECK(names("/api/people?q=duc") == "Nguyễn Văn Đức|");
    CHECK(names("/api/accounts?q=nguyen") == "Nguyễn Văn An|Nguyễn Văn Đức|");
    CHECK(names("/api/accounts?q=%") == "");
    CHECK(names("/api/accounts?role=administrator") == "quantri|quantri.coso|");
    CHECK(names("/api/accounts?role=administrator&organisation=104") == "quantri.coso|");
    CHECK(names("/api/accounts?state=locked") == "");
    CHECK(browser.get("/api/accounts?cursor=x").name == "AccountListUnreadable");
  });
}

TEST_CASE("a long list comes in pages of fifty, each account once, with its roles") {
  in_a_small_city([](SmallCity& city) {
    Administrators administrators(city);
    for (int index = 0; index < 118; ++index) city.add({"nguoi." + std::to_string(index), kAgency, "officer"});
    std::size_t seen = 0, with_roles = 0;
    std::string target = "/api/accounts", last;
    for (int page = 1; page <= 3; ++page) {
      const auto answer = administrators.city_browser.get(target);
      CHECK(answer.count("items") == (page < 3 ? 50 : 20));
      for (std::size_t index = 0; index < answer.count("items"); ++index) {
        const auto item = "items." + std::to_string(index);
        CHECK(answer.text(item + ".id") != last);
        last = answer.text(item + ".id");
        with_roles += answer.count(item + ".roles");
        ++seen;
      }
      target = "/api/accounts?cursor=" + answer.text("next");
      CHECK(answer.text("next").empty() == (page == 3));
    }
    CHECK(seen == 120);
    CHECK(with_roles == 120);
  });
}

TEST_CASE("everybody reads the roles and finds colleagues, but not their contact data") {
  in_a_small_city([](SmallCity& city) {
    city.add({"an.nv", kAgency, ""});
    Browser browser(city);
    browser.sign_in("an.nv");
    CHECK(browser.get("/api/roles").count("items") == 6);
    const auto people = browser.get("/api/people");
    CHECK(people.count("items") == 1);
    CHECK(people.at("items.0.email") == nullptr);
    CHECK(people.text("items.0.organisation.name") == "Sở Xây dựng");
    CHECK(browser.get("/api/accounts").name == "NotPermitted");
  });
}
