// SPDX-License-Identifier: Apache-2.0
#include "plan_view.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace haidang::review {
namespace {

using api::DueGroupKind;
using api::PlanTask;

std::optional<LocalDate> due_of(const PlanTask& task) {
  return task.deadline ? task.deadline->due : std::nullopt;
}

DueGroupKind group_of(const PlanTask& task) {
  if (!task.deadline) return DueGroupKind::None;
  if (task.deadline->due) return DueGroupKind::Month;
  switch (task.deadline->stated.shape) {
    case DeadlineShape::Recurring:
      return DueGroupKind::Recurring;
    case DeadlineShape::Continuous:
      return DueGroupKind::Continuous;
    case DeadlineShape::By:
    case DeadlineShape::Relative:
      return DueGroupKind::Event;
  }
  return DueGroupKind::None;
}

/// Those without a date come last; otherwise the order of the document decides.
std::vector<const PlanTask*> by_date(const std::vector<PlanTask>& tasks) {
  std::vector<const PlanTask*> sorted;
  for (const PlanTask& task : tasks) sorted.push_back(&task);
  std::stable_sort(sorted.begin(), sorted.end(), [](const PlanTask* a, const PlanTask* b) {
    const auto one = due_of(*a), other = due_of(*b);
    return one && (!other || *one < *other);
  });
  return sorted;
}

api::PlanAgency& agency_of(std::vector<api::PlanAgency>& agencies, const ReviewParty& owner) {
  const auto id = owner.organisation ? std::optional(owner.organisation->id) : std::nullopt;
  for (auto& agency : agencies)
    if (id ? agency.organisation == id : !agency.organisation && agency.name == owner.name) return agency;
  agencies.push_back({.name = owner.name, .organisation = id, .tasks = {}, .with_date = 0, .next_due = {}});
  return agencies.back();
}

}  // namespace

std::vector<api::PlanAgency> by_agency(const std::vector<PlanTask>& tasks) {
  std::vector<api::PlanAgency> agencies;
  for (const PlanTask& task : tasks)
    for (const auto& owner : task.owners) agency_of(agencies, owner);
  for (const PlanTask* task : by_date(tasks)) {
    for (const auto& owner : task->owners) {
      auto& agency = agency_of(agencies, owner);
      if (!agency.tasks.empty() && agency.tasks.back() == task->id) continue;
      agency.tasks.push_back(task->id);
      const auto due = due_of(*task);
      if (!due) continue;
      ++agency.with_date;
      if (!agency.next_due) agency.next_due = due;
    }
  }
  return agencies;
}

std::vector<api::PlanDueGroup> by_deadline(const std::vector<PlanTask>& tasks) {
  std::map<std::tuple<DueGroupKind, LocalDate>, std::vector<ItemId>> groups;
  for (const PlanTask* task : by_date(tasks)) {
    const auto due = due_of(*task);
    const LocalDate month = due ? due->year() / due->month() / 1 : LocalDate{};
    groups[{group_of(*task), month}].push_back(task->id);
  }
  std::vector<api::PlanDueGroup> list;
  for (auto& [key, ids] : groups) {
    const auto& [kind, month] = key;
    list.push_back({.kind = kind,
                    .month = kind == DueGroupKind::Month ? std::optional(month) : std::nullopt,
                    .tasks = std::move(ids)});
  }
  return list;
}

api::PlanCounts counts_of(const std::vector<PlanTask>& tasks) {
  api::PlanCounts counts;
  counts.tasks = static_cast<int>(tasks.size());
  counts.agencies = static_cast<int>(by_agency(tasks).size());
  for (const PlanTask& task : tasks) {
    counts.targets += static_cast<int>(task.targets.size());
    const auto group = group_of(task);
    counts.with_date += group == DueGroupKind::Month ? 1 : 0;
    counts.recurring += group == DueGroupKind::Recurring ? 1 : 0;
    counts.continuous += group == DueGroupKind::Continuous ? 1 : 0;
    counts.without_deadline += group == DueGroupKind::None ? 1 : 0;
  }
  return counts;
}

}  // namespace haidang::review
