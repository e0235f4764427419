// SPDX-License-Identifier: Apache-2.0
#include "organisations/packs.hpp"

#include <doctest/doctest.h>

#include <iostream>

TEST_CASE("pack folds") {
  const auto h = haidang::organisations::history_of_pack("haiphong");
  if (!h) std::cerr << haidang::message(h.error(), haidang::Language::English);
  REQUIRE(h.has_value());
}
