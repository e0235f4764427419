// SPDX-License-Identifier: Apache-2.0
#include "from_plan.hpp"

#include "base/time.hpp"
#include "deadline_check.hpp"

namespace haidang::review {
namespace {

/// The enumerations of both modules name the same things in the same order.
template <class To, class From>
To same(From value) {
  return static_cast<To>(static_cast<int>(value));
}
static_assert(static_cast<int>(directives::DeadlineKind::Relative) == static_cast<int>(DeadlineShape::Relative));
static_assert(static_cast<int>(directives::Every::Year) == static_cast<int>(DeadlineEvery::Year));
static_assert(static_cast<int>(directives::DayUnit::Hour) == static_cast<int>(DeadlineUnit::Hour));
static_assert(static_cast<int>(directives::From::Event) == static_cast<int>(DeadlineFrom::Event));
static_assert(static_cast<int>(directives::Comparison::Decrease) == static_cast<int>(TargetComparison::Decrease));

std::optional<std::string> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

TextPlace place_of(const documents::Place& place, const PlaceFinder& places) {
  const auto from = static_cast<std::int64_t>(place.begin), to = static_cast<std::int64_t>(place.end);
  TextPlace found = places.find(from, to).value_or(TextPlace{});
  if (place.page > 0) found.page = place.page;
  return found;
}

std::vector<ReviewParty> parties_of(const std::vector<std::string>& names, const ResolveName& resolve) {
  std::vector<ReviewParty> parties;
  for (const auto& name : names) parties.push_back(resolve(name));
  return parties;
}

std::vector<std::string> names_of(const std::vector<ReviewParty>& parties) {
  std::vector<std::string> names;
  for (const auto& party : parties) names.push_back(party.name);
  return names;
}

void set_relative(ReviewDeadline& kept, const directives::Deadline& deadline) {
  kept.count = deadline.count;
  kept.unit = same<DeadlineUnit>(deadline.unit);
  kept.from = same<DeadlineFrom>(deadline.from);
  if (deadline.from == directives::From::Event) kept.event = deadline.event;
}

directives::Deadline stated(const ReviewDeadline& deadline) {
  directives::Deadline made{.kind = same<directives::DeadlineKind>(deadline.shape),
                            .date = deadline.date,
                            .every = same<directives::Every>(deadline.every.value_or(DeadlineEvery::Month)),
                            .day = deadline.day,
                            .month = deadline.month,
                            .weekday = deadline.weekday,
                            .count = deadline.count.value_or(0),
                            .unit = same<directives::DayUnit>(deadline.unit.value_or(DeadlineUnit::Day)),
                            .from = same<directives::From>(deadline.from.value_or(DeadlineFrom::Issue)),
                            .event = deadline.event.value_or(""),
                            .phrase = deadline.phrase,
                            .inherited = deadline.inherited};
  if (deadline.time)
    if (const auto minutes = minutes_of_clock(*deadline.time)) made.time = std::chrono::minutes(*minutes);
  return made;
}

}  // namespace

ReviewDeadline deadline_of(const directives::Deadline& deadline) {
  ReviewDeadline kept;
  kept.shape = same<DeadlineShape>(deadline.kind);
  kept.phrase = deadline.phrase;
  kept.inherited = deadline.inherited;
  if (deadline.kind == directives::DeadlineKind::By) {
    kept.date = deadline.date;
    if (deadline.time) kept.time = clock_text(*deadline.time);
  }
  if (deadline.kind == directives::DeadlineKind::Recurring) {
    kept.every = same<DeadlineEvery>(deadline.every);
    kept.day = deadline.day;
    kept.month = deadline.month;
    kept.weekday = deadline.weekday;
  }
  if (deadline.kind == directives::DeadlineKind::Relative) set_relative(kept, deadline);
  return kept;
}

ItemContent content_of(const directives::Task& task, const PlaceFinder& places, const ResolveName& resolve) {
  ItemContent content;
  content.clause = task.clause;
  content.summary = task.summary.empty() ? task.text : task.summary;
  content.text = task.text;
  content.place = place_of(task.place, places);
  content.owners = parties_of(task.assignees, resolve);
  content.coordinators = parties_of(task.coordinators, resolve);
  if (task.deadline) content.deadline = deadline_of(*task.deadline);
  for (const auto& stage : task.other_deadlines) content.other_deadlines.push_back(deadline_of(stage));
  for (const auto& target : task.targets)
    content.targets.push_back(
        {target.value.text(), same<TargetComparison>(target.comparison), target.unit, target.phrase});
  for (const auto& reference : task.references) content.references.push_back({reference.number, reference.date});
  content.product = task.product;
  const auto& sure = task.confidence;
  content.confidence = {sure.task, sure.assignees, sure.coordinators, sure.deadline, sure.targets};
  return content;
}

api::DocumentFacts facts_of(const directives::Header& header) {
  return {.number = unless_empty(header.number),
          .place = unless_empty(header.place),
          .issuer = unless_empty(header.issuer),
          .kind = unless_empty(header.kind),
          .subject = unless_empty(header.subject),
          .signer = unless_empty(header.signer),
          .signer_title = unless_empty(header.signer_title),
          .issued_on = header.issued_on,
          .issued_not_before = header.issued_not_before,
          .issued_not_after = header.issued_not_after};
}

StoredFinding finding_of(const directives::Finding& finding, const PlaceFinder& places) {
  return {.code = std::string(directives::code_of(finding.code)),
          .clause = finding.clause,
          .vietnamese = finding.vietnamese,
          .english = finding.english,
          .place = place_of(finding.place, places)};
}

LocalDate date_of_names(const directives::Header& header, LocalDate uploaded_on) {
  if (header.issued_on) return *header.issued_on;
  if (header.issued_not_before) return *header.issued_not_before;
  return header.issued_not_after.value_or(uploaded_on);
}

directives::Task task_of(const ItemContent& content) {
  directives::Task task{.clause = content.clause,
                        .assignees = names_of(content.owners),
                        .coordinators = names_of(content.coordinators),
                        .product = content.product,
                        .summary = content.summary,
                        .text = content.text};
  if (content.deadline) task.deadline = stated(*content.deadline);
  for (const auto& stage : content.other_deadlines) task.other_deadlines.push_back(stated(stage));
  for (const auto& target : content.targets)
    if (const auto value = Decimal::parse(target.value))
      task.targets.push_back({*value, same<directives::Comparison>(target.comparison), target.unit, target.phrase});
  for (const auto& reference : content.references) task.references.push_back({reference.number, reference.date});
  const auto& sure = content.confidence;
  task.confidence = {sure.task, sure.assignees, sure.coordinators, sure.deadline, sure.targets};
  task.place.begin = static_cast<std::size_t>(content.place.from);
  task.place.end = static_cast<std::size_t>(content.place.to);
  task.place.page = content.place.page.value_or(0);
  return task;
}

directives::Header header_of(const api::DocumentFacts& facts) {
  const auto text = [](const std::optional<std::string>& value) { return value.value_or(""); };
  return {.number = text(facts.number),
          .issued_on = facts.issued_on,
          .issued_year = facts.issued_on ? std::optional(static_cast<int>(facts.issued_on->year())) : std::nullopt,
          .issued_not_before = facts.issued_not_before,
          .issued_not_after = facts.issued_not_after,
          .place = text(facts.place),
          .issuer = text(facts.issuer),
          .kind = text(facts.kind),
          .subject = text(facts.subject),
          .signer = text(facts.signer),
          .signer_title = text(facts.signer_title)};
}

}  // namespace haidang::review
