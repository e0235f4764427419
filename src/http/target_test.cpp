// SPDX-License-Identifier: Apache-2.0
#include "target.hpp"

#include <doctest/doctest.h>

namespace haidang::http {

TEST_CASE("a target is taken apart and decoded") {
  const auto target = parse_target("/api/T%C3%A0i%20li%E1%BB%87u?q=s%E1%BB%91+1&empty=&flag&q=last");
  REQUIRE(target);
  CHECK(target->path == "/api/Tài liệu");
  CHECK(target->query.at("q") == "last");
  CHECK(target->query.at("empty").empty());
  CHECK(target->query.at("flag").empty());
}

TEST_CASE("a plus is a space in the query and itself in the path") {
  const auto target = parse_target("/a+b?c+d=e+f");
  REQUIRE(target);
  CHECK(target->path == "/a+b");
  CHECK(target->query.at("c d") == "e f");
}

TEST_CASE("decomposed letters are composed") {
  CHECK(parse_target("/e%CC%82")->path == "/ê");
}

TEST_CASE("a target with scheme and host gives its path") {
  CHECK(parse_target("http://example.vn/api?x=1")->path == "/api");
  CHECK(parse_target("http://example.vn")->path == "/");
}

TEST_CASE("bad escapes, NUL, broken UTF-8 and relative targets are refused") {
  for (const char* bad : {"/%", "/%4", "/%zz", "/%00", "/%ff%fe", "/%C3", "/?q=%C3%28", "api", "", "/?%=1", "/a%C0%80"})
    CHECK_MESSAGE(!parse_target(bad), bad);
}

}  // namespace haidang::http
