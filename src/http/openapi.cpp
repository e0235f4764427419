// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "http/route.hpp"

namespace haidang::http {
namespace {

json::Object reference(std::string_view name) {
  return {{"$ref", "#/components/schemas/" + std::string(name)}};
}

json::Object text_schema() {
  return {{"type", "string"}};
}

json::Object problem_schema() {
  json::Object properties{{"type", text_schema()},
                          {"title", text_schema()},
                          {"status", json::Object{{"type", "integer"}}},
                          {"detail", text_schema()},
                          {"instance", text_schema()},
                          {"code", json::Object{{"type", "integer"}}},
                          {"name", text_schema()},
                          {"advice", text_schema()},
                          {"parameters", json::Object{{"type", "object"}, {"additionalProperties", text_schema()}}}};
  json::Array required;
  for (const auto& property : properties) required.emplace_back(property.key());
  return {{"type", "object"}, {"properties", std::move(properties)}, {"required", std::move(required)}};
}

/// Segments of the declared path between braces: names, and whether they are ids.
json::Array path_parameters(std::string_view path) {
  json::Array parameters;
  for (auto open = path.find('{'); open != std::string_view::npos; open = path.find('{', open + 1)) {
    const auto inside = path.substr(open + 1, path.find('}', open) - open - 1);
    const auto colon = inside.find(':');
    json::Value schema = colon == std::string_view::npos ? codec::id_schema() : json::Value(text_schema());
    parameters.push_back(json::Object{
        {"name", inside.substr(0, colon)}, {"in", "path"}, {"required", true}, {"schema", std::move(schema)}});
  }
  return parameters;
}

json::Object query_parameter(const QueryParameter& parameter) {
  auto schema = text_schema();
  if (!parameter.choices.empty()) schema["enum"] = json::Array(parameter.choices.begin(), parameter.choices.end());
  return {{"name", parameter.name},
          {"in", "query"},
          {"description", parameter.description},
          {"required", parameter.required},
          {"schema", std::move(schema)}};
}

std::string permission_text(const Access& access) {
  if (std::holds_alternative<Anyone>(access)) return "anyone";
  if (std::holds_alternative<SignedIn>(access)) return "signed_in";
  return std::string(std::get<Needs>(access).permission.name);
}

/// "/api/documents/{document}" → "documents".
std::string tag_of(std::string_view path) {
  if (path.starts_with("/api/")) path.remove_prefix(4);
  path.remove_prefix(1);
  return std::string(path.substr(0, path.find('/')));
}

json::Object file_content(const std::string& type) {
  return {{type, json::Object{{"schema", json::Object{{"type", "string"}, {"format", "binary"}}}}}};
}

json::Object json_content(json::Value schema) {
  return {{"application/json", json::Object{{"schema", std::move(schema)}}}};
}

json::Object success_response(const Route& route, codec::SchemaBook& schemas) {
  json::Object response{{"description", "Done."}};
  if (route.response_schema) {
    response["content"] = json_content(route.response_schema(schemas));
  } else if (route.declaration.response_type != "application/json") {
    response["content"] = file_content(route.declaration.response_type);
  }
  return response;
}

/// What a route may answer besides what it declares, because of what it is.
std::set<Code> rejections_of(const Route& route) {
  const auto& declaration = route.declaration;
  std::set<Code> codes(declaration.rejections.begin(), declaration.rejections.end());
  codes.insert(Code::ServerFault);
  if (declaration.path.find('{') != std::string::npos) codes.insert(Code::RouteNotFound);
  if (route.request_schema) {
    codes.insert({Code::JsonMalformed, Code::JsonFieldMissing, Code::JsonFieldInvalid, Code::JsonUnknownField,
                  Code::BodyTypeUnsupported, Code::BodyTooLarge});
  }
  if (declaration.takes_upload) codes.insert({Code::UploadTooLarge, Code::DiskFull, Code::UploadNotSaved});
  return codes;
}

json::Object problem_content() {
  return {{"application/problem+json", json::Object{{"schema", reference("Problem")}}}};
}

void add_problems(const Route& route, std::map<int, json::Object>& responses) {
  std::map<int, std::vector<const RejectionEntry*>> by_status;
  for (const auto code : rejections_of(route)) {
    const auto& entry = catalogue_entry(code);
    by_status[entry.http_status].push_back(&entry);
  }
  if (!std::holds_alternative<Anyone>(route.declaration.access)) by_status[401], by_status[403];
  for (const auto& [status, entries] : by_status) {
    std::string description = entries.empty() ? (status == 401 ? "Not signed in." : "Not permitted.") : "";
    json::Array rejections;
    for (const auto* entry : entries) {
      description += (description.empty() ? "" : ", ") + std::string(entry->name);
      rejections.push_back(json::Object{{"code", static_cast<int>(entry->code)}, {"name", entry->name}});
    }
    json::Object response{{"description", description}, {"content", problem_content()}};
    if (!rejections.empty()) response["x-rejections"] = std::move(rejections);
    responses[status] = std::move(response);
  }
}

json::Object responses_of(const Route& route, codec::SchemaBook& schemas) {
  std::map<int, json::Object> responses;
  add_problems(route, responses);
  responses[route.declaration.success] = success_response(route, schemas);
  json::Object object;
  for (auto& [status, response] : responses) object[std::to_string(status)] = std::move(response);
  return object;
}

json::Object operation_of(const Route& route, codec::SchemaBook& schemas) {
  const auto& declaration = route.declaration;
  auto parameters = path_parameters(declaration.path);
  for (const auto& parameter : declaration.query) parameters.push_back(query_parameter(parameter));
  json::Object operation{{"operationId", declaration.operation},
                         {"summary", declaration.summary},
                         {"tags", json::Array{json::Value(tag_of(declaration.path))}},
                         {"x-permission", permission_text(declaration.access)}};
  if (const auto* needs = std::get_if<Needs>(&declaration.access))
    operation["x-scope"] = needs->scope == Scope::WholeTenant ? "whole_tenant" : "somewhere";
  if (!parameters.empty()) operation["parameters"] = std::move(parameters);
  if (route.request_schema) {
    operation["requestBody"] =
        json::Object{{"required", true}, {"content", json_content(route.request_schema(schemas))}};
  } else if (declaration.takes_upload) {
    operation["requestBody"] = json::Object{{"required", true}, {"content", file_content("application/octet-stream")}};
  }
  operation["responses"] = responses_of(route, schemas);
  return operation;
}

std::string lower_text_of(Method method) {
  std::string text(text_of(method));
  for (auto& c : text) c = static_cast<char>(c - 'A' + 'a');
  return text;
}

json::Object sorted(const json::Object& object) {
  std::map<std::string_view, const json::Value*> by_name;
  for (const auto& item : object) by_name[item.key()] = &item.value();
  json::Object result;
  for (const auto& [name, value] : by_name) result[name] = *value;
  return result;
}

json::Array tags_of(const std::map<std::string, std::map<Method, const Route*>>& paths) {
  std::set<std::string> names;
  for (const auto& path : paths) names.insert(tag_of(path.first));
  json::Array tags;
  for (const auto& name : names) tags.push_back(json::Object{{"name", name}});
  return tags;
}

}  // namespace

std::string open_api(const Router& router, std::string_view version) {
  std::map<std::string, std::map<Method, const Route*>> by_path;
  for (const auto& route : router.routes())
    by_path[published_path(route.declaration.path)][route.declaration.method] = &route;
  codec::SchemaBook schemas;
  json::Object paths;
  for (const auto& [path, methods] : by_path) {
    json::Object operations;
    for (const auto& [method, route] : methods) operations[lower_text_of(method)] = operation_of(*route, schemas);
    paths[path] = std::move(operations);
  }
  auto all_schemas = schemas.schemas();
  all_schemas["Problem"] = problem_schema();
  const json::Object license{{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}};
  return json::pretty(
      json::Object{{"openapi", "3.1.0"},
                   {"info", json::Object{{"title", "Hải Đăng"}, {"version", version}, {"license", license}}},
                   {"tags", tags_of(by_path)},
                   {"paths", std::move(paths)},
                   {"components", json::Object{{"schemas", sorted(all_schemas)}}}});
}

}  // namespace haidang::http
