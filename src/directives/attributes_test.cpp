// SPDX-License-Identifier: Apache-2.0
#include "attributes.hpp"

#include <doctest/doctest.h>

namespace haidang::directives {

TEST_CASE("the named parts behind a task are taken apart") {
  const std::string_view text =
      "Rà soát quy trình nội bộ. Cơ quan chủ trì: Sở Nội vụ; cơ quan phối hợp: các sở, ban, ngành; thời gian hoàn "
      "thành: Quý II/2023; sản phẩm: Quyết định.";
  const Attributes found = read_attributes(text);
  CHECK(found.lead == "Sở Nội vụ");
  CHECK(found.coordinate == "các sở, ban, ngành");
  CHECK(found.time == "Quý II/2023");
  CHECK(found.product == "Quyết định");
  CHECK(text.substr(found.begin).starts_with("Cơ quan chủ trì"));
}

TEST_CASE("a line that is one named part begins at its start") {
  const Attributes found = read_attributes("- Thời gian thực hiện: Tháng 6/2023.");
  CHECK(found.time == "Tháng 6/2023");
  CHECK(found.begin == 0);
  CHECK(found.lead.empty());
}

TEST_CASE("brackets around the named parts are no part of them") {
  const Attributes found = read_attributes("Xây dựng đề án (chủ trì: Sở Tài chính; thời gian: quý III/2023)");
  CHECK(found.lead == "Sở Tài chính");
  CHECK(found.time == "quý III/2023");
}

TEST_CASE("a sentence without named parts has none") {
  for (const char* text : {"Sở Nội vụ chủ trì, phối hợp với Sở Tài chính rà soát.",
                           "Giao Sở Nội vụ:", "Trong thời gian tới, rà soát quy trình: nội bộ, liên thông.", ""}) {
    CAPTURE(text);
    CHECK_FALSE(read_attributes(text).any());
  }
}

}  // namespace haidang::directives
