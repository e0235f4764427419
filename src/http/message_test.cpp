// SPDX-License-Identifier: Apache-2.0
#include "http/message.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "base/json.hpp"
#include "field_text.hpp"
#include "platform/files.hpp"

namespace haidang::http {

TEST_CASE("header names are compared without regard to case") {
  Headers headers;
  headers.add("content-type", "a");
  headers.add("Content-Type", "b");
  CHECK(headers.find("CONTENT-TYPE") == "a");
  headers.set("Content-type", "c");
  CHECK(headers.find("content-type") == "c");
  CHECK(headers.fields().size() == 1);
  CHECK(!headers.contains("Accept"));
}

TEST_CASE("a cookie is found among others") {
  Request request;
  request.headers.add("Cookie", "a=1; session=x=y;b = 2");
  CHECK(request.cookie("session") == "x=y");
  CHECK(request.cookie("b") == "2");
  CHECK(request.cookie("sess").empty());
}

TEST_CASE("the language is asked for, else kept, else accepted, else Vietnamese") {
  Request request;
  CHECK(request.language() == Language::Vietnamese);
  request.headers.add("Accept-Language", "fr, vi;q=0.3, en-GB;q=0.8");
  CHECK(request.language() == Language::English);
  request.headers.add("Cookie", "lang=vi");
  CHECK(request.language() == Language::Vietnamese);
  request.query["lang"] = "en";
  CHECK(request.language() == Language::English);
}

TEST_CASE("weights of a list are read, and a missing one is whole") {
  CHECK(weight_of("gzip;q=0.25, br", "gzip") == 250);
  CHECK(weight_of("gzip; q=0", "gzip") == 0);
  CHECK(weight_of("br, GZIP", "gzip") == 1000);
  CHECK(weight_of("br", "gzip") == 0);
}

TEST_CASE("a problem says what happened in the reader's language") {
  Request request;
  request.id = "r-1";
  request.query["lang"] = "en";
  const auto response =
      problem_response(Rejection{Code::MethodNotAllowed, {{"method", "PUT"}, {"allowed", "GET"}}, "log"}, request);
  CHECK(response.status == 405);
  CHECK(response.headers.find("Content-Type") == "application/problem+json");
  CHECK(response.headers.find("Content-Language") == "en");
  const auto problem = json::parse(std::get<std::string>(response.body)).value();
  CHECK(problem.at("type") == "urn:haidang:problem:MethodNotAllowed");
  CHECK(problem.at("title") == "Method not allowed");
  CHECK(problem.at("instance") == "r-1");
  CHECK(problem.at("detail") == "This address does not take PUT; it takes GET.");
  CHECK(problem.at("parameters").at("allowed") == "GET");
}

TEST_CASE("the file of an upload goes away with its last owner") {
  const platform::TemporaryFolder folder;
  const auto path = folder.path() / "upload";
  std::ofstream(path) << "x";
  auto spooled = std::make_shared<SpooledBody>();
  spooled->path = path;
  auto other = spooled;
  spooled.reset();
  CHECK(std::filesystem::exists(path));
  other.reset();
  CHECK(!std::filesystem::exists(path));
}

}  // namespace haidang::http
