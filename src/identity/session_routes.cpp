// SPDX-License-Identifier: Apache-2.0
#include "request_checks.hpp"
#include "route_groups.hpp"
#include "sessions.hpp"
#include "sign_in.hpp"

namespace haidang::identity {
namespace {

using http::Anyone;
using http::Call;
using http::Method;
using http::Response;

/// Browsers forget no cookie sooner than this; the device cookie outlives the session.
constexpr std::chrono::hours kDeviceKept{24 * 180};

SessionView read_session(Parts& parts, const Call& call) {
  const auto token = cookie_of(call.request, Cookie::Session);
  const auto session = find_session(parts, token, call.now);
  return session_view(parts, session.get(), token, call.today);
}

Response with_cookies(Parts& parts, const Call& call, const SignedIn& tokens) {
  const auto session = find_session(parts, tokens.session_token, call.now);
  const auto view = session_view(parts, session.get(), tokens.session_token, call.today);
  auto response = http::json_response(200, json::compact(codec::write(view)));
  const bool secure = call.request.secure;
  response.headers.add("Set-Cookie",
                       set_cookie(Cookie::Session, tokens.session_token, parts.settings.session_limit, secure));
  response.headers.add("Set-Cookie", set_cookie(Cookie::Device, tokens.device_token, kDeviceKept, secure));
  return response;
}

Result<Response> answer_sign_in(Parts& parts, const Call& call) {
  const auto value = json::parse(call.request.body);
  if (!value) return pass_on(value);
  auto command = codec::read<SignIn>(*value);
  if (!command) return pass_on(command);
  const auto tokens = sign_in(parts, {.command = std::move(*command),
                                      .address = call.request.peer,
                                      .device = device_of(call.request),
                                      .device_token = std::string(cookie_of(call.request, Cookie::Device)),
                                      .now = call.now});
  if (!tokens) return pass_on(tokens);
  sign_out(parts, cookie_of(call.request, Cookie::Session), call.now);
  return with_cookies(parts, call, *tokens);
}

Result<Response> answer_sign_out(Parts& parts, const Call& call) {
  sign_out(parts, cookie_of(call.request, Cookie::Session), call.now);
  Response response{.status = 204, .headers = {}, .body = std::string()};
  response.headers.add("Set-Cookie", set_cookie(Cookie::Session, {}, std::chrono::seconds(0), call.request.secure));
  return response;
}

}  // namespace

void add_session_routes(http::Router& router, Parts& parts) {
  router.add<SessionView>({.method = Method::Get,
                           .path = "/api/session",
                           .access = Anyone{},
                           .operation = "read_session",
                           .summary = "Who is signed in, with what permissions; also answers when nobody is."},
                          [&parts](const Call& call) -> Result<SessionView> { return read_session(parts, call); });
  router.add_route(
      {.declaration = {.method = Method::Post,
                       .path = "/api/session",
                       .access = Anyone{},
                       .operation = "sign_in",
                       .summary = "Sign in; the session is a cookie that scripts cannot read.",
                       .rejections = {Code::SignInWrong, Code::SignInThrottled, Code::SignInBusy, Code::AccountLocked,
                                      Code::SecondFactorNeeded, Code::SecondFactorWrong}},
       .handle = [&parts](const Call& call) { return answer_sign_in(parts, call); },
       .request_schema = [](codec::SchemaBook& schemas) { return schemas.schema_of<SignIn>(); },
       .response_schema = [](codec::SchemaBook& schemas) { return schemas.schema_of<SessionView>(); }});
  router.add_route({.declaration = {.method = Method::Delete,
                                    .path = "/api/session",
                                    .access = Anyone{},
                                    .operation = "sign_out",
                                    .summary = "End this session.",
                                    .success = 204},
                    .handle = [&parts](const Call& call) { return answer_sign_out(parts, call); },
                    .request_schema = {},
                    .response_schema = {}});
}

}  // namespace haidang::identity
