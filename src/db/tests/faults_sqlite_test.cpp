// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <set>
#include <thread>

#include "db/testing.hpp"
#include "platform/files.hpp"

using namespace haidang;
using namespace haidang::db;
using namespace haidang::db::testing;
using Reason = Unavailable::Reason;

namespace {

constexpr std::array kTable{Migration{"20260101_create_notes",
                                      "CREATE TABLE notes (tenant_id BIGINT NOT NULL, id BIGINT NOT NULL, text TEXT "
                                      "NOT NULL, PRIMARY KEY (tenant_id, id));"}};
constexpr std::array kModules{ModuleMigrations{"notes", kTable}};
constexpr Statement kInsert{"insert", "INSERT INTO notes (tenant_id, id, text) VALUES (1, $1, $2)"};

// SQLite's own door for tests: the system calls of its unix layer can be replaced.
std::atomic<int> failing_with = 0;

ssize_t failing_pwrite(int file, const void* bytes, std::size_t size, off_t at) {
  if (failing_with == 0) return pwrite(file, bytes, size, at);
  errno = failing_with;
  return -1;
}

ssize_t failing_write(int file, const void* bytes, std::size_t size) {
  if (failing_with == 0) return write(file, bytes, size);
  errno = failing_with;
  return -1;
}

class FailingDisk {
 public:
  FailingDisk() {
    set("pwrite", reinterpret_cast<sqlite3_syscall_ptr>(failing_pwrite));
    set("pwrite64", reinterpret_cast<sqlite3_syscall_ptr>(failing_pwrite));
    set("write", reinterpret_cast<sqlite3_syscall_ptr>(failing_write));
  }
  ~FailingDisk() {
    failing_with = 0;
    for (const auto* call : {"pwrite", "pwrite64", "write"}) set(call, nullptr);
  }
  FailingDisk(const FailingDisk&) = delete;
  FailingDisk& operator=(const FailingDisk&) = delete;
  void fail_with(int error) { failing_with = error; }
  void mend() { failing_with = 0; }

 private:
  static void set(const char* call, sqlite3_syscall_ptr function) {
    auto* layer = sqlite3_vfs_find(nullptr);
    layer->xSetSystemCall(layer, call, function);
  }
};

/// Nothing when it was kept, else why not.
std::optional<Reason> insert(Database& database, std::int64_t id, const std::string& text = "x") {
  try {
    const auto done = database.write([&](Write& tx) -> Result<Done> {
      tx.execute(kInsert, {id, text});
      return Done{};
    });
    REQUIRE(done.has_value());
    return std::nullopt;
  } catch (const Unavailable& error) {
    return error.reason();
  }
}

std::set<std::int64_t> ids(Database& database) {
  std::set<std::int64_t> found;
  for (const auto row : query_sql(database, "SELECT id FROM notes")) found.insert(row.integer(0));
  return found;
}

std::string integrity(Database& database) {
  return query_sql(database, "PRAGMA integrity_check").front().text(0);
}

std::unique_ptr<Database> open_notes(const std::filesystem::path& folder) {
  auto database = std::move(open_database({.location = "sqlite:" + (folder / "notes.db").string()}).value());
  REQUIRE(migrate(*database, kModules).has_value());
  return database;
}

/// A disk of a few megabytes, where the system lets us have one.
class SmallDisk {
 public:
  explicit SmallDisk(const char* size) {
    mounted_ = mount("tmpfs", folder_.path().c_str(), "tmpfs", 0, (std::string("size=") + size).c_str()) == 0;
  }
  ~SmallDisk() {
    if (mounted_) umount2(folder_.path().c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  bool mounted() const { return mounted_; }
  const std::filesystem::path& path() const { return folder_.path(); }
  void resize(const char* size) {
    REQUIRE(mount("tmpfs", path().c_str(), "tmpfs", MS_REMOUNT, (std::string("size=") + size).c_str()) == 0);
  }

 private:
  platform::TemporaryFolder folder_;
  bool mounted_ = false;
};

}  // namespace

TEST_CASE("a disk that refuses to write is told by its reason, nothing is corrupt, and no restart is needed") {
  constexpr std::array kErrors{std::pair{ENOSPC, Reason::DiskFull}, std::pair{EDQUOT, Reason::DiskFull},
                               std::pair{EROFS, Reason::ReadOnly}, std::pair{EIO, Reason::Connection}};
  const platform::TemporaryFolder folder;
  FailingDisk disk;
  const auto database = open_notes(folder.path());
  std::set<std::int64_t> kept;
  std::int64_t next = 0;
  for (const auto& [error, reason] : kErrors) {
    kept.insert(++next);
    REQUIRE(insert(*database, next) == std::nullopt);
    disk.fail_with(error);
    CHECK(insert(*database, ++next) == reason);
    CHECK(insert(*database, ++next) == reason);
    CHECK(ids(*database) == kept);  // reading goes on
    disk.mend();
    kept.insert(++next);
    CHECK(insert(*database, next) == std::nullopt);
    CHECK(ids(*database) == kept);
    CHECK(integrity(*database) == "ok");
  }
}

TEST_CASE("when the disk fails under load, everybody is told the truth about his own write") {
  const platform::TemporaryFolder folder;
  FailingDisk disk;
  const auto database = open_notes(folder.path());
  std::atomic<bool> stop = false;
  std::atomic<int> refused = 0;
  std::array<std::set<std::int64_t>, 6> kept;
  std::vector<std::thread> threads;
  for (std::size_t thread = 0; thread < kept.size(); ++thread)
    threads.emplace_back([&, thread] {
      for (std::int64_t i = 0; !stop; ++i) {
        const auto id = static_cast<std::int64_t>(thread) * 1'000'000 + i;
        if (!insert(*database, id, std::string(2'000, 'x')))
          kept[thread].insert(id);
        else
          ++refused;
      }
    });
  for (int round = 0; round < 10; ++round) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    disk.fail_with(ENOSPC);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    disk.mend();
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  stop = true;
  for (auto& thread : threads) thread.join();
  std::set<std::int64_t> all;
  for (const auto& some : kept) all.insert(some.begin(), some.end());
  CHECK(refused > 0);
  CHECK(ids(*database) == all);
  CHECK(integrity(*database) == "ok");
}

TEST_CASE("a disk that is really full is survived") {
  SmallDisk disk("2m");
  if (!disk.mounted()) {
    MESSAGE("left out: no permission to mount a small disk");
    return;
  }
  const auto database = open_notes(disk.path());
  std::set<std::int64_t> kept;
  std::optional<Reason> refused;
  for (std::int64_t id = 0; id < 2'000 && !refused; ++id) {
    refused = insert(*database, id, std::string(4'000, 'x'));
    if (!refused) kept.insert(id);
  }
  CHECK(refused == Reason::DiskFull);
  CHECK(ids(*database) == kept);
  CHECK(insert(*database, 9'000, std::string(400'000, 'x')) == Reason::DiskFull);
  disk.resize("16m");
  kept.insert(9'001);
  CHECK(insert(*database, 9'001, std::string(400'000, 'x')) == std::nullopt);
  CHECK(ids(*database) == kept);
  CHECK(integrity(*database) == "ok");
}

TEST_CASE("another program that holds the lock for too long makes a write fail in time, not for ever") {
  const platform::TemporaryFolder folder;
  open_notes(folder.path());
  const auto path = (folder.path() / "notes.db").string();
  const auto database =
      std::move(open_database({.location = "sqlite:" + path, .patience = std::chrono::milliseconds(200)}).value());
  sqlite3* other = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &other) == SQLITE_OK);
  REQUIRE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
  CHECK(insert(*database, 1) == Reason::TimeOut);
  sqlite3_exec(other, "COMMIT", nullptr, nullptr, nullptr);
  sqlite3_close(other);
  CHECK(insert(*database, 2) == std::nullopt);
}

TEST_CASE("the write-ahead log stays short under a steady load of small writes") {
  const platform::TemporaryFolder folder;
  const auto database = open_notes(folder.path());
  for (std::int64_t id = 0; id < 12'000; id += 100) {
    const auto done = database->write([&](Write& tx) -> Result<Done> {
      for (std::int64_t i = id; i < id + 100; ++i) tx.execute(kInsert, {i, std::string(3'000, 'x')});
      return Done{};
    });
    REQUIRE(done.has_value());
  }
  CHECK(std::filesystem::file_size(folder.path() / "notes.db-wal") < (std::size_t{26} << 20));
}
