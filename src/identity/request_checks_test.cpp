// SPDX-License-Identifier: Apache-2.0
#include "request_checks.hpp"

#include <doctest/doctest.h>

using namespace haidang;
using namespace haidang::identity;
using namespace std::chrono_literals;

namespace {

http::Request request_with(std::initializer_list<std::pair<const char*, const char*>> headers) {
  http::Request request;
  request.headers.add("Host", "haidang.haiphong.gov.vn:8443");
  for (const auto& [name, value] : headers) request.headers.add(name, value);
  return request;
}

}  // namespace

TEST_CASE("over TLS the cookie is bound to the host and secure") {
  CHECK(set_cookie(Cookie::Session, "abc", 12h, true) ==
        "__Host-haidang=abc; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure");
  CHECK(set_cookie(Cookie::Session, "abc", 12h, false) == "haidang=abc; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax");
  CHECK(set_cookie(Cookie::Session, "", 0s, true) ==
        "__Host-haidang=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure");
}

TEST_CASE("over TLS a cookie of the unprotected name is not believed") {
  auto request = request_with({{"Cookie", "haidang=plain; __Host-haidang=bound"}});
  CHECK(cookie_of(request, Cookie::Session) == "plain");
  request.secure = true;
  CHECK(cookie_of(request, Cookie::Session) == "bound");
  CHECK(cookie_of(request, Cookie::Device) == "");
}

TEST_CASE("a request of our own page or of a program is from here") {
  CHECK(is_from_here(request_with({})));
  CHECK(is_from_here(request_with({{"Origin", "https://haidang.haiphong.gov.vn:8443"}})));
  CHECK(is_from_here(
      request_with({{"Origin", "https://HaiDang.haiphong.gov.vn:8443"}, {"Sec-Fetch-Site", "same-origin"}})));
}

TEST_CASE("a request of another site, of a page without origin, or of a sister host is not") {
  for (const auto* origin : {"https://evil.example", "null", "https://haidang.haiphong.gov.vn", "file://",
                             "https://haidang.haiphong.gov.vn:8443.evil.example", "haidang.haiphong.gov.vn:8443"}) {
    CHECK_MESSAGE(!is_from_here(request_with({{"Origin", origin}})), origin);
  }
  CHECK_FALSE(is_from_here(request_with({{"Sec-Fetch-Site", "cross-site"}})));
  CHECK_FALSE(is_from_here(request_with({{"Sec-Fetch-Site", "same-site"}})));
}

TEST_CASE("what a browser says of itself is kept short and printable") {
  CHECK(device_of(request_with({{"User-Agent", "Mozilla/5.0\n\x01(X11)"}})) ==
        "Mozilla/5.0?"
        "?(X11)");
  CHECK(device_of(request_with({{"User-Agent", std::string(5000, 'x').c_str()}})).size() == 200);
}
