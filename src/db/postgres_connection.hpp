// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <libpq-fe.h>

#include <deque>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "db/database.hpp"

namespace haidang::db {

struct PostgresSettings {
  std::string location;
  std::chrono::milliseconds patience{5'000};
};

/// What the server answered when it refused a statement. Never leaves this module: `as_public` says what callers see.
class ServerError : public std::runtime_error {
 public:
  enum class Kind { Statement, Constraint, Serialisation, Unavailable };
  ServerError(std::string state, const std::string& for_log);
  Kind kind() const { return kind_; }
  /// Unavailable, ConstraintBroken or Bug.
  std::exception_ptr as_public() const;

 private:
  std::string state_;
  Kind kind_;
};

/// One connection in libpq's pipeline mode: `send` only queues, and what is queued travels with the next `fetch`, so
/// that a command costs one round trip for its question and none for its changes. Used by one thread at a time.
/// Throws ServerError; Unavailable{Connection} when the connection is lost.
class PostgresConnection {
 public:
  explicit PostgresConnection(const PostgresSettings&);
  PostgresConnection(const PostgresConnection&) = delete;
  PostgresConnection& operator=(const PostgresConnection&) = delete;

  struct Answer {
    Rows rows{0, {}};
    std::int64_t changed = 0;
    bool may_have_written = false;
  };

  /// Its failure shows in a later `fetch` or `settle`.
  void send(const Statement&, const std::vector<Value>& = {});
  Answer fetch(const Statement&, const std::vector<Value>& = {});
  /// Waits for everything that was sent.
  void settle();
  /// Sends a statement that ends a transaction, together with all that waits, and does not wait for the answer: the
  /// connection's next user sees to it.
  void send_last(const Statement&);
  /// Throws ServerError when the transaction was not committed; when Unavailable is thrown, nobody knows.
  void commit();
  /// After an error: back to a connection outside of any transaction. Throws Unavailable when it is lost.
  void roll_back();

  bool failed() const { return lost_; }
  /// A server that went away in the meantime is noticed before anything is sent.
  void notice_if_lost();

 private:
  struct Closer {
    void operator()(PGconn* connection) const { PQfinish(connection); }
    void operator()(PGresult* result) const { PQclear(result); }
  };
  using Result = std::unique_ptr<PGresult, Closer>;
  enum class Expecting { Preparation, Answer, Sync };
  struct Prepared {
    std::string name;  ///< on the server
    bool only_reads = false;
  };
  struct Pending {
    Expecting what;
    std::string text;  ///< of a preparation: forgotten when it fails
    std::string name;
  };

  /// Sends all that waits. The server answers it, and after an error goes on from here. Each question ends with one,
  /// not with a mere flush, because only then the server knows that it waits for us and counts the time.
  void sync();
  const Prepared& prepare(const Statement&);
  Result next_result();
  /// Reads the answers to all that was sent up to the last sync; the last one is returned. The first error is thrown
  /// when all have been read.
  Result read_answers();
  [[noreturn]] void lose();
  void must(int accepted);

  std::unique_ptr<PGconn, Closer> handle_;
  std::unordered_map<std::string, Prepared> prepared_;  ///< by text
  std::deque<Pending> pending_;
  int named_ = 0;
  bool lost_ = false;
};

}  // namespace haidang::db
