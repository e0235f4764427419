// SPDX-License-Identifier: Apache-2.0
#include "platform/random.hpp"

#include <sys/random.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "base/ensure.hpp"

namespace haidang::platform {

std::string random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  std::size_t filled = 0;
  while (filled < count) {
    const auto got = ::getrandom(bytes.data() + filled, count - filled, 0);
    ensure(got > 0 || errno == EINTR, "the kernel gives random bytes");
    filled += static_cast<std::size_t>(std::max<ssize_t>(got, 0));
  }
  return bytes;
}

std::uint32_t random_below(std::uint32_t below) {
  ensure(below > 0, "there is something to choose from");
  // Numbers at or above the last full multiple would favour the small remainders; they are drawn anew.
  const std::uint64_t fair = (std::uint64_t{1} << 32) / below * below;
  for (;;) {
    std::uint32_t drawn = 0;
    std::memcpy(&drawn, random_bytes(sizeof drawn).data(), sizeof drawn);
    if (drawn < fair) return drawn % below;
  }
}

std::string random_token(std::size_t count) {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string token;
  std::uint32_t waiting = 0;
  int bits = 0;
  for (const unsigned char byte : random_bytes(count)) {
    waiting = waiting << 8 | byte;
    for (bits += 8; bits >= 6; bits -= 6) token += kAlphabet[waiting >> (bits - 6) & 63];
  }
  if (bits > 0) token += kAlphabet[waiting << (6 - bits) & 63];
  return token;
}

std::string readable_password() {
  constexpr std::string_view kConsonants = "bdghklmnprstvx", kVowels = "aeiou";
  std::string password;
  for (int word = 0; word < 3; ++word) {
    for (int syllable = 0; syllable < 2; ++syllable) {
      password += kConsonants[random_below(kConsonants.size())];
      password += kVowels[random_below(kVowels.size())];
    }
    password += '-';
  }
  for (int digit = 0; digit < 3; ++digit) password += static_cast<char>('0' + random_below(10));
  return password;
}

}  // namespace haidang::platform
