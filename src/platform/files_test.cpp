// SPDX-License-Identifier: Apache-2.0
#include "platform/files.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

using namespace haidang;
using platform::TemporaryFolder;

TEST_CASE("what was written is read back, byte for byte") {
  const TemporaryFolder folder;
  const std::string content("một\0hai\r\n\xff", 11);
  REQUIRE(platform::write_file(folder.path() / "tệp.txt", content));
  CHECK(platform::read_file(folder.path() / "tệp.txt").value() == content);
}

TEST_CASE("writing replaces the whole file and leaves nothing beside it") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "a.txt";
  REQUIRE(platform::write_file(file, std::string(100'000, 'x')));
  REQUIRE(platform::write_file(file, "short"));
  CHECK(platform::read_file(file).value() == "short");
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a missing file is told apart from one that is too large and from a folder") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "a.txt";
  CHECK(platform::read_file(file).error().code == Code::FileNotFound);
  REQUIRE(platform::write_file(file, "123456"));
  CHECK(platform::read_file(file, 5).error().code == Code::FileTooLarge);
  CHECK(platform::read_file(file, 6).value() == "123456");
  CHECK(platform::read_file(folder.path()).error().code == Code::FileUnreadable);
}

TEST_CASE("a named pipe without a writer is refused instead of waiting for ever") {
  const TemporaryFolder folder;
  const auto pipe = folder.path() / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(platform::read_file(pipe).error().code == Code::FileUnreadable);
}

TEST_CASE("a file that cannot be written is a rejection and leaves the old one as it was") {
  const TemporaryFolder folder;
  CHECK(platform::write_file(folder.path() / "no" / "such" / "folder.txt", "x").error().code == Code::FileUnwritable);
  std::filesystem::create_directory(folder.path() / "taken");
  std::ofstream(folder.path() / "taken" / "inside.txt") << "x";
  CHECK(platform::write_file(folder.path() / "taken", "x").error().code == Code::FileUnwritable);
  CHECK(std::filesystem::exists(folder.path() / "taken" / "inside.txt"));
}

TEST_CASE("a temporary folder goes away with whatever lies in it") {
  std::filesystem::path path;
  {
    const TemporaryFolder folder;
    path = folder.path();
    std::filesystem::create_directories(path / "a" / "b");
    std::ofstream(path / "a" / "b" / "c.txt") << "x";
  }
  CHECK_FALSE(std::filesystem::exists(path));
}
