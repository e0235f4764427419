// SPDX-License-Identifier: Apache-2.0
#include "health_routes.hpp"

#include <algorithm>
#include <array>
#include <system_error>

namespace haidang::app {
namespace {

using http::Anyone;
using http::Call;
using http::Method;
using http::Response;

constexpr std::uintmax_t kLeastRoom = std::uintmax_t{256} << 20;

/// A word for each thing that must hold; why it does not is in the log.
struct Readiness {
  bool ready = false;
  bool database = false, schema = false, disk = false;
};
BOOST_DESCRIBE_STRUCT(Readiness, (), (ready, database, schema, disk))

Readiness readiness_of(const HealthNeeds& needs) {
  Readiness found;
  try {
    const auto status = db::migration_status(needs.database, needs.migrations);
    found.database = true;
    found.schema = status && std::all_of(status->begin(), status->end(), [](auto& step) { return step.applied; });
  } catch (const db::Unavailable&) {
    found.database = false;
  }
  std::error_code error;
  const auto space = std::filesystem::space(needs.data, error);
  found.disk = !error && space.available >= kLeastRoom;
  found.ready = found.database && found.schema && found.disk;
  return found;
}

/// Straight from this machine: a proxy on it that passes on strangers' requests says so, trusted or not.
bool is_from_here(const http::Request& request) {
  constexpr std::array kHere{"127.0.0.1", "::1"};
  constexpr std::array kForwarded{"X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"};
  return std::any_of(kHere.begin(), kHere.end(), [&](const char* here) { return request.peer == here; }) &&
         std::none_of(kForwarded.begin(), kForwarded.end(),
                      [&](const char* name) { return request.headers.contains(name); });
}

Result<Response> show_metrics(const HealthNeeds& needs, const Call& call) {
  const bool may_observe = call.context_if && call.context_if->actor.has(kObserve);
  if (!may_observe && !is_from_here(call.request)) return reject(Code::RouteNotFound);
  return http::text_response(200, needs.metrics.text(), "text/plain; version=0.0.4; charset=utf-8");
}

}  // namespace

void add_health_routes(http::Router& router, const HealthNeeds& needs) {
  router.add_raw({.method = Method::Get,
                  .path = "/healthz",
                  .access = Anyone{},
                  .operation = "health",
                  .summary = "The process answers.",
                  .response_type = "text/plain",
                  .answered_inline = true},
                 [](const Call&) -> Result<Response> { return http::text_response(200, "ok\n"); });
  http::Route ready{.declaration = {.method = Method::Get,
                                    .path = "/readyz",
                                    .access = Anyone{},
                                    .operation = "readiness",
                                    .summary = "Whether requests will be answered; 503 when not."},
                    .handle = [needs](const Call&) -> Result<Response> {
                      const auto found = readiness_of(needs);
                      return http::json_response(found.ready ? 200 : 503, json::compact(codec::write(found)));
                    },
                    .request_schema = {},
                    .response_schema = [](codec::SchemaBook& schemas) { return schemas.schema_of<Readiness>(); }};
  router.add_route(std::move(ready));
  router.add_raw({.method = Method::Get,
                  .path = "/metrics",
                  .access = Anyone{},
                  .operation = "metrics",
                  .summary = "Counters and times for Prometheus; from this machine, or with system.observe.",
                  .response_type = "text/plain"},
                 [needs](const Call& call) { return show_metrics(needs, call); });
}

}  // namespace haidang::app
