// SPDX-License-Identifier: Apache-2.0
#include "target.hpp"

#include <algorithm>
#include <optional>

#include "base/vietnamese.hpp"
#include "field_text.hpp"

namespace haidang::http {
namespace {

enum class Plus { IsPlus, IsSpace };

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Text that is not UTF-8 would come back from the decoder with a replacement character that was not sent.
std::optional<std::string> as_text(std::string decoded) {
  if (std::all_of(decoded.begin(), decoded.end(), [](char c) { return c > 0; })) return decoded;
  if (decoded.find('\0') != std::string::npos) return std::nullopt;
  if (encode_utf8(decode_utf8(decoded)) != decoded) return std::nullopt;
  return to_nfc(decoded);
}

std::optional<std::string> unescape(std::string_view text, Plus plus) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
      const int low = high < 0 ? -1 : hex_digit(text[i + 2]);
      if (low < 0) return std::nullopt;
      decoded += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      decoded += text[i] == '+' && plus == Plus::IsSpace ? ' ' : text[i];
    }
  }
  return as_text(std::move(decoded));
}

std::string_view without_authority(std::string_view target) {
  const auto scheme = target.find("://");
  if (target.starts_with('/') || scheme == std::string_view::npos) return target;
  const auto path = target.find('/', scheme + 3);
  return path == std::string_view::npos ? std::string_view("/") : target.substr(path);
}

bool read_query(std::string_view text, std::map<std::string, std::string>& query) {
  for (const auto part : split(text, '&')) {
    const auto equals = part.find('=');
    auto name = unescape(part.substr(0, equals), Plus::IsSpace);
    auto value = unescape(equals == std::string_view::npos ? "" : part.substr(equals + 1), Plus::IsSpace);
    if (!name || !value) return false;
    query[std::move(*name)] = std::move(*value);
  }
  return true;
}

}  // namespace

Result<Target> parse_target(std::string_view text) {
  const auto target = without_authority(text.substr(0, text.find('#')));
  const auto question = target.find('?');
  auto path = unescape(target.substr(0, question), Plus::IsPlus);
  if (!path || (!path->starts_with('/') && *path != "*")) {
    return reject(Code::RequestMalformed, {{"reason", "target"}});
  }
  Target result{std::move(*path), {}};
  if (question != std::string_view::npos && !read_query(target.substr(question + 1), result.query)) {
    return reject(Code::RequestMalformed, {{"reason", "query"}});
  }
  return result;
}

}  // namespace haidang::http
