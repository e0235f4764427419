// SPDX-License-Identifier: Apache-2.0
#include "http/assets.hpp"

#include <algorithm>

#include "field_text.hpp"

namespace haidang::http {

const Asset* Assets::find(std::string_view path) const {
  const auto found = std::lower_bound(files_.begin(), files_.end(), path,
                                      [](const Asset& asset, std::string_view wanted) { return asset.path < wanted; });
  return found != files_.end() && found->path == path ? &*found : nullptr;
}

const Asset* Assets::page_for(const Request& request) const {
  const std::string_view path = request.path;
  if (path == "/") return find("/index.html");
  const bool of_the_api = path == "/api" || path.starts_with("/api/");
  const bool names_a_file = path.find('.') != std::string_view::npos;
  if (of_the_api || names_a_file || !names_token(request.headers.find("Accept"), "text/html")) return nullptr;
  return find("/index.html");
}

std::optional<Response> Assets::answer(const Request& request) const {
  if (request.method != Method::Get && request.method != Method::Head) return std::nullopt;
  const Asset* asset = find(request.path);
  if (!asset) asset = page_for(request);
  if (!asset) return std::nullopt;
  const bool packed = !asset->gzip.empty() && weight_of(request.headers.find("Accept-Encoding"), "gzip") > 0;
  Response response{.status = 200, .headers = {}, .body = packed ? asset->gzip : asset->content};
  response.headers.add("Content-Type", std::string(asset->type));
  const bool hashed_name = asset->path.starts_with("/assets/");
  response.headers.add("Cache-Control", hashed_name ? "public, max-age=31536000, immutable" : "no-cache");
  // Two encodings are two representations, so a strong tag must tell them apart.
  std::string etag(asset->etag);
  if (packed) etag.insert(etag.size() - 1, "-gz"), response.headers.add("Content-Encoding", "gzip");
  response.headers.add("ETag", std::move(etag));
  if (!asset->gzip.empty()) response.headers.add("Vary", "Accept-Encoding");
  return response;
}

}  // namespace haidang::http
