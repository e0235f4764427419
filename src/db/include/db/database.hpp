// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <concepts>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

/// SQLite and PostgreSQL behind one small interface. Modules write one SQL: the intersection of both, placeholders $1,
/// $2 …, types BIGINT, TEXT, BYTEA, DOUBLE PRECISION; dates are TEXT "2022-07-08", moments BIGINT milliseconds, truth 0
/// or 1; RETURNING, ON CONFLICT, WITH RECURSIVE and window functions exist in both. Text compares by bytes in both.
namespace haidang::db {

struct Bytes {
  std::string bytes;
};

/// What a parameter or a column may be.
class Value {
 public:
  using Storage = std::variant<std::monostate, std::int64_t, double, std::string, Bytes>;
  Value() = default;
  Value(std::nullptr_t) {}
  Value(std::nullopt_t) {}
  Value(int value) : storage_(std::int64_t{value}) {}
  Value(std::int64_t value) : storage_(value) {}
  template <std::same_as<bool> Truth>
  Value(Truth value) : storage_(std::int64_t{value}) {}  // a template, so that a pointer is no truth
  Value(double value) : storage_(value) {}
  Value(const char* value) : storage_(std::string(value)) {}
  Value(std::string_view value) : storage_(std::string(value)) {}
  Value(std::string value) : storage_(std::move(value)) {}
  Value(Bytes value) : storage_(std::move(value)) {}
  Value(LocalDate value) : storage_(iso(value)) {}
  Value(Instant value) : storage_(std::int64_t{value.time_since_epoch().count()}) {}
  template <class Tag>
  Value(Id<Tag> value) : storage_(value.value()) {}
  template <class T>
  Value(const std::optional<T>& value) : Value(value ? Value(*value) : Value()) {}

  const Storage& storage() const { return storage_; }

 private:
  Storage storage_;
};

/// One statement of a module's sql/ folder (`haidang_sql` in CMake makes `sql::kFindAccount` from
/// sql/find_account.sql). The name stands in metrics and logs, the text is what runs. Connections keep it prepared,
/// unless the name is empty.
struct Statement {
  const char* name;
  const char* text;
};

/// The rows of a query, read completely. Columns are counted from 0; a wrong type is a `Bug`.
class Rows {
 public:
  Rows(std::size_t columns, std::vector<Value> cells) : columns_(columns), cells_(std::move(cells)) {}

  class Row {
   public:
    Row(const Value* cells, std::size_t columns) : cells_(cells), columns_(columns) {}
    bool is_null(std::size_t column) const;
    std::int64_t integer(std::size_t column) const;
    double number(std::size_t column) const;
    bool truth(std::size_t column) const { return integer(column) != 0; }
    const std::string& text(std::size_t column) const;
    const std::string& bytes(std::size_t column) const;
    LocalDate date(std::size_t column) const;
    Instant instant(std::size_t column) const;
    template <class AnyId>
    AnyId id(std::size_t column) const {
      return AnyId(integer(column));
    }
    std::optional<std::int64_t> integer_if(std::size_t column) const;
    std::optional<double> number_if(std::size_t column) const;
    std::optional<std::string> text_if(std::size_t column) const;
    std::optional<LocalDate> date_if(std::size_t column) const;
    std::optional<Instant> instant_if(std::size_t column) const;
    template <class AnyId>
    std::optional<AnyId> id_if(std::size_t column) const {
      return is_null(column) ? std::nullopt : std::optional<AnyId>(AnyId(integer(column)));
    }

   private:
    const Value& cell(std::size_t column) const;
    const Value* cells_;
    std::size_t columns_;
  };

  class Iterator {
   public:
    Iterator(const Rows* rows, std::size_t index) : rows_(rows), index_(index) {}
    Row operator*() const { return (*rows_)[index_]; }
    Iterator& operator++() { return ++index_, *this; }
    bool operator!=(const Iterator& other) const { return index_ != other.index_; }

   private:
    const Rows* rows_;
    std::size_t index_;
  };

  std::size_t size() const { return columns_ == 0 ? 0 : cells_.size() / columns_; }
  bool empty() const { return cells_.empty(); }
  Row operator[](std::size_t index) const { return Row(cells_.data() + index * columns_, columns_); }
  Row front() const { return (*this)[0]; }
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, size()}; }

 private:
  std::size_t columns_;
  std::vector<Value> cells_;
};

using Parameters = std::initializer_list<Value>;

/// A consistent view of the database, for the time of one call. Not shared between threads, not kept.
class Read {
 public:
  virtual ~Read() = default;
  Rows query(const Statement& statement, Parameters parameters = {}) {
    return run_query(statement, std::vector<Value>(parameters));
  }
  Rows query(const Statement& statement, const std::vector<Value>& parameters) {
    return run_query(statement, parameters);
  }

 protected:
  virtual Rows run_query(const Statement&, const std::vector<Value>&) = 0;
};

/// A transaction that may change things. All of it is committed, durably, before `Database::write` returns, or none of
/// it. The function given to `write` may run more than once (a serialisation failure, a group that is split): it
/// changes nothing but the database, and sets anew whatever it captured.
class Write : public Read {
 public:
  /// May be sent later, together with what follows; its failure ends the transaction with an exception or a retry.
  void execute(const Statement& statement, Parameters parameters = {}) {
    run_execute(statement, std::vector<Value>(parameters));
  }
  void execute(const Statement& statement, const std::vector<Value>& parameters) { run_execute(statement, parameters); }
  /// How many rows it changed; waits for the answer.
  std::int64_t change(const Statement& statement, Parameters parameters = {}) {
    return run_change(statement, std::vector<Value>(parameters));
  }
  /// Runs when, and only when, the commit is durable, before `write` returns (to wake waiting readers, to publish).
  /// Must not throw.
  virtual void after_commit(std::function<void()>) = 0;

 protected:
  virtual void run_execute(const Statement&, const std::vector<Value>&) = 0;
  virtual std::int64_t run_change(const Statement&, const std::vector<Value>&) = 0;
};

enum class Engine { SQLite, PostgreSQL };

/// What becomes of the changes of one function given to `Database::write`.
enum class Outcome { Keep, Undo };

/// Thrown when the database cannot answer: disk full, read-only disk, connection lost, no connection in time.
/// The next call tries again (reconnecting if need be); nothing acknowledged is lost. The HTTP edge turns it into 503
/// or 507.
class Unavailable : public std::runtime_error {
 public:
  enum class Reason { Connection, DiskFull, ReadOnly, TimeOut, Stopping };
  Unavailable(Reason reason, const std::string& for_log) : std::runtime_error(for_log), reason_(reason) {}
  Reason reason() const { return reason_; }

 private:
  Reason reason_;
};

/// A primary key, unique, foreign key or check constraint refused a change and no module turned it into a rejection
/// beforehand.
class ConstraintBroken : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Database {
 public:
  virtual ~Database() = default;
  virtual Engine engine() const = 0;

  /// Runs on a pooled connection, in one snapshot, on the caller's thread.
  template <class Function>
  auto read(Function&& function) -> decltype(function(std::declval<Read&>())) {
    using Answer = decltype(function(std::declval<Read&>()));
    if constexpr (std::is_void_v<Answer>) {
      run_read([&](Read& transaction) { function(transaction); });
    } else {
      std::optional<Answer> answer;
      run_read([&](Read& transaction) { answer.emplace(function(transaction)); });
      return std::move(*answer);
    }
  }

  /// Runs in the writer, together with other callers' writes (group commit), and returns when the commit is durable.
  /// The function returns a Result: a rejection undoes what this function wrote, nothing else. An exception undoes it
  /// too and is passed on.
  template <class Function>
  auto write(Function&& function) -> decltype(function(std::declval<Write&>())) {
    using Answer = decltype(function(std::declval<Write&>()));
    std::optional<Answer> answer;
    run_write([&](Write& transaction) {
      answer.reset();
      answer.emplace(function(transaction));
      return answer->has_value() ? Outcome::Keep : Outcome::Undo;
    });
    return std::move(*answer);
  }

 protected:
  virtual void run_read(const std::function<void(Read&)>&) = 0;
  virtual void run_write(const std::function<Outcome(Write&)>&) = 0;
};

/// `Result<Done>`: a command that has nothing to tell but that it was accepted.
struct Done {};

/// Where the data is: "sqlite:/var/lib/haidang/haidang.db", or a PostgreSQL connection string "postgresql://…".
struct Settings {
  std::string location;
  int readers = 8;                            ///< connections for reading
  std::chrono::milliseconds patience{5'000};  ///< how long a call waits for a connection before Unavailable
};

/// Rejects DatabaseLocationUnreadable, DatabaseCollationUnsuitable; throws Unavailable when it cannot be reached.
Result<std::unique_ptr<Database>> open_database(const Settings&);

}  // namespace haidang::db
