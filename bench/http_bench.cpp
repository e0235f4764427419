// SPDX-License-Identifier: Apache-2.0
// The server beside nginx with one worker, under the same load in the same run: processor time of the server for each
// request, from /proc/PID/stat. Then event streams that wait: memory, and how soon all have an event.
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <thread>

#include "http/dispatcher.hpp"
#include "http_load.hpp"
#include "platform/files.hpp"

namespace {

using namespace haidang;
using bench::Process;

struct Greeting {
  std::string message;
  int number = 0;
};
BOOST_DESCRIBE_STRUCT(Greeting, (), (message, number))

constexpr const char* kGreeting = R"({"message":"Xin chào Hải Phòng","number":31})";
constexpr int kConnections = 64, kRounds = 5, kSubscribers = 1000;
constexpr double kSeconds = 1.0;

class OpenGate : public http::Gate {
 public:
  Result<std::optional<Actor>> admit(const http::Request&, const http::RouteDeclaration&, Instant) override {
    return std::optional<Actor>();
  }
};

http::RouteDeclaration declared(std::string path, std::string operation, bool is_inline) {
  return {.method = http::Method::Get,
          .path = std::move(path),
          .access = http::Anyone{},
          .operation = std::move(operation),
          .summary = "",
          .answered_inline = is_inline};
}

/// Runs until it is killed.
void serve(std::uint16_t port, const std::filesystem::path& folder, const std::string& content) {
  http::Server* server = nullptr;
  http::Router router;
  const auto greet = [](const http::Call&) -> Result<Greeting> { return Greeting{"Xin chào Hải Phòng", 31}; };
  router.add<Greeting>(declared("/inline", "inline", true), greet);
  router.add<Greeting>(declared("/worker", "worker", false), greet);
  router.add_raw(declared("/file", "file", false), [&](const http::Call&) -> Result<http::Response> {
    return http::Response{.headers = {}, .body = http::FileBody{folder / "asset.bin"}};
  });
  router.add_raw(declared("/events", "events", true), [](const http::Call&) -> Result<http::Response> {
    return http::Response{.headers = {}, .body = http::EventStreamBody{{"topic"}}};
  });
  router.add_raw(declared("/publish", "publish", true), [&](const http::Call&) -> Result<http::Response> {
    server->publish("topic", "changed", "now");
    return http::text_response(200, "published");
  });
  const http::Asset files[] = {{"/assets/asset.bin", "application/octet-stream", "\"a\"", content, {}}};
  const http::Assets assets(files);
  OpenGate gate;
  const platform::SystemClock clock;
  http::Dispatcher dispatcher({.router = router, .gate = gate, .clock = clock, .assets = &assets});
  http::ServerSettings settings;
  settings.port = port;
  const auto running = http::Server::start(settings, dispatcher);
  server = running.get();
  while (true) ::pause();
}

/// The same fields as ours, so that both send as many bytes.
std::string nginx_configuration(std::uint16_t port, const std::filesystem::path& folder) {
  std::string text = "daemon off; master_process off; worker_processes 1; error_log stderr crit; pid " +
                     (folder / "nginx.pid").string() +
                     ";\nevents { worker_connections 4096; }\nhttp {\n access_log off; sendfile on; tcp_nopush on;"
                     " keepalive_requests 1000000000;\n";
  for (const char* kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
    text += " " + std::string(kind) + "_temp_path " + (folder / kind).string() + ";\n";
  for (const char* field :
       {"X-Request-Id $request_id", "X-Content-Type-Options nosniff", "Referrer-Policy same-origin",
        "Cross-Origin-Opener-Policy same-origin", "Cross-Origin-Resource-Policy same-origin",
        "Permissions-Policy 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'",
        "Content-Security-Policy \"default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'\""})
    text += " add_header " + std::string(field) + ";\n";
  return text + " server { listen 127.0.0.1:" + std::to_string(port) + " backlog=4096; root " + folder.string() +
         ";\n  location = /json { default_type application/json; return 200 '" + kGreeting + "'; }\n } }\n";
}

std::unique_ptr<Process> start_nginx(std::uint16_t port, const std::filesystem::path& folder) {
  const auto configuration = folder / "nginx.conf";
  if (!platform::write_file(configuration, nginx_configuration(port, folder))) return nullptr;
  auto nginx = std::make_unique<Process>([&] {
    for (const char* program : {"/usr/sbin/nginx", "nginx"})
      ::execlp(program, "nginx", "-c", configuration.c_str(), "-p", folder.c_str(), nullptr);
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  return nginx->runs() && bench::answers(port) ? std::move(nginx) : nullptr;
}

struct Subject {
  const char* name;
  const Process* process;
  std::uint16_t port;
  std::string path;
  std::vector<double> microseconds{}, per_second{};
};

void measure(Subject& subject) {
  const double before = subject.process->processor_seconds();
  const auto load = bench::load(subject.port, subject.path, kConnections, kSeconds);
  const double used = subject.process->processor_seconds() - before;
  subject.microseconds.push_back(used * 1e6 / static_cast<double>(load.requests));
  subject.per_second.push_back(static_cast<double>(load.requests) / load.seconds);
}

/// The first subject is the yardstick; rounds are interleaved, so that all meet the same neighbours.
void compare(std::vector<Subject> subjects) {
  for (auto& subject : subjects) bench::load(subject.port, subject.path, kConnections, 0.2);
  for (int round = 0; round < kRounds; ++round)
    for (auto& subject : subjects) measure(subject);
  const double yardstick = bench::median(subjects.front().microseconds);
  for (const auto& subject : subjects) {
    const double time = bench::median(subject.microseconds);
    std::printf("%-32s %12.0f %16.2f %8.2f\n", subject.name, bench::median(subject.per_second), time, time / yardstick);
  }
}

void event_streams(const Process& server, std::uint16_t port) {
  const double before = server.resident_megabytes();
  std::vector<int> sockets;
  const std::string request = "GET /events HTTP/1.1\r\nHost: bench\r\n\r\n";
  for (int i = 0; i < kSubscribers; ++i) {
    sockets.push_back(bench::connected_socket(port));
    ::send(sockets.back(), request.data(), request.size(), 0);
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(500));
  char buffer[4096];
  for (const int socket : sockets) ::recv(socket, buffer, sizeof buffer, 0);
  const double after = server.resident_megabytes();
  const double used_before = server.processor_seconds();
  std::vector<double> delays;
  const std::string publish = "GET /publish HTTP/1.1\r\nHost: bench\r\n\r\n";
  const int publisher = bench::connected_socket(port);
  constexpr int kEvents = 20;
  for (int event = 0; event < kEvents; ++event) {
    const auto start = std::chrono::steady_clock::now();
    ::send(publisher, publish.data(), publish.size(), 0);
    for (const int socket : sockets) ::recv(socket, buffer, sizeof buffer, 0);
    delays.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    ::recv(publisher, buffer, sizeof buffer, 0);
  }
  const double used = server.processor_seconds() - used_before;
  std::printf(
      "%d idle subscribers: %.1f kB each (resident %.1f -> %.1f MB); an event has reached all after %.1f ms "
      "(median), %.1f ms (worst of %d); %.1f us of processor time a delivery\n",
      kSubscribers, (after - before) * 1024 / kSubscribers, before, after, bench::median(delays),
      *std::max_element(delays.begin(), delays.end()), kEvents, used * 1e6 / (kEvents * kSubscribers));
  for (const int socket : sockets) ::close(socket);
  ::close(publisher);
}

}  // namespace

int main() {
  rlimit files{};
  ::getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
  const platform::TemporaryFolder folder;
  const std::string content(100'000, 'x');
  if (!platform::write_file(folder.path() / "asset.bin", content)) return 1;
  std::filesystem::permissions(folder.path(), std::filesystem::perms::others_read | std::filesystem::perms::others_exec,
                               std::filesystem::perm_options::add);
  const auto port = bench::free_port(), nginx_port = bench::free_port();
  const Process ours([&] { serve(port, folder.path(), content); });
  const auto nginx = start_nginx(nginx_port, folder.path());
  if (!bench::answers(port)) return 1;
  if (!nginx) std::printf("nginx does not start here (package nginx-light); each table compares with its first row\n");
  std::printf("%d connections, %d rounds of %.0f s, median; processor time of the server\n", kConnections, kRounds,
              kSeconds);
  std::printf("%-32s %12s %16s %8s\n", "", "requests/s", "us per request", "ratio");
  std::vector<Subject> json, asset;
  if (nginx) json.push_back({"nginx, JSON", nginx.get(), nginx_port, "/json"});
  json.push_back({"haidang, JSON, network thread", &ours, port, "/inline"});
  json.push_back({"haidang, JSON, worker", &ours, port, "/worker"});
  compare(std::move(json));
  if (nginx) asset.push_back({"nginx, file of 100 kB", nginx.get(), nginx_port, "/asset.bin"});
  asset.push_back({"haidang, embedded 100 kB", &ours, port, "/assets/asset.bin"});
  asset.push_back({"haidang, file of 100 kB, worker", &ours, port, "/file"});
  compare(std::move(asset));
  event_streams(ours, port);
}
