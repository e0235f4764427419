// SPDX-License-Identifier: Apache-2.0
#include "byte_range.hpp"

#include <doctest/doctest.h>

namespace haidang::http {
namespace {

struct Row {
  const char* field;
  ByteRange::Kind kind;
  std::uint64_t first, length;
};

}  // namespace

TEST_CASE("a range names a part of a body of a hundred bytes") {
  using Kind = ByteRange::Kind;
  const Row rows[] = {
      {"bytes=0-0", Kind::Part, 0, 1},      {"bytes=10-19", Kind::Part, 10, 10},
      {"bytes=90-200", Kind::Part, 90, 10}, {"bytes=99-", Kind::Part, 99, 1},
      {"bytes=-1", Kind::Part, 99, 1},      {"bytes=-500", Kind::Part, 0, 100},
      {"bytes=100-", Kind::Outside, 0, 0},  {"bytes=-0", Kind::Outside, 0, 0},
      {"bytes=5-4", Kind::Whole, 0, 0},     {"bytes=-", Kind::Whole, 0, 0},
      {"bytes=a-b", Kind::Whole, 0, 0},     {"bytes=1-2,4-5", Kind::Whole, 0, 0},
      {"lines=1-2", Kind::Whole, 0, 0},     {"", Kind::Whole, 0, 0},
      {"bytes=+1-2", Kind::Whole, 0, 0},    {"bytes=1-99999999999999999999", Kind::Whole, 0, 0},
  };
  for (const auto& row : rows) {
    const auto range = parse_range(row.field, 100);
    CHECK_MESSAGE(range.kind == row.kind, row.field);
    CHECK_MESSAGE(range.first == row.first, row.field);
    CHECK_MESSAGE(range.length == row.length, row.field);
  }
}

TEST_CASE("a tag is found in a list, weak or strong") {
  CHECK(names_tag("\"a\", W/\"b\"", "\"b\""));
  CHECK(names_tag("\"b\"", "W/\"b\""));
  CHECK(names_tag("*", "\"b\""));
  CHECK(!names_tag("\"a\"", "\"b\""));
}

}  // namespace haidang::http
