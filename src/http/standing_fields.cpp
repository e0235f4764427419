// SPDX-License-Identifier: Apache-2.0
#include "standing_fields.hpp"

#include <sys/random.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <ctime>

#include "base/ensure.hpp"

namespace haidang::http {
namespace {

constexpr std::string_view kWithTls =
    "Strict-Transport-Security: max-age=31536000\r\n"
    "X-Content-Type-Options: nosniff\r\nReferrer-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Resource-Policy: same-origin\r\n";

bool is_sane(std::string_view id) {
  const auto good = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '_' ||
           c == '-';
  };
  return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), good);
}

std::uint32_t random_start() {
  std::uint32_t random = 0;
  ensure(getrandom(&random, sizeof random, 0) == sizeof random, "the kernel gives random bytes");
  return random;
}

struct Reason {
  int status;
  std::string_view phrase;
};
constexpr std::array kReasons{Reason{200, "OK"},
                              Reason{201, "Created"},
                              Reason{202, "Accepted"},
                              Reason{204, "No Content"},
                              Reason{206, "Partial Content"},
                              Reason{302, "Found"},
                              Reason{303, "See Other"},
                              Reason{304, "Not Modified"},
                              Reason{400, "Bad Request"},
                              Reason{401, "Unauthorized"},
                              Reason{403, "Forbidden"},
                              Reason{404, "Not Found"},
                              Reason{405, "Method Not Allowed"},
                              Reason{408, "Request Timeout"},
                              Reason{409, "Conflict"},
                              Reason{410, "Gone"},
                              Reason{412, "Precondition Failed"},
                              Reason{413, "Content Too Large"},
                              Reason{415, "Unsupported Media Type"},
                              Reason{416, "Range Not Satisfiable"},
                              Reason{417, "Expectation Failed"},
                              Reason{422, "Unprocessable Content"},
                              Reason{429, "Too Many Requests"},
                              Reason{431, "Request Header Fields Too Large"},
                              Reason{500, "Internal Server Error"},
                              Reason{501, "Not Implemented"},
                              Reason{503, "Service Unavailable"},
                              Reason{505, "HTTP Version Not Supported"},
                              Reason{507, "Insufficient Storage"}};

}  // namespace

std::string_view content_security_policy() {
  return "Content-Security-Policy: default-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
         "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'\r\n";
}

std::string_view protective_fields(bool secure) {
  return secure ? kWithTls : kWithTls.substr(kWithTls.find('\n') + 1);
}

std::string request_id_of(const Request& request) {
  const auto given = request.headers.find("X-Request-Id");
  if (is_sane(given)) return std::string(given);
  static const std::uint32_t process = random_start();
  static std::atomic<std::uint64_t> number{0};
  std::array<char, 40> text;
  const int size =
      std::snprintf(text.data(), text.size(), "%08x-%06llx", process, static_cast<unsigned long long>(++number));
  return {text.data(), static_cast<std::size_t>(size)};
}

std::string_view date_field() {
  thread_local std::time_t written = 0;
  thread_local std::array<char, 48> text;
  thread_local std::size_t size = 0;
  const auto now = std::time(nullptr);
  if (now != written) {
    std::tm utc{};
    gmtime_r(&now, &utc);
    size = std::strftime(text.data(), text.size(), "Date: %a, %d %b %Y %H:%M:%S GMT\r\n", &utc);
    written = now;
  }
  return {text.data(), size};
}

std::string_view reason_phrase(int status) {
  for (const auto& reason : kReasons)
    if (reason.status == status) return reason.phrase;
  return "Answer";
}

}  // namespace haidang::http
