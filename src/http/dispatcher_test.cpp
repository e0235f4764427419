// SPDX-License-Identifier: Apache-2.0
#include "http/dispatcher.hpp"

#include <doctest/doctest.h>

#include "library_sample.hpp"

namespace haidang::http {
namespace {

constexpr Asset kFiles[] = {
    {"/assets/main-1.js", "text/javascript", "\"j\"", "script", "packed"},
    {"/index.html", "text/html", "\"i\"", "<html>", {}},
};

struct Library {
  Router router = sample::library_routes();
  sample::ReaderGate gate;
  platform::FixedClock clock{parse_instant("2022-07-01T00:30:00+07:00").value()};
  Assets assets{kFiles};
  std::vector<std::string> seen;
  Dispatcher dispatcher{{.router = router,
                         .gate = gate,
                         .clock = clock,
                         .assets = &assets,
                         .rejection_of_fault = {},
                         .observe = [this](const Observation& it) {
                           seen.push_back(std::string(it.route) + " " + std::to_string(it.status) + " " +
                                          std::string(it.fault));
                         }}};

  static Request request(Method method, std::string path, std::string body = {}) {
    Request request;
    request.method = method;
    request.path = std::move(path);
    request.body = std::move(body);
    request.id = "r1";
    request.headers.add("X-Reader", "7");
    return request;
  }
  Response ask(Method method, std::string path, std::string body = {}) {
    auto asked = request(method, std::move(path), std::move(body));
    return dispatcher.respond(asked);
  }
};

std::string_view text_of_body(const Response& response) {
  if (const auto* view = std::get_if<std::string_view>(&response.body)) return *view;
  return std::get<std::string>(response.body);
}

std::string name_of(const Response& response) {
  return std::string(json::parse(text_of_body(response)).value().at("name").as_string());
}

}  // namespace

TEST_CASE("a command is read, decided and answered as JSON") {
  Library library;
  const auto response = library.ask(Method::Put, "/api/books/5", R"({"title":"Tắt đèn"})");
  CHECK(response.status == 200);
  CHECK(text_of_body(response) == R"({"id":"5","title":"Tắt đèn","shelf":"closed"})");
  CHECK(response.headers.find("Cache-Control") == "no-store");
  CHECK(library.seen == std::vector<std::string>{"/api/books/{book} 200 "});
}

TEST_CASE("rejections of handlers, bodies and queries become problems") {
  Library library;
  CHECK(name_of(library.ask(Method::Put, "/api/books/5", R"({"title":""})")) == "DocumentEmpty");
  CHECK(name_of(library.ask(Method::Put, "/api/books/5", R"({"titel":""})")) == "JsonFieldMissing");
  CHECK(name_of(library.ask(Method::Put, "/api/books/5", "{")) == "JsonMalformed");
  auto form = Library::request(Method::Put, "/api/books/5", R"({"title":"x"})");
  form.headers.add("Content-Type", "text/plain; charset=utf-8");
  CHECK(name_of(library.dispatcher.respond(form)) == "BodyTypeUnsupported");
  auto list = Library::request(Method::Get, "/api/books");
  list.query["shelf"] = "lost";
  CHECK(name_of(library.dispatcher.respond(list)) == "JsonFieldInvalid");
}

TEST_CASE("an answer without content is 204") {
  Library library;
  CHECK(library.ask(Method::Delete, "/api/books/5").status == 204);
}

TEST_CASE("paths and methods that do not exist are told apart") {
  Library library;
  CHECK(name_of(library.ask(Method::Get, "/api/nothing")) == "RouteNotFound");
  CHECK(name_of(library.ask(Method::Get, "/api/books/x")) == "RouteNotFound");
  const auto response = library.ask(Method::Post, "/api/books");
  CHECK(response.status == 405);
  CHECK(response.headers.find("Allow") == "GET, HEAD");
}

TEST_CASE("an exception is a fault with the number of the request, and the log has its words") {
  Library library;
  const auto response = library.ask(Method::Put, "/api/books/5", R"({"title":"break"})");
  CHECK(response.status == 500);
  CHECK(name_of(response) == "ServerFault");
  CHECK(text_of_body(response).find("the shelf broke") == std::string_view::npos);
  CHECK(library.seen.back() == "/api/books/{book} 500 the shelf broke");
}

TEST_CASE("the program may have its own words for a fault") {
  Library library;
  Dispatcher dispatcher({.router = library.router,
                         .gate = library.gate,
                         .clock = library.clock,
                         .rejection_of_fault = [](const std::exception&) {
                           return std::optional(Rejection{Code::DiskFull, {}, {}});
                         }});
  auto request = Library::request(Method::Put, "/api/books/5", R"({"title":"break"})");
  CHECK(dispatcher.respond(request).status == 507);
}

TEST_CASE("the gate is asked before the body is looked at, and before an upload is taken") {
  Library library;
  auto stranger = Library::request(Method::Put, "/api/books/5", "no JSON");
  stranger.headers.set("X-Reader", "none");
  CHECK(name_of(library.dispatcher.respond(stranger)) == "FileNotFound");
  auto upload = Library::request(Method::Post, "/api/books/5/scan");
  CHECK(library.dispatcher.plan(upload).takes_upload);
  CHECK(!library.dispatcher.refuse(upload));
  upload.headers.set("X-Reader", "8");
  const auto refusal = library.dispatcher.refuse(upload);
  REQUIRE(refusal);
  CHECK(name_of(*refusal) == "NotText");
}

TEST_CASE("only what cannot block is answered on the network thread") {
  Library library;
  CHECK(library.dispatcher.plan(Library::request(Method::Get, "/healthz")).answered_inline);
  CHECK(library.dispatcher.plan(Library::request(Method::Get, "/assets/main-1.js")).answered_inline);
  CHECK(!library.dispatcher.plan(Library::request(Method::Get, "/api/books")).answered_inline);
}

TEST_CASE("a handler is told the day in Vietnam") {
  Library library;
  Router router;
  router.add_raw({.method = Method::Get, .path = "/day", .access = SignedIn{}, .operation = "day", .summary = ""},
                 [](const Call& call) -> Result<Response> { return text_response(200, iso(call.context().today)); });
  Dispatcher dispatcher({.router = router, .gate = library.gate, .clock = library.clock});
  auto request = Library::request(Method::Get, "/day");
  CHECK(text_of_body(dispatcher.respond(request)) == "2022-07-01");
}

TEST_CASE("assets are kept for a year when their name has a hash, and packed when that is accepted") {
  Library library;
  const auto plain = library.ask(Method::Get, "/assets/main-1.js");
  CHECK(text_of_body(plain) == "script");
  CHECK(plain.headers.find("Cache-Control") == "public, max-age=31536000, immutable");
  auto request = Library::request(Method::Get, "/assets/main-1.js");
  request.headers.add("Accept-Encoding", "br, gzip");
  const auto packed = library.dispatcher.respond(request);
  CHECK(text_of_body(packed) == "packed");
  CHECK(packed.headers.find("ETag") == "\"j-gz\"");
  CHECK(packed.headers.find("Vary") == "Accept-Encoding");
}

TEST_CASE("a page of the interface is index.html, what is missing is not") {
  Library library;
  auto page = Library::request(Method::Get, "/documents/42");
  CHECK(library.dispatcher.respond(page).status == 404);
  page.headers.add("Accept", "text/html,*/*;q=0.8");
  const auto response = library.dispatcher.respond(page);
  CHECK(text_of_body(response) == "<html>");
  CHECK(response.headers.find("Cache-Control") == "no-cache");
  page.path = "/assets/old-9.js";
  CHECK(library.dispatcher.respond(page).status == 404);
  page.path = "/api/documents";
  CHECK(library.dispatcher.respond(page).status == 404);
  CHECK(text_of_body(library.ask(Method::Get, "/")) == "<html>");
}

}  // namespace haidang::http
