// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "platform/files.hpp"
#include "tests/damaged_documents.hpp"
#include "tests/test_reader.hpp"

using namespace haidang;
using namespace haidang::documents;

namespace {

/// Everything the readers write goes below a folder of this test, so that what they leave can be seen.
class WatchedFolder {
 public:
  WatchedFolder() : before_(std::getenv("TMPDIR") == nullptr ? "" : std::getenv("TMPDIR")) {
    std::filesystem::create_directory(temporary());
    ::setenv("TMPDIR", temporary().c_str(), 1);
  }
  ~WatchedFolder() { before_.empty() ? ::unsetenv("TMPDIR") : ::setenv("TMPDIR", before_.c_str(), 1); }
  WatchedFolder(const WatchedFolder&) = delete;
  WatchedFolder& operator=(const WatchedFolder&) = delete;

  std::filesystem::path temporary() const { return folder_.path() / "temporary"; }
  std::filesystem::path document() const { return folder_.path() / "document"; }
  bool is_clean() const { return std::filesystem::is_empty(temporary()); }

  /// Whether a process works on one of our files.
  bool is_in_use() const {
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
      std::ifstream file(entry.path() / "cmdline");
      const std::string command((std::istreambuf_iterator<char>(file)), {});
      if (command.find(folder_.path().string()) != std::string::npos) return true;
    }
    return false;
  }

 private:
  platform::TemporaryFolder folder_;
  std::string before_;
};

ReadLimits short_limits() {
  ReadLimits limits;
  limits.seconds = 20;
  return limits;
}

}  // namespace

TEST_CASE("every damaged document ends in a rejection or a reading, and leaves nothing behind") {
  const WatchedFolder folder;
  const auto documents = damaged_documents();
  CHECK(documents.size() >= 100);
  std::size_t rejected = 0;
  for (const auto& document : documents) {
    CAPTURE(document.name);
    std::ofstream(folder.document(), std::ios::binary | std::ios::trunc) << document.bytes;
    const auto begin = std::chrono::steady_clock::now();
    const auto source = read_document(folder.document(), short_limits(), test_reader());
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(25));
    if (source) {
      CHECK_FALSE(source->text.empty());
    } else {
      ++rejected;
      const int code = static_cast<int>(source.error().code);
      CHECK((code == static_cast<int>(Code::NotText) || (code >= 1300 && code < 1400)));
      CHECK(message(source.error(), Language::Vietnamese).find('{') == std::string::npos);
    }
    CHECK(folder.is_clean());
    CHECK((::waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD));
  }
  CHECK_FALSE(folder.is_in_use());
  CHECK(rejected >= documents.size() / 3);
}
