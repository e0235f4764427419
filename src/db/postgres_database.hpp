// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "connection_pool.hpp"
#include "postgres_writer.hpp"

namespace haidang::db {

class PostgresDatabase : public Database {
 public:
  PostgresDatabase(PostgresSettings, int readers);
  Engine engine() const override { return Engine::PostgreSQL; }

  /// Rejects DatabaseCollationUnsuitable: text must compare by bytes, as it does in SQLite.
  Result<Done> check_collation();

 protected:
  void run_read(const std::function<void(Read&)>&) override;
  void run_write(const std::function<Outcome(Write&)>& function) override {
    writer_.queue().run(function, connector_.settings().patience);
  }

 private:
  PostgresConnector connector_;
  ConnectionPool<PostgresConnection> readers_;
  PostgresWriter writer_;
};

}  // namespace haidang::db
