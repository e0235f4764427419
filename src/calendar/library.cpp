// SPDX-License-Identifier: Apache-2.0
#include "calendar/library.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "embedded/deadline_rules_construction.hpp"
#include "embedded/deadline_rules_general.hpp"
#include "embedded/deadline_rules_one_stop.hpp"
#include "embedded/vietnam_calendar.hpp"
#include "embedded/vietnam_saturday_morning_calendar.hpp"

namespace haidang::calendar {
namespace {

std::string join(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

}  // namespace

Library Library::with_packs() {
  Library library;
  for (const auto text : {embedded::vietnam_calendar(), embedded::vietnam_saturday_morning_calendar()}) {
    auto definition = parse_calendar(text);
    ensure(definition.has_value(), "the calendars that ship with the program can be read");
    ensure(library.add(std::move(*definition)).has_value(), "the calendars that ship with the program can be compiled");
  }
  for (const auto text : {embedded::deadline_rules_one_stop(), embedded::deadline_rules_construction(),
                          embedded::deadline_rules_general()}) {
    auto rules = parse_rules(text);
    ensure(rules.has_value(), "the rules that ship with the program can be read");
    library.add(std::move(*rules));
  }
  return library;
}

Result<std::shared_ptr<const Calendar>> Library::compile(CalendarDefinition definition) const {
  std::vector<CalendarDefinition> layers;
  if (definition.extends == definition.id) return reject(Code::CalendarExtendsItself, {{"calendar", definition.id}});
  if (!definition.extends.empty()) {
    const auto base = calendar(definition.extends);
    if (!base) return pass_on(base);
    layers = (*base)->layers();
    // An edited copy of a base calendar that extended it would otherwise lie on its old self.
    for (const auto& layer : layers)
      if (layer.id == definition.id) return reject(Code::CalendarExtendsItself, {{"calendar", definition.id}});
  }
  layers.push_back(std::move(definition));
  return Calendar::compile(std::move(layers));
}

Result<std::shared_ptr<const Calendar>> Library::add(CalendarDefinition definition) {
  auto id = definition.id;
  auto compiled = compile(std::move(definition));
  if (compiled) calendars_[std::move(id)] = *compiled;
  return compiled;
}

void Library::add(std::vector<DeadlineRule> rules) {
  std::move(rules.begin(), rules.end(), std::back_inserter(rules_));
}

Result<Library> Library::with_edits(const std::map<std::string, CalendarDefinition, std::less<>>& edits) const {
  Library edited = *this;
  for (auto& [id, calendar] : edited.calendars_) {
    std::vector<CalendarDefinition> layers;
    bool is_touched = false;
    for (const auto& layer : calendar->layers()) {
      layers.push_back(layer);
      const auto found = edits.find(layer.id);
      if (found == edits.end()) continue;
      is_touched = true;
      if (found->second.complete_until) layers.back().complete_until = found->second.complete_until;
      layers.push_back(found->second);
      layers.back().complete_until.reset();
    }
    if (!is_touched) continue;
    auto compiled = Calendar::compile(std::move(layers));
    if (!compiled) return pass_on(compiled);
    calendar = std::move(*compiled);
  }
  return edited;
}

Result<std::shared_ptr<const Calendar>> Library::calendar(std::string_view id) const {
  const auto found = calendars_.find(id);
  if (found != calendars_.end()) return found->second;
  return reject(Code::CalendarUnknown, {{"calendar", std::string(id)}, {"known", join(calendar_ids())}});
}

Result<DeadlineRule> Library::rule(std::string_view id, LocalDate date) const {
  bool exists = false;
  for (const auto& rule : rules_) {
    if (rule.id != id) continue;
    if (is_in_force(rule, date)) return rule;
    exists = true;
  }
  if (!exists) return reject(Code::RuleUnknown, {{"rule", std::string(id)}});
  return reject(Code::RuleNotInForce, {{"rule", std::string(id)}, {"date", on_paper(date)}});
}

std::vector<std::string> Library::calendar_ids() const {
  std::vector<std::string> ids;
  for (const auto& [id, calendar] : calendars_) ids.push_back(id);
  return ids;
}

}  // namespace haidang::calendar
