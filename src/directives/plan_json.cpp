// SPDX-License-Identifier: Apache-2.0
#include "directives/plan_json.hpp"

#include <array>
#include <utility>

#include "base/ensure.hpp"
#include "plan_json_value.hpp"

namespace haidang::directives {
namespace {

using json::Array;
using json::Object;
using json::Value;

template <class Enum, std::size_t N>
std::string_view name_in(const std::array<std::pair<Enum, std::string_view>, N>& names, Enum wanted) {
  for (const auto& [each, name] : names)
    if (each == wanted) return name;
  ensure(false, "every enumerator has a name in the JSON");
  return {};
}

constexpr std::array<std::pair<DeadlineKind, std::string_view>, 4> kKinds{{{DeadlineKind::By, "by"},
                                                                           {DeadlineKind::Continuous, "continuous"},
                                                                           {DeadlineKind::Recurring, "recurring"},
                                                                           {DeadlineKind::Relative, "relative"}}};
constexpr std::array<std::pair<Every, std::string_view>, 7> kPeriods{{{Every::Day, "day"},
                                                                      {Every::Week, "week"},
                                                                      {Every::HalfMonth, "half-month"},
                                                                      {Every::Month, "month"},
                                                                      {Every::Quarter, "quarter"},
                                                                      {Every::HalfYear, "half-year"},
                                                                      {Every::Year, "year"}}};
constexpr std::array<std::pair<DayUnit, std::string_view>, 4> kUnits{
    {{DayUnit::Day, "day"}, {DayUnit::WorkingDay, "working-day"}, {DayUnit::Month, "month"}, {DayUnit::Hour, "day"}}};
constexpr std::array<std::pair<Comparison, std::string_view>, 4> kComparisons{{{Comparison::Equal, "="},
                                                                               {Comparison::AtLeast, ">="},
                                                                               {Comparison::AtMost, "<="},
                                                                               {Comparison::Decrease, "decrease"}}};

Value text_or_null(std::string_view text) {
  return text.empty() ? Value(nullptr) : Value(text);
}
Value date_or_null(const std::optional<LocalDate>& date) {
  return date ? Value(iso(*date)) : Value(nullptr);
}
Value number_or_null(const std::optional<int>& number) {
  return number ? Value(*number) : Value(nullptr);
}

Array texts(const std::vector<std::string>& list) {
  Array array;
  for (const auto& each : list) array.emplace_back(each);
  return array;
}

Object span_value(const documents::Place& place) {
  Object span{{"begin", place.begin}, {"end", place.end}};
  span["page"] = place.page > 0 ? Value(place.page) : Value(nullptr);
  span["box"] =
      place.box ? Value(Array{place.box->left, place.box->top, place.box->right, place.box->bottom}) : Value(nullptr);
  return span;
}

void add_rule(Object& object, const Deadline& deadline) {
  switch (deadline.kind) {
    case DeadlineKind::By:
      object["date"] = date_or_null(deadline.date);
      if (deadline.time) object["time"] = clock_text(*deadline.time);
      return;
    case DeadlineKind::Continuous:
      return;
    case DeadlineKind::Recurring:
      object["every"] = name_in(kPeriods, deadline.every);
      object["day"] = number_or_null(deadline.day);
      if (deadline.month) object["month"] = *deadline.month;
      if (deadline.weekday) object["weekday"] = *deadline.weekday;
      return;
    case DeadlineKind::Relative:
      // Hours count as whole days too, for readers that know days only.
      object["days"] = deadline.unit == DayUnit::Hour ? deadline.count / 24 : deadline.count;
      object["unit"] = name_in(kUnits, deadline.unit);
      if (deadline.unit == DayUnit::Hour) object["hours"] = deadline.count;
      object["from"] = deadline.from == From::Issue ? "issue" : "event";
      if (deadline.from == From::Event) object["event"] = text_or_null(deadline.event);
      return;
  }
}

Value deadline_value(const std::optional<Deadline>& deadline) {
  if (!deadline) return nullptr;
  Object object{{"kind", name_in(kKinds, deadline->kind)}};
  add_rule(object, *deadline);
  object["phrase"] = text_or_null(deadline->phrase);
  object["inherited"] = deadline->inherited;
  return object;
}

Object target_value(const Target& target) {
  return {{"value", target.value.approximate()},
          {"comparison", name_in(kComparisons, target.comparison)},
          {"unit", text_or_null(target.unit)},
          {"phrase", text_or_null(target.phrase)}};
}

Object confidence_value(const Confidence& confidence) {
  return {{"task", confidence.task},
          {"assignees", confidence.assignees},
          {"coordinators", confidence.coordinators},
          {"deadline", confidence.deadline},
          {"targets", confidence.targets}};
}

Object task_value(const Task& task) {
  Array others, targets, references;
  for (const Deadline& other : task.other_deadlines) others.push_back(deadline_value(other));
  for (const Target& target : task.targets) targets.push_back(target_value(target));
  for (const Reference& reference : task.references) references.emplace_back(reference.number);
  return {{"clause", task.clause},
          {"assignees", texts(task.assignees)},
          {"coordinators", texts(task.coordinators)},
          {"deadline", deadline_value(task.deadline)},
          {"other_deadlines", std::move(others)},
          {"targets", std::move(targets)},
          {"references", std::move(references)},
          {"product", text_or_null(task.product)},
          {"summary", task.summary},
          {"text", task.text},
          {"span", span_value(task.place)},
          {"confidence", confidence_value(task.confidence)}};
}

Object document_value(const Plan& plan, const documents::SourceDocument& source) {
  const Header& header = plan.document;
  return {{"number", text_or_null(header.number)},
          {"issued_on", date_or_null(header.issued_on)},
          {"issued_year", number_or_null(header.issued_year)},
          {"issued_not_before", date_or_null(header.issued_not_before)},
          {"issued_not_after", date_or_null(header.issued_not_after)},
          {"place", text_or_null(header.place)},
          {"issuer", text_or_null(header.issuer)},
          {"kind", text_or_null(header.kind)},
          {"subject", text_or_null(header.subject)},
          {"signer", text_or_null(header.signer)},
          {"signer_title", text_or_null(header.signer_title)},
          {"addressees", texts(plan.addressees)},
          {"recipients", texts(plan.recipients)},
          {"format", documents::name_of(source.format)}};
}

Object finding_value(const Finding& finding) {
  return {{"code", code_of(finding.code)},
          {"clause", text_or_null(finding.clause)},
          {"message", finding.vietnamese},
          {"message_en", finding.english},
          {"span", span_value(finding.place)}};
}

}  // namespace

json::Object plan_value(const Plan& plan, const documents::SourceDocument& source) {
  Array tasks, references, findings;
  for (const Task& task : plan.tasks) tasks.push_back(task_value(task));
  for (const Reference& reference : plan.references)
    references.push_back(Object{{"number", reference.number}, {"date", date_or_null(reference.date)}});
  for (const Finding& finding : plan.findings) findings.push_back(finding_value(finding));
  return {{"document", document_value(plan, source)},
          {"tasks", std::move(tasks)},
          {"references", std::move(references)},
          {"findings", std::move(findings)}};
}

std::string plan_json(const Plan& plan, const documents::SourceDocument& source) {
  return json::pretty(plan_value(plan, source));
}

}  // namespace haidang::directives
