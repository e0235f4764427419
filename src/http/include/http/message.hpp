// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/rejection.hpp"

namespace haidang::http {

enum class Method { Get, Head, Post, Put, Patch, Delete, Options };
std::string_view text_of(Method);

/// Names are compared without regard to case.
class Headers {
 public:
  void add(std::string name, std::string value) { fields_.emplace_back(std::move(name), std::move(value)); }
  void set(std::string_view name, std::string value);  ///< replaces every field of that name
  std::string_view find(std::string_view name) const;  ///< the first one, or ""
  bool contains(std::string_view name) const;
  const std::vector<std::pair<std::string, std::string>>& fields() const { return fields_; }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

/// A body that was too large for memory or belongs to an upload: a file that goes away with the last owner of the
/// request. shared_ptr, because the connection and the handler's thread both hold the request.
struct SpooledBody {
  std::filesystem::path path;
  std::uint64_t size = 0;
  ~SpooledBody();
};

struct Request {
  Method method = Method::Get;
  std::string target;                              ///< as sent, "/api/documents?q=x"
  std::string path;                                ///< decoded, without the query: "/api/documents"
  std::map<std::string, std::string> query;        ///< decoded; the last one wins
  std::map<std::string, std::string> path_values;  ///< "{id}" of the route → its text
  Headers headers;
  std::string body;
  std::shared_ptr<SpooledBody> spooled;  ///< set for routes that take uploads; then `body` is empty
  std::string peer;                      ///< address of the client (of the proxy's X-Forwarded-For when it is trusted)
  std::string id;                        ///< request id, also in the log and in X-Request-Id
  bool secure = false;                   ///< came over TLS, here or at a trusted proxy

  std::string_view cookie(std::string_view name) const;
  std::string_view query_value(std::string_view name) const;  ///< or ""
  Language language() const;  ///< ?lang=, else the cookie `lang`, else Accept-Language, else Vietnamese
};

/// A file to be sent with ranges, ETag and sendfile.
struct FileBody {
  std::filesystem::path path;
};

/// The client is subscribed to these topics of the server's `Events` until one of them goes away.
struct EventStreamBody {
  std::vector<std::string> topics;
};

struct Response {
  int status = 200;
  Headers headers;
  std::variant<std::string, std::string_view, FileBody, EventStreamBody>
      body;  ///< a view: of memory that outlives the server (embedded assets)
};

Response text_response(int status, std::string body, std::string content_type = "text/plain; charset=utf-8");
Response json_response(int status, std::string body);

/// problem+json (RFC 9457): type, title, status, detail, instance (the request id), code, name, advice, parameters.
Response problem_response(const Rejection&, const Request&);

}  // namespace haidang::http
