// SPDX-License-Identifier: Apache-2.0
#include "small_city.hpp"

using namespace haidang;
using namespace haidang::identity::tests;
using namespace std::chrono_literals;
using http::Method;

TEST_CASE("whoever signs in is told who he is and what he may do, in a cookie that scripts cannot read") {
  in_a_small_city([](SmallCity& city) {
    city.add({"an.nv", kAgency, "agency_head"});
    Browser browser(city);
    CHECK(browser.get("/api/session").text("signed_in") == "false");
    CHECK(browser.get("/api/session").text("tenant.name") == "Thành phố Hải Phòng");
    const auto answer = browser.sign_in("An.NV");
    REQUIRE(answer.status == 200);
    CHECK(answer.text("signed_in") == "true");
    CHECK(answer.text("account.user_name") == "an.nv");
    CHECK(answer.text("account.organisation.name") == "Sở Xây dựng");
    CHECK(answer.text("permissions.0.permission") == "documents.read");
    CHECK(answer.text("permissions.0.scope_organisation.id") == "103");
    CHECK(answer.text("example") == "true");
    CHECK(answer.text("today") == "2026-03-02");
    const std::string cookie(answer.headers.find("Set-Cookie"));
    CHECK(cookie.rfind("__Host-haidang=", 0) == 0);
    CHECK(cookie.find("; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure") != std::string::npos);
    CHECK(browser.get("/api/session").text("csrf_token") == browser.csrf_token);
    CHECK(browser.get("/api/my/profile").status == 200);
  });
}

TEST_CASE("a wrong password and an unknown name are the same answer") {
  in_a_small_city([](SmallCity& city) {
    city.add({"an.nv", kAgency, "officer"});
    Browser browser(city);
    const auto wrong = browser.sign_in("an.nv", "không đúng rồi"), unknown = browser.sign_in("khong.co");
    CHECK(wrong.status == 401);
    CHECK(wrong.name == "SignInWrong");
    CHECK(unknown.name == "SignInWrong");
    CHECK(wrong.text("detail") == unknown.text("detail"));
    CHECK_FALSE(wrong.headers.contains("Set-Cookie"));
    CHECK(browser.get("/api/my/profile").name == "SignInNeeded");
  });
}

TEST_CASE("a password typed with combining letters is the same password") {
  in_a_small_city([](SmallCity& city) {
    city.add({"an.nv", kAgency, "officer"});
    CHECK(Browser(city).sign_in("an.nv", "sa\u0301ng nay uo\u0302\u0301ng ca\u0300 phe\u0302").status == 200);
  });
}

TEST_CASE("failures make the next attempt wait, also the right one, and waiting ends") {
  in_a_small_city([](SmallCity& city) {
    city.add({"an.nv", kAgency, "officer"});
    Browser stranger(city, "10.0.0.9");
    for (int attempt = 0; attempt < 4; ++attempt)
      CHECK(stranger.sign_in("an.nv", "sai mật khẩu").name == "SignInWrong");
    const auto throttled = stranger.sign_in("an.nv");
    CHECK(throttled.status == 429);
    CHECK(throttled.name == "SignInThrottled");
    CHECK(throttled.text("parameters.seconds") == "2");
    city.clock().advance(2s);
    CHECK(stranger.sign_in("an.nv").status == 200);
    CHECK(stranger.sign_in("an.nv", "sai mật khẩu").name == "SignInWrong");
  });
}

TEST_CASE("the wait is kept in the database: another program and a restart know it") {
  in_a_small_city([](SmallCity& city) {
    city.add({"an.nv", kAgency, "officer"});
    for (int attempt = 0; attempt < 4; ++attempt) Browser(city).sign_in("an.nv", "sai mật khẩu");
    city.restart();
    CHECK(Browser(city).sign_in("an.nv").name == "SignInThrottled");
  });
}

TEST_CASE("a stranger who guesses does not make the owner wait at the device he uses every day") {
  in_a_small_city([](SmallCity& city) {
    city.add({"an.nv", kAgency, "officer"});
    Browser owner(city);
    REQUIRE(owner.sign_in("an.nv").status == 200);
    Browser stranger(city, "10.0.0.9");
    for (int attempt = 0; attempt < 4; ++attempt) stranger.sign_in("an.nv", "sai mật khẩu");
    CHECK(stranger.sign_in("an.nv").name == "SignInThrottled");
    CHECK(owner.sign_in("an.nv").status == 200);
    for (int attempt = 0; attempt < 4; ++attempt) owner.sign_in("an.nv", "sai mật khẩu");
    CHECK(owner.sign_in("an.nv").name == "SignInThrottled");
  });
}

TEST_CASE("one address that tries many names is slowed down as well, its IPv6 network as a whole") {
  in_a_small_city([](SmallCity& city) {
    city.add({"an.nv", kAgency, "officer"});
    for (int attempt = 0; attempt < 60; ++attempt) {
      Browser(city, "2001:db8::" + std::to_string(attempt + 1)).sign_in("nguoi." + std::to_string(attempt));
    }
    CHECK(Browser(city, "2001:db8::ffff").sign_in("an.nv").name == "SignInThrottled");
    CHECK(Browser(city, "2001:db8:0:1::1").sign_in("an.nv").status == 200);
  });
}

TEST_CASE("signing in gives a new token and ends the old session of this browser") {
  in_a_small_city([](SmallCity& city) {
    city.add({"an.nv", kAgency, "officer"});
    Browser browser(city);
    browser.sign_in("an.nv");
    const auto first = browser;
    browser.sign_in("an.nv");
    CHECK(browser.cookies.at("__Host-haidang") != first.cookies.at("__Host-haidang"));
    CHECK(browser.csrf_token != first.csrf_token);
    CHECK(Browser(first).get("/api/my/profile").name == "SignInNeeded");
    CHECK(browser.get("/api/my/sessions").count("items") == 1);
  });
}

TEST_CASE("signing out ends the session and removes the cookie; twice does no harm") {
  in_a_small_city([](SmallCity& city) {
    const auto account = city.add({"an.nv", kAgency, "officer"});
    Browser browser(city);
    browser.sign_in("an.nv");
    auto copy = browser;
    CHECK(browser.send(Method::Delete, "/api/session").status == 204);
    CHECK_FALSE(browser.cookies.contains("__Host-haidang"));
    CHECK(copy.get("/api/my/profile").name == "SignInNeeded");
    CHECK(browser.send(Method::Delete, "/api/session").status == 204);
    CHECK(city.journal_of(account) == std::vector<std::string>{"signed_in", "signed_out"});
  });
}

TEST_CASE("a change without the session's token, or with another's, is refused and changes nothing") {
  in_a_small_city([](SmallCity& city) {
    city.add({"an.nv", kAgency, "officer"});
    city.add({"binh", kAgency, "officer"});
    Browser browser(city), other(city);
    browser.sign_in("an.nv"), other.sign_in("binh");
    const json::Object profile{{"name", "Nguyễn Văn An"}, {"language", "vi"}};
    const auto token = browser.csrf_token;
    for (const auto& wrong : {std::string(), std::string("x"), other.csrf_token, token + "x"}) {
      browser.csrf_token = wrong;
      CHECK(browser.send(Method::Put, "/api/my/profile", profile).name == "CsrfTokenWrong");
    }
    CHECK(browser.get("/api/my/profile").text("name") == "an.nv");
    browser.csrf_token = token;
    CHECK(browser.send(Method::Put, "/api/my/profile", profile).text("name") == "Nguyễn Văn An");
  });
}

TEST_CASE("a change, and signing in, from a page of another site is refused") {
  in_a_small_city([](SmallCity& city) {
    city.add({"an.nv", kAgency, "officer"});
    Browser browser(city);
    browser.origin = "https://evil.example";
    CHECK(browser.sign_in("an.nv").name == "OriginNotAllowed");
    browser.origin = "https://haidang.test";
    browser.sign_in("an.nv");
    browser.origin = "https://evil.example";
    CHECK(browser.send(Method::Delete, "/api/session").name == "OriginNotAllowed");
    CHECK(browser.get("/api/my/profile").status == 200);
  });
}

TEST_CASE("without TLS the cookie has a name that browsers accept without TLS") {
  in_a_small_city([](SmallCity& city) {
    city.add({"an.nv", kAgency, "officer"});
    Browser browser(city);
    browser.secure = false, browser.origin = "http://haidang.test";
    REQUIRE(browser.sign_in("an.nv").status == 200);
    CHECK(browser.cookies.contains("haidang"));
    CHECK(browser.get("/api/my/profile").status == 200);
    browser.secure = true;
    CHECK(browser.get("/api/my/profile").name == "SignInNeeded");
  });
}
