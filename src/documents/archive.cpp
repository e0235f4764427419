// SPDX-License-Identifier: Apache-2.0
#include "archive.hpp"

#include <zip.h>

namespace haidang::documents {
namespace {

constexpr zip_int64_t kMostParts = 10'000;

}  // namespace

tl::unexpected<Rejection> reject_unpacked(std::size_t limit) {
  return reject(Code::UnpackedTooLarge, {{"limit", std::to_string(limit >> 20) + " MB"}});
}

void Archive::Close::operator()(zip* handle) const {
  zip_discard(handle);
}

tl::unexpected<Rejection> Archive::corrupt(std::string for_log) const {
  return reject(Code::DocumentCorrupt, {{"kind", kind_}}, std::move(for_log));
}

Result<Archive> Archive::open(std::string_view bytes, std::string kind, const ReadLimits& limits) {
  const auto broken = [&](const char* why) { return reject(Code::DocumentCorrupt, {{"kind", kind}}, why); };
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return broken("zip source");
  zip_t* handle = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (handle == nullptr) {
    zip_source_free(source);
    return broken("zip directory");
  }
  Archive archive(handle, kind, limits.unpacked_bytes);
  const zip_int64_t count = zip_get_num_entries(handle, 0);
  if (count > kMostParts) return reject_unpacked(limits.unpacked_bytes);
  std::size_t declared = 0;
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t status;
    if (zip_stat_index(handle, static_cast<zip_uint64_t>(i), 0, &status) != 0) return broken("zip entry");
    if ((status.valid & ZIP_STAT_SIZE) == 0) continue;
    if (status.size > limits.unpacked_bytes - declared) return reject_unpacked(limits.unpacked_bytes);
    declared += status.size;
  }
  return archive;
}

bool Archive::has(const std::string& name) const {
  return zip_name_locate(handle_.get(), name.c_str(), 0) >= 0;
}

Result<std::string> Archive::read(const std::string& name) {
  const zip_int64_t index = zip_name_locate(handle_.get(), name.c_str(), 0);
  if (index < 0) return corrupt("missing part " + name);
  zip_stat_t status;
  if (zip_stat_index(handle_.get(), static_cast<zip_uint64_t>(index), 0, &status) == 0 &&
      (status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE)
    return reject(Code::DocumentEncrypted, {{"kind", kind_}});
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(
      zip_fopen_index(handle_.get(), static_cast<zip_uint64_t>(index), 0), zip_fclose);
  if (!file) return corrupt("part " + name + " cannot be opened");
  std::string content;
  char buffer[65'536];
  for (;;) {
    const zip_int64_t got = zip_fread(file.get(), buffer, sizeof buffer);
    if (got < 0) return corrupt("part " + name + " is damaged");
    if (got == 0) return content;
    if (static_cast<std::size_t>(got) > left_) return reject_unpacked(content.size() + left_);
    left_ -= static_cast<std::size_t>(got);
    content.append(buffer, static_cast<std::size_t>(got));
  }
}

}  // namespace haidang::documents
