// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "http/message.hpp"

/// Header fields that every answer has, whoever made it.
namespace haidang::http {

/// Lines ending with CRLF. Scripts, styles and connections come from this site only. Styles may stand in the page,
/// because the component library of the web interface makes them while it runs; scripts may not.
std::string_view content_security_policy();
/// The others; browsers are told to come over TLS only when this request did.
std::string_view protective_fields(bool secure);
/// The X-Request-Id of the request when it is 1 to 64 letters, digits, '.', '_' or '-', else a new one.
std::string request_id_of(const Request&);
/// "Date: Mon, 23 Nov 2026 22:30:00 GMT\r\n".
std::string_view date_field();
std::string_view reason_phrase(int status);

}  // namespace haidang::http
