// SPDX-License-Identifier: Apache-2.0
#include "sqlite_connection.hpp"

#include <cerrno>
#include <charconv>
#include <cstring>
#include <new>
#include <thread>

#include "base/ensure.hpp"

namespace haidang::db {
namespace {

using Reason = Unavailable::Reason;

/// SQLite reports only ENOSPC as "full"; a quota, a file size limit and a disk that the kernel has made read-only are
/// told apart by the error of the system call.
Reason reason_of_io_error(int system_error) {
  switch (system_error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return Reason::DiskFull;
    case EROFS:
    case EACCES:
    case EPERM:
      return Reason::ReadOnly;
    default:
      return Reason::Connection;
  }
}

/// What the system call said that failed last. sqlite3_system_errno() knows it for opening only; a commit leaves it at
/// the file it wrote to, which is the write-ahead log or the database.
int system_error_of(sqlite3* handle) {
  int error = sqlite3_system_errno(handle);
  sqlite3_file* log = nullptr;
  if (error == 0 && sqlite3_file_control(handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log) == SQLITE_OK &&
      log != nullptr && log->pMethods != nullptr)
    log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &error);
  if (error == 0) sqlite3_file_control(handle, "main", SQLITE_FCNTL_LAST_ERRNO, &error);
  return error;
}

void bind(sqlite3_stmt* statement, int place, const Value& value) {
  struct {
    sqlite3_stmt* statement;
    int place;
    void operator()(std::monostate) const { sqlite3_bind_null(statement, place); }
    void operator()(std::int64_t number) const { sqlite3_bind_int64(statement, place, number); }
    void operator()(double number) const { sqlite3_bind_double(statement, place, number); }
    void operator()(const std::string& text) const {
      ensure(text.find('\0') == std::string::npos, "text for the database holds no NUL");
      sqlite3_bind_text64(statement, place, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    void operator()(const Bytes& bytes) const {
      sqlite3_bind_blob64(statement, place, bytes.bytes.data(), bytes.bytes.size(), SQLITE_STATIC);
    }
  } const binder{statement, place};
  std::visit(binder, value.storage());
}

Value column(sqlite3_stmt* statement, int place) {
  const auto size = [&] { return static_cast<std::size_t>(sqlite3_column_bytes(statement, place)); };
  switch (sqlite3_column_type(statement, place)) {
    case SQLITE_INTEGER:
      return Value(std::int64_t{sqlite3_column_int64(statement, place)});
    case SQLITE_FLOAT:
      return Value(sqlite3_column_double(statement, place));
    case SQLITE_TEXT: {
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, place));
      return Value(std::string(text, size()));
    }
    case SQLITE_BLOB: {
      const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, place));
      return Value(Bytes{std::string(bytes == nullptr ? "" : bytes, size())});
    }
    default:
      return Value();
  }
}

}  // namespace

/// A statement in use. It is reset whatever happens: one that is left half read would pin the write-ahead log, which
/// then grows without bound.
class SqliteConnection::Running {
 public:
  Running(SqliteConnection& connection, const Statement& statement, const std::vector<Value>& values)
      : connection_(connection),
        prepared_(connection.prepared(statement, one_time_)),
        handle_(prepared_.handle),
        name_(statement.name) {
    std::size_t highest = 0;
    for (const auto number : prepared_.parameters) highest = std::max(highest, number);
    if (highest > values.size()) {
      sqlite3_finalize(one_time_.handle);
      throw Bug(std::string("too few values for the statement ") + name_);
    }
    for (std::size_t place = 0; place < prepared_.parameters.size(); ++place)
      bind(handle_, static_cast<int>(place) + 1, values[prepared_.parameters[place] - 1]);
  }
  ~Running() {
    sqlite3_reset(handle_);
    sqlite3_clear_bindings(handle_);
    sqlite3_finalize(one_time_.handle);
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  bool step() {
    const int code = sqlite3_step(handle_);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) connection_.fail(code, name_);
    return false;
  }
  sqlite3_stmt* handle() const { return handle_; }

 private:
  SqliteConnection& connection_;
  Prepared one_time_;
  const Prepared& prepared_;
  sqlite3_stmt* handle_;
  const char* name_;
};

SqliteConnection::SqliteConnection(const SqliteSettings& settings, Use use) {
  try {
    open(settings, use);
  } catch (...) {
    for (const auto& [text, statement] : statements_) sqlite3_finalize(statement.handle);
    sqlite3_close_v2(handle_);
    throw;
  }
}

SqliteConnection::~SqliteConnection() {
  for (const auto& [text, statement] : statements_) sqlite3_finalize(statement.handle);
  sqlite3_close_v2(handle_);
}

void SqliteConnection::open(const SqliteSettings& settings, Use use) {
  const int code = sqlite3_open_v2(settings.path.c_str(), &handle_,
                                   SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  if (handle_ == nullptr) throw std::bad_alloc();
  if (code != SQLITE_OK) fail(code, "open");
  sqlite3_extended_result_codes(handle_, 1);
  sqlite3_busy_timeout(handle_, static_cast<int>(settings.patience.count()));
  // SQLite does not wait for a lock while it changes the mode, so two programs that start together try again.
  for (const auto until = std::chrono::steady_clock::now() + settings.patience;;) {
    const int changed = sqlite3_exec(handle_, "PRAGMA journal_mode=WAL", nullptr, nullptr, nullptr);
    if (changed == SQLITE_OK) break;
    if ((changed & 0xFF) != SQLITE_BUSY || std::chrono::steady_clock::now() > until) fail(changed, "journal_mode");
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  execute({"", "PRAGMA synchronous=FULL"});
  execute({"", "PRAGMA foreign_keys=ON"});
  execute({"", "PRAGMA temp_store=MEMORY"});
  execute({"", "PRAGMA trusted_schema=OFF"});
  execute({"", "PRAGMA wal_autocheckpoint=0"});  // a thread of its own does it, off the writer's path
  if (use == Use::Reading) execute({"", "PRAGMA query_only=ON"});
  const auto note_pages = [](void* self, sqlite3*, const char*, int pages) {
    static_cast<SqliteConnection*>(self)->pages_in_log_ = pages;
    return SQLITE_OK;
  };
  sqlite3_wal_hook(handle_, note_pages, this);
}

SqliteConnection::Prepared SqliteConnection::prepare(const Statement& statement) {
  Prepared made;
  const char* rest = nullptr;
  const unsigned flags = *statement.name == '\0' ? 0 : SQLITE_PREPARE_PERSISTENT;
  const int code = sqlite3_prepare_v3(handle_, statement.text, -1, flags, &made.handle, &rest);
  if (code != SQLITE_OK) fail(code, statement.name);
  if (made.handle == nullptr || std::strspn(rest, " \t\r\n;") != std::strlen(rest)) {
    sqlite3_finalize(made.handle);
    throw Bug(std::string("not one SQL statement: ") + statement.name);
  }
  for (int place = 1; place <= sqlite3_bind_parameter_count(made.handle); ++place) {
    const char* name = sqlite3_bind_parameter_name(made.handle, place);
    std::size_t number = 0;
    if (name != nullptr && *name == '$') std::from_chars(name + 1, name + std::strlen(name), number);
    if (number == 0) {
      sqlite3_finalize(made.handle);
      throw Bug(std::string("a placeholder is not of the form $1: ") + statement.name);
    }
    made.parameters.push_back(number);
  }
  return made;
}

const SqliteConnection::Prepared& SqliteConnection::prepared(const Statement& statement, Prepared& one_time) {
  if (*statement.name == '\0') return one_time = prepare(statement);
  const auto found = statements_.find(statement.text);
  if (found != statements_.end()) return found->second;
  return statements_.emplace(statement.text, prepare(statement)).first->second;
}

Rows SqliteConnection::query(const Statement& statement, const std::vector<Value>& values) {
  Running running(*this, statement, values);
  std::vector<Value> cells;
  int columns = sqlite3_column_count(running.handle());
  while (running.step()) {
    columns = sqlite3_column_count(running.handle());  // known for certain only after a step: the schema may be newer
    for (int place = 0; place < columns; ++place) cells.push_back(column(running.handle(), place));
  }
  return Rows(static_cast<std::size_t>(columns), std::move(cells));
}

std::int64_t SqliteConnection::change(const Statement& statement, const std::vector<Value>& values) {
  const auto before = sqlite3_total_changes64(handle_);
  Running running(*this, statement, values);
  while (running.step()) {
  }
  // sqlite3_changes() keeps its old value when the statement was no INSERT, UPDATE or DELETE.
  return sqlite3_total_changes64(handle_) == before ? 0 : sqlite3_changes64(handle_);
}

void SqliteConnection::execute(const Statement& statement) {
  Running running(*this, statement, {});
  while (running.step()) {
  }
}

void SqliteConnection::roll_back() noexcept {
  if (in_transaction()) sqlite3_exec(handle_, "ROLLBACK", nullptr, nullptr, nullptr);
}

void SqliteConnection::checkpoint() {
  sqlite3_wal_checkpoint_v2(handle_, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

void SqliteConnection::fail(int code, const char* statement) {
  const int system_error =
      (code & 0xFF) == SQLITE_IOERR || (code & 0xFF) == SQLITE_CANTOPEN ? system_error_of(handle_) : 0;
  const std::string text = std::string("SQLite: ") + sqlite3_errmsg(handle_) + " (" + std::to_string(code) + ", " +
                           statement + (system_error == 0 ? "" : std::string(", ") + std::strerror(system_error)) + ")";
  const auto unavailable = [&](Reason reason) {
    failed_ = true;
    return Unavailable(reason, text);
  };
  switch (code & 0xFF) {
    case SQLITE_CONSTRAINT:
      throw ConstraintBroken(text);
    case SQLITE_FULL:
      throw unavailable(Reason::DiskFull);
    case SQLITE_READONLY:
    case SQLITE_PERM:
      throw unavailable(Reason::ReadOnly);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      throw unavailable(Reason::TimeOut);
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      throw unavailable(reason_of_io_error(system_error));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      throw unavailable(Reason::Connection);
    case SQLITE_NOMEM:
      throw std::bad_alloc();
    default:
      throw Bug(text);
  }
}

}  // namespace haidang::db
