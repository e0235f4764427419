// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>

#include "base/ensure.hpp"
#include "http/route.hpp"

namespace haidang::http {
namespace {

constexpr std::size_t kNoRoute = static_cast<std::size_t>(-1);
constexpr std::size_t kMethods = 7;

struct Parameter {
  std::string name;
  bool is_text = false;
};

/// "{document}", "{code:text}"; nothing for a literal segment.
std::optional<Parameter> parameter_of(std::string_view segment) {
  if (!segment.starts_with('{') || !segment.ends_with('}')) return std::nullopt;
  const auto inside = segment.substr(1, segment.size() - 2);
  const auto colon = inside.find(':');
  ensure(colon == std::string_view::npos || inside.substr(colon) == ":text", "a path parameter is an id or :text");
  return Parameter{std::string(inside.substr(0, colon)), colon != std::string_view::npos};
}

/// Cuts the first segment off "/api/documents"; both views go on living in the path.
std::string_view take_segment(std::string_view& path) {
  path.remove_prefix(1);
  const auto segment = path.substr(0, path.find('/'));
  path.remove_prefix(segment.size());
  return segment;
}

}  // namespace

/// One segment deep. Names of parameters belong to the route, since two routes may name the same place differently.
struct Router::Node {
  std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
  std::unique_ptr<Node> id, text;
  std::array<std::size_t, kMethods> routes;

  Node() { routes.fill(kNoRoute); }

  Node& child(std::string_view segment) {
    const auto parameter = parameter_of(segment);
    auto& place = !parameter ? literals[std::string(segment)] : parameter->is_text ? text : id;
    if (!place) place = std::make_unique<Node>();
    return *place;
  }
  bool has_any() const {
    return std::any_of(routes.begin(), routes.end(), [](auto route) { return route != kNoRoute; });
  }
  std::size_t route_for(Method method) const {
    const auto found = routes[static_cast<std::size_t>(method)];
    if (found != kNoRoute || method != Method::Head) return found;
    return routes[static_cast<std::size_t>(Method::Get)];
  }
  void add_allowed(std::vector<Method>& allowed) const {
    for (std::size_t index = 0; index < kMethods; ++index) {
      const auto method = static_cast<Method>(index);
      const bool known = std::find(allowed.begin(), allowed.end(), method) != allowed.end();
      if (route_for(method) != kNoRoute && !known) allowed.push_back(method);
    }
  }
  /// Literal before id before text; the first end that knows the method wins. The others tell what they allow.
  std::size_t find(Method method, std::string_view rest, std::vector<std::string_view>& values,
                   std::vector<Method>& allowed) const {
    if (rest.empty()) {
      const auto route = route_for(method);
      if (route == kNoRoute) add_allowed(allowed);
      return route;
    }
    const auto segment = take_segment(rest);
    if (const auto literal = literals.find(segment); literal != literals.end()) {
      const auto route = literal->second->find(method, rest, values, allowed);
      if (route != kNoRoute) return route;
    }
    for (const auto* next : {codec::parse_id(segment) ? id.get() : nullptr, segment.empty() ? nullptr : text.get()}) {
      if (!next) continue;
      values.push_back(segment);
      const auto route = next->find(method, rest, values, allowed);
      if (route != kNoRoute) return route;
      values.pop_back();
    }
    return kNoRoute;
  }
};

Router::Router() : root_(std::make_unique<Node>()) {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

void Router::add_raw(RouteDeclaration declaration, std::function<Result<Response>(const Call&)> function) {
  add_route({.declaration = std::move(declaration),
             .handle = std::move(function),
             .request_schema = {},
             .response_schema = {}});
}

void Router::add_route(Route route) {
  const auto& declaration = route.declaration;
  ensure(declaration.path.starts_with('/'), "a path begins with /");
  ensure(!declaration.answered_inline || std::holds_alternative<Anyone>(declaration.access),
         "only a route for anyone is answered inline");
  for (const auto& other : routes_)
    ensure(other.declaration.operation != declaration.operation, "each operation has its own name");
  Node* node = root_.get();
  for (std::string_view rest = declaration.path; !rest.empty();) node = &node->child(take_segment(rest));
  auto& place = node->routes[static_cast<std::size_t>(declaration.method)];
  ensure(place == kNoRoute, "one route for a method and a path");
  place = routes_.size();
  routes_.push_back(std::move(route));
}

Router::Match Router::match(Method method, std::string_view path) const {
  Match match;
  if (!path.starts_with('/')) return match;
  std::vector<std::string_view> values;
  const auto found = root_->find(method, path, values, match.allowed);
  if (found == kNoRoute) return match;
  match.allowed.clear();
  match.route = &routes_[found];
  auto value = values.begin();
  for (std::string_view rest = match.route->declaration.path; !rest.empty();) {
    if (auto parameter = parameter_of(take_segment(rest))) match.path_values[parameter->name] = *value++;
  }
  return match;
}

std::string published_path(std::string_view declared) {
  std::string path;
  for (auto rest = declared; !rest.empty();) {
    const auto segment = take_segment(rest);
    const auto parameter = parameter_of(segment);
    path += '/';
    path += parameter ? "{" + parameter->name + "}" : std::string(segment);
  }
  return path;
}

}  // namespace haidang::http
