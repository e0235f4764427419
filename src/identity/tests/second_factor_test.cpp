// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>

#include "one_time_code.hpp"
#include "small_city.hpp"

using namespace haidang;
using namespace haidang::identity;
using namespace haidang::identity::tests;
using namespace std::chrono_literals;
using http::Method;

namespace {

const json::Object kAgain{{"password", kPassword}};

std::string secret_of(SmallCity& city) {
  return db::testing::query_sql(city.database(), "SELECT secret FROM second_factors").front().bytes(0);
}

std::string present_code(SmallCity& city) {
  return code_of_step(secret_of(city), step_of(city.clock().now()));
}

/// Switches it on, and answers the recovery codes.
Answer enable(SmallCity& city, Browser& browser) {
  REQUIRE(browser.send(Method::Post, "/api/my/second-factor", kAgain).status == 200);
  return browser.send(Method::Put, "/api/my/second-factor", json::Object{{"code", present_code(city)}});
}

}  // namespace

TEST_CASE("a second factor is on once a code of it was entered, and ends other sessions") {
  in_a_small_city([](SmallCity& city) {
    const auto account = city.add({"an.nv", kAgency, "officer"});
    Browser browser(city), phone(city);
    browser.sign_in("an.nv"), phone.sign_in("an.nv");
    const auto confirm = [&](const std::string& code) {
      return browser.send(Method::Put, "/api/my/second-factor", json::Object{{"code", code}});
    };
    CHECK(confirm("123456").name == "SecondFactorNotStarted");
    CHECK(browser.send(Method::Post, "/api/my/second-factor", json::Object{{"password", "không phải"}}).name ==
          "PasswordWrong");
    const auto offer = browser.send(Method::Post, "/api/my/second-factor", kAgain);
    CHECK(offer.text("otpauth_uri").find("an.nv?secret=" + base32(secret_of(city))) != std::string::npos);
    CHECK(offer.text("secret") == in_groups(base32(secret_of(city))));
    CHECK(offer.text("qr.path").rfind("M4 4h7v1", 0) == 0);
    CHECK(confirm("000000").name == "SecondFactorWrong");
    CHECK(Browser(city).sign_in("an.nv").status == 200);
    CHECK(confirm(present_code(city)).count("recovery_codes") == 10);
    CHECK(phone.get("/api/my/profile").name == "SignInNeeded");
    CHECK(browser.get("/api/my/profile").text("second_factor_enabled") == "true");
    CHECK(browser.get("/api/my/profile").text("recovery_codes_left") == "10");
    CHECK(browser.send(Method::Post, "/api/my/second-factor", kAgain).name == "SecondFactorAlreadyOn");
    CHECK(city.journal_of(account).back() == "second_factor_enabled");
  });
}

TEST_CASE("with a second factor the password alone opens nothing, and a code works once") {
  in_a_small_city([](SmallCity& city) {
    city.add({"an.nv", kAgency, "officer"});
    Browser owner(city);
    owner.sign_in("an.nv");
    enable(city, owner);
    Browser browser(city, "10.0.0.7");
    CHECK(browser.sign_in("an.nv").name == "SecondFactorNeeded");
    CHECK(browser.cookies.empty());
    CHECK(browser.sign_in("an.nv", kPassword, present_code(city)).name == "SecondFactorWrong");  // it confirmed
    city.clock().advance(30s);
    CHECK(browser.sign_in("an.nv", "sai mật khẩu", present_code(city)).name == "SignInWrong");
    CHECK(browser.sign_in("an.nv", kPassword, present_code(city)).status == 200);
    CHECK(Browser(city).sign_in("an.nv", kPassword, present_code(city)).name == "SecondFactorWrong");
    city.clock().advance(60s);
    CHECK(Browser(city).sign_in("an.nv", kPassword, present_code(city)).status == 200);
  });
}

TEST_CASE("guessing codes is slowed down as guessing passwords is") {
  in_a_small_city([](SmallCity& city) {
    city.add({"an.nv", kAgency, "officer"});
    Browser owner(city);
    owner.sign_in("an.nv");
    enable(city, owner);
    Browser thief(city, "10.0.0.9");
    for (int guess = 0; guess < 4; ++guess) {
      CHECK(thief.sign_in("an.nv", kPassword, "00000" + std::to_string(guess)).name == "SecondFactorWrong");
    }
    CHECK(thief.sign_in("an.nv", kPassword, "000009").name == "SignInThrottled");
  });
}

TEST_CASE("a recovery code opens the door once, however it is typed") {
  in_a_small_city([](SmallCity& city) {
    const auto account = city.add({"an.nv", kAgency, "officer"});
    Browser browser(city);
    browser.sign_in("an.nv");
    auto code = enable(city, browser).text("recovery_codes.3");
    for (auto& c : code) c = c == '-' ? ' ' : static_cast<char>(std::toupper(c));
    CHECK(Browser(city).sign_in("an.nv", kPassword, code).status == 200);
    CHECK(Browser(city).sign_in("an.nv", kPassword, code).name == "SecondFactorWrong");
    CHECK(browser.get("/api/my/profile").text("recovery_codes_left") == "9");
    const auto journal = city.journal_of(account);
    CHECK(std::count(journal.begin(), journal.end(), "recovery_code_used") == 1);
  });
}

TEST_CASE("switching it off needs the password") {
  in_a_small_city([](SmallCity& city) {
    city.add({"an.nv", kAgency, "officer"});
    Browser browser(city);
    browser.sign_in("an.nv");
    CHECK(browser.send(Method::Delete, "/api/my/second-factor", kAgain).name == "SecondFactorNotOn");
    enable(city, browser);
    CHECK(browser.send(Method::Delete, "/api/my/second-factor", json::Object{{"password", "đoán mò thôi"}}).name ==
          "PasswordWrong");
    CHECK(browser.send(Method::Delete, "/api/my/second-factor", kAgain).status == 204);
    CHECK(Browser(city).sign_in("an.nv").status == 200);
    CHECK(browser.get("/api/my/profile").text("recovery_codes_left") == "0");
  });
}

TEST_CASE("an administrator removes the second factor of somebody who lost the phone") {
  in_a_small_city([](SmallCity& city) {
    const auto account = city.add({"an.nv", kAgency, "officer"});
    city.add({"quantri", kCity, "administrator"});
    Browser browser(city), administrator(city);
    browser.sign_in("an.nv"), administrator.sign_in("quantri");
    enable(city, browser);
    const auto path = "/api/accounts/" + std::to_string(account.value()) + "/second-factor-removal";
    CHECK(administrator.send(Method::Post, path).text("second_factor_enabled") == "false");
    CHECK(browser.get("/api/my/profile").name == "SignInNeeded");
    CHECK(browser.sign_in("an.nv").status == 200);
    CHECK(administrator.send(Method::Post, path).name == "SecondFactorNotOn");
  });
}
