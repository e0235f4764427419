// SPDX-License-Identifier: Apache-2.0
#include "result_json.hpp"

#include "calendar/case_file.hpp"
#include "rule_reading.hpp"

namespace haidang::calendar {
namespace {

template <class Text>
json::Object in_both(Text text) {
  return {{"vi", text(Language::Vietnamese)}, {"en", text(Language::English)}};
}

json::Object duration(std::int64_t minutes, int minutes_per_day) {
  auto object = in_both([&](Language language) { return duration_text(minutes, minutes_per_day, language); });
  json::Object result{{"working_minutes", minutes}};
  result["text"] = std::move(object);
  return result;
}

json::Array days_json(const std::vector<NamedDay>& days) {
  json::Array list;
  for (const auto& day : days) {
    json::Object object{{"date", iso(day.date)}, {"vi", day.name.vietnamese}, {"en", day.name.english}};
    if (day.kind == DayKind::SwapOff) object["worked_on"] = iso(day.partner);
    if (day.kind == DayKind::SwapWorked) object["instead_of"] = iso(day.partner);
    list.push_back(std::move(object));
  }
  return list;
}

json::Array spans_json(const std::vector<WorkSpan>& spans) {
  json::Array list;
  for (const auto& span : spans)
    list.push_back(
        json::Value(clock_text(std::chrono::minutes{span.from}) + "-" + clock_text(std::chrono::minutes{span.to})));
  return list;
}

bool names_a_moment(StepKind kind) {
  return kind != StepKind::Hours && kind != StepKind::Allowed && kind != StepKind::DaysOff &&
         kind != StepKind::DayHours;
}

bool names_only_a_day(StepKind kind) {
  return kind == StepKind::FirstDay || kind == StepKind::Counted || kind == StepKind::Rolled;
}

bool counts_an_amount(StepKind kind) {
  return kind == StepKind::Paused || kind == StepKind::Counted || kind == StepKind::ExtendedBy;
}

bool names_another(StepKind kind) {
  return kind == StepKind::Restarted || kind == StepKind::StartMoved || kind == StepKind::Paused ||
         kind == StepKind::Rolled;
}

std::string moment_json(const Step& step, LocalMinute moment) {
  return names_only_a_day(step.kind) ? iso(date_of(moment)) : iso(moment);
}

json::Object step_json(const Step& step) {
  json::Object object{{"step", step_key(step.kind)}};
  if (names_another(step.kind)) object["from"] = moment_json(step, step.other);
  if (names_a_moment(step.kind)) object["at"] = moment_json(step, step.at);
  if (counts_an_amount(step.kind)) {
    object["amount"] = step.amount;
    object["unit"] = name_of(step.unit, kBudgetKinds);
  }
  if (step.kind == StepKind::Paused) object["reason"] = reason_key(step.reason);
  if (!step.spans.empty()) object["spans"] = spans_json(step.spans);
  if (!step.days.empty()) object["days"] = days_json(step.days);
  if (!step.stretches.empty()) {
    json::Array list;
    for (const auto& stretch : step.stretches)
      list.push_back(json::Object{{"from", iso(stretch.from)},
                                  {"to", iso(stretch.to)},
                                  {"days", stretch.days},
                                  {"minutes_each", stretch.minutes_each}});
    object["worked"] = std::move(list);
  }
  object["vi"] = step_text(step, Language::Vietnamese);
  object["en"] = step_text(step, Language::English);
  return object;
}

json::Object explanation_json(const Deadline& deadline) {
  auto object = in_both([&](Language language) { return one_line(deadline.steps, language); });
  json::Array steps;
  for (const auto& step : deadline.steps) steps.push_back(step_json(step));
  object["steps"] = std::move(steps);
  return object;
}

json::Array warnings_json(const Deadline& deadline) {
  json::Array list;
  for (const auto& warning : deadline.warnings) {
    json::Object object{{"warning", warning_key(warning.kind)}};
    for (const auto& [name, value] : warning.parameters) object[name] = value;
    object["vi"] = warning_text(warning, Language::Vietnamese);
    object["en"] = warning_text(warning, Language::English);
    list.push_back(std::move(object));
  }
  return list;
}

}  // namespace

json::Object to_json(const Rejection& rejection) {
  return {{"code", static_cast<int>(rejection.code)},
          {"name", catalogue_entry(rejection.code).name},
          {"message", in_both([&](Language language) { return message(rejection, language); })},
          {"advice", in_both([&](Language language) { return advice(rejection, language); })}};
}

json::Object to_json(const DeadlineCase& matter, const Deadline& deadline) {
  json::Object object{{"name", matter.name}, {"rule", matter.rule.id}, {"calendar", matter.calendar->id()}};
  object["start"] = iso(matter.start);
  object["due"] = iso(deadline.due);
  object["due_at"] = iso(to_instant(deadline.due));
  object["due_text"] = in_both([&](Language language) {
    return clock_text(time_of_day(deadline.due)) + " " + with_weekday(date_of(deadline.due), language);
  });
  if (deadline.due_before_extension) object["due_before_extension"] = iso(*deadline.due_before_extension);
  object["provisional"] = deadline.provisional;
  object["as_of"] = iso(deadline.as_of);
  object["state"] = state_key(deadline.state);
  object["state_text"] = in_both([&](Language language) { return state_text(deadline.state, language); });
  if (deadline.on_time) object["on_time"] = *deadline.on_time;
  object["consumed"] = duration(deadline.consumed_minutes, deadline.minutes_per_day);
  object["remaining"] =
      json::Object{{"working_minutes", deadline.remaining_minutes},
                   {"text", in_both([&](Language language) { return remaining_text(deadline, language); })}};
  object["explanation"] = explanation_json(deadline);
  object["warnings"] = warnings_json(deadline);
  return object;
}

ResultFile compute_all(const CaseFile& file) {
  ResultFile result;
  json::Array list;
  for (const auto& entry : file.entries) {
    auto deadline = entry.value ? compute(*entry.value) : Result<Deadline>(tl::unexpected(entry.value.error()));
    if (deadline) {
      list.push_back(to_json(*entry.value, *deadline));
    } else {
      ++result.rejected;
      list.push_back(json::Object{{"name", entry.name}, {"rejection", to_json(deadline.error())}});
    }
  }
  result.json = json::pretty(file.is_list ? json::Value(std::move(list)) : list.front());
  return result;
}

}  // namespace haidang::calendar
