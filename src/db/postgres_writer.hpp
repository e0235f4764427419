// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <random>
#include <thread>
#include <vector>

#include "postgres_connection.hpp"
#include "write_queue.hpp"

namespace haidang::db {

/// Opens connections; after a failure it refuses for a while (50 ms, doubled up to 2 s), so that callers are told at
/// once while the server is away.
class PostgresConnector {
 public:
  explicit PostgresConnector(PostgresSettings settings) : settings_(std::move(settings)) {}
  std::unique_ptr<PostgresConnection> connect();
  const PostgresSettings& settings() const { return settings_; }

 private:
  const PostgresSettings settings_;
  std::mutex mutex_;
  std::chrono::steady_clock::time_point not_before_{};
  std::chrono::milliseconds pause_{0};
};

/// The thread that commits groups. All writers of all programs on one schema take one advisory lock, so that what a
/// function has read cannot change before it has written (docs/adr/0008-one-write-path-group-commit.md).
///
///   quick:    begin, lock, f1, f2, f3 …, commit            the statements of f1 travel with the question of f2
///      │ one of them failed after it had written
///      ▼
///   careful:  begin, lock, savepoint, f1, wait, savepoint, f2, wait …, commit
///      │ the commit itself was refused (a deferred constraint)
///      ▼
///   alone:    careful, one transaction for each
class PostgresWriter {
 public:
  explicit PostgresWriter(PostgresConnector&);
  ~PostgresWriter();
  PostgresWriter(const PostgresWriter&) = delete;
  PostgresWriter& operator=(const PostgresWriter&) = delete;
  WriteQueue& queue() { return queue_; }

 private:
  /// How an attempt to commit a group ended: committed, or what to do next.
  enum class Ending { Committed, Split, Again };
  using Group = std::vector<Ticket*>;

  void loop();
  void write_group(Ticket& first);
  void commit_carefully(const Group&);
  /// Repeats after serialisation failures and after a connection that was lost before the commit was sent. When it
  /// throws, nothing of the group is known to be committed.
  Ending repeat(const std::function<Ending()>& attempt);
  Ending try_quick(Ticket& first, Group&);
  Ending try_carefully(const Group&);
  bool run_quick(Ticket&);
  void run_carefully(Ticket&);
  void begin();
  void commit();

  PostgresConnector& connector_;
  std::unique_ptr<PostgresConnection> connection_;
  std::int64_t lock_key_ = 0;
  bool commit_sent_ = false;
  std::mt19937 random_{std::random_device{}()};
  WriteQueue queue_;
  Gathering gathering_{queue_};
  std::thread thread_;
};

}  // namespace haidang::db
