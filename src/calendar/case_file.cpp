// SPDX-License-Identifier: Apache-2.0
#include "calendar/case_file.hpp"

#include "calendar_checks.hpp"
#include "rule_reading.hpp"

namespace haidang::calendar {
namespace {

using Problem = std::optional<Rejection>;

/// Reads one case; the first problem of any of its parts is kept.
class CaseReader {
 public:
  CaseReader(const json::Value& value, const std::string& path, const Library& library)
      : fields_(value, path), library_(library) {}

  Result<DeadlineCase> read() {
    matter_.name = fields_.text_if("name").value_or("");
    fields_.text_if("note");
    matter_.start = read_moment(fields_, "start");
    matter_.finished_at = read_moment_if(fields_, "finished_at");
    matter_.as_of = read_moment_if(fields_, "as_of");
    read_each("pauses", [&](json::Fields& item) { matter_.pauses.push_back(read_pause(item)); });
    read_each("restarts", [&](json::Fields& item) { matter_.restarts.push_back(read_restart(item)); });
    read_each("extensions", [&](json::Fields& item) { matter_.extensions.push_back(read_extension(item)); });
    const auto* rule = fields_.find("rule");
    const auto* calendar = fields_.find("calendar");
    if (!rule) fields_.text("rule");
    keep(problem_, fields_.problem());
    if (problem_) return tl::unexpected(*problem_);
    return resolve(*rule, calendar);
  }

 private:
  template <class Read>
  void read_each(std::string_view key, Read read) {
    const auto* list = fields_.array_if(key);
    for (std::size_t i = 0; list && i < list->size(); ++i) {
      json::Fields item((*list)[i], fields_.path_of(key) + "[" + std::to_string(i) + "]");
      read(item);
      keep(problem_, item.problem());
    }
  }

  static Pause read_pause(json::Fields& item) {
    Pause pause;
    pause.from = read_moment(item, "from");
    pause.to = read_moment_if(item, "to");
    pause.reason = read_name(item, "reason", kPauseReasons, std::optional(PauseReason::Other));
    pause.note = item.text_if("note").value_or("");
    return pause;
  }

  static Restart read_restart(json::Fields& item) {
    Restart restart;
    restart.at = read_moment(item, "at");
    restart.note = item.text_if("note").value_or("");
    return restart;
  }

  Extension read_extension(json::Fields& item) {
    Extension extension;
    extension.granted_at = read_moment(item, "granted_at");
    extension.note = item.text_if("note").value_or("");
    if (auto budget = item.object_if("by")) {
      const auto read = read_budget(*budget);
      keep(problem_, budget->problem());
      if (read.kind == BudgetKind::SameDay || read.kind == BudgetKind::ByDate)
        item.fail("by", "working_minutes | working_hours | working_days | calendar_days");
      extension.terms = {ExtensionTerms::Kind::MoreTime, read.kind, read.amount, {}};
      if (item.find("until")) item.fail("until", "by ↔ until");
    } else {
      extension.terms = {ExtensionTerms::Kind::Until, BudgetKind::ByDate, 0, read_moment(item, "until")};
      extension_is_a_day_ = item.text_if("until").value_or("").size() == 10;
    }
    return extension;
  }

  Result<DeadlineCase> resolve(const json::Value& rule, const json::Value* calendar) {
    auto found = read_calendar_of_case(calendar);
    if (!found) return pass_on(found);
    matter_.calendar = *found;
    auto read = read_rule_of_case(rule);
    if (!read) return pass_on(read);
    matter_.rule = std::move(*read);
    if (auto problem = find_contradiction(matter_.rule)) return tl::unexpected(*problem);
    // "until 10/5" means the end of that day's office hours, as a named date does in a rule.
    if (extension_is_a_day_ && !matter_.extensions.empty()) {
      auto& until = matter_.extensions.back().terms.until;
      until = at(date_of(until), std::chrono::minutes{matter_.calendar->closing(day_number(until))});
    }
    return matter_;
  }

  Result<std::shared_ptr<const Calendar>> read_calendar_of_case(const json::Value* value) {
    if (!value) return library_.calendar("vietnam");
    if (value->is_string()) return library_.calendar(std::string_view(value->as_string()));
    auto definition = read_calendar(*value, fields_.path_of("calendar"));
    if (!definition) return pass_on(definition);
    return library_.compile(std::move(*definition));
  }

  Result<DeadlineRule> read_rule_of_case(const json::Value& value) {
    const auto began = date_of(matter_.start);
    if (value.is_string()) return library_.rule(std::string_view(value.as_string()), began);
    DeadlineRule base;
    base.has_budget = false;
    const auto path = fields_.path_of("rule");
    if (json::Fields peek(value, path); peek.find("extends")) {
      auto named = library_.rule(peek.text("extends"), began);
      if (!named) return named;
      base = std::move(*named);
    }
    return read_rule(value, path, base);
  }

  json::Fields fields_;
  const Library& library_;
  DeadlineCase matter_;
  Problem problem_;
  bool extension_is_a_day_ = false;
};

std::string name_in(const json::Value& value) {
  if (!value.is_object()) return {};
  const auto* name = value.as_object().if_contains("name");
  return name && name->is_string() ? std::string(name->as_string()) : std::string();
}

}  // namespace

Result<CaseFile> parse_cases(std::string_view text, const Library& library) {
  const auto value = json::parse(text);
  if (!value) return pass_on(value);
  CaseFile file;
  file.is_list = value->is_array();
  if (!file.is_list) {
    file.entries.push_back({name_in(*value), CaseReader(*value, "$", library).read()});
    return file;
  }
  const auto& list = value->as_array();
  for (std::size_t i = 0; i < list.size(); ++i)
    file.entries.push_back({name_in(list[i]), CaseReader(list[i], "$[" + std::to_string(i) + "]", library).read()});
  return file;
}

}  // namespace haidang::calendar
