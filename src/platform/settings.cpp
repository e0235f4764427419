// SPDX-License-Identifier: Apache-2.0
#include "platform/settings.hpp"

#include <unistd.h>

#include <algorithm>
#include <charconv>

#include "base/ensure.hpp"
#include "platform/files.hpp"
#include "setting_names.hpp"

namespace haidang::platform {
namespace {

constexpr std::string_view kPrefix = "HAIDANG_";
constexpr std::string_view kMask = "••••";
constexpr std::size_t kMostBytes = std::size_t{1} << 20;

std::string trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const auto first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(kBlank) - first + 1));
}

std::optional<std::int64_t> integer_of(const std::string& text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return {};
  return value;
}

std::optional<bool> truth_of(const std::string& text) {
  for (const std::string_view yes : {"true", "yes", "on", "1"})
    if (text == yes) return true;
  for (const std::string_view no : {"false", "no", "off", "0"})
    if (text == no) return false;
  return {};
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " | ") + word;
  return text;
}

/// A secret itself, or the first line of the file it names.
std::optional<std::string> secret_of(const std::string& text) {
  constexpr std::string_view kReference = "file:";
  if (!text.starts_with(kReference)) return text;
  const auto content = read_file(text.substr(kReference.size()), kMostBytes);
  if (!content) return {};
  return trimmed(content->substr(0, content->find('\n')));
}

bool is_foreign(const std::string& variable, const std::vector<std::string>& foreign) {
  return std::any_of(foreign.begin(), foreign.end(), [&](const std::string& name) {
    return name.ends_with('_') ? variable.starts_with(name) : variable == name;
  });
}

}  // namespace

void Settings::declare(SettingText text, std::string allowed, std::function<bool(const std::string&)> assign,
                       std::function<std::string()> show, bool is_switch) {
  ensure(find(text.name) == nullptr, "a setting is declared once");
  Declared declared;
  declared.explained.text = std::move(text);
  declared.explained.allowed = std::move(allowed);
  declared.explained.initial = show();
  declared.assign = std::move(assign);
  declared.show = std::move(show);
  declared.is_switch = is_switch;
  declared_.push_back(std::move(declared));
}

void Settings::add(SettingText text, std::string& place, std::vector<std::string> choices) {
  auto allowed = joined(choices);
  declare(
      std::move(text), std::move(allowed),
      [&place, choices = std::move(choices)](const std::string& value) {
        if (!choices.empty() && std::find(choices.begin(), choices.end(), value) == choices.end()) return false;
        place = value;
        return true;
      },
      [&place] { return place; });
}

void Settings::add(SettingText text, std::filesystem::path& place) {
  declare(
      std::move(text), {}, [&place](const std::string& value) { return place = value, true; },
      [&place] { return place.string(); });
}

void Settings::add(SettingText text, std::int64_t& place, Range range) {
  declare(
      std::move(text), std::to_string(range.least) + " … " + std::to_string(range.most),
      [&place, range](const std::string& value) {
        const auto number = integer_of(value);
        if (!number || *number < range.least || *number > range.most) return false;
        place = *number;
        return true;
      },
      [&place] { return std::to_string(place); });
}

void Settings::add(SettingText text, bool& place) {
  declare(
      std::move(text), "true | false",
      [&place](const std::string& value) {
        const auto truth = truth_of(value);
        if (truth) place = *truth;
        return truth.has_value();
      },
      [&place] { return place ? "true" : "false"; }, true);
}

void Settings::add(SettingText text, std::optional<LocalDate>& place) {
  declare(
      std::move(text), "YYYY-MM-DD",
      [&place](const std::string& value) {
        const auto date = parse_date(value);
        if (date) place = *date;
        return date.has_value();
      },
      [&place] { return place ? iso(*place) : std::string(); });
}

void Settings::add(SettingText text, Secret& place) {
  declare(
      std::move(text), "… | file:PATH",
      [&place](const std::string& value) {
        auto secret = secret_of(value);
        if (secret) place = Secret(std::move(*secret));
        return secret.has_value();
      },
      [&place] { return std::string(place.reveal().empty() ? "" : kMask); });
}

void Settings::add_masked(SettingText text, std::string& place, std::function<std::string(const std::string&)> mask) {
  declare(
      std::move(text), "… | file:PATH",
      [&place](const std::string& value) {
        auto secret = secret_of(value);
        if (secret) place = std::move(*secret);
        return secret.has_value();
      },
      [&place, mask = std::move(mask)] { return mask(place); });
}

Settings::Declared* Settings::find(std::string_view name) {
  for (auto& declared : declared_)
    if (declared.explained.text.name == name) return &declared;
  return nullptr;
}

std::optional<Rejection> Settings::unknown(const std::string& name, const std::string& where) const {
  std::vector<std::string> names;
  for (const auto& declared : declared_) names.push_back(declared.explained.text.name);
  return Rejection{
      Code::SettingUnknown, {{"name", name}, {"where", where}, {"nearest", nearest_name(name, names)}}, {}};
}

std::optional<Rejection> Settings::take(const std::string& name, const Given& given) {
  auto* declared = find(name);
  if (!declared) return unknown(name, given.where);
  if (!declared->assign(given.value))
    return Rejection{
        Code::SettingInvalid, {{"name", name}, {"where", given.where}, {"allowed", declared->explained.allowed}}, {}};
  declared->explained.origin = given.origin;
  declared->explained.where = given.where;
  return {};
}

std::optional<Rejection> Settings::read_file_of(const std::filesystem::path& path) {
  const auto content = read_file(path, kMostBytes);
  if (!content) return content.error();
  std::map<std::string, int> seen;
  int number = 0;
  for (std::size_t begin = 0; begin < content->size();) {
    const auto end = std::min(content->find('\n', begin), content->size());
    const auto line = trimmed(std::string_view(*content).substr(begin, end - begin));
    begin = end + 1;
    const auto where = path.filename().string() + ":" + std::to_string(++number);
    if (line.empty() || line.front() == '#') continue;
    const auto sign = line.find('=');
    if (sign == std::string::npos) return Rejection{Code::SettingLineUnreadable, {{"where", where}}, {}};
    const auto name = trimmed(std::string_view(line).substr(0, sign));
    if (const auto [first, is_new] = seen.emplace(name, number); !is_new)
      return Rejection{
          Code::SettingTwice, {{"name", name}, {"where", where}, {"first", std::to_string(first->second)}}, {}};
    if (auto problem = take(name, {trimmed(std::string_view(line).substr(sign + 1)), SettingOrigin::File, where}))
      return problem;
  }
  return {};
}

std::optional<Rejection> Settings::read_environment(const Sources& sources) {
  for (const auto& [variable, value] : sources.environment) {
    if (!variable.starts_with(kPrefix) || is_foreign(variable, sources.foreign_variables)) continue;
    auto name = variable.substr(kPrefix.size());
    std::transform(name.begin(), name.end(), name.begin(), [](char letter) {
      return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    });
    if (auto problem = take(name, {value, SettingOrigin::Environment, variable})) return problem;
  }
  return {};
}

std::optional<Rejection> Settings::read(const Sources& sources) {
  if (sources.file)
    if (auto problem = read_file_of(*sources.file)) return problem;
  if (auto problem = read_environment(sources)) return problem;
  for (const auto& [name, value] : sources.flags)
    if (auto problem = take(name, {value, SettingOrigin::Flag, flag_of(name)})) return problem;
  return {};
}

std::vector<Settings::Explained> Settings::explain() const {
  std::vector<Explained> all;
  for (const auto& declared : declared_) {
    all.push_back(declared.explained);
    all.back().value = declared.show();
  }
  return all;
}

bool Settings::is_switch(std::string_view name) const {
  return std::any_of(declared_.begin(), declared_.end(), [&](const Declared& declared) {
    return declared.is_switch && declared.explained.text.name == name;
  });
}

std::string variable_of(std::string_view setting) {
  std::string variable(kPrefix);
  for (const char letter : setting)
    variable += letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 32) : letter;
  return variable;
}

std::string flag_of(std::string_view setting) {
  std::string flag = "--";
  for (const char letter : setting) flag += letter == '_' ? '-' : letter;
  return flag;
}

std::map<std::string, std::string> environment_of_process() {
  std::map<std::string, std::string> variables;
  for (char** entry = ::environ; entry && *entry; ++entry) {
    const std::string_view text = *entry;
    const auto sign = text.find('=');
    if (sign != std::string_view::npos)
      variables.emplace(std::string(text.substr(0, sign)), std::string(text.substr(sign + 1)));
  }
  return variables;
}

}  // namespace haidang::platform
