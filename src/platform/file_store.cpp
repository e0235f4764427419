// SPDX-License-Identifier: Apache-2.0
#include "platform/file_store.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <vector>

#include "platform/sha256.hpp"

namespace haidang::platform {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 20;

[[noreturn]] void fail(const char* what, const std::filesystem::path& path) {
  throw std::system_error(errno, std::generic_category(), std::string(what) + " " + path.string());
}

class OpenFile {
 public:
  OpenFile(const std::filesystem::path& path, int number) : number_(number) {
    if (number_ < 0) fail("open", path);
  }
  ~OpenFile() { ::close(number_); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

void sync_folder(const std::filesystem::path& path) {
  const OpenFile folder(path, ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (::fsync(folder.number()) != 0) fail("fsync", path);
}

/// Creates what is missing; a new folder is only safe once the one above it is synced.
void ensure_folder(const std::filesystem::path& path) {
  if (path.empty() || std::filesystem::is_directory(path)) return;
  ensure_folder(path.parent_path());
  if (::mkdir(path.c_str(), 0750) != 0 && errno != EEXIST) fail("mkdir", path);
  sync_folder(path.has_parent_path() ? path.parent_path() : ".");
}

/// Hands on the whole file, piece by piece.
template <class Take>
void read_pieces(const std::filesystem::path& path, Take&& take) {
  const OpenFile file(path, ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  std::vector<char> piece(kPiece);
  for (;;) {
    const auto got = ::read(file.number(), piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail("read", path);
    if (got == 0) return;
    take(std::string_view(piece.data(), static_cast<std::size_t>(got)));
  }
}

bool is_hash(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::filesystem::path place_of(const std::string& hash) {
  return std::filesystem::path(hash.substr(0, 2)) / hash;
}

}  // namespace

/// A file on its way in: gone again unless it was moved to its place.
class FileStore::Incoming {
 public:
  explicit Incoming(const std::filesystem::path& folder)
      : path_((folder / "XXXXXX").string()), file_(folder, ::mkostemp(path_.data(), O_CLOEXEC)) {}
  ~Incoming() {
    if (!path_.empty()) ::unlink(path_.c_str());
  }
  Incoming(const Incoming&) = delete;
  Incoming& operator=(const Incoming&) = delete;

  void add(std::string_view bytes) {
    digest_.add(bytes);
    size_ += bytes.size();
    while (!bytes.empty()) {
      const auto written = ::write(file_.number(), bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail("write", path_);
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  StoredFile end() {
    if (::fchmod(file_.number(), 0440) != 0) fail("chmod", path_);
    if (::fsync(file_.number()) != 0) fail("fsync", path_);
    return {digest_.hex(), size_};
  }
  void move_to(const std::filesystem::path& place) {
    if (::rename(path_.c_str(), place.c_str()) != 0) fail("rename", place);
    path_.clear();
  }

 private:
  std::string path_;
  OpenFile file_;
  Sha256 digest_;
  std::uint64_t size_ = 0;
};

std::filesystem::path FileStore::folder_of(TenantId tenant) const {
  return folder_ / std::to_string(tenant.value());
}

StoredFile FileStore::keep(TenantId tenant, Incoming& incoming) {
  auto stored = incoming.end();
  const auto place = folder_of(tenant) / place_of(stored.hash);
  ensure_folder(place.parent_path());
  // What is there already has the same content, or was damaged by the disk: then this mends it.
  incoming.move_to(place);
  sync_folder(place.parent_path());
  return stored;
}

StoredFile FileStore::put(TenantId tenant, const std::filesystem::path& source) {
  const auto folder = folder_of(tenant) / "incoming";
  ensure_folder(folder);
  Incoming incoming(folder);
  read_pieces(source, [&](std::string_view piece) { incoming.add(piece); });
  return keep(tenant, incoming);
}

StoredFile FileStore::put_bytes(TenantId tenant, std::string_view content) {
  const auto folder = folder_of(tenant) / "incoming";
  ensure_folder(folder);
  Incoming incoming(folder);
  incoming.add(content);
  return keep(tenant, incoming);
}

std::optional<std::filesystem::path> FileStore::find(TenantId tenant, std::string_view hash) const {
  if (!is_hash(hash)) return {};
  auto place = folder_of(tenant) / place_of(std::string(hash));
  if (!std::filesystem::is_regular_file(place)) return {};
  return place;
}

bool FileStore::verify(TenantId tenant, std::string_view hash) const {
  const auto place = find(tenant, hash);
  if (!place) return false;
  Sha256 digest;
  read_pieces(*place, [&](std::string_view piece) { digest.add(piece); });
  return digest.hex() == hash;
}

}  // namespace haidang::platform
