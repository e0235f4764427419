// SPDX-License-Identifier: Apache-2.0
#include "postgres_writer.hpp"

#include <algorithm>

namespace haidang::db {
namespace {

constexpr Statement kBegin{"begin", "BEGIN"};
constexpr Statement kLock{"lock_writers", "SELECT pg_advisory_xact_lock($1)"};
constexpr Statement kSavepoint{"savepoint", "SAVEPOINT one"};
constexpr Statement kRelease{"release", "RELEASE SAVEPOINT one"};
constexpr Statement kUndo{"undo", "ROLLBACK TO SAVEPOINT one"};
// The key is that of the schema, so that installations which share a database do not wait for each other.
constexpr Statement kLockKey{"", "SELECT hashtextextended(current_schema(), 20261123)"};

constexpr int kMostAttempts = 8;
constexpr std::chrono::milliseconds kFirstPause{50}, kLongestPause{2'000};

/// Failures of one statement, which are the fault of one function; others concern the whole group.
bool is_of_one_function(const ServerError& error) {
  return error.kind() == ServerError::Kind::Statement || error.kind() == ServerError::Kind::Constraint;
}

class PostgresWrite : public Write {
 public:
  PostgresWrite(PostgresConnection& connection, Ticket& ticket) : connection_(connection), ticket_(ticket) {}
  void after_commit(std::function<void()> tell) override { ticket_.after_commit.push_back(std::move(tell)); }

  bool has_written() const { return has_written_; }
  /// The server refused something, or is gone. Kept here too, because the function may have swallowed the exception.
  bool has_trouble() const { return trouble_ != nullptr; }
  /// Returns what the function's caller is to be told.
  std::exception_ptr throw_unless_of_one_function() const {
    try {
      std::rethrow_exception(trouble_);
    } catch (const ServerError& error) {
      if (!is_of_one_function(error)) throw;
      return error.as_public();
    }
  }
  void settle() {
    noting_trouble([&] { connection_.settle(); });
  }

 protected:
  Rows run_query(const Statement& statement, const std::vector<Value>& values) override {
    auto answer = noting_trouble([&] { return connection_.fetch(statement, values); });
    has_written_ |= answer.may_have_written;
    return std::move(answer.rows);
  }
  void run_execute(const Statement& statement, const std::vector<Value>& values) override {
    has_written_ = true;
    noting_trouble([&] { connection_.send(statement, values); });
  }
  std::int64_t run_change(const Statement& statement, const std::vector<Value>& values) override {
    const auto changed = noting_trouble([&] { return connection_.fetch(statement, values).changed; });
    has_written_ |= changed != 0;
    return changed;
  }

 private:
  template <class Action>
  auto noting_trouble(Action&& action) -> decltype(action()) {
    try {
      return action();
    } catch (const ServerError&) {
      trouble_ = std::current_exception();
      throw;
    } catch (const Unavailable&) {
      trouble_ = std::current_exception();
      throw;
    }
  }

  PostgresConnection& connection_;
  Ticket& ticket_;
  bool has_written_ = false;
  std::exception_ptr trouble_;
};

}  // namespace

std::unique_ptr<PostgresConnection> PostgresConnector::connect() {
  const auto refuse = [] {
    throw Unavailable(Unavailable::Reason::Connection, "PostgreSQL did not answer a moment ago");
  };
  {
    std::lock_guard lock(mutex_);
    if (std::chrono::steady_clock::now() < not_before_) refuse();
  }
  try {
    auto connection = std::make_unique<PostgresConnection>(settings_);
    std::lock_guard lock(mutex_);
    pause_ = {};
    return connection;
  } catch (...) {
    std::lock_guard lock(mutex_);
    pause_ = std::clamp(pause_ * 2, kFirstPause, kLongestPause);
    not_before_ = std::chrono::steady_clock::now() + pause_;
    throw;
  }
}

PostgresWriter::PostgresWriter(PostgresConnector& connector) : connector_(connector), thread_([this] { loop(); }) {}

PostgresWriter::~PostgresWriter() {
  queue_.stop();
  thread_.join();
}

void PostgresWriter::loop() {
  while (auto* first = queue_.take()) write_group(*first);
}

void PostgresWriter::write_group(Ticket& first) {
  Group group;
  try {
    if (repeat([&] { return try_quick(first, group); }) == Ending::Split) commit_carefully(group);
  } catch (const ServerError& error) {
    fail_all(group, error.as_public());
  } catch (...) {
    fail_all(group, std::current_exception());
  }
  WriteQueue::finish_all(group);
}

void PostgresWriter::commit_carefully(const Group& group) {
  if (repeat([&] { return try_carefully(group); }) == Ending::Committed) return;
  for (auto* ticket : group) {
    try {
      repeat([&] { return try_carefully({ticket}); });
    } catch (const ServerError& error) {
      ticket->failure = error.as_public();
    } catch (...) {
      ticket->failure = std::current_exception();
    }
  }
}

PostgresWriter::Ending PostgresWriter::repeat(const std::function<Ending()>& attempt) {
  for (int tried = 1;; ++tried) {
    commit_sent_ = false;
    try {
      return attempt();
    } catch (const ServerError& error) {
      // A server that was read-only may be so for this connection only: the next attempt takes a new one.
      if (error.kind() == ServerError::Kind::Unavailable)
        connection_.reset();
      else
        connection_->roll_back();
      if (error.kind() != ServerError::Kind::Serialisation || tried == kMostAttempts) throw;
      const auto longest = 1 << tried;
      std::this_thread::sleep_for(std::chrono::milliseconds(std::uniform_int_distribution(0, longest)(random_)));
    } catch (const Unavailable&) {
      // Lost before the commit was sent: nothing happened, and the server may be back already. Once it was sent nobody
      // knows, and only the caller can find out.
      const bool lost = connection_ && connection_->failed();
      connection_.reset();
      if (!lost || commit_sent_ || tried > 1) throw;
    }
  }
}

/// The group fills while it runs: whoever comes in the meantime joins.
PostgresWriter::Ending PostgresWriter::try_quick(Ticket& first, Group& group) {
  if (group.empty()) group.push_back(&first);
  begin();
  gathering_.open();
  for (std::size_t index = 0; index < group.size(); ++index) {
    if (!run_quick(*group[index])) return Ending::Split;
    if (index + 1 < group.size()) continue;
    if (auto* more = gathering_.next(group.size())) group.push_back(more);
  }
  const auto commit_began = std::chrono::steady_clock::now();
  try {
    commit();
  } catch (const ServerError& error) {
    if (!is_of_one_function(error)) throw;
    connection_->roll_back();
    return Ending::Split;
  }
  gathering_.close(group.size(), commit_began);
  return Ending::Committed;
}

/// False when the group has to be split: something was written that must be undone, or the server refused something.
bool PostgresWriter::run_quick(Ticket& ticket) {
  ticket.begin();
  PostgresWrite transaction(*connection_, ticket);
  auto outcome = Outcome::Undo;
  try {
    outcome = ticket.function(transaction);
  } catch (...) {
    ticket.failure = std::current_exception();
  }
  if (transaction.has_trouble()) {
    transaction.throw_unless_of_one_function();
    connection_->roll_back();
    return false;
  }
  if (outcome == Outcome::Keep) return true;
  ticket.after_commit.clear();
  if (transaction.has_written()) connection_->roll_back();
  return !transaction.has_written();
}

PostgresWriter::Ending PostgresWriter::try_carefully(const Group& group) {
  begin();
  for (auto* ticket : group) run_carefully(*ticket);
  try {
    commit();
  } catch (const ServerError& error) {
    if (error.kind() != ServerError::Kind::Constraint || group.size() == 1) throw;
    connection_->roll_back();
    return Ending::Split;
  }
  return Ending::Committed;
}

void PostgresWriter::run_carefully(Ticket& ticket) {
  ticket.begin();
  connection_->send(kSavepoint);
  PostgresWrite transaction(*connection_, ticket);
  auto outcome = Outcome::Undo;
  try {
    outcome = ticket.function(transaction);
  } catch (...) {
    ticket.failure = std::current_exception();
  }
  try {
    if (!transaction.has_trouble()) transaction.settle();
  } catch (const std::exception&) {
    // Noted as trouble.
  }
  if (transaction.has_trouble()) ticket.failure = transaction.throw_unless_of_one_function();
  if (outcome == Outcome::Undo || ticket.failure) {
    ticket.after_commit.clear();
    connection_->send(kUndo);
  }
  connection_->send(kRelease);
}

void PostgresWriter::begin() {
  if (connection_) connection_->notice_if_lost();
  if (!connection_ || connection_->failed()) {
    connection_.reset();
    connection_ = connector_.connect();
    lock_key_ = connection_->fetch(kLockKey).rows.front().integer(0);
  }
  connection_->send(kBegin);
  connection_->send(kLock, {lock_key_});
}

void PostgresWriter::commit() {
  commit_sent_ = true;
  connection_->commit();
}

}  // namespace haidang::db
