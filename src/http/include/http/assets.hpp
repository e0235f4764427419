// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <span>
#include <string_view>

#include "http/message.hpp"

namespace haidang::http {

/// A file of the web interface, inside the program. `haidang_assets` in cmake/Assets.cmake makes tables of them.
struct Asset {
  std::string_view path;  ///< "/assets/index-4f2a.js"
  std::string_view type;  ///< Content-Type
  std::string_view etag;  ///< with its quotes, from the content
  std::string_view content;
  std::string_view gzip;  ///< empty where it would save nothing
};

/// Answers GET of embedded files. What lies below /assets/ carries a hash in its name and is kept by browsers for a
/// year; everything else is asked for anew each time. A page of the interface ("/documents/42": no dot, outside /api,
/// asked for as text/html) is index.html, which routes it in the browser.
class Assets {
 public:
  explicit Assets(std::span<const Asset> files) : files_(files) {}  ///< sorted by path; must outlive this
  /// Nothing when there is no such file.
  std::optional<Response> answer(const Request&) const;

 private:
  const Asset* find(std::string_view path) const;
  const Asset* page_for(const Request&) const;
  std::span<const Asset> files_;
};

}  // namespace haidang::http
