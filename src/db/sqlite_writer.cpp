// SPDX-License-Identifier: Apache-2.0
#include "sqlite_writer.hpp"

namespace haidang::db {
namespace {

constexpr Statement kBegin{"begin_immediate", "BEGIN IMMEDIATE"};
constexpr Statement kCommit{"commit", "COMMIT"};
constexpr Statement kSavepoint{"savepoint", "SAVEPOINT one"};
constexpr Statement kRelease{"release", "RELEASE one"};
constexpr Statement kUndo{"undo", "ROLLBACK TO one"};

constexpr int kLongLog = 1'000;     // pages; 4 MB
constexpr int kTooLongLog = 4'000;  // pages; 16 MB

class SqliteWrite : public Write {
 public:
  SqliteWrite(SqliteConnection& connection, Ticket& ticket) : connection_(connection), ticket_(ticket) {}
  void after_commit(std::function<void()> tell) override { ticket_.after_commit.push_back(std::move(tell)); }

  /// What a statement was refused for. Kept, because the function may have swallowed the exception.
  const std::exception_ptr& trouble() const { return trouble_; }

 protected:
  Rows run_query(const Statement& statement, const std::vector<Value>& values) override {
    return noting_trouble([&] { return connection_.query(statement, values); });
  }
  void run_execute(const Statement& statement, const std::vector<Value>& values) override {
    run_change(statement, values);
  }
  std::int64_t run_change(const Statement& statement, const std::vector<Value>& values) override {
    return noting_trouble([&] { return connection_.change(statement, values); });
  }

 private:
  template <class Action>
  auto noting_trouble(Action&& action) -> decltype(action()) {
    try {
      return action();
    } catch (...) {
      trouble_ = std::current_exception();
      throw;
    }
  }

  SqliteConnection& connection_;
  Ticket& ticket_;
  std::exception_ptr trouble_;
};

}  // namespace

SqliteCheckpoints::SqliteCheckpoints(const SqliteSettings& settings)
    : settings_(settings), thread_([this] { loop(); }) {}

SqliteCheckpoints::~SqliteCheckpoints() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
    asked_cv_.notify_one();
  }
  thread_.join();
}

void SqliteCheckpoints::ask() {
  std::lock_guard lock(mutex_);
  asked_ = true;
  asked_cv_.notify_one();
}

void SqliteCheckpoints::loop() {
  for (std::unique_lock lock(mutex_);;) {
    asked_cv_.wait(lock, [&] { return asked_ || stopping_; });
    if (stopping_) return;
    asked_ = false;
    lock.unlock();
    checkpoint();
    lock.lock();
  }
}

void SqliteCheckpoints::checkpoint() {
  std::lock_guard lock(one_at_a_time_);
  try {
    if (!connection_) connection_ = std::make_unique<SqliteConnection>(settings_, SqliteConnection::Use::Writing);
    connection_->checkpoint();
  } catch (const std::exception&) {
    connection_.reset();  // the log stays longer; the writer asks again
  }
}

void SqliteCheckpoints::run_on(SqliteConnection& writer) {
  std::lock_guard lock(one_at_a_time_);
  writer.checkpoint();
}

SqliteWriter::SqliteWriter(const SqliteSettings& settings, std::unique_ptr<SqliteConnection> connection)
    : settings_(settings), connection_(std::move(connection)), checkpoints_(settings), thread_([this] { loop(); }) {}

SqliteWriter::~SqliteWriter() {
  queue_.stop();
  thread_.join();
}

void SqliteWriter::loop() {
  while (auto* first = queue_.take()) {
    write_group(*first);
    keep_log_short();
  }
}

void SqliteWriter::write_group(Ticket& first) {
  std::vector<Ticket*> group;
  try {
    begin();
    gather_and_run(first, group);
    const auto commit_began = std::chrono::steady_clock::now();
    connection_->execute(kCommit);
    gathering_.close(group.size(), commit_began);
  } catch (const ConstraintBroken&) {
    // A constraint that is checked at the commit: whose it was is found by committing each alone.
    connection_->roll_back();
    for (auto* ticket : group) run_alone(*ticket);
  } catch (...) {
    if (group.empty()) group.push_back(&first);
    end_failed_group(group, std::current_exception());
  }
  WriteQueue::finish_all(group);
}

void SqliteWriter::gather_and_run(Ticket& first, std::vector<Ticket*>& group) {
  gathering_.open();
  for (auto* ticket = &first; ticket != nullptr; ticket = gathering_.next(group.size())) {
    group.push_back(ticket);
    run_function(*ticket);
  }
}

void SqliteWriter::run_alone(Ticket& ticket) {
  try {
    begin();
    run_function(ticket);
    connection_->execute(kCommit);
  } catch (...) {
    end_failed_group({&ticket}, std::current_exception());
  }
}

void SqliteWriter::run_function(Ticket& ticket) {
  ticket.begin();
  connection_->execute(kSavepoint);
  SqliteWrite transaction(*connection_, ticket);
  auto outcome = Outcome::Undo;
  try {
    outcome = ticket.function(transaction);
  } catch (...) {
    ticket.failure = std::current_exception();
  }
  if (transaction.trouble()) ticket.failure = transaction.trouble();
  // Some errors (disk full, I/O) end the whole transaction; then nobody in the group has written anything.
  if (connection_->failed() || !connection_->in_transaction())
    throw Unavailable(Unavailable::Reason::Connection, "the transaction of the group was lost");
  if (outcome == Outcome::Undo || ticket.failure) {
    ticket.after_commit.clear();
    connection_->execute(kUndo);
  }
  connection_->execute(kRelease);
}

void SqliteWriter::begin() {
  if (!connection_ || connection_->failed()) {
    connection_.reset();
    connection_ = std::make_unique<SqliteConnection>(settings_, SqliteConnection::Use::Writing);
  }
  connection_->execute(kBegin);
}

/// Everybody is told, even those whose own function was refused: what they were refused for was not kept.
void SqliteWriter::end_failed_group(const std::vector<Ticket*>& group, std::exception_ptr why) {
  if (connection_) connection_->roll_back();
  if (group.back()->failure && connection_ && connection_->failed()) why = group.back()->failure;
  fail_all(group, why);
}

void SqliteWriter::keep_log_short() {
  if (!connection_ || connection_->failed()) return;
  const int pages = connection_->pages_in_log();
  if (pages < pages_when_asked_) pages_when_asked_ = 0;  // the log has begun anew
  if (pages > kTooLongLog) return checkpoints_.run_on(*connection_);
  if (pages < pages_when_asked_ + kLongLog) return;
  pages_when_asked_ = pages;
  checkpoints_.ask();
}

}  // namespace haidang::db
