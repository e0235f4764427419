// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "documents/source.hpp"

struct zip;

namespace haidang::documents {

/// A zip archive in memory, as .docx and .odt are. Parts are looked up by name and never written to disk, so names
/// that point outside a folder do no harm.
class Archive {
 public:
  /// Rejects DocumentCorrupt, UnpackedTooLarge (by the sizes it declares). `kind` names it in messages (".docx").
  static Result<Archive> open(std::string_view bytes, std::string kind, const ReadLimits&);

  bool has(const std::string& name) const;
  /// Rejects DocumentCorrupt (missing, damaged), DocumentEncrypted, UnpackedTooLarge (by the bytes that really come
  /// out).
  Result<std::string> read(const std::string& name);

 private:
  struct Close {
    void operator()(zip*) const;
  };
  Archive(zip* handle, std::string kind, std::size_t left) : handle_(handle), kind_(std::move(kind)), left_(left) {}
  tl::unexpected<Rejection> corrupt(std::string for_log) const;

  std::unique_ptr<zip, Close> handle_;
  std::string kind_;
  std::size_t left_;
};

/// UnpackedTooLarge with the limit in words.
tl::unexpected<Rejection> reject_unpacked(std::size_t limit);

}  // namespace haidang::documents
