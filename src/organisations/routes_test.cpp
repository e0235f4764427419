// SPDX-License-Identifier: Apache-2.0
#include "organisations/routes.hpp"

#include <doctest/doctest.h>

#include <array>
#include <set>

#include "api_types.hpp"
#include "db/testing.hpp"
#include "journal/journal.hpp"
#include "organisations/packs.hpp"
#include "organisations/permissions.hpp"
#include "tests/act_building.hpp"

namespace haidang::organisations {

using testing::day;

namespace {

constexpr TenantId kTenant{7};
constexpr Instant kMoment{std::chrono::milliseconds(1'751'300'000'000)};

struct Heard : http::Events {
  std::vector<std::string> topics;
  void publish(std::string_view topic, std::string_view, std::string_view) override { topics.emplace_back(topic); }
};

/// The routes over a database with the pack, called as the server calls them.
class Office {
 public:
  explicit Office(db::Database& database) : database_(database) {
    const auto loaded = database.write([&](db::Write& transaction) {
      ensure_tenant(transaction, {kTenant, "Hải Phòng"}, day("2022-07-08"));
      return load_pack(transaction, directory_, {kTenant, std::nullopt, kMoment}, "haiphong");
    });
    REQUIRE(loaded.has_value());
    add_routes(router_, {database_, directory_, heard});
  }

  Result<json::Value> call(http::Method method, const std::string& path, std::map<std::string, std::string> query = {},
                           const json::Value& body = nullptr) {
    auto match = router_.match(method, path);
    REQUIRE_MESSAGE(match.route, path);
    http::Request request;
    request.method = method;
    request.path = path;
    request.query = std::move(query);
    request.path_values = match.path_values;
    request.body = json::compact(body);
    const Context context{{kTenant, AccountId(1), "Lan", {}}, kMoment, day("2022-07-08"), Language::Vietnamese};
    const auto answer = match.route->handle({.request = request,
                                             .context_if = context,
                                             .now = context.now,
                                             .today = context.today,
                                             .language = context.language});
    if (!answer) return pass_on(answer);
    return json::parse(std::get<std::string>(answer->body)).value();
  }
  json::Value get(const std::string& path, std::map<std::string, std::string> query = {}) {
    const auto answer = call(http::Method::Get, path, std::move(query));
    REQUIRE(answer.has_value());
    return *answer;
  }
  std::string id_of(const std::string& name, const std::string& on) {
    const auto found = get("/api/organisations/search", {{"q", name}, {"on", on}});
    return found.at("items").at(0).at("organisation").at("id").as_string().c_str();
  }
  const http::Router& router() const { return router_; }

  Heard heard;

 private:
  db::Database& database_;
  Directory directory_;
  http::Router router_;
};

void with_office(const std::function<void(Office&)>& test) {
  const std::array<db::ModuleMigrations, 2> modules{journal::migrations(), migrations()};
  db::testing::on_both_engines(modules, [&](db::Database& database) {
    Office office(database);
    test(office);
  });
}

}  // namespace

TEST_CASE("the tree of a date is flat, parents first, with the number of children") {
  with_office([](Office& office) {
    const auto now = office.get("/api/organisations");
    CHECK(now.at("on").as_string() == "2022-07-08");
    const auto& rows = now.at("organisations").as_array();
    CHECK(rows.size() == 511);
    CHECK(rows[0].at("kind").as_string() == "province");
    std::set<std::string> seen;
    for (const auto& row : rows) {
      if (const auto* parent = row.as_object().if_contains("parent")) CHECK(seen.contains(parent->as_string().c_str()));
      seen.insert(row.at("id").as_string().c_str());
    }
    CHECK(office.get("/api/organisations", {{"on", "2025-07-01"}}).at("organisations").as_array().size() == 140);
    CHECK(office.call(http::Method::Get, "/api/organisations", {{"on", "gần đây"}}).error().code ==
          Code::DateUnreadable);
  });
}

TEST_CASE("searching finds every spelling, the exact one first, and each as its own organisation") {
  with_office([](Office& office) {
    const auto without_marks =
        office.get("/api/organisations/search", {{"q", "cam giang"}, {"on", "2025-08-01"}}).at("items");
    REQUIRE(without_marks.as_array().size() == 2);
    CHECK(without_marks.at(0).at("organisation").at("id") != without_marks.at(1).at("organisation").at("id"));
    const auto exact = office.get("/api/organisations/search", {{"q", "Cẩm Giàng"}, {"on", "2025-08-01"}}).at("items");
    CHECK(exact.at(0).at("organisation").at("name").as_string() == "Xã Cẩm Giàng");
    CHECK(exact.at(0).at("matched").as_string() == "exact");
    CHECK(exact.at(1).at("matched").as_string() == "other_marks");
    const auto wards = office.get("/api/organisations/search", {{"q", "tran"}, {"kind", "ward"}, {"limit", "3"}});
    CHECK(wards.at("items").as_array().size() == 3);
  });
}

TEST_CASE("an organisation tells its names, its events with their sources, and who answers for it") {
  with_office([](Office& office) {
    const std::string id = office.id_of("Huyện Thuỷ Nguyên", "2022-07-08");
    const auto detail = office.get("/api/organisations/" + id, {{"on", "2025-08-01"}});
    CHECK_FALSE(detail.at("exists").as_bool());
    CHECK(detail.at("names").as_array().size() == 2);
    CHECK(detail.at("names").at(0).at("until").as_string() == "2024-12-31");
    CHECK(detail.at("history").at(0).at("kind").as_string() == "created");
    CHECK(detail.at("ended_by").at("source").at("document").as_string() == "Nghị quyết 202/2025/QH15");
    CHECK(detail.at("answerer").at("name").as_string() == "Thành phố Hải Phòng");
    const auto ward =
        office.get("/api/organisations/" + office.id_of("Phường Lê Chân", "2025-08-01"), {{"on", "2025-08-01"}});
    CHECK(ward.at("predecessors").as_array().size() >= 4);
    CHECK(ward.at("groups").as_array().size() == 3);
    const auto answerer = office.get("/api/organisations/" + id + "/answerer", {{"on", "2025-08-01"}});
    CHECK(answerer.at("chain").as_array().size() == 2);
    CHECK(office.call(http::Method::Get, "/api/organisations/999").error().code == Code::OrganisationUnknown);
    CHECK(
        office.call(http::Method::Get, "/api/organisations/" + id + "/answerer", {{"on", "2001-01-01"}}).error().code ==
        Code::OrganisationNotThen);
  });
}

TEST_CASE("a structure, the groups and the names of a document are told for dates") {
  with_office([](Office& office) {
    const auto structure = office.get("/api/structure", {{"from", "2022-07-08"}, {"to", "2025-07-01"}});
    CHECK(structure.at("rows").as_array().size() == 511);
    CHECK(
        office.call(http::Method::Get, "/api/structure", {{"from", "2025-07-01"}, {"to", "2022-07-08"}}).error().code ==
        Code::StructureDatesReversed);
    CHECK(office.get("/api/groups").at("items").at(0).at("code").as_string() == "departments");
    const auto resolved =
        office.call(http::Method::Post, "/api/organisations/resolve", {},
                    json::parse(R"({"names":["Sở Nội vụ","UBND các quận, huyện","Sở Lạ"],"on":"2022-07-08"})").value());
    REQUIRE(resolved.has_value());
    CHECK(resolved->at("items").at(0).at("outcome").as_string() == "one");
    CHECK(resolved->at("items").at(1).at("organisations").as_array().size() == 15);
    CHECK(resolved->at("items").at(2).at("outcome").as_string() == "unknown");
  });
}

TEST_CASE("a reorganisation is previewed, recorded and told to those who listen") {
  with_office([](Office& office) {
    const std::string ward = office.id_of("Phường Hạ Lý", "2022-07-08");
    const std::string other = office.id_of("Phường Thượng Lý", "2022-07-08");
    const auto draft = json::parse(R"({"on":"2024-01-01","source":{"document":"Nghị quyết thử","verified":false},)"
                                   R"("steps":[{"kind":"rename","subjects":[{"id":")" +
                                   ward + R"("}],"name":"Phường Hạ Lý Mới","organisation_kind":"ward"}]})")
                           .value();
    const auto preview = office.call(http::Method::Post, "/api/reorganisations/preview", {}, draft);
    REQUIRE(preview.has_value());
    CHECK(preview->at("acceptable").as_bool());
    CHECK(office.heard.topics.empty());
    const auto recorded = office.call(http::Method::Post, "/api/reorganisations", {}, draft);
    REQUIRE(recorded.has_value());
    CHECK(office.heard.topics == std::vector<std::string>{"tenant/7/organisations"});
    CHECK(office.id_of("Phường Hạ Lý Mới", "2024-06-01") == ward);
    CHECK(office.id_of("Phường Hạ Lý", "2023-06-01") == ward);
    const auto list = office.get("/api/reorganisations");
    CHECK(list.at("items").as_array().size() == 8);
    CHECK(list.at("items").at(0).at("on").as_string() == "2025-07-01");
    CHECK(list.at("items").at(0).at("steps").as_array().size() == 20);
    const std::string id = list.at("items").at(0).at("id").as_string().c_str();
    CHECK(office.get("/api/reorganisations/" + id).at("steps").as_array().size() == 323);
    const auto late = json::parse(R"({"on":"2024-02-01","source":{"document":"Nghị quyết thử","verified":false},)"
                                  R"("steps":[{"kind":"merge","subjects":[{"id":")" +
                                  ward + R"("}],"into":{"id":")" + other + R"("}}]})")
                          .value();
    CHECK(office.call(http::Method::Post, "/api/reorganisations", {}, late).error().code ==
          Code::LaterEventContradicts);
    CHECK(office.heard.topics.size() == 1);
  });
}

TEST_CASE("recording asks for the permission over the whole tenant, questions for a sign-in") {
  with_office([](Office& office) {
    for (const http::Route& route : office.router().routes()) {
      const auto& declared = route.declaration;
      const bool records = declared.method == http::Method::Post && declared.path.starts_with("/api/reorganisations");
      CHECK(std::holds_alternative<http::Needs>(declared.access) == records);
      CHECK(std::holds_alternative<http::SignedIn>(declared.access) == !records);
      if (!records) continue;
      CHECK(std::get<http::Needs>(declared.access).permission == kManage);
      CHECK(std::get<http::Needs>(declared.access).scope == http::Scope::WholeTenant);
    }
  });
}

}  // namespace haidang::organisations
