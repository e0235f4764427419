// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <sqlite3.h>

#include <chrono>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "db/database.hpp"

namespace haidang::db {

/// What a call costs when another program holds the lock: SQLite waits that long, then Unavailable.
struct SqliteSettings {
  std::string path;
  std::chrono::milliseconds patience{5'000};
};

/// One connection: WAL, synchronous=FULL, foreign keys on; statements prepared once. Used by one thread at a time.
/// Every failure is thrown as Unavailable, ConstraintBroken or Bug.
class SqliteConnection {
 public:
  enum class Use { Reading, Writing };
  SqliteConnection(const SqliteSettings&, Use);
  ~SqliteConnection();
  SqliteConnection(const SqliteConnection&) = delete;
  SqliteConnection& operator=(const SqliteConnection&) = delete;

  Rows query(const Statement&, const std::vector<Value>&);
  /// Returns how many rows were changed.
  std::int64_t change(const Statement&, const std::vector<Value>&);
  /// Without parameters or rows: BEGIN, PRAGMA …
  void execute(const Statement&);

  bool in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }
  /// Unavailable was thrown: the transaction is lost, and a new connection is tried next time.
  bool failed() const { return failed_; }
  /// Ends the transaction whatever has happened to it.
  void roll_back() noexcept;
  /// Copies what the write-ahead log holds into the database file, as far as nobody is in the way.
  void checkpoint();
  /// Pages in the write-ahead log after the last commit.
  int pages_in_log() const { return pages_in_log_; }

 private:
  struct Prepared {
    sqlite3_stmt* handle = nullptr;
    std::vector<std::size_t> parameters;  ///< which value each place of the statement takes
  };
  class Running;

  void open(const SqliteSettings&, Use);
  Prepared prepare(const Statement&);
  const Prepared& prepared(const Statement&, Prepared& one_time);
  [[noreturn]] void fail(int code, const char* statement);

  sqlite3* handle_ = nullptr;
  std::unordered_map<std::string, Prepared> statements_;
  bool failed_ = false;
  int pages_in_log_ = 0;
};

}  // namespace haidang::db
