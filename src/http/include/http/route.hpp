// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/codec.hpp"
#include "http/message.hpp"
#include "platform/actor.hpp"

namespace haidang::http {

/// Who may call a route. `Anyone`: no sign-in (sign-in itself, health). `SignedIn`: any account, about itself or public
/// matters. A Permission: somewhere in the actor's grants; what it covers is then part of the query. `WholeTenant`: it
/// must be held at the root organisation.
struct Anyone {};
struct SignedIn {};
enum class Scope { Somewhere, WholeTenant };
struct Needs {
  Permission permission;
  Scope scope = Scope::Somewhere;
};
using Access = std::variant<Anyone, SignedIn, Needs>;

struct QueryParameter {
  std::string name;
  std::string description;
  bool required = false;
  std::vector<std::string> choices{};  ///< empty: free text
};

/// What the contract says of a route; OpenAPI is printed from it.
struct RouteDeclaration {
  Method method;
  std::string path;  ///< "/api/documents/{document}"
  Access access;
  std::string operation;  ///< operationId, snake_case: "list_documents"
  std::string summary;    ///< one English sentence
  std::vector<QueryParameter> query{};
  std::vector<Code> rejections{};  ///< beyond those that every route may give
  int success = 200;
  bool takes_upload = false;                      ///< the raw body is spooled to a file, up to the upload limit
  std::string response_type{"application/json"};  ///< for routes that answer with a file
};

/// What a handler is given. Public routes have no actor: `context` is then empty.
struct Call {
  const Request& request;
  std::optional<Context> context_if;
  Instant now;
  LocalDate today;
  Language language;

  const Context& context() const { return context_if.value(); }
  /// "{document}" of the path as an id. A text that is no id is answered 404 before the handler runs, so this never
  /// fails.
  template <class AnyId>
  AnyId id(const std::string& name) const {
    return AnyId(codec::parse_id(request.path_values.at(name)).value());
  }
  const std::string& path_value(const std::string& name) const { return request.path_values.at(name); }
  std::string_view query(std::string_view name) const { return request.query_value(name); }
};

struct Empty {};
BOOST_DESCRIBE_STRUCT(Empty, (), ())

/// A route with its handler, types erased. `request_schema` and `response_schema` are filled in by `Router`.
struct Route {
  RouteDeclaration declaration;
  std::function<Result<Response>(const Call&)> handle;
  std::function<json::Value(codec::SchemaBook&)> request_schema;   ///< empty: no JSON body
  std::function<json::Value(codec::SchemaBook&)> response_schema;  ///< empty: no JSON answer
};

/// The routes of the program: a table. Modules add theirs with `add_routes(Router&, …)`, called by app.
class Router {
 public:
  /// A command or a query with a JSON body: `Result<Answer> f(const Call&, const Body&)`. Answer `Empty` is 204.
  template <class Body, class Answer>
  void add(RouteDeclaration declaration, std::function<Result<Answer>(const Call&, const Body&)> function) {
    Route route{.declaration = std::move(declaration), .handle = {}, .request_schema = {}, .response_schema = {}};
    const int success = route.declaration.success;
    route.handle = [function = std::move(function), success](const Call& call) -> Result<Response> {
      auto value = json::parse(call.request.body);
      if (!value) return pass_on(value);
      auto body = codec::read<Body>(*value);
      if (!body) return pass_on(body);
      return answered(function(call, *body), success);
    };
    route.request_schema = [](codec::SchemaBook& schemas) { return schemas.schema_of<Body>(); };
    describe_answer<Answer>(route);
    add_route(std::move(route));
  }

  /// Without a body: `Result<Answer> f(const Call&)`.
  template <class Answer>
  void add(RouteDeclaration declaration, std::function<Result<Answer>(const Call&)> function) {
    Route route{.declaration = std::move(declaration), .handle = {}, .request_schema = {}, .response_schema = {}};
    const int success = route.declaration.success;
    route.handle = [function = std::move(function), success](const Call& call) {
      return answered(function(call), success);
    };
    describe_answer<Answer>(route);
    add_route(std::move(route));
  }

  /// With an answer of its own: files, event streams, cookies.
  void add_raw(RouteDeclaration, std::function<Result<Response>(const Call&)>);
  /// As `add_raw`, for a route whose JSON body or answer the contract should describe all the same.
  void add_route(Route);

  const std::vector<Route>& routes() const { return routes_; }

  struct Match {
    const Route* route = nullptr;
    std::map<std::string, std::string> path_values;
    std::vector<Method> allowed;  ///< when the path exists but not for this method
  };
  Match match(Method, std::string_view path) const;

 private:
  template <class Answer>
  static Result<Response> answered(const Result<Answer>& answer, int success) {
    if (!answer) return pass_on(answer);
    if constexpr (std::is_same_v<Answer, Empty>) {
      return Response{.status = 204, .headers = {}, .body = std::string()};
    } else {
      return json_response(success, json::compact(codec::write(*answer)));
    }
  }
  template <class Answer>
  static void describe_answer(Route& route) {
    if constexpr (!std::is_same_v<Answer, Empty>) {
      route.response_schema = [](codec::SchemaBook& schemas) { return schemas.schema_of<Answer>(); };
    }
  }

  std::vector<Route> routes_;
};

/// OpenAPI 3.1 of the routes: deterministic, two-space indent; `x-permission` on each operation, problem+json on each
/// rejection.
std::string open_api(const Router&, std::string_view version);

}  // namespace haidang::http
