// SPDX-License-Identifier: Apache-2.0
#include "tokens.hpp"

#include <sodium.h>

#include <array>

#include "base/ensure.hpp"

namespace haidang::identity {
namespace {

constexpr std::size_t kTokenBytes = 32;
constexpr std::string_view kReadable = "23456789abcdefghjkmnpqrstuvwxyz";  // without 0 o, 1 l i

using Hash = std::array<unsigned char, kTokenBytes>;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

void ensure_ready() {
  static const bool ready = sodium_init() >= 0;
  ensure(ready, "libsodium starts");
}

std::string base64url(const Hash& bytes) {
  constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_ENCODED_LEN(kTokenBytes, kVariant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kVariant);
  text.pop_back();  // the terminating zero
  return text;
}

Hash blake2b(std::string_view text, std::string_view key) {
  Hash hash;
  const int failed = crypto_generichash(hash.data(), hash.size(), bytes_of(text), text.size(),
                                        key.empty() ? nullptr : bytes_of(key), key.size());
  ensure(failed == 0, "BLAKE2b takes keys of 16 to 64 bytes");
  return hash;
}

}  // namespace

std::string new_token() {
  ensure_ready();
  Hash bytes;
  randombytes_buf(bytes.data(), bytes.size());
  return base64url(bytes);
}

std::string stored_hash(std::string_view token) {
  ensure_ready();
  const auto hash = blake2b(token, {});
  return {hash.begin(), hash.end()};
}

std::string csrf_token_of(std::string_view session_token) {
  ensure_ready();
  return base64url(blake2b("csrf", stored_hash(std::string("csrf of ").append(session_token))));
}

std::string new_readable_secret() {
  ensure_ready();
  std::string text;
  for (int index = 0; index < 12; ++index) {
    if (index > 0 && index % 4 == 0) text += '-';
    text += kReadable[randombytes_uniform(kReadable.size())];
  }
  return text;
}

std::string normal_readable_secret(std::string_view typed) {
  std::string text;
  for (const char c : typed) {
    if (c == ' ' || c == '-') continue;
    text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return text;
}

bool equal_in_constant_time(std::string_view left, std::string_view right) {
  return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace haidang::identity
