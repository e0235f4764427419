// SPDX-License-Identifier: Apache-2.0
#include "spool_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>

namespace haidang::http {
namespace {

constexpr std::string_view kPrefix = "upload-";

}  // namespace

int SpoolFile::open() {
  std::string name = (folder_ / (std::string(kPrefix) + "XXXXXX")).string();
  file_ = OpenFile(::mkostemp(name.data(), O_CLOEXEC));
  if (file_.descriptor() < 0) return errno;
  body_ = std::make_shared<SpooledBody>();
  body_->path = name;
  return 0;
}

int SpoolFile::write(std::string_view bytes) {
  if (file_.descriptor() < 0)
    if (const int error = open()) return error;
  while (!bytes.empty()) {
    const auto written = ::write(file_.descriptor(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
    body_->size += static_cast<std::uint64_t>(written);
  }
  return 0;
}

void remove_old_spool_files(const std::filesystem::path& folder) {
  std::error_code ignored;
  const auto yesterday = std::filesystem::file_time_type::clock::now() - std::chrono::hours(24);
  for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
    const bool ours = entry.path().filename().string().starts_with(kPrefix);
    if (ours && entry.last_write_time(ignored) < yesterday) std::filesystem::remove(entry.path(), ignored);
  }
}

}  // namespace haidang::http
