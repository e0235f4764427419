// SPDX-License-Identifier: Apache-2.0
// Durable commands per second through db::Database, beside raw SQLite and pgbench in the same run. A command is what
// the program does all day: read a row, update it if nobody else has, append a fact of 290 bytes. Run in the project's
// folder.
#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "db/database.hpp"
#include "db/migrations.hpp"
#include "platform/child_process.hpp"
#include "platform/files.hpp"

namespace {

using namespace haidang;
using namespace haidang::db;

constexpr int kCases = 10'000;
constexpr int kRounds = 3;
constexpr auto kSpan = std::chrono::milliseconds(1'500);
constexpr const char* kTables = R"(
CREATE TABLE cases (tenant_id BIGINT NOT NULL, id BIGINT NOT NULL, state BIGINT NOT NULL, version BIGINT NOT NULL, PRIMARY KEY (tenant_id, id));
CREATE TABLE facts (tenant_id BIGINT NOT NULL, id BIGINT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (tenant_id, id));
INSERT INTO cases WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) SELECT 1, i, 0, 0 FROM n;
)";
constexpr Statement kRead{"read", "SELECT state, version FROM cases WHERE tenant_id = 1 AND id = $1"};
constexpr Statement kUpdate{
    "update", "UPDATE cases SET state = $2, version = version + 1 WHERE tenant_id = 1 AND id = $1 AND version = $3"};
constexpr Statement kInsert{"insert", "INSERT INTO facts (tenant_id, id, body) VALUES (1, $1, $2)"};

const std::string kBody(290, 'x');
std::atomic<std::int64_t> next_fact = 1;

struct Measure {
  double per_second = 0, processor_microseconds = 0;
};

double processor_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Runs `work(until)` and counts what it returns.
Measure measured(const std::function<std::int64_t(std::chrono::steady_clock::time_point)>& work) {
  const auto start = std::chrono::steady_clock::now();
  const double processor = processor_seconds();
  const auto count = static_cast<double>(work(start + kSpan));
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return {count / seconds, (processor_seconds() - processor) / count * 1e6};
}

Result<Done> command(Database& database, std::int64_t id) {
  return database.write([&](Write& tx) -> Result<Done> {
    const auto found = tx.query(kRead, {id});
    const auto row = found.front();
    tx.execute(kUpdate, {id, row.integer(0) + 1, row.integer(1)});
    tx.execute(kInsert, {next_fact++, kBody});
    return Done{};
  });
}

Measure through_database(Database& database, int clients) {
  return measured([&](auto until) {
    std::atomic<std::int64_t> count = 0;
    std::vector<std::thread> threads;
    for (int client = 0; client < clients; ++client)
      threads.emplace_back([&, client] {
        std::minstd_rand random(static_cast<unsigned>(client + 1));
        while (std::chrono::steady_clock::now() < until)
          if (command(database, 1 + static_cast<std::int64_t>(random() % kCases))) ++count;
      });
    for (auto& thread : threads) thread.join();
    return count.load();
  });
}

/// The yardstick of SQLite: one thread, one connection, nothing in between; a savepoint for each command.
class RawSqlite {
 public:
  explicit RawSqlite(const std::string& path) {
    sqlite3_open(path.c_str(), &handle_);
    for (const auto* pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL"})
      sqlite3_exec(handle_, pragma, nullptr, nullptr, nullptr);
    sqlite3_exec(handle_, kTables, nullptr, nullptr, nullptr);
    const std::array texts{"BEGIN IMMEDIATE", "COMMIT",     "SAVEPOINT one", "RELEASE one",
                           kRead.text,        kUpdate.text, kInsert.text};
    for (std::size_t i = 0; i < texts.size(); ++i) sqlite3_prepare_v2(handle_, texts[i], -1, &statements_[i], nullptr);
  }
  ~RawSqlite() {
    for (auto* statement : statements_) sqlite3_finalize(statement);
    sqlite3_close(handle_);
  }
  RawSqlite(const RawSqlite&) = delete;
  RawSqlite& operator=(const RawSqlite&) = delete;

  Measure groups_of(int size) {
    return measured([&](auto until) {
      std::int64_t count = 0;
      while (std::chrono::steady_clock::now() < until) {
        run(0);
        for (int i = 0; i < size; ++i) one();
        run(1);
        count += size;
      }
      return count;
    });
  }

 private:
  void run(std::size_t index) {
    sqlite3_step(statements_[index]);
    sqlite3_reset(statements_[index]);
  }
  void one() {
    const auto id = static_cast<std::int64_t>(1 + random_() % kCases);
    run(2);
    sqlite3_bind_int64(statements_[4], 1, id);
    sqlite3_step(statements_[4]);
    const auto state = sqlite3_column_int64(statements_[4], 0), version = sqlite3_column_int64(statements_[4], 1);
    sqlite3_reset(statements_[4]);
    sqlite3_bind_int64(statements_[5], 1, id);
    sqlite3_bind_int64(statements_[5], 2, state + 1);
    sqlite3_bind_int64(statements_[5], 3, version);
    run(5);
    sqlite3_bind_int64(statements_[6], 1, next_fact++);
    sqlite3_bind_text(statements_[6], 2, kBody.c_str(), -1, SQLITE_STATIC);
    run(6);
    run(3);
  }

  sqlite3* handle_ = nullptr;
  std::array<sqlite3_stmt*, 7> statements_{};
  std::minstd_rand random_{1};
};

std::string output_of(const std::vector<std::string>& arguments) {
  platform::ChildCommand command{.arguments = arguments, .working_folder = std::filesystem::current_path()};
  auto outcome =
      platform::run_child(command, {.wall_time = std::chrono::minutes(2), .processor_time = std::chrono::minutes(2)});
  if (!outcome.succeeded()) std::fprintf(stderr, "%s: %s\n", arguments.front().c_str(), outcome.errors.c_str());
  return outcome.output;
}

/// A cluster of its own. Started through the shell and not by run_child, which would take it away again.
class Cluster {
 public:
  explicit Cluster(std::string folder) : folder_(std::move(folder)) {
    started_ = std::system(("tools/postgres.sh start " + folder_ + " >/dev/null").c_str()) == 0;
  }
  ~Cluster() {
    if (std::system(("tools/postgres.sh remove " + folder_).c_str()) != 0)
      std::fprintf(stderr, "%s is left behind\n", folder_.c_str());
  }
  Cluster(const Cluster&) = delete;
  Cluster& operator=(const Cluster&) = delete;
  bool started() const { return started_; }
  std::string location() const { return "postgresql:///haidang?host=" + folder_ + "&user=postgres"; }

  /// The same SQL, prepared, 8 connections.
  Measure pgbench(const std::string& script) const {
    const auto seconds = std::to_string(std::max<std::int64_t>(kSpan.count() / 1000, 2));
    const auto output = output_of({"/usr/lib/postgresql/15/bin/pgbench", "-n", "-M", "prepared", "-c", "8", "-j", "2",
                                   "-T", seconds, "-f", script, "-h", folder_, "-U", "postgres", "haidang"});
    const auto at = output.find("tps = ");
    return {at == std::string::npos ? 0 : std::atof(output.c_str() + at + 6), 0};
  }

 private:
  const std::string folder_;
  bool started_ = false;
};

std::string write_pgbench_script(const std::filesystem::path& folder) {
  const auto path = (folder / "command.sql").string();
  std::ofstream(path) << "\\set id random(1, 10000)\n\\set fact random(-9000000000000000, -1)\nBEGIN;\n"
                         "SELECT state, version FROM cases WHERE tenant_id = 1 AND id = :id \\gset\n"
                         "UPDATE cases SET state = :state + 1, version = version + 1 WHERE tenant_id = 1 AND id = :id "
                         "AND version = :version;\n"
                         "INSERT INTO facts (tenant_id, id, body) VALUES (1, :fact, '"
                      << kBody << "');\nCOMMIT;\n";
  return path;
}

void prepare(Database& database) {
  const std::array steps{Migration{"20260101_create_cases", kTables}};
  const std::array modules{ModuleMigrations{"bench", steps}};
  if (!migrate(database, modules)) std::exit(1);
}

struct Line {
  std::string name;
  std::function<Measure()> measure;
  std::vector<Measure> rounds;
  Measure median() {
    std::ranges::sort(rounds, {}, &Measure::per_second);
    return rounds[rounds.size() / 2];
  }
};

/// The first line is the yardstick of the others.
void print(const char* title, std::vector<Line> lines) {
  for (int round = 0; round < kRounds; ++round)
    for (auto& line : lines) line.rounds.push_back(line.measure());
  std::printf("\n%-44s %10s %7s %10s\n", title, "tx/s", "ratio", "CPU us/tx");
  const double yardstick = lines.front().median().per_second;
  for (auto& line : lines) {
    const auto [per_second, microseconds] = line.median();
    std::printf("%-44s %10.0f %7.2f %10.1f\n", line.name.c_str(), per_second, per_second / yardstick, microseconds);
  }
}

void add_clients(std::vector<Line>& lines, Database& database) {
  for (const int clients : {1, 8, 32})
    lines.push_back({"db::Database, clients: " + std::to_string(clients),
                     [&database, clients] { return through_database(database, clients); },
                     {}});
}

void measure_sqlite(const std::filesystem::path& folder) {
  RawSqlite raw((folder / "raw.db").string());
  const auto database = std::move(open_database({.location = "sqlite:" + (folder / "bench.db").string()}).value());
  prepare(*database);
  std::vector<Line> lines{{"raw SQLite, groups of 32", [&] { return raw.groups_of(32); }, {}},
                          {"raw SQLite, one by one", [&] { return raw.groups_of(1); }, {}}};
  add_clients(lines, *database);
  print("SQLite, synchronous=FULL", lines);
}

void measure_postgres(const std::filesystem::path& folder) {
  const Cluster cluster("/tmp/haidang-bench-" + std::to_string(getpid()));
  if (!cluster.started()) return;
  const auto database = std::move(open_database({.location = cluster.location()}).value());
  prepare(*database);
  const auto script = write_pgbench_script(folder);
  std::vector<Line> lines{{"pgbench -M prepared, connections: 8", [&] { return cluster.pgbench(script); }, {}}};
  add_clients(lines, *database);
  print("PostgreSQL 15, fsync=on, unix socket", lines);
}

}  // namespace

int main() {
  // On the disk of the project: a temporary folder may lie in memory, where nothing has to be synced.
  const auto folder = std::filesystem::path("build") / ("db-bench-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  measure_sqlite(folder);
  measure_postgres(std::filesystem::absolute(folder));
  std::filesystem::remove_all(folder);
}
