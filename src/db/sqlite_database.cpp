// SPDX-License-Identifier: Apache-2.0
#include "sqlite_database.hpp"

namespace haidang::db {
namespace {

constexpr Statement kBegin{"begin", "BEGIN"};
constexpr Statement kEnd{"end", "COMMIT"};

class SqliteRead : public Read {
 public:
  explicit SqliteRead(SqliteConnection& connection) : connection_(connection) { connection_.execute(kBegin); }
  ~SqliteRead() override { connection_.roll_back(); }
  SqliteRead(const SqliteRead&) = delete;
  SqliteRead& operator=(const SqliteRead&) = delete;
  void end() { connection_.execute(kEnd); }

 protected:
  Rows run_query(const Statement& statement, const std::vector<Value>& values) override {
    return connection_.query(statement, values);
  }

 private:
  SqliteConnection& connection_;
};

}  // namespace

SqliteDatabase::SqliteDatabase(SqliteSettings settings, int readers)
    : settings_(std::move(settings)),
      readers_(readers, settings_.patience,
               [this] { return std::make_unique<SqliteConnection>(settings_, SqliteConnection::Use::Reading); }),
      writer_(settings_, std::make_unique<SqliteConnection>(settings_, SqliteConnection::Use::Writing)) {}

void SqliteDatabase::run_read(const std::function<void(Read&)>& function) {
  auto connection = readers_.borrow();
  SqliteRead snapshot(*connection);
  function(snapshot);
  snapshot.end();
}

}  // namespace haidang::db
