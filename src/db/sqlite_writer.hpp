// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <thread>
#include <vector>

#include "sqlite_connection.hpp"
#include "write_queue.hpp"

namespace haidang::db {

/// Keeps the write-ahead log short, on a connection and a thread of its own, so that the writer does not wait for the
/// database file to be synced.
class SqliteCheckpoints {
 public:
  explicit SqliteCheckpoints(const SqliteSettings&);
  ~SqliteCheckpoints();
  SqliteCheckpoints(const SqliteCheckpoints&) = delete;
  SqliteCheckpoints& operator=(const SqliteCheckpoints&) = delete;
  void ask();
  /// At once, on the writer's connection and time. The log begins anew only when all of it was copied, which does not
  /// happen beside a writer that never pauses.
  void run_on(SqliteConnection& writer);

 private:
  void loop();
  void checkpoint();

  const SqliteSettings settings_;
  std::unique_ptr<SqliteConnection> connection_;
  std::mutex one_at_a_time_;
  std::mutex mutex_;
  std::condition_variable asked_cv_;
  bool asked_ = false, stopping_ = false;
  std::thread thread_;
};

/// The one thread that writes. What waits in the queue becomes one transaction, with a savepoint for each function, so
/// that the disk is synced once for all of them.
class SqliteWriter {
 public:
  SqliteWriter(const SqliteSettings&, std::unique_ptr<SqliteConnection>);
  ~SqliteWriter();
  SqliteWriter(const SqliteWriter&) = delete;
  SqliteWriter& operator=(const SqliteWriter&) = delete;
  WriteQueue& queue() { return queue_; }

 private:
  void loop();
  void write_group(Ticket& first);
  void gather_and_run(Ticket& first, std::vector<Ticket*>& group);
  void run_alone(Ticket&);
  void run_function(Ticket&);
  void begin();
  void end_failed_group(const std::vector<Ticket*>&, std::exception_ptr);
  void keep_log_short();

  const SqliteSettings settings_;
  std::unique_ptr<SqliteConnection> connection_;
  SqliteCheckpoints checkpoints_;
  WriteQueue queue_;
  Gathering gathering_{queue_};
  int pages_when_asked_ = 0;
  std::thread thread_;
};

}  // namespace haidang::db
