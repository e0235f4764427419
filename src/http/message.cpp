// SPDX-License-Identifier: Apache-2.0
#include "http/message.hpp"

#include <array>
#include <system_error>

#include "base/json.hpp"
#include "field_text.hpp"

namespace haidang::http {
namespace {

std::optional<Language> language_of(std::string_view tag) {
  const auto primary = tag.substr(0, tag.find('-'));
  if (equal_ignoring_case(primary, "vi")) return Language::Vietnamese;
  if (equal_ignoring_case(primary, "en")) return Language::English;
  return std::nullopt;
}

/// The language of the highest weight; of equal ones the first.
std::optional<Language> accepted_language(std::string_view list) {
  std::optional<Language> best;
  int best_weight = 0;
  for (const auto part : split(list, ',')) {
    const auto tag = trim(part.substr(0, part.find(';')));
    const auto language = language_of(tag);
    const int weight = language ? weight_of(part, tag) : 0;
    if (weight > best_weight) best = language, best_weight = weight;
  }
  return best;
}

/// "DocumentEmpty" → "Document empty".
std::string title_of(std::string_view name) {
  std::string title;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z' && !title.empty();
    if (upper) title += ' ';
    title += upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return title;
}

}  // namespace

std::string_view text_of(Method method) {
  constexpr std::array<std::string_view, 7> kTexts{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
  return kTexts.at(static_cast<std::size_t>(method));
}

void Headers::set(std::string_view name, std::string value) {
  std::erase_if(fields_, [&](const auto& field) { return equal_ignoring_case(field.first, name); });
  add(std::string(name), std::move(value));
}

std::string_view Headers::find(std::string_view name) const {
  for (const auto& [key, value] : fields_)
    if (equal_ignoring_case(key, name)) return value;
  return {};
}

bool Headers::contains(std::string_view name) const {
  for (const auto& field : fields_)
    if (equal_ignoring_case(field.first, name)) return true;
  return false;
}

SpooledBody::~SpooledBody() {
  std::error_code ignored;  // a handler may have moved the file to its place
  std::filesystem::remove(path, ignored);
}

std::string_view Request::cookie(std::string_view name) const {
  for (const auto part : split(headers.find("Cookie"), ';')) {
    const auto equals = part.find('=');
    if (equals != std::string_view::npos && trim(part.substr(0, equals)) == name) return trim(part.substr(equals + 1));
  }
  return {};
}

std::string_view Request::query_value(std::string_view name) const {
  const auto found = query.find(std::string(name));
  return found == query.end() ? std::string_view() : std::string_view(found->second);
}

Language Request::language() const {
  if (const auto asked = language_of(query_value("lang"))) return *asked;
  if (const auto kept = language_of(cookie("lang"))) return *kept;
  return accepted_language(headers.find("Accept-Language")).value_or(Language::Vietnamese);
}

Response text_response(int status, std::string body, std::string content_type) {
  Response response{.status = status, .headers = {}, .body = std::move(body)};
  response.headers.add("Content-Type", std::move(content_type));
  return response;
}

Response json_response(int status, std::string body) {
  return text_response(status, std::move(body), "application/json");
}

Response problem_response(const Rejection& rejection, const Request& request) {
  const auto& entry = catalogue_entry(rejection.code);
  const auto language = request.language();
  json::Object parameters;
  for (const auto& [name, value] : rejection.parameters) parameters[name] = value;
  const json::Object problem{{"type", "urn:haidang:problem:" + std::string(entry.name)},
                             {"title", title_of(entry.name)},
                             {"status", entry.http_status},
                             {"detail", message(rejection, language)},
                             {"instance", request.id},
                             {"code", static_cast<int>(rejection.code)},
                             {"name", entry.name},
                             {"advice", advice(rejection, language)},
                             {"parameters", std::move(parameters)}};
  auto response = text_response(entry.http_status, json::compact(problem), "application/problem+json");
  response.headers.add("Content-Language", language == Language::Vietnamese ? "vi" : "en");
  response.headers.add("Cache-Control", "no-store");
  return response;
}

}  // namespace haidang::http
