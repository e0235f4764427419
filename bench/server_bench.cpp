// SPDX-License-Identifier: Apache-2.0
// The whole server. Durable commands per second over HTTP with 32 clients, beside raw SQLite and pgbench in the same
// run: once with the SQL of the yardstick behind a route of this benchmark, once with a real command of the program.
// Then the time from the start of the program to its first answer, and its memory. Run in the project's folder;
// `server_bench [PROGRAM]`, without it the `haidang` of the same build.
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <memory>
#include <thread>

#include "http/dispatcher.hpp"
#include "running_program.hpp"
#include "yardstick.hpp"

namespace {

using namespace haidang;
using bench::Line;
using bench::Measure;
using bench::Process;
using bench::RunningProgram;

constexpr int kClients = 32, kStarts = 7;
constexpr auto kIdle = std::chrono::seconds(1);
constexpr const char* kSqliteProgram = "/usr/bin/sqlite3";

struct AdvanceCase {
  std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(AdvanceCase, (), (id))

struct CaseState {
  std::int64_t state = 0;
};
BOOST_DESCRIBE_STRUCT(CaseState, (), (state))

class OpenGate : public http::Gate {
 public:
  Result<std::optional<Actor>> admit(const http::Request&, const http::RouteDeclaration&, Instant) override {
    return std::optional<Actor>();
  }
};

/// Router, dispatcher and server as in the program, and behind them the SQL of the yardstick. Runs until it is killed.
void serve_cases(std::uint16_t port, const std::string& location) {
  const auto database = std::move(db::open_database({.location = location}).value());
  http::Router router;
  router.add<AdvanceCase, CaseState>({.method = http::Method::Post,
                                      .path = "/cases",
                                      .access = http::Anyone{},
                                      .operation = "advance_case",
                                      .summary = ""},
                                     [&](const http::Call&, const AdvanceCase& command) -> Result<CaseState> {
                                       const auto state = bench::advance_case(*database, command.id);
                                       if (!state) return pass_on(state);
                                       return CaseState{*state};
                                     });
  OpenGate gate;
  const platform::SystemClock clock;
  http::Dispatcher dispatcher({.router = router, .gate = gate, .clock = clock});
  http::ServerSettings settings;
  settings.port = port;
  const auto running = http::Server::start(settings, dispatcher);
  while (true) ::pause();
}

/// In a process of its own.
class CaseServer {
 public:
  explicit CaseServer(const std::string& location)
      : port_(bench::free_port()), process_([&] { serve_cases(port_, location); }) {
    if (!bench::answers(port_)) throw std::runtime_error("the server of the benchmark does not answer");
  }
  const Process& process() const { return process_; }
  std::uint16_t port() const { return port_; }

 private:
  const std::uint16_t port_;
  const Process process_;
};

/// Each connection sends the requests at its number, at its number + 32 …, over and over.
template <class AnyServer>
Measure commands(const AnyServer& server, const std::vector<std::string>& requests) {
  std::vector<std::size_t> sent(kClients);
  const auto next = [&](int connection) -> const std::string& {
    const auto client = static_cast<std::size_t>(connection);
    return requests[(client + kClients * sent[client]++) % requests.size()];
  };
  const double before = server.process().processor_seconds();
  const auto done = bench::load(server.port(), {kClients, std::chrono::duration<double>(bench::kSpan).count()}, next);
  const double used = server.process().processor_seconds() - before;
  const auto count = static_cast<double>(done.requests);
  return {count / done.seconds, used / count * 1e6};
}

std::vector<std::string> case_requests() {
  std::minstd_rand random(1);
  std::vector<std::string> requests;
  for (int i = 0; i < 4096; ++i)
    requests.push_back(
        bench::command_request({}, "POST", "/cases", "{\"id\":" + std::to_string(1 + random() % bench::kCases) + "}"));
  return requests;
}

/// Every session writes a telephone number, another one each time.
std::vector<std::string> profile_requests(const std::vector<bench::Visitor>& visitors) {
  std::vector<std::string> requests;
  for (int round = 0; round < 16; ++round)
    for (std::size_t i = 0; i < visitors.size(); ++i)
      requests.push_back(bench::command_request(visitors[i], "PUT", "/api/my/profile",
                                                R"({"name":"Người Đo )" + std::to_string(i) + R"(","phone":"022538)" +
                                                    std::to_string(10'000 + round) + R"(","language":"vi"})"));
  return requests;
}

struct Place {
  std::filesystem::path program, folder;
};

/// The program with the example city, its documents read, its accounts signed in 32 times, and started again upon that.
class ProfileServer {
 public:
  ProfileServer(const Place& place, const std::string& name, const std::vector<std::string>& arguments)
      : data_(place.folder / name) {
    auto with_city = arguments;
    with_city.push_back("--example");
    RunningProgram first(place.program, data_, with_city);
    const auto visitors = bench::sign_in_often(first, data_, kClients);
    requests_ = profile_requests(visitors);
    reader_ = *std::ranges::find(visitors, "vanphong", &bench::Visitor::user_name);
    bench::wait_for_example_documents(first, reader_);
    first.stop();
    program_ = std::make_unique<RunningProgram>(place.program, data_, arguments);
  }
  Measure measure() const { return commands(*program_, requests_); }
  void stop() { program_->stop(); }
  const std::filesystem::path& data() const { return data_; }
  const bench::Visitor& reader() const { return reader_; }

 private:
  const std::filesystem::path data_;
  std::vector<std::string> requests_;
  bench::Visitor reader_;
  std::unique_ptr<RunningProgram> program_;
};

void compare_commands(const char* title, Line yardstick, const std::string& location, const ProfileServer& profiles) {
  const CaseServer cases(location);
  const auto requests = case_requests();
  std::vector<Line> lines{std::move(yardstick),
                          {"over HTTP, the same SQL, clients: 32", [&] { return commands(cases, requests); }},
                          {"over HTTP, PUT /api/my/profile, clients: 32", [&] { return profiles.measure(); }}};
  bench::compare(title, lines);
}

void prepare_cases(const std::string& location) {
  bench::prepare_cases(*std::move(db::open_database({.location = location}).value()));
}

double median_milliseconds(const std::function<double()>& seconds) {
  std::vector<double> found;
  for (int round = 0; round < kStarts; ++round) found.push_back(seconds() * 1e3);
  return bench::median(found);
}

void start_up(const Place& place, const std::filesystem::path& data) {
  const auto database = (data / "haidang.db").string();
  std::printf("\n%-52s %10s\n", "start-up upon the database of the example, median", "ms");
  const auto print = [](const char* name, const std::function<double()>& seconds) {
    std::printf("%-52s %10.1f\n", name, median_milliseconds(seconds));
  };
  if (std::filesystem::exists(kSqliteProgram))
    print("sqlite3 haidang.db 'SELECT 1', start to end", [&] {
      return bench::seconds_of_process({kSqliteProgram, database, "SELECT 1"});
    });
  print("haidang --version, start to end", [&] { return bench::seconds_of_process({place.program, "--version"}); });
  print("haidang serve, start until /readyz answers 200", [&] {
    RunningProgram started(place.program, data, {});
    started.stop();
    return started.seconds_until_ready();
  });
}

/// What the pages ask for.
std::vector<std::string> page_requests(const bench::Visitor& visitor) {
  std::vector<std::string> requests;
  for (const char* path : {"/", "/api/session", "/api/documents", "/api/plans", "/api/organisations", "/api/calendars",
                           "/api/my/profile", "/api/people"})
    requests.push_back(bench::get_request(visitor, path));
  return requests;
}

void memory(const Place& place, const std::filesystem::path& data, const bench::Visitor& visitor) {
  RunningProgram program(place.program, data, {});
  std::this_thread::sleep_for(kIdle);
  const double idle = program.process().resident_megabytes();
  const auto requests = page_requests(visitor);
  std::size_t sent = 0;
  const auto next = [&](int) -> const std::string& { return requests[sent++ % requests.size()]; };
  bench::load(program.port(), {kClients, 60.0, 1'000}, next);
  std::this_thread::sleep_for(kIdle);
  std::printf("\nresident memory with the example city: idle %.1f MB; after 1,000 requests of its pages %.1f MB\n",
              idle, program.process().resident_megabytes());
  std::fflush(stdout);
}

void with_sqlite(const Place& place) {
  const auto location = "sqlite:" + (place.folder / "cases.db").string();
  prepare_cases(location);
  bench::RawSqlite raw(place.folder / "raw.db");
  ProfileServer profiles(place, "sqlite", {});
  compare_commands("SQLite, synchronous=FULL", {"raw SQLite, groups of 32", [&] { return raw.groups_of(32); }},
                   location, profiles);
  profiles.stop();
  start_up(place, profiles.data());
  memory(place, profiles.data(), profiles.reader());
}

void with_postgres(const Place& place) {
  const bench::Cluster cluster;
  if (!cluster.started()) return;
  const auto location = cluster.create("cases");
  prepare_cases(location);
  const ProfileServer profiles(place, "postgres", {"--database", cluster.create("program")});
  compare_commands("PostgreSQL 15, fsync=on, unix socket",
                   {"pgbench -M prepared, connections: 8", [&] { return cluster.pgbench("cases", place.folder); }},
                   location, profiles);
}

}  // namespace

int main(int argc, char** argv) {
  const std::filesystem::path built = std::filesystem::read_symlink("/proc/self/exe").parent_path() / "../bin/haidang";
  // On the disk of the project: a temporary folder may lie in memory, where nothing has to be synced.
  const Place place{argc > 1 ? argv[1] : built,
                    std::filesystem::path("build") / ("server-bench-" + std::to_string(getpid()))};
  std::filesystem::create_directories(place.folder);
  std::printf(
      "CPU us each: processor time of the server alone. A command of the yardstick is 3 statements: read, update,\n"
      "insert. PUT /api/my/profile is the whole program: session and grants read anew (each change empties their\n"
      "cache), CSRF, decision, row, hash-chained journal, the profile read back: 10 statements, 2 transactions.\n");
  int outcome = 0;
  for (const auto part : {with_sqlite, with_postgres}) {
    try {
      part(place);
    } catch (const std::exception& fault) {
      std::fprintf(stderr, "%s\n", fault.what());
      outcome = 1;
    }
  }
  std::filesystem::remove_all(place.folder);
  return outcome;
}
