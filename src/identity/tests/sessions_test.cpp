// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <thread>

#include "small_city.hpp"

using namespace haidang;
using namespace haidang::identity::tests;
using namespace std::chrono_literals;
using http::Method;

namespace {

std::int64_t last_seen(SmallCity& city) {
  return db::testing::query_sql(city.database(), "SELECT last_seen_at FROM sessions").front().integer(0);
}

}  // namespace

TEST_CASE("a session that nobody uses ends after two hours, one in use after twelve") {
  in_a_small_city([](SmallCity& city) {
    city.add({"an.nv", kAgency, "officer"});
    Browser idle(city), busy(city);
    idle.sign_in("an.nv"), busy.sign_in("an.nv");
    for (int hour = 1; hour <= 6; ++hour) {
      city.clock().advance(119min);
      CHECK(busy.get("/api/my/profile").status == 200);
      if (hour == 1) CHECK(idle.get("/api/my/profile").status == 200);
    }
    CHECK(idle.get("/api/my/profile").name == "SignInNeeded");
    city.clock().advance(7min);
    CHECK(busy.get("/api/my/profile").name == "SignInNeeded");
    CHECK(busy.get("/api/session").text("signed_in") == "false");
  });
}

TEST_CASE("that a session was used is written at most once a minute") {
  in_a_small_city([](SmallCity& city) {
    city.add({"an.nv", kAgency, "officer"});
    Browser browser(city);
    browser.sign_in("an.nv");
    const auto begun = last_seen(city);
    city.clock().advance(59s);
    browser.get("/api/my/profile");
    CHECK(last_seen(city) == begun);
    city.clock().advance(1s);
    browser.get("/api/my/profile");
    CHECK(last_seen(city) == begun + 60'000);
    city.clock().advance(30s);
    browser.get("/api/my/profile");
    CHECK(last_seen(city) == begun + 60'000);
  });
}

TEST_CASE("somebody sees where he is signed in, and ends one session or all others at once") {
  in_a_small_city([](SmallCity& city) {
    city.add({"an.nv", kAgency, "officer"});
    city.add({"binh", kAgency, "officer"});
    Browser desk(city, "10.0.0.1"), phone(city, "10.0.0.2"), tablet(city, "10.0.0.3"), stranger(city);
    desk.sign_in("an.nv"), phone.sign_in("an.nv"), tablet.sign_in("an.nv"), stranger.sign_in("binh");
    phone.get("/api/my/profile");
    const auto list = desk.get("/api/my/sessions");
    REQUIRE(list.count("items") == 3);
    std::string phones;
    int current = 0;
    for (int index = 0; index < 3; ++index) {
      const auto item = "items." + std::to_string(index);
      if (list.text(item + ".address") == "10.0.0.2") phones = list.text(item + ".id");
      if (list.text(item + ".current") != "true") continue;
      ++current;
      CHECK(list.text(item + ".address") == "10.0.0.1");
    }
    CHECK(current == 1);
    CHECK(stranger.send(Method::Delete, "/api/my/sessions/" + phones).name == "SessionUnknown");
    CHECK(phone.get("/api/my/profile").status == 200);
    CHECK(desk.send(Method::Delete, "/api/my/sessions/" + phones).status == 204);
    CHECK(phone.get("/api/my/profile").name == "SignInNeeded");
    CHECK(desk.send(Method::Delete, "/api/my/sessions/" + phones).name == "SessionUnknown");
    CHECK(desk.send(Method::Delete, "/api/my/sessions").status == 204);
    CHECK(tablet.get("/api/my/profile").name == "SignInNeeded");
    CHECK(desk.get("/api/my/profile").status == 200);
    CHECK(stranger.get("/api/my/profile").status == 200);
  });
}

TEST_CASE("what another program changed is seen within five seconds") {
  in_a_small_city([](SmallCity& city) {
    city.add({"an.nv", kAgency, "officer"});
    Browser browser(city);
    browser.sign_in("an.nv");
    CHECK(browser.get("/api/my/profile").status == 200);
    db::testing::run_sql(city.database(), "UPDATE accounts SET state = 'locked'");
    city.clock().advance(4999ms);
    CHECK(browser.get("/api/roles").status == 200);
    city.clock().advance(1ms);
    CHECK(browser.get("/api/roles").name == "SignInNeeded");
  });
}

TEST_CASE("neither passwords nor tokens can be read from the database") {
  in_a_small_city([](SmallCity& city) {
    city.add({"an.nv", kAgency, "officer"});
    Browser browser(city);
    browser.sign_in("an.nv");
    const auto rows = db::testing::query_sql(city.database(),
                                             "SELECT s.token_hash, d.token_hash, a.password_hash FROM sessions s, "
                                             "known_devices d, accounts a");
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().bytes(0) != browser.cookies.at("__Host-haidang"));
    CHECK(rows.front().bytes(1) != browser.cookies.at("__Host-haidang-device"));
    CHECK(rows.front().text(2).rfind("$argon2id$", 0) == 0);
  });
}

TEST_CASE("a new password ends all other sessions, and opens the door from now on") {
  in_a_small_city([](SmallCity& city) {
    const auto account = city.add({"an.nv", kAgency, "officer"});
    Browser desk(city), phone(city);
    desk.sign_in("an.nv"), phone.sign_in("an.nv");
    const auto change = [&](const char* old_password, const char* new_password) {
      return desk.send(Method::Put, "/api/my/password",
                       json::Object{{"old_password", old_password}, {"new_password", new_password}});
    };
    CHECK(change("không đúng rồi", "chiều nay uống trà").name == "PasswordWrong");
    CHECK(change(kPassword, "ngắn").name == "PasswordTooShort");
    CHECK(change(kPassword, "an.nv123456").name == "PasswordLikeName");
    CHECK(change(kPassword, kPassword).name == "PasswordUnchanged");
    CHECK(phone.get("/api/my/profile").status == 200);
    CHECK(change(kPassword, "chiều nay uống trà").status == 204);
    CHECK(phone.get("/api/my/profile").name == "SignInNeeded");
    CHECK(desk.get("/api/my/profile").status == 200);
    CHECK(phone.sign_in("an.nv").name == "SignInWrong");
    CHECK(phone.sign_in("an.nv", "chiều nay uống trà").status == 200);
    CHECK(city.journal_of(account).at(2) == "password_changed");
  });
}

TEST_CASE("asking for the own password again is slowed down too") {
  in_a_small_city([](SmallCity& city) {
    city.add({"an.nv", kAgency, "officer"});
    Browser browser(city);
    browser.sign_in("an.nv");
    const json::Object guess{{"password", "không đúng rồi"}};
    for (int attempt = 0; attempt < 4; ++attempt) {
      CHECK(browser.send(Method::Post, "/api/my/second-factor", guess).name == "PasswordWrong");
    }
    CHECK(browser.send(Method::Post, "/api/my/second-factor", guess).name == "SignInThrottled");
  });
}

TEST_CASE("many sign-ins at once each get a session of their own") {
  in_a_small_city([](SmallCity& city) {
    for (int index = 0; index < 8; ++index) city.add({"nguoi." + std::to_string(index), kAgency, "officer"});
    std::vector<std::thread> threads;
    std::atomic<int> signed_in = 0;
    for (int index = 0; index < 8; ++index) {
      threads.emplace_back([&, index] {
        Browser browser(city);
        signed_in += browser.sign_in("nguoi." + std::to_string(index)).status == 200;
        signed_in += browser.get("/api/my/profile").text("user_name") == "nguoi." + std::to_string(index);
      });
    }
    for (auto& thread : threads) thread.join();
    CHECK(signed_in == 16);
  });
}
