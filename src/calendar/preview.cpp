// SPDX-License-Identifier: Apache-2.0
#include "calendar/preview.hpp"

#include <fmt/format.h>

#include "result_json.hpp"
#include "settle.hpp"

namespace haidang::calendar {
namespace {

std::int64_t moved_by(const Calendar& calendar, LocalMinute before, LocalMinute after) {
  return after >= before ? calendar.working_minutes_between(before, after)
                         : -calendar.working_minutes_between(after, before);
}

void compare(Preview& result, const std::string& name, const Deadline& before, const Deadline& after,
             const Calendar& calendar) {
  if (before.due == after.due && before.state == after.state) return;
  result.later += after.due > before.due;
  result.earlier += after.due < before.due;
  result.only_state += after.due == before.due;
  result.moved.push_back(
      {name, before.due, after.due, before.state, after.state, moved_by(calendar, before.due, after.due)});
}

std::string summary(const Preview& preview, Language language) {
  const auto same = preview.cases - static_cast<int>(preview.moved.size() + preview.rejected.size());
  return fmt::format(
      fmt::runtime(language == Language::Vietnamese
                       ? "{} ca: {} lùi về sau, {} sớm hơn, {} chỉ đổi trạng thái, {} giữ nguyên, {} không tính được\n"
                       : "{} cases: {} later, {} earlier, {} only change state, {} stay, {} cannot be computed\n"),
      preview.cases, preview.later, preview.earlier, preview.only_state, same, preview.rejected.size());
}

}  // namespace

Preview preview(const CaseFile& file, std::shared_ptr<const Calendar> before, std::shared_ptr<const Calendar> after) {
  Preview result;
  for (const auto& entry : file.entries) {
    ++result.cases;
    if (!entry.value) {
      result.rejected.emplace_back(entry.name, entry.value.error());
      continue;
    }
    auto matter = *entry.value;
    matter.calendar = before;
    const auto old_deadline = compute(matter);
    matter.calendar = after;
    const auto new_deadline = compute(matter);
    if (old_deadline && new_deadline)
      compare(result, entry.name, *old_deadline, *new_deadline, *after);
    else
      result.rejected.emplace_back(entry.name, old_deadline ? new_deadline.error() : old_deadline.error());
  }
  return result;
}

std::string preview_table(const Preview& preview, Language language) {
  const bool vietnamese = language == Language::Vietnamese;
  auto text = summary(preview, language);
  for (const auto& moved : preview.moved) {
    text += fmt::format("  {}\n    {} → {}", moved.name, moment_text(moved.due_before, language),
                        moment_text(moved.due_after, language));
    if (moved.working_minutes != 0)
      text += fmt::format(" ({}{})", moved.working_minutes > 0 ? "+" : "−",
                          duration_text(moved.working_minutes, 480, language));
    if (moved.state_before != moved.state_after)
      text +=
          fmt::format("; {} → {}", state_text(moved.state_before, language), state_text(moved.state_after, language));
    text += "\n";
  }
  for (const auto& [name, rejection] : preview.rejected)
    text += fmt::format("  {}\n    {}: {}\n", name, vietnamese ? "không tính được" : "cannot be computed",
                        message(rejection, language));
  return text;
}

std::string preview_json(const Preview& preview) {
  json::Array moved, rejected;
  for (const auto& one : preview.moved)
    moved.push_back(json::Object{{"name", one.name},
                                 {"due_before", iso(one.due_before)},
                                 {"due_after", iso(one.due_after)},
                                 {"working_minutes", one.working_minutes},
                                 {"state_before", state_key(one.state_before)},
                                 {"state_after", state_key(one.state_after)}});
  for (const auto& [name, rejection] : preview.rejected)
    rejected.push_back(json::Object{{"name", name}, {"rejection", to_json(rejection)}});
  json::Object object{{"cases", preview.cases},
                      {"later", preview.later},
                      {"earlier", preview.earlier},
                      {"only_state", preview.only_state}};
  object["moved"] = std::move(moved);
  object["rejected"] = std::move(rejected);
  return json::pretty(json::Value(std::move(object)));
}

}  // namespace haidang::calendar
