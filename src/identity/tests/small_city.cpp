// SPDX-License-Identifier: Apache-2.0
#include "small_city.hpp"

#include "account_store.hpp"
#include "base/ensure.hpp"
#include "identity/role_pack.hpp"
#include "identity/routes.hpp"
#include "journal/journal.hpp"
#include "organisations/store.hpp"
#include "password_hasher.hpp"
#include "platform/new_id.hpp"

namespace haidang::identity::tests {
namespace {

using organisations::OrganisationKind;

const Instant kStart = to_instant(at(kToday, std::chrono::hours(8)));

organisations::Event created(OrganisationId id, const char* name, OrganisationKind kind,
                             std::optional<OrganisationId> parent) {
  return {.kind = organisations::EventKind::Created,
          .subjects = {id},
          .naming = organisations::Naming{.name = name, .kind = kind},
          .parent = parent};
}

void found_city(db::Database& database, organisations::Directory& directory) {
  const organisations::Act act{
      .id = organisations::ReorganisationId(1),
      .on = std::chrono::year(2020) / 1 / 1,
      .source = {.document = "Nghị quyết 1/2020"},
      .events = {created(kCity, "Thành phố Hải Phòng", OrganisationKind::Province, std::nullopt),
                 created(kOffice, "Văn phòng Ủy ban nhân dân", OrganisationKind::Department, kCity),
                 created(kAgency, "Sở Xây dựng", OrganisationKind::Department, kCity),
                 created(kDistrict, "Quận Lê Chân", OrganisationKind::UrbanDistrict, kCity),
                 created(kWard, "Phường An Biên", OrganisationKind::Ward, kDistrict)}};
  const auto done = database.write([&](db::Write& transaction) -> Result<db::Done> {
    organisations::ensure_tenant(transaction, {kTenant, "Thành phố Hải Phòng"}, kToday);
    const auto before = directory.history(transaction, kTenant);
    const auto after = organisations::record_acts(transaction, {kTenant, std::nullopt, kStart}, *before, {act});
    if (!after) return pass_on(after);
    return db::Done{};
  });
  ensure(done.has_value(), "the small city can be founded");
}

const std::string& password_hash() {
  static const std::string kHash = *PasswordHasher(HashCost::Tests, 1, std::chrono::seconds(60)).hash(kPassword);
  return kHash;
}

}  // namespace

void in_a_small_city(const std::function<void(SmallCity&)>& test) {
  const std::vector migrations{journal::migrations(), organisations::migrations(), identity::migrations()};
  db::testing::on_both_engines(migrations, [&](db::Database& database) {
    SmallCity city(database);
    test(city);
  });
}

SmallCity::SmallCity(db::Database& database) : database_(database), clock_(kStart) {
  found_city(database, directory_);
  store_roles(database, kTenant, built_in_roles());
  restart();
}

void SmallCity::restart() {
  identity_ = std::make_unique<Identity>(
      database_, directory_, IdentitySettings{.tenant = kTenant, .example = true, .hash_cost = HashCost::Tests});
  router_ = http::Router();
  add_routes(router_, *identity_);
  dispatcher_ = std::make_unique<http::Dispatcher>(
      http::Dispatcher::Parts{.router = router_, .gate = identity_->gate(), .clock = clock_});
}

AccountId SmallCity::add(const Person& person) {
  const auto now = clock_.now();
  const auto distinct = now + std::chrono::milliseconds(++people_);  // ids of one millisecond may clash
  Account account{.id = platform::new_id<AccountId>(distinct), .user_name = person.user_name, .name = person.user_name};
  account.organisation = person.organisation;
  const Assignment assignment{.id = platform::new_id<AssignmentId>(distinct),
                              .role = person.role,
                              .organisation = person.scope == OrganisationId(0) ? person.organisation : person.scope,
                              .from = kToday};
  const auto done = database_.write([&](db::Write& transaction) -> Result<db::Done> {
    insert(transaction, kTenant, account, password_hash(), now);
    if (!person.role.empty()) insert(transaction, kTenant, account.id, assignment);
    return db::Done{};
  });
  ensure(done.has_value(), "an account can be added");
  return account.id;
}

std::vector<std::string> SmallCity::journal_of(AccountId account) {
  return database_.read([&](db::Read& transaction) {
    std::vector<std::string> kinds;
    for (const auto& event : journal::events_of(transaction, kTenant, subject_of(account))) kinds.push_back(event.kind);
    return kinds;
  });
}

const json::Value* Answer::at(const std::string& path) const {
  const json::Value* value = &body;
  std::size_t begin = 0;
  while (value && begin <= path.size()) {
    const auto end = std::min(path.find('.', begin), path.size());
    const auto key = path.substr(begin, end - begin);
    if (value->is_array()) {
      const auto index = static_cast<std::size_t>(std::stoi(key));
      value = index < value->get_array().size() ? &value->get_array()[index] : nullptr;
    } else {
      value = value->is_object() ? value->get_object().if_contains(key) : nullptr;
    }
    begin = end + 1;
  }
  return value;
}

std::string Answer::text(const std::string& path) const {
  const auto* value = at(path);
  if (!value) return {};
  return value->is_string() ? std::string(value->get_string()) : json::compact(*value);
}

std::size_t Answer::count(const std::string& path) const {
  const auto* value = at(path);
  return value && value->is_array() ? value->get_array().size() : 0;
}

Answer Browser::sign_in(const std::string& user_name, const std::string& password, std::optional<std::string> code) {
  json::Object body{{"user_name", user_name}, {"password", password}};
  if (code) body["code"] = *code;
  auto answer = send(http::Method::Post, "/api/session", body);
  csrf_token = answer.text("csrf_token");
  return answer;
}

Answer Browser::send(http::Method method, const std::string& target, const json::Value& body) {
  http::Request request{.method = method, .target = target, .path = target.substr(0, target.find('?'))};
  request.secure = secure;
  request.peer = address_;
  request.headers.add("Host", "haidang.test");
  if (!origin.empty()) request.headers.add("Origin", origin);
  if (!csrf_token.empty()) request.headers.add("X-CSRF-Token", csrf_token);
  std::string cookie_text;
  for (const auto& [name, value] : cookies) cookie_text += (cookie_text.empty() ? "" : "; ") + name + "=" + value;
  if (!cookie_text.empty()) request.headers.add("Cookie", cookie_text);
  if (!body.is_null()) {
    request.headers.add("Content-Type", "application/json");
    request.body = json::compact(body);
  }
  for (auto rest = target.substr(std::min(target.find('?'), target.size())); !rest.empty();) {
    const auto end = std::min(rest.find('&', 1), rest.size());
    const auto equals = rest.find('=');
    request.query[rest.substr(1, equals - 1)] = rest.substr(equals + 1, end - equals - 1);
    rest = rest.substr(end);
  }
  const auto response = city_.dispatcher().respond(request);
  keep_cookies(response);
  Answer answer{.status = response.status, .name = {}, .body = nullptr, .headers = response.headers};
  if (const auto* text = std::get_if<std::string>(&response.body); text && !text->empty()) {
    answer.body = *json::parse(*text);
    if (answer.status >= 400) answer.name = answer.text("name");
  }
  return answer;
}

void Browser::keep_cookies(const http::Response& response) {
  for (const auto& [name, value] : response.headers.fields()) {
    if (name != "Set-Cookie") continue;
    const auto equals = value.find('='), end = value.find(';');
    const auto cookie = value.substr(0, equals), token = value.substr(equals + 1, end - equals - 1);
    if (token.empty()) {
      cookies.erase(cookie);
    } else {
      cookies[cookie] = token;
    }
  }
}

}  // namespace haidang::identity::tests
