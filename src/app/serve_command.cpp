// SPDX-License-Identifier: Apache-2.0
#include <signal.h>

#include <ostream>
#include <system_error>

#include "command.hpp"
#include "example.hpp"
#include "http/dispatcher.hpp"
#include "http/server.hpp"
#include "observation.hpp"
#include "organisations/store.hpp"
#include "setting_flags.hpp"
#include "startup.hpp"
#include "web_pages.hpp"
#include "wiring.hpp"

namespace haidang::app {
namespace {

using platform::LogLevel;
using platform::Word;

/// Held back from every thread that is started from now on, so that the main thread alone takes them.
sigset_t hold_back_signals() {
  sigset_t set;
  ::sigemptyset(&set);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) ::sigaddset(&set, signal);
  ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
  ::signal(SIGPIPE, SIG_IGN);
  return set;
}

/// Returns when the program is asked to end. Once a minute it looks whether a day has begun on which a reorganisation
/// takes effect.
void wait_for_the_end(const sigset_t& signals, Wiring& wiring, platform::Log& log) {
  constexpr timespec kMinute{60, 0};
  auto today = wiring.clock.today();
  for (;;) {
    const int signal = ::sigtimedwait(&signals, nullptr, &kMinute);
    if (signal == SIGHUP) {
      log.reopen();
      log.write(LogLevel::Info, "log_reopened");
    } else if (signal > 0) {
      return log.write(LogLevel::Info, "stopping", {{"signal", signal}});
    }
    if (wiring.clock.today() == today) continue;
    try {
      organisations::advance_structure(*wiring.database, wiring.directory, wiring.clock.today());
      today = wiring.clock.today();
    } catch (const db::Unavailable& fault) {
      log.write(LogLevel::Warning, "structure_not_advanced", {{"fault", platform::for_log(fault)}});
    }
  }
}

LogLevel log_level_of(const std::string& word) {
  if (word == "debug") return LogLevel::Debug;
  if (word == "warning") return LogLevel::Warning;
  return word == "error" ? LogLevel::Error : LogLevel::Info;
}

http::ServerSettings server_settings_of(const ProgramSettings& settings) {
  http::ServerSettings server;
  server.address = settings.address;
  server.port = static_cast<std::uint16_t>(settings.port);
  server.workers = static_cast<int>(settings.workers);
  server.upload_limit = static_cast<std::uint64_t>(settings.upload_limit_mb) << 20;
  server.spool_folder = settings.spool_folder();
  server.trust_proxy = settings.trust_proxy;
  server.certificate = settings.tls_certificate;
  server.private_key = settings.tls_key;
  return server;
}

void count_the_server(platform::Metrics& metrics, const http::Server& server) {
  metrics.before_scrape([&metrics, &server] {
    const auto counters = server.counters();
    const auto set = [&](const char* name, const char* help, std::uint64_t value) {
      metrics.gauge(name, help).set(static_cast<double>(value));
    };
    set("haidang_http_open_connections", "Connections open", counters.open_connections);
    set("haidang_http_subscribers", "Event streams open", counters.subscribers);
    set("haidang_http_refused", "Requests refused for their form, since the start", counters.refused);
    set("haidang_http_timed_out", "Connections cut for slowness, since the start", counters.timed_out);
  });
}

Result<std::unique_ptr<http::Server>> start_server(const ProgramSettings& settings, http::Application& application) {
  try {
    return http::Server::start(server_settings_of(settings), application);
  } catch (const std::system_error& fault) {
    return reject(
        Code::AddressUnavailable,
        {{"address", settings.address + ":" + std::to_string(settings.port)}, {"reason", fault.code().message()}},
        fault.what());
  } catch (const std::runtime_error& fault) {
    return reject(Code::TlsUnusable, {{"certificate", settings.tls_certificate.string()}, {"reason", fault.what()}});
  }
}

std::string url_of(const ProgramSettings& settings, std::uint16_t port) {
  const bool is_ipv6 = settings.address.find(':') != std::string::npos;
  const auto host = settings.address == "0.0.0.0" || settings.address == "::" ? "localhost"
                    : is_ipv6                                                 ? "[" + settings.address + "]"
                                                                              : settings.address;
  return (settings.tls_certificate.empty() ? "http://" : "https://") + host + ":" + std::to_string(port);
}

/// Runs until it is told to stop. Routes, server and workers go in the opposite order of their making.
Result<db::Done> serve(const ProgramSettings& settings, const sigset_t& signals, platform::Log& log,
                       CommandContext& context) {
  auto built = Wiring::build(settings);
  if (!built) return pass_on(built);
  auto& wiring = **built;
  const auto prepared = prepare(wiring, log, context);
  if (!prepared) return pass_on(prepared);
  http::Dispatcher dispatcher({.router = wiring.router,
                               .gate = wiring.identity.gate(),
                               .clock = wiring.clock,
                               .assets = web_assets(),
                               .rejection_of_fault = rejection_of_fault,
                               .observe = [&](const http::Observation& seen) { observe(log, wiring.metrics, seen); }});
  const auto server = start_server(settings, dispatcher);
  if (!server) return pass_on(server);
  wiring.events.carry_to(server->get());
  count_the_server(wiring.metrics, **server);
  {
    jobs::Worker worker(*wiring.database, wiring.clock, wiring.job_handlers, static_cast<int>(settings.job_threads));
    wiring.wake_jobs = [&] { worker.wake(); };
    if (settings.example) upload_example_documents(wiring, log);
    context.out << (context.language == Language::Vietnamese ? "Hải Đăng đang chạy ở " : "Hải Đăng runs at ")
                << url_of(settings, (*server)->port()) << std::endl;
    log.write(LogLevel::Info, "serving",
              {{"port", int{(*server)->port()}}, {"today", platform::ForLog{iso(wiring.clock.today())}}});
    wait_for_the_end(signals, wiring, log);
    (*server)->stop();
    wiring.wake_jobs = {};
  }
  wiring.events.carry_to(nullptr);
  log.write(LogLevel::Info, "stopped");
  return db::Done{};
}

}  // namespace

void add_serve_command(CLI::App& program, CommandContext& context) {
  auto* command = program.add_subcommand("serve", "Chạy máy chủ · run the server");
  const auto flags = SettingFlags::add_to(*command);
  command->callback([flags, &context] {
    const auto settings = flags->read();
    if (!settings) return tell(context, settings.error());
    const auto signals = hold_back_signals();
    platform::Log log(log_level_of(settings->log_level), settings->log_file);
    const auto served = serve(*settings, signals, log, context);
    if (served) return;
    log.write(LogLevel::Error, "not_started", {{"reason", platform::for_log(served.error())}});
    tell(context, served.error());
  });
}

}  // namespace haidang::app
