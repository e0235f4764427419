// SPDX-License-Identifier: Apache-2.0
#include "one_time_code.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include <array>

#include "base/ensure.hpp"
#include "tokens.hpp"

namespace haidang::identity {
namespace {

constexpr std::size_t kSecretBytes = 20;
constexpr std::int64_t kStepMilliseconds = 30'000;

std::array<unsigned char, 20> hmac_sha1(std::string_view key, std::int64_t counter) {
  std::array<unsigned char, 8> message;
  for (int index = 7; index >= 0; --index, counter >>= 8) message[index] = static_cast<unsigned char>(counter & 0xFF);
  std::array<unsigned char, 20> hash;
  unsigned int length = hash.size();
  const auto* done =
      HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), message.data(), message.size(), hash.data(), &length);
  ensure(done && length == hash.size(), "OpenSSL computes HMAC-SHA-1");
  return hash;
}

std::string percent_encoded(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~").find(c) != std::string_view::npos;
    if (plain) {
      encoded += c;
    } else {
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return encoded;
}

}  // namespace

std::string new_second_factor_secret() {
  std::string secret(kSecretBytes, '\0');
  randombytes_buf(secret.data(), secret.size());
  return secret;
}

std::int64_t step_of(Instant moment) {
  return moment.time_since_epoch().count() / kStepMilliseconds;
}

std::string code_of_step(std::string_view secret, std::int64_t step, int digits) {
  const auto hash = hmac_sha1(secret, step);
  const unsigned offset = hash[19] & 0x0F;  // dynamic truncation, RFC 4226 § 5.3
  const std::uint32_t number =
      (hash[offset] & 0x7Fu) << 24 | hash[offset + 1] << 16 | hash[offset + 2] << 8 | hash[offset + 3];
  std::uint32_t modulus = 1;
  for (int digit = 0; digit < digits; ++digit) modulus *= 10;
  return fmt::format("{:0{}}", number % modulus, digits);
}

std::optional<std::int64_t> step_of_code(std::string_view secret, std::string_view code, Instant now,
                                         std::optional<std::int64_t> last_used) {
  std::optional<std::int64_t> found;
  const auto present = step_of(now);
  for (const auto step : {present - 1, present, present + 1}) {
    const bool fresh = !last_used || step > *last_used;
    if (equal_in_constant_time(code_of_step(secret, step), code) && fresh) found = step;
  }
  return found;
}

std::string base32(std::string_view bytes) {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string text;
  std::uint32_t buffer = 0;
  int bits = 0;
  for (const char byte : bytes) {
    buffer = buffer << 8 | static_cast<unsigned char>(byte);
    for (bits += 8; bits >= 5; bits -= 5) text += kAlphabet[buffer >> (bits - 5) & 31];
  }
  if (bits > 0) text += kAlphabet[buffer << (5 - bits) & 31];
  return text;
}

std::string in_groups(std::string_view base32) {
  std::string text;
  for (std::size_t index = 0; index < base32.size(); ++index) {
    if (index > 0 && index % 4 == 0) text += ' ';
    text += base32[index];
  }
  return text;
}

std::string otpauth_uri(std::string_view issuer, std::string_view user_name, std::string_view secret) {
  const auto encoded = percent_encoded(issuer);
  return fmt::format("otpauth://totp/{0}:{1}?secret={2}&issuer={0}&algorithm=SHA1&digits=6&period=30", encoded,
                     percent_encoded(user_name), base32(secret));
}

}  // namespace haidang::identity
