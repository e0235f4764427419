// SPDX-License-Identifier: Apache-2.0
#include "qr_path.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <string>

using namespace haidang::identity;

TEST_CASE("a QR code has its quiet zone and the finder pattern in its corner") {
  const auto qr = qr_path("otpauth://totp/a:b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  CHECK((qr.size - 8) % 4 == 1);  // 17 + 4 × version modules
  CHECK(qr.size >= 29);
  CHECK(qr.path.rfind("M4 4h7v1h-7z", 0) == 0);
  CHECK(qr.path.find("M4 5h1v1h-1z") != std::string::npos);
}

TEST_CASE("nothing is drawn in the quiet zone") {
  const auto qr = qr_path("haidang");
  std::size_t at = 0, runs = 0;
  while ((at = qr.path.find('M', at)) != std::string::npos) {
    int x = 0, y = 0, width = 0;
    REQUIRE(std::sscanf(qr.path.c_str() + at, "M%d %dh%d", &x, &y, &width) == 3);
    CHECK(x >= 4);
    CHECK(y >= 4);
    CHECK(x + width <= qr.size - 4);
    CHECK(y < qr.size - 4);
    ++at, ++runs;
  }
  CHECK(runs > 50);
}
