// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <sqlite3.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "db/database.hpp"

/// What commands are measured against: raw SQLite with group commit, and pgbench. The command is what the program does
/// all day: read a row, update it if nobody else has, append a fact of 290 bytes.
namespace haidang::bench {

constexpr int kCases = 10'000;
constexpr auto kSpan = std::chrono::milliseconds(1'500);  ///< of one measurement

struct Measure {
  double per_second = 0;
  double processor_microseconds = 0;  ///< for each command; 0: not known
};

/// Runs `work(until)`, which answers how many commands it carried out, in this process.
Measure measured(const std::function<std::int64_t(std::chrono::steady_clock::time_point)>& work);

/// Makes the tables of the command.
void prepare_cases(db::Database&);
/// Carries the command out on a case, 1 to kCases. Answers its new state.
Result<std::int64_t> advance_case(db::Database&, std::int64_t id);

/// The yardstick of SQLite: one thread, one connection, nothing in between; a savepoint for each command.
class RawSqlite {
 public:
  explicit RawSqlite(const std::filesystem::path& file);
  ~RawSqlite();
  RawSqlite(const RawSqlite&) = delete;
  RawSqlite& operator=(const RawSqlite&) = delete;
  Measure groups_of(int size);  ///< so many commands share a commit

 private:
  void run(std::size_t index);
  void one();
  sqlite3* handle_ = nullptr;
  std::array<sqlite3_stmt*, 7> statements_{};
  std::minstd_rand random_{1};
};

/// A PostgreSQL cluster of its own, removed at the end.
class Cluster {
 public:
  Cluster();
  ~Cluster();
  Cluster(const Cluster&) = delete;
  Cluster& operator=(const Cluster&) = delete;
  bool started() const { return started_; }
  /// Of a new, empty database.
  std::string create(const std::string& database) const;
  /// The yardstick of PostgreSQL: the same SQL, prepared, 8 connections, upon the tables in `database`. Writes its
  /// script into `folder`.
  Measure pgbench(const std::string& database, const std::filesystem::path& folder) const;

 private:
  const std::string folder_;
  bool started_ = false;
};

/// One line of a table.
struct Line {
  std::string name;
  std::function<Measure()> measure;
  std::vector<Measure> rounds{};
  Measure median() const;
};

/// Measures all lines in turn, three times, so that all meet the same neighbours; the first is the yardstick.
void compare(const char* title, std::vector<Line> lines);

}  // namespace haidang::bench
