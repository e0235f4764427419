// SPDX-License-Identifier: Apache-2.0
#include "yardstick.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "db/migrations.hpp"
#include "platform/child_process.hpp"

namespace haidang::bench {
namespace {

constexpr int kRounds = 3;
constexpr const char* kTables = R"(
CREATE TABLE cases (tenant_id BIGINT NOT NULL, id BIGINT NOT NULL, state BIGINT NOT NULL, version BIGINT NOT NULL, PRIMARY KEY (tenant_id, id));
CREATE TABLE facts (tenant_id BIGINT NOT NULL, id BIGINT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (tenant_id, id));
INSERT INTO cases WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) SELECT 1, i, 0, 0 FROM n;
)";
constexpr db::Statement kRead{"read", "SELECT state, version FROM cases WHERE tenant_id = 1 AND id = $1"};
constexpr db::Statement kUpdate{
    "update", "UPDATE cases SET state = $2, version = version + 1 WHERE tenant_id = 1 AND id = $1 AND version = $3"};
constexpr db::Statement kInsert{"insert", "INSERT INTO facts (tenant_id, id, body) VALUES (1, $1, $2)"};

const std::string kBody(290, 'x');
std::atomic<std::int64_t> next_fact = 1;

double processor_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

std::string output_of(const std::vector<std::string>& arguments) {
  platform::ChildCommand command{.arguments = arguments, .working_folder = std::filesystem::current_path()};
  auto outcome =
      platform::run_child(command, {.wall_time = std::chrono::minutes(2), .processor_time = std::chrono::minutes(2)});
  if (!outcome.succeeded()) std::fprintf(stderr, "%s: %s\n", arguments.front().c_str(), outcome.errors.c_str());
  return outcome.output;
}

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

}  // namespace

Measure measured(const std::function<std::int64_t(std::chrono::steady_clock::time_point)>& work) {
  const auto start = std::chrono::steady_clock::now();
  const double processor = processor_seconds();
  const auto count = static_cast<double>(work(start + kSpan));
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return {count / seconds, (processor_seconds() - processor) / count * 1e6};
}

void prepare_cases(db::Database& database) {
  const std::array steps{db::Migration{"20260101_create_cases", kTables}};
  const std::array modules{db::ModuleMigrations{"bench", steps}};
  if (!db::migrate(database, modules)) throw std::runtime_error("the tables of the yardstick cannot be made");
}

Result<std::int64_t> advance_case(db::Database& database, std::int64_t id) {
  return database.write([&](db::Write& tx) -> Result<std::int64_t> {
    const auto found = tx.query(kRead, {id});
    const auto row = found.front();
    const auto state = row.integer(0) + 1;
    tx.execute(kUpdate, {id, state, row.integer(1)});
    tx.execute(kInsert, {next_fact++, kBody});
    return state;
  });
}

RawSqlite::RawSqlite(const std::filesystem::path& file) {
  sqlite3_open(file.c_str(), &handle_);
  for (const auto* pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL"})
    sqlite3_exec(handle_, pragma, nullptr, nullptr, nullptr);
  sqlite3_exec(handle_, kTables, nullptr, nullptr, nullptr);
  const std::array texts{"BEGIN IMMEDIATE", "COMMIT",     "SAVEPOINT one", "RELEASE one",
                         kRead.text,        kUpdate.text, kInsert.text};
  for (std::size_t i = 0; i < texts.size(); ++i) sqlite3_prepare_v2(handle_, texts[i], -1, &statements_[i], nullptr);
}

RawSqlite::~RawSqlite() {
  for (auto* statement : statements_) sqlite3_finalize(statement);
  sqlite3_close(handle_);
}

Measure RawSqlite::groups_of(int size) {
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

void RawSqlite::run(std::size_t index) {
  sqlite3_step(statements_[index]);
  sqlite3_reset(statements_[index]);
}

void RawSqlite::one() {
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

// Started through the shell and not by run_child, which would take it away again.
Cluster::Cluster() : folder_("/tmp/haidang-bench-" + std::to_string(getpid())) {
  started_ = std::system(("tools/postgres.sh start " + folder_ + " >/dev/null").c_str()) == 0;
}

Cluster::~Cluster() {
  if (std::system(("tools/postgres.sh remove " + folder_).c_str()) != 0)
    std::fprintf(stderr, "%s is left behind\n", folder_.c_str());
}

std::string Cluster::create(const std::string& database) const {
  output_of({"/usr/lib/postgresql/15/bin/createdb", "-h", folder_, "-U", "postgres", database});
  return "postgresql:///" + database + "?host=" + folder_ + "&user=postgres";
}

Measure Cluster::pgbench(const std::string& database, const std::filesystem::path& folder) const {
  const auto seconds = std::to_string(std::max<std::int64_t>(kSpan.count() / 1000, 2));
  const auto output = output_of({"/usr/lib/postgresql/15/bin/pgbench", "-n", "-M", "prepared", "-c", "8", "-j", "2",
                                 "-T", seconds, "-f", write_pgbench_script(std::filesystem::absolute(folder)), "-h",
                                 folder_, "-U", "postgres", database});
  const auto at = output.find("tps = ");
  return {at == std::string::npos ? 0 : std::atof(output.c_str() + at + 6), 0};
}

Measure Line::median() const {
  auto sorted = rounds;
  std::ranges::sort(sorted, {}, &Measure::per_second);
  return sorted.at(sorted.size() / 2);
}

void compare(const char* title, std::vector<Line> lines) {
  for (int round = 0; round < kRounds; ++round)
    for (auto& line : lines) line.rounds.push_back(line.measure());
  std::printf("\n%-52s %10s %7s %12s\n", title, "commands/s", "ratio", "CPU us each");
  const double yardstick = lines.front().median().per_second;
  for (const auto& line : lines) {
    const auto [per_second, microseconds] = line.median();
    std::printf("%-52s %10.0f %7.2f %12.1f\n", line.name.c_str(), per_second, per_second / yardstick, microseconds);
  }
  std::fflush(stdout);
}

}  // namespace haidang::bench
