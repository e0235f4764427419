// SPDX-License-Identifier: Apache-2.0
#include "request_checks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/ensure.hpp"

namespace haidang::identity {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return result;
}

std::string_view without_scheme(std::string_view origin) {
  const auto at = origin.find("://");
  return at == std::string_view::npos ? std::string_view() : origin.substr(at + 3);
}

}  // namespace

std::string_view cookie_name(Cookie cookie, bool secure) {
  switch (cookie) {
    case Cookie::Session:
      return secure ? "__Host-haidang" : "haidang";
    case Cookie::Device:
      return secure ? "__Host-haidang-device" : "haidang-device";
  }
  throw Bug("unknown cookie");
}

std::string_view cookie_of(const http::Request& request, Cookie cookie) {
  return request.cookie(cookie_name(cookie, request.secure));
}

std::string set_cookie(Cookie cookie, std::string_view token, std::chrono::seconds keep, bool secure) {
  return fmt::format("{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{}", cookie_name(cookie, secure), token,
                     keep.count(), secure ? "; Secure" : "");
}

bool changes_something(http::Method method) {
  switch (method) {
    case http::Method::Get:
    case http::Method::Head:
    case http::Method::Options:
      return false;
    case http::Method::Post:
    case http::Method::Put:
    case http::Method::Patch:
    case http::Method::Delete:
      return true;
  }
  throw Bug("unknown method");
}

bool is_from_here(const http::Request& request) {
  const auto site = request.headers.find("Sec-Fetch-Site");
  if (!site.empty() && site != "same-origin" && site != "none") return false;
  const auto origin = request.headers.find("Origin");
  return origin.empty() || lower(without_scheme(origin)) == lower(request.headers.find("Host"));
}

std::string device_of(const http::Request& request) {
  constexpr std::size_t kLongest = 200;
  std::string device;
  for (const char c : request.headers.find("User-Agent").substr(0, kLongest)) {
    device += c >= ' ' && c <= '~' ? c : '?';
  }
  return device;
}

}  // namespace haidang::identity
