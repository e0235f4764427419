// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace haidang::platform {

/// The whole file. Rejects FileNotFound, FileTooLarge (more than `most` bytes).
Result<std::string> read_file(const std::filesystem::path&, std::size_t most = std::size_t{1} << 30);

/// Writes beside the file, syncs, then renames, so that a reader sees the old or the new file, never half of one.
/// Rejects FileUnwritable.
Result<std::filesystem::path> write_file(const std::filesystem::path&, std::string_view content);

/// A folder of our own that goes away with this object, whatever lies in it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace haidang::platform
