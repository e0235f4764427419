// SPDX-License-Identifier: Apache-2.0
#include "one_time_code.hpp"

#include <doctest/doctest.h>

using namespace haidang;
using namespace haidang::identity;

namespace {

const std::string kSecret = "12345678901234567890";

Instant at_second(std::int64_t seconds) {
  return Instant(std::chrono::seconds(seconds));
}

}  // namespace

TEST_CASE("codes are those of RFC 6238 appendix B") {
  struct Vector {
    std::int64_t second;
    const char* code;
  };
  for (const auto& [second, code] :
       {Vector{59, "94287082"}, Vector{1111111109, "07081804"}, Vector{1111111111, "14050471"},
        Vector{1234567890, "89005924"}, Vector{2000000000, "69279037"}, Vector{20000000000, "65353130"}}) {
    CHECK(code_of_step(kSecret, step_of(at_second(second)), 8) == code);
    CHECK(code_of_step(kSecret, step_of(at_second(second))) == std::string(code).substr(2));
  }
}

TEST_CASE("a code works in its own step and the two beside it") {
  const auto now = at_second(1234567890);
  const auto step = step_of(now);
  for (int distance = -3; distance <= 3; ++distance) {
    const auto found = step_of_code(kSecret, code_of_step(kSecret, step + distance), now, std::nullopt);
    CHECK(found.has_value() == (distance >= -1 && distance <= 1));
    if (found) CHECK(*found == step + distance);
  }
}

TEST_CASE("a code that was used, and every earlier one, does not work again") {
  const auto now = at_second(1234567890);
  const auto step = step_of(now);
  CHECK_FALSE(step_of_code(kSecret, code_of_step(kSecret, step), now, step));
  CHECK_FALSE(step_of_code(kSecret, code_of_step(kSecret, step - 1), now, step));
  CHECK(step_of_code(kSecret, code_of_step(kSecret, step + 1), now, step) == step + 1);
}

TEST_CASE("what is no code of six digits is wrong") {
  const auto now = at_second(59);
  for (const auto* code : {"", "1", "28708", "2870820", "abcdef", "287 082"}) {
    CHECK_FALSE(step_of_code(kSecret, code, now, std::nullopt));
  }
  CHECK(step_of_code(kSecret, "287082", now, std::nullopt));
}

TEST_CASE("base32 is that of RFC 4648") {
  CHECK(base32("") == "");
  CHECK(base32("f") == "MY");
  CHECK(base32("fo") == "MZXQ");
  CHECK(base32("foo") == "MZXW6");
  CHECK(base32("foob") == "MZXW6YQ");
  CHECK(base32("fooba") == "MZXW6YTB");
  CHECK(base32("foobar") == "MZXW6YTBOI");
  CHECK(in_groups("MZXW6YTBOI") == "MZXW 6YTB OI");
  CHECK(base32(new_second_factor_secret()).size() == 32);
}

TEST_CASE("an authenticator is told the issuer and the account") {
  CHECK(otpauth_uri("Hải Đăng", "an.nv", kSecret) ==
        "otpauth://totp/H%E1%BA%A3i%20%C4%90%C4%83ng:an.nv?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
        "&issuer=H%E1%BA%A3i%20%C4%90%C4%83ng&algorithm=SHA1&digits=6&period=30");
}
