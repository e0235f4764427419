// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
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
  /// "/api/documents/{document}". A parameter is an id, a text of digits: anything else there is answered 404
  /// RouteNotFound before the handler runs. "{code:text}" takes any text without "/". Literal segments go before ids,
  /// ids before texts.
  std::string path;
  Access access;
  std::string operation;  ///< operationId, snake_case: "list_documents"
  std::string summary;    ///< one English sentence
  std::vector<QueryParameter> query{};
  std::vector<Code> rejections{};  ///< beyond those that every route may give
  int success = 200;
  bool takes_upload = false;                      ///< the raw body is spooled to a file, up to the upload limit
  std::string response_type{"application/json"};  ///< for routes that answer with a file
  /// The handler never blocks, so it runs on the network thread, and the gate is not asked: only with `Anyone`
  /// (health).
  bool answered_inline = false;
};

/// What a handler is given. Public routes have no actor: `context` is then empty.
struct Call {
  const Request& request;
  std::optional<Context> context_if;
  Instant now;
  LocalDate today;
  Language language;

  const Context& context() const { return context_if.value(); }
  /// "{document}" of the path as an id; the router has seen to it that it is one.
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

/// The routes of the program: a table. Modules add theirs with `add_routes(Router&, …)`, called by app, before the
/// server starts. Two routes of one method and path, or of one operation, are a `Bug`.
class Router {
 public:
  Router();
  ~Router();
  Router(Router&&) noexcept;
  Router& operator=(Router&&) noexcept;

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
  /// HEAD finds the GET route where there is no other.
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
    if constexpr (std::is_same_v<Answer, Empty>) {
      route.declaration.success = 204;
    } else {
      route.response_schema = [](codec::SchemaBook& schemas) { return schemas.schema_of<Answer>(); };
    }
  }

  struct Node;
  std::vector<Route> routes_;
  std::unique_ptr<Node> root_;  ///< the segments of all paths, as a tree
};

/// "/api/calendars/{calendar:text}" → "/api/calendars/{calendar}".
std::string published_path(std::string_view declared_path);

/// OpenAPI 3.1 of the routes, the same whatever the order they were added in; `x-permission` and `x-scope` on each
/// operation, its rejections as problem+json with their codes and names.
std::string open_api(const Router&, std::string_view version);

}  // namespace haidang::http
