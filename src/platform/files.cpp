// SPDX-License-Identifier: Apache-2.0
#include "platform/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>

namespace haidang::platform {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }
  /// Some file systems report a failed write only when the file is closed.
  bool close_now() {
    const int result = ::close(number_);
    number_ = -1;
    return result == 0;
  }

 private:
  int number_;
};

std::string name_for_people(const std::filesystem::path& file) {
  return file.filename().string();
}

std::string size_for_people(std::size_t bytes) {
  if (bytes >= (std::size_t{1} << 20)) return std::to_string(bytes >> 20) + " MB";
  return std::to_string(bytes) + " byte";
}

tl::unexpected<Rejection> unwritable(const std::filesystem::path& file, int error) {
  return reject(Code::FileUnwritable, {{"file", name_for_people(file)}, {"reason", std::strerror(error)}},
                file.string());
}

tl::unexpected<Rejection> unreadable(const std::filesystem::path& file, std::string reason) {
  return reject(Code::FileUnreadable, {{"file", name_for_people(file)}, {"reason", std::move(reason)}}, file.string());
}

tl::unexpected<Rejection> too_large(const std::filesystem::path& file, std::size_t most) {
  return reject(Code::FileTooLarge, {{"file", name_for_people(file)}, {"limit", size_for_people(most)}}, file.string());
}

bool write_all(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const auto written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// The name of the file is only safe on disk once its folder is.
void sync_folder(const std::filesystem::path& folder) {
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.number() >= 0) (void)::fsync(descriptor.number());
}

std::filesystem::path folder_of(const std::filesystem::path& file) {
  return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& file, std::size_t most) {
  // O_NONBLOCK: a named pipe without a writer must not hold us.
  const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (descriptor.number() < 0) {
    if (errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG)
      return reject(Code::FileNotFound, {{"file", name_for_people(file)}}, file.string());
    return unreadable(file, std::strerror(errno));
  }
  struct stat status {};
  if (::fstat(descriptor.number(), &status) != 0) throw std::system_error(errno, std::generic_category(), "fstat");
  if (!S_ISREG(status.st_mode)) return unreadable(file, "không phải là tệp thông thường · not an ordinary file");
  if (static_cast<std::size_t>(status.st_size) > most) return too_large(file, most);
  std::string content(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t filled = 0;
  while (filled < content.size()) {
    const auto got = ::read(descriptor.number(), content.data() + filled, content.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw std::system_error(errno, std::generic_category(), "read " + file.string());
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  content.resize(filled);
  return content;
}

Result<std::filesystem::path> write_file(const std::filesystem::path& file, std::string_view content) {
  std::string beside = (folder_of(file) / ("." + file.filename().string() + ".XXXXXX")).string();
  Descriptor descriptor(::mkostemp(beside.data(), O_CLOEXEC));
  if (descriptor.number() < 0) return unwritable(file, errno);
  const mode_t mask = ::umask(0);
  ::umask(mask);
  const bool written = write_all(descriptor.number(), content) && ::fchmod(descriptor.number(), 0666 & ~mask) == 0 &&
                       ::fsync(descriptor.number()) == 0 && descriptor.close_now();
  if (!written || ::rename(beside.c_str(), file.c_str()) != 0) {
    const int error = errno;
    ::unlink(beside.c_str());
    return unwritable(file, error);
  }
  sync_folder(folder_of(file));
  return file;
}

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "haidang-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr)
    throw std::system_error(errno, std::generic_category(), "mkdtemp " + pattern);
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace haidang::platform
