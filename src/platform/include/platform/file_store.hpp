// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "platform/actor.hpp"

namespace haidang::platform {

/// A file by its content: lower-case hex SHA-256. The same content is kept once per tenant.
struct StoredFile {
  std::string hash;
  std::uint64_t size = 0;
};

/// Files under a folder, FOLDER/TENANT/ab/abcdef…: written beside (FOLDER/TENANT/incoming), synced, renamed, and their
/// folders synced, so that what `put` returned is there after a power cut and half a file never is. Files are never
/// changed. Threads and programs may use one folder at once.
/// Throws std::system_error for what the machine cannot do (disk full: ENOSPC, EDQUOT; read-only: EROFS).
class FileStore {
 public:
  explicit FileStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

  StoredFile put(TenantId, const std::filesystem::path& source);
  StoredFile put_bytes(TenantId, std::string_view content);

  /// Where the content lies, for reading only; nothing when it is not there or `hash` is no hash.
  std::optional<std::filesystem::path> find(TenantId, std::string_view hash) const;

  /// Reads the file anew and compares its hash. False when it is missing or damaged.
  bool verify(TenantId, std::string_view hash) const;

  const std::filesystem::path& folder() const { return folder_; }

 private:
  class Incoming;
  std::filesystem::path folder_of(TenantId) const;
  StoredFile keep(TenantId, Incoming&);
  std::filesystem::path folder_;
};

}  // namespace haidang::platform
