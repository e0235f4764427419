// SPDX-License-Identifier: Apache-2.0
#include "request_check.hpp"

#include <algorithm>

#include "field_text.hpp"

namespace haidang::http {
namespace {

/// A form of another site can send a body without asking, but never as JSON; so what calls itself something else is
/// refused.
std::optional<Rejection> wrong_type(const Route& route, const Request& request) {
  const auto type = request.headers.find("Content-Type");
  const auto essence = trim(type.substr(0, type.find(';')));
  if (!route.request_schema || essence.empty() || equal_ignoring_case(essence, "application/json")) return std::nullopt;
  return Rejection{Code::BodyTypeUnsupported, {{"type", std::string(essence)}}, {}};
}

std::optional<Rejection> wrong_query(const QueryParameter& parameter, const Request& request) {
  const auto value = request.query_value(parameter.name);
  const auto& choices = parameter.choices;
  if (value.empty() && !parameter.required) return std::nullopt;
  if (value.empty()) return Rejection{Code::JsonFieldMissing, {{"path", "?" + parameter.name}}, {}};
  if (choices.empty() || std::find(choices.begin(), choices.end(), value) != choices.end()) return std::nullopt;
  std::string allowed;
  for (const auto& choice : choices) allowed += (allowed.empty() ? "" : ", ") + choice;
  return Rejection{Code::JsonFieldInvalid, {{"path", "?" + parameter.name}, {"reason", allowed}}, {}};
}

}  // namespace

std::optional<Rejection> broken_declaration(const Route& route, const Request& request) {
  if (auto problem = wrong_type(route, request)) return problem;
  for (const auto& parameter : route.declaration.query)
    if (auto problem = wrong_query(parameter, request)) return problem;
  return std::nullopt;
}

}  // namespace haidang::http
