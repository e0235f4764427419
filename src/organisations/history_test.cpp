// SPDX-License-Identifier: Apache-2.0
#include "organisations/history.hpp"

#include <doctest/doctest.h>
TEST_CASE("empty") {
  CHECK(haidang::organisations::History::fold({}).has_value());
}
