// SPDX-License-Identifier: Apache-2.0
#include "http/dispatcher.hpp"

#include "base/ensure.hpp"
#include "request_check.hpp"

namespace haidang::http {
namespace {

std::string list_of(const std::vector<Method>& methods) {
  std::string list;
  for (const auto method : methods) list.append(list.empty() ? "" : ", ").append(text_of(method));
  return list;
}

std::uint64_t body_size(const Response& response) {
  if (const auto* text = std::get_if<std::string>(&response.body)) return text->size();
  if (const auto* view = std::get_if<std::string_view>(&response.body)) return view->size();
  return 0;
}

}  // namespace

/// What becomes of one request, with what the observer is told of it.
struct Dispatcher::Answer {
  std::optional<Response> response{};
  std::string_view route{};
  std::optional<AccountId> account{};
  std::optional<Rejection> rejection{};
  std::string fault{};
};

Application::Plan Dispatcher::plan(const Request& head) {
  const auto match = parts_.router.match(head.method, head.path);
  if (!match.route) return {.takes_upload = false, .answered_inline = true};
  return {.takes_upload = match.route->declaration.takes_upload,
          .answered_inline = match.route->declaration.answered_inline};
}

/// Handlers may throw anything; nothing may reach the thread that carries them.
template <class Work>
void Dispatcher::guarded(Request& request, Answer& answer, Work work) {
  try {
    work();
  } catch (const std::exception& fault) {
    answer.fault = fault.what();
    if (parts_.rejection_of_fault) answer.rejection = parts_.rejection_of_fault(fault);
    if (!answer.rejection) answer.rejection = Rejection{Code::ServerFault, {{"request", request.id}}, {}};
  } catch (...) {
    answer.fault = "something that is no std::exception";
    answer.rejection = Rejection{Code::ServerFault, {{"request", request.id}}, {}};
  }
  if (answer.rejection) {
    auto response = problem_response(*answer.rejection, request);
    if (answer.response) {
      for (const auto& [name, value] : answer.response->headers.fields()) response.headers.add(name, value);
    }
    answer.response = std::move(response);
  }
}

Result<std::optional<Actor>> Dispatcher::admit(const Route& route, const Request& request, Instant now) {
  if (route.declaration.answered_inline) return std::optional<Actor>();
  auto actor = parts_.gate.admit(request, route.declaration, now);
  if (actor) ensure(*actor || std::holds_alternative<Anyone>(route.declaration.access), "the gate names who comes in");
  return actor;
}

void Dispatcher::call_handler(const Route& route, Request& request, Answer& answer) {
  const Instant now = parts_.clock.now();
  auto actor = admit(route, request, now);
  if (!actor) return void(answer.rejection = actor.error());
  if (*actor) answer.account = (*actor)->account;
  if ((answer.rejection = broken_declaration(route, request))) return;
  Call call{request, std::nullopt, now, date_of(to_vietnam(now)), request.language()};
  if (*actor) call.context_if = Context{std::move(**actor), now, call.today, call.language};
  auto response = route.handle(call);
  if (!response) return void(answer.rejection = response.error());
  answer.response = std::move(*response);
  if (!answer.response->headers.contains("Cache-Control")) answer.response->headers.add("Cache-Control", "no-store");
}

void Dispatcher::without_route(const Request& request, const Router::Match& match, Answer& answer) {
  if (!match.allowed.empty()) {
    const auto allowed = list_of(match.allowed);
    answer.response = Response{};
    answer.response->headers.add("Allow", allowed);
    answer.rejection =
        Rejection{Code::MethodNotAllowed, {{"method", std::string(text_of(request.method))}, {"allowed", allowed}}, {}};
    return;
  }
  if (parts_.assets) answer.response = parts_.assets->answer(request);
  if (answer.response) return void(answer.route = "assets");
  answer.rejection = Rejection{Code::RouteNotFound, {}, {}};
}

Dispatcher::Answer Dispatcher::answer(Request& request) {
  Answer answer;
  auto match = parts_.router.match(request.method, request.path);
  if (match.route) answer.route = match.route->declaration.path;
  request.path_values = std::move(match.path_values);
  guarded(request, answer, [&] {
    if (match.route) return call_handler(*match.route, request, answer);
    without_route(request, match, answer);
  });
  return answer;
}

std::optional<Response> Dispatcher::refuse(Request& head) {
  const auto start = std::chrono::steady_clock::now();
  const auto match = parts_.router.match(head.method, head.path);
  if (!match.route) return respond(head);
  Answer answer;
  answer.route = match.route->declaration.path;
  head.path_values = match.path_values;
  guarded(head, answer, [&] {
    const auto actor = admit(*match.route, head, parts_.clock.now());
    if (!actor) answer.rejection = actor.error();
    if (!answer.rejection) answer.rejection = broken_declaration(*match.route, head);
  });
  if (answer.response) observe(head, answer, start);
  return std::move(answer.response);
}

Response Dispatcher::respond(Request& request) {
  const auto start = std::chrono::steady_clock::now();
  auto answer = this->answer(request);
  observe(request, answer, start);
  return std::move(*answer.response);
}

void Dispatcher::observe(const Request& request, const Answer& answer,
                         std::chrono::steady_clock::time_point start) const {
  if (!parts_.observe) return;
  const auto duration = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
  const auto received = request.spooled ? request.spooled->size : request.body.size();
  parts_.observe({.method = request.method,
                  .route = answer.route,
                  .status = answer.response->status,
                  .duration = duration,
                  .bytes_received = received,
                  .bytes_sent = body_size(*answer.response),
                  .request_id = request.id,
                  .account = answer.account,
                  .rejection = answer.rejection ? &*answer.rejection : nullptr,
                  .fault = answer.fault});
}

}  // namespace haidang::http
