// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "db/testing.hpp"
#include "http/dispatcher.hpp"
#include "identity/identity.hpp"
#include "platform/clock.hpp"

/// The whole program without a network: a city of five organisations, its accounts, and browsers that call its routes.
namespace haidang::identity::tests {

inline constexpr TenantId kTenant{1};
inline constexpr OrganisationId kCity{101}, kOffice{102}, kAgency{103}, kDistrict{104}, kWard{105};  // ward in district
inline constexpr LocalDate kToday = std::chrono::year(2026) / 3 / 2;
inline constexpr const char* kPassword = "sáng nay uống cà phê";

/// Calls `test` with a fresh city on each engine.
class SmallCity;
void in_a_small_city(const std::function<void(SmallCity&)>& test);

class SmallCity {
 public:
  explicit SmallCity(db::Database&);

  db::Database& database() { return database_; }
  platform::FixedClock& clock() { return clock_; }
  Identity& identity() { return *identity_; }
  http::Router& router() { return router_; }
  http::Dispatcher& dispatcher() { return *dispatcher_; }
  /// As if the program was started again: nothing in memory.
  void restart();

  struct Person {
    std::string user_name;
    OrganisationId organisation{0};
    std::string role;
    OrganisationId scope{0};
  };
  /// An account with kPassword, and a role unless it is "".
  AccountId add(const Person&);
  /// The kinds of the events of an account, oldest first.
  std::vector<std::string> journal_of(AccountId);

 private:
  db::Database& database_;
  platform::FixedClock clock_;
  organisations::Directory directory_;
  std::unique_ptr<Identity> identity_;
  http::Router router_;
  std::unique_ptr<http::Dispatcher> dispatcher_;
  int people_ = 0;
};

/// What came back.
struct Answer {
  int status = 0;
  std::string name;  ///< of the rejection, "SignInWrong"
  json::Value body;
  http::Headers headers;

  /// The text at "account.name"; "" where there is none.
  std::string text(const std::string& path) const;
  const json::Value* at(const std::string& path) const;
  std::size_t count(const std::string& path) const;  ///< of items
};

/// Keeps cookies and the CSRF token, as the page does.
class Browser {
 public:
  explicit Browser(SmallCity& city, std::string address = "10.0.0.1") : city_(city), address_(std::move(address)) {}

  Answer sign_in(const std::string& user_name, const std::string& password = kPassword,
                 std::optional<std::string> code = std::nullopt);
  Answer get(const std::string& target) { return send(http::Method::Get, target); }
  Answer send(http::Method, const std::string& target, const json::Value& body = nullptr);

  std::map<std::string, std::string> cookies;
  std::string csrf_token;
  std::string origin = "https://haidang.test";
  bool secure = true;

 private:
  void keep_cookies(const http::Response&);
  SmallCity& city_;
  std::string address_;
};

}  // namespace haidang::identity::tests
