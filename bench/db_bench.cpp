// SPDX-License-Identifier: Apache-2.0
// Durable commands per second through db::Database, beside raw SQLite and pgbench in the same run. Run in the project's
// folder.
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "yardstick.hpp"

namespace {

using namespace haidang;
using bench::Line;
using bench::Measure;

Measure through_database(db::Database& database, int clients) {
  return bench::measured([&](auto until) {
    std::atomic<std::int64_t> count = 0;
    std::vector<std::thread> threads;
    for (int client = 0; client < clients; ++client)
      threads.emplace_back([&, client] {
        std::minstd_rand random(static_cast<unsigned>(client + 1));
        while (std::chrono::steady_clock::now() < until)
          if (bench::advance_case(database, 1 + static_cast<std::int64_t>(random() % bench::kCases))) ++count;
      });
    for (auto& thread : threads) thread.join();
    return count.load();
  });
}

void add_clients(std::vector<Line>& lines, db::Database& database) {
  for (const int clients : {1, 8, 32})
    lines.push_back({"db::Database, clients: " + std::to_string(clients),
                     [&database, clients] { return through_database(database, clients); }});
}

std::unique_ptr<db::Database> prepared(const std::string& location) {
  auto database = std::move(db::open_database({.location = location}).value());
  bench::prepare_cases(*database);
  return database;
}

void measure_sqlite(const std::filesystem::path& folder) {
  bench::RawSqlite raw(folder / "raw.db");
  const auto database = prepared("sqlite:" + (folder / "bench.db").string());
  std::vector<Line> lines{{"raw SQLite, groups of 32", [&] { return raw.groups_of(32); }},
                          {"raw SQLite, one by one", [&] { return raw.groups_of(1); }}};
  add_clients(lines, *database);
  bench::compare("SQLite, synchronous=FULL", lines);
}

void measure_postgres(const std::filesystem::path& folder) {
  const bench::Cluster cluster;
  if (!cluster.started()) return;
  const auto database = prepared(cluster.create("cases"));
  std::vector<Line> lines{{"pgbench -M prepared, connections: 8", [&] { return cluster.pgbench("cases", folder); }}};
  add_clients(lines, *database);
  bench::compare("PostgreSQL 15, fsync=on, unix socket", lines);
}

}  // namespace

int main() {
  // On the disk of the project: a temporary folder may lie in memory, where nothing has to be synced.
  const auto folder = std::filesystem::path("build") / ("db-bench-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  measure_sqlite(folder);
  measure_postgres(folder);
  std::filesystem::remove_all(folder);
}
