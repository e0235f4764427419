// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "base/ensure.hpp"
#include "library_sample.hpp"

namespace haidang::http {
namespace {

std::string operation_at(const Router& router, Method method, std::string_view path) {
  const auto match = router.match(method, path);
  return match.route ? match.route->declaration.operation : "";
}

}  // namespace

TEST_CASE("literal segments go before parameters") {
  const auto router = sample::library_routes();
  CHECK(operation_at(router, Method::Get, "/api/books/newest") == "newest_book");
  CHECK(operation_at(router, Method::Get, "/api/books/12") == "get_book");
  CHECK(router.match(Method::Get, "/api/books/12").path_values.at("book") == "12");
}

TEST_CASE("a parameter is an id unless it is declared as text") {
  const auto router = sample::library_routes();
  for (const char* path : {"/api/books/abc", "/api/books/0", "/api/books/-1", "/api/books/99999999999999999999",
                           "/api/books/", "/api/books/1/", "/api/shelves/", "/api//books", "/api", "", "api/books"})
    CHECK_MESSAGE(operation_at(router, Method::Get, path).empty(), path);
  CHECK(router.match(Method::Get, "/api/shelves/văn học").path_values.at("shelf") == "văn học");
}

TEST_CASE("HEAD finds the route of GET") {
  const auto router = sample::library_routes();
  CHECK(operation_at(router, Method::Head, "/api/books") == "list_books");
  CHECK(operation_at(router, Method::Head, "/api/books/1/scan").empty());
}

TEST_CASE("a method that a path does not know is told which it knows") {
  const auto router = sample::library_routes();
  const auto match = router.match(Method::Post, "/api/books/3");
  CHECK(!match.route);
  CHECK(match.allowed == std::vector{Method::Get, Method::Head, Method::Put, Method::Delete});
  CHECK(router.match(Method::Post, "/api/nothing").allowed.empty());
}

TEST_CASE("two routes of one method and path are a bug") {
  auto router = sample::library_routes();
  auto twice = router.routes()[1].declaration;
  CHECK_THROWS_AS(router.add_raw(twice, {}), Bug);
  twice.operation = "another";
  CHECK_THROWS_AS(router.add_raw(twice, {}), Bug);
  twice.path = "/api/books/{volume}/pages";
  CHECK_NOTHROW(router.add_raw(twice, {}));
}

}  // namespace haidang::http
