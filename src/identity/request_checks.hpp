// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <string>
#include <string_view>

#include "http/message.hpp"

/// What a request says about who sent it: its cookies and where it comes from.
namespace haidang::identity {

enum class Cookie {
  Session,
  Device  ///< says that somebody signed in here before; gives no access
};

/// "__Host-…" over TLS, so that no other host of the domain can set it; without TLS browsers refuse that name.
std::string_view cookie_name(Cookie, bool secure);
std::string_view cookie_of(const http::Request&, Cookie);
/// The value of Set-Cookie: HttpOnly, SameSite=Lax, for the whole host, Secure over TLS. An empty token with no time
/// removes it.
std::string set_cookie(Cookie, std::string_view token, std::chrono::seconds keep, bool secure);

bool changes_something(http::Method);
/// Whether a browser sent it from a page of ours, or no browser did. Another site cannot leave out or forge Origin.
bool is_from_here(const http::Request&);

/// "Firefox 115 · Windows" is for the page; this is what is stored: printable, at most 200 bytes.
std::string device_of(const http::Request&);

}  // namespace haidang::identity
