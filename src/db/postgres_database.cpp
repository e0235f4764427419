// SPDX-License-Identifier: Apache-2.0
#include "postgres_database.hpp"

#include <algorithm>
#include <array>

namespace haidang::db {
namespace {

// One statement cannot be more than one snapshot; several need a transaction that keeps its first one.
constexpr Statement kBegin{"begin_reading", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"};
constexpr Statement kEnd{"end_reading", "COMMIT"};
constexpr Statement kCollation{"",
                               "SELECT datcollate, pg_encoding_to_char(encoding), datlocprovider FROM pg_database "
                               "WHERE datname = current_database()"};

class PostgresRead : public Read {
 public:
  using Loan = ConnectionPool<PostgresConnection>::Loan;
  explicit PostgresRead(Loan& connection) : connection_(connection) {}
  void end() {
    if (begun_) connection_->send_last(kEnd);
  }
  void give_up() noexcept {
    try {
      if (begun_ && !connection_->failed()) connection_->roll_back();
    } catch (const std::exception&) {
      // The connection is lost then, and is not used again.
    }
  }

 protected:
  Rows run_query(const Statement& statement, const std::vector<Value>& values) override {
    try {
      return ask(statement, values);
    } catch (const Unavailable&) {
      // The server may have been restarted since the connection was last used. The caller has seen nothing of this
      // snapshot yet, so it may as well be one of a new connection.
      if (answered_) throw;
      begun_ = false;
      connection_.replace();
    }
    return ask(statement, values);
  }

 private:
  Rows ask(const Statement& statement, const std::vector<Value>& values) {
    if (!begun_) connection_->send(kBegin);
    begun_ = true;
    auto answer = connection_->fetch(statement, values);
    answered_ = true;
    return std::move(answer.rows);
  }

  Loan& connection_;
  bool begun_ = false, answered_ = false;
};

}  // namespace

PostgresDatabase::PostgresDatabase(PostgresSettings settings, int readers)
    : connector_(std::move(settings)),
      readers_(readers, connector_.settings().patience, [this] { return connector_.connect(); }),
      writer_(connector_) {}

void PostgresDatabase::run_read(const std::function<void(Read&)>& function) {
  auto connection = readers_.borrow();
  PostgresRead snapshot(connection);
  try {
    function(snapshot);
    snapshot.end();
  } catch (const ServerError& error) {
    snapshot.give_up();
    std::rethrow_exception(error.as_public());
  } catch (...) {
    snapshot.give_up();
    throw;
  }
}

Result<Done> PostgresDatabase::check_collation() {
  const auto rows = read([](Read& tx) { return tx.query(kCollation); });
  const auto row = rows.front();
  constexpr std::array<std::string_view, 4> kByBytes{"C", "POSIX", "C.UTF-8", "C.utf8"};
  const bool by_bytes = row.text(2) == "c" && std::ranges::find(kByBytes, row.text(0)) != kByBytes.end();
  if (!by_bytes || row.text(1) != "UTF8")
    return reject(Code::DatabaseCollationUnsuitable, {{"collation", row.text(0)}, {"encoding", row.text(1)}});
  return Done{};
}

}  // namespace haidang::db
