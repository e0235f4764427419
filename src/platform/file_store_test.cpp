// SPDX-License-Identifier: Apache-2.0
#include "platform/file_store.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <system_error>
#include <thread>
#include <vector>

#include "platform/files.hpp"
#include "platform/sha256.hpp"

using namespace haidang;
using platform::FileStore;
using platform::TemporaryFolder;

namespace {

constexpr TenantId kHere{1}, kElsewhere{2};

std::size_t files_below(const std::filesystem::path& folder) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) count += entry.is_regular_file();
  return count;
}

}  // namespace

TEST_CASE("SHA-256 is the one everybody computes") {
  CHECK(platform::sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(platform::sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a file is found again by its content, and the same content is kept once") {
  const TemporaryFolder folder;
  FileStore store(folder.path() / "files");
  const auto source = folder.path() / "source";
  const std::string content(3'000'000, 'x');
  REQUIRE(platform::write_file(source, content));
  const auto stored = store.put(kHere, source);
  CHECK(stored.size == content.size());
  CHECK(stored.hash == platform::sha256_hex(content));
  CHECK(store.put_bytes(kHere, content).hash == stored.hash);
  CHECK(files_below(store.folder()) == 1);
  CHECK(platform::read_file(store.find(kHere, stored.hash).value()).value() == content);
  CHECK(std::filesystem::exists(source));
}

TEST_CASE("a tenant does not see the files of another") {
  const TemporaryFolder folder;
  FileStore store(folder.path());
  const auto stored = store.put_bytes(kHere, "x");
  CHECK_FALSE(store.find(kElsewhere, stored.hash));
}

TEST_CASE("a text that is no hash leads nowhere") {
  const TemporaryFolder folder;
  FileStore store(folder.path() / "files");
  REQUIRE(platform::write_file(folder.path() / "secret", "x"));
  for (const std::string_view text : {"", "../../secret", "..", "ABCD"}) CHECK_FALSE(store.find(kHere, text));
  CHECK_FALSE(store.find(kHere, std::string(64, 'A')));
  CHECK_FALSE(store.find(kHere, std::string(64, 'a')));
}

TEST_CASE("damage is noticed, and mended when the content is put again") {
  const TemporaryFolder folder;
  FileStore store(folder.path());
  const auto stored = store.put_bytes(kHere, "một văn bản");
  CHECK(store.verify(kHere, stored.hash));
  const auto place = store.find(kHere, stored.hash).value();
  std::filesystem::remove(place);
  std::ofstream(place) << "khác";
  CHECK_FALSE(store.verify(kHere, stored.hash));
  store.put_bytes(kHere, "một văn bản");
  CHECK(store.verify(kHere, stored.hash));
}

TEST_CASE("a source that cannot be read leaves nothing behind") {
  const TemporaryFolder folder;
  FileStore store(folder.path() / "files");
  CHECK_THROWS_AS(store.put(kHere, folder.path() / "missing"), std::system_error);
  CHECK(files_below(store.folder()) == 0);
}

TEST_CASE("threads that put the same and other files at once do not disturb each other") {
  const TemporaryFolder folder;
  FileStore store(folder.path());
  std::vector<std::thread> threads;
  for (int number = 0; number < 4; ++number)
    threads.emplace_back([&, number] {
      for (int round = 0; round < 10; ++round) {
        store.put_bytes(kHere, "same " + std::to_string(round));
        store.put_bytes(kHere, std::to_string(number) + " other " + std::to_string(round));
      }
    });
  for (auto& thread : threads) thread.join();
  CHECK(files_below(folder.path()) == 50);
}
