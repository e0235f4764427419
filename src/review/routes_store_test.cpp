// SPDX-License-Identifier: Apache-2.0
#include "review/routes.hpp"

#include <doctest/doctest.h>

#include "platform/files.hpp"
#include "stored_json.hpp"
#include "tests/office.hpp"

using namespace haidang;
using namespace haidang::review;
using namespace haidang::review::testing;

namespace {

/// Calls routes as the dispatcher does, with a person already let in.
class Caller {
 public:
  explicit Caller(Office& office) : office_(office) { add_routes(router_, office.parts); }

  Result<http::Response> call(const char* who, http::Method method, const std::string& path,
                              const std::string& body = {}, std::map<std::string, std::string> query = {}) {
    const auto match = router_.match(method, path);
    REQUIRE(match.route);
    http::Request request;
    request.method = method;
    request.path = path;
    request.query = std::move(query);
    request.path_values = match.path_values;
    request.body = body;
    request.id = "1";
    if (match.route->declaration.takes_upload) {
      const auto spooled = office_.folder.path() / "spooled";
      REQUIRE(platform::write_file(spooled, body));
      request.spooled = std::make_shared<http::SpooledBody>();
      request.spooled->path = spooled;
      request.spooled->size = body.size();
    }
    auto context = office_.as(who);
    context.actor.grants = {{"documents.upload", kOffice}};
    return match.route->handle({.request = request,
                                .context_if = context,
                                .now = context.now,
                                .today = context.today,
                                .language = Language::Vietnamese});
  }

  json::Value json_of(const Result<http::Response>& response) {
    REQUIRE(response);
    return json::parse(std::get<std::string>(response->body)).value();
  }

 private:
  Office& office_;
  http::Router router_;
};

std::string text(const json::Value& value, const char* key) {
  return std::string(value.as_object().at(key).as_string());
}

}  // namespace

TEST_CASE("over the routes a file becomes a review, and a late command is answered with the task as it stands") {
  on_both_engines([](Office& office) {
    Caller caller(office);
    const auto uploaded = caller.json_of(caller.call("vanphong", http::Method::Post, "/api/documents",
                                                     sample_directive(), {{"file_name", "chi-thi.txt"}}));
    const std::string path = "/api/documents/" + text(uploaded, "id");
    CHECK(text(uploaded, "state") == "queued");
    office.read_all();
    const auto review = caller.json_of(caller.call("vanphong", http::Method::Get, path + "/review"));
    const auto& item = review.as_object().at("items").as_array().front();
    const auto command = [&](const char* kind) {
      return "{\"kind\":\"" + std::string(kind) + "\",\"item\":\"" + text(item, "id") + "\",\"item_version\":1}";
    };
    const auto commands = path + "/review/commands";
    CHECK(caller.call("vanphong", http::Method::Post, commands, command("accept"))->status == 200);
    const auto late = caller.call("lanhdao", http::Method::Post, commands, command("skip"));
    REQUIRE(late);
    CHECK(late->status == 409);
    CHECK(text(caller.json_of(late).as_object().at("current"), "state") == "accepted");
    const auto shown = caller.json_of(caller.call("vanphong", http::Method::Get, path + "/text"));
    CHECK(shown.as_object().at("pages").as_array().size() == 1);
    CHECK(caller.call("vanphong", http::Method::Get, path + "/file")->headers.find("Content-Disposition") ==
          "attachment; filename=\"chi-thi.txt\"; filename*=UTF-8''chi-thi.txt");
  });
}

TEST_CASE("no route tells a person of another branch anything about a document") {
  on_both_engines([](Office& office) {
    Caller caller(office);
    const std::string path = "/api/documents/" + std::to_string(office.read_sample().id.value());
    const auto refused = [&](http::Method method, const std::string& route, const std::string& body = {}) {
      const auto answer = caller.call("chuyenvien.coso", method, path + route, body, {{"format", "pdf"}});
      return !answer && answer.error().code == Code::DocumentNotFound;
    };
    for (const char* route :
         {"", "/text", "/file", "/pages/1", "/review", "/history", "/events", "/plan", "/plan/export"}) {
      CAPTURE(route);
      CHECK(refused(http::Method::Get, route));
    }
    CHECK(refused(http::Method::Delete, ""));
    CHECK(refused(http::Method::Post, "/reading", R"({"discard_review":true})"));
    CHECK(refused(http::Method::Post, "/review/commands", R"({"kind":"undo"})"));
    CHECK(refused(http::Method::Post, "/review/reopening"));
    CHECK(refused(http::Method::Post, "/plan", "{}"));
  });
}

TEST_CASE("the pages of a PDF are drawn once and kept") {
  on_both_engines([](Office& office) {
    Caller caller(office);
    const auto uploaded = office.upload(office.as("vanphong"), "ket-luan.pdf",
                                        platform::read_file("tests/documents/conclusions.pdf").value());
    REQUIRE(uploaded);
    office.read_all();
    const std::string path = "/api/documents/" + std::to_string(uploaded->id.value()) + "/pages/";
    const auto first = caller.call("vanphong", http::Method::Get, path + "1");
    const auto again = caller.call("vanphong", http::Method::Get, path + "1");
    REQUIRE(first);
    REQUIRE(again);
    const auto file = std::get<http::FileBody>(first->body).path;
    CHECK(platform::read_file(file)->starts_with("\x89PNG"));
    CHECK(file == std::get<http::FileBody>(again->body).path);
    CHECK(caller.call("vanphong", http::Method::Get, path + "99").error().code == Code::PageUnknown);
  });
}
