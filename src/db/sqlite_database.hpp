// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "connection_pool.hpp"
#include "sqlite_writer.hpp"

namespace haidang::db {

class SqliteDatabase : public Database {
 public:
  SqliteDatabase(SqliteSettings, int readers);
  Engine engine() const override { return Engine::SQLite; }

 protected:
  void run_read(const std::function<void(Read&)>&) override;
  void run_write(const std::function<Outcome(Write&)>& function) override {
    writer_.queue().run(function, settings_.patience);
  }

 private:
  const SqliteSettings settings_;
  ConnectionPool<SqliteConnection> readers_;
  SqliteWriter writer_;
};

}  // namespace haidang::db
