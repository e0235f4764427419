// SPDX-License-Identifier: Apache-2.0
#include "observation.hpp"

#include <system_error>

#include "db/database.hpp"

namespace haidang::app {
namespace {

using platform::ForLog;
using platform::LogLevel;

LogLevel level_of(const http::Observation& seen) {
  if (seen.status >= 500) return LogLevel::Error;
  const bool only_looks = seen.method == http::Method::Get || seen.method == http::Method::Head;
  return only_looks && seen.status < 400 ? LogLevel::Debug : LogLevel::Info;
}

std::optional<Code> code_of(db::Unavailable::Reason reason) {
  switch (reason) {
    case db::Unavailable::Reason::Connection:
    case db::Unavailable::Reason::TimeOut:
      return Code::DatabaseAway;
    case db::Unavailable::Reason::DiskFull:
      return Code::StorageFull;
    case db::Unavailable::Reason::ReadOnly:
      return Code::StorageReadOnly;
    case db::Unavailable::Reason::Stopping:
      return Code::ServerStopping;
  }
  return {};
}

std::optional<Code> code_of(const std::error_code& error) {
  if (error == std::errc::no_space_on_device || error.value() == EDQUOT) return Code::StorageFull;
  if (error == std::errc::read_only_file_system) return Code::StorageReadOnly;
  return {};
}

}  // namespace

void observe(platform::Log& log, platform::Metrics& metrics, const http::Observation& seen) {
  const std::string route(seen.route.empty() ? "none" : seen.route);
  const std::string method(http::text_of(seen.method));
  metrics
      .counter("haidang_http_requests_total", "Requests answered",
               {{"method", method}, {"route", route}, {"status", std::to_string(seen.status)}})
      .add();
  metrics
      .histogram("haidang_http_request_seconds", "Time in the program", platform::waiting_times(), {{"route", route}})
      .observe(std::chrono::duration<double>(seen.duration).count());
  const auto level = level_of(seen);
  if (!log.takes(level)) return;
  log.write(level, "request_answered",
            {{"method", ForLog{method}},
             {"route", ForLog{route}},
             {"status", seen.status},
             {"took_ms", seen.duration},
             {"received", seen.bytes_received},
             {"sent", seen.bytes_sent},
             {"request", ForLog{std::string(seen.request_id)}},
             {"account", seen.account ? seen.account->value() : 0},
             {"rejection", seen.rejection ? platform::for_log(*seen.rejection) : ForLog{}},
             {"fault", ForLog{std::string(seen.fault)}}});
}

std::optional<Rejection> rejection_of_fault(const std::exception& fault) {
  std::optional<Code> code;
  if (const auto* unavailable = dynamic_cast<const db::Unavailable*>(&fault))
    code = code_of(unavailable->reason());
  else if (const auto* system = dynamic_cast<const std::system_error*>(&fault))
    code = code_of(system->code());
  if (!code) return {};
  return Rejection{*code, {}, fault.what()};
}

}  // namespace haidang::app
