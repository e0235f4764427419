// SPDX-License-Identifier: Apache-2.0
#include "review/plan_deadlines.hpp"

#include <fmt/format.h>

#include "due_date.hpp"
#include "plan_view.hpp"
#include "sql.hpp"
#include "stored_json.hpp"

namespace haidang::review {
namespace {

std::string name_of(const StoredPlan& plan, const StoredTask& task) {
  return fmt::format("{} · {} {}", plan.facts.number.value_or(plan.facts.subject.value_or("")), task.content.clause,
                     task.content.summary);
}

}  // namespace

std::vector<calendar::DeadlineInUse> PlanDeadlines::counted_on(db::Read& read, TenantId tenant,
                                                               std::string_view calendar,
                                                               const calendar::Library& library) const {
  std::vector<calendar::DeadlineInUse> deadlines;
  const auto counted = library.calendar(office_calendar_);
  if (calendar != office_calendar_ || !counted) return deadlines;
  // The library outlives this call, and nothing that is returned refers to it.
  const std::shared_ptr<const calendar::Library> rules(std::shared_ptr<const calendar::Library>(), &library);
  for (const auto row : read.query(sql::kListLatestPlans, {tenant})) {
    const auto plan = from_stored<StoredPlan>(row.text(1));
    const DueDates due(rules, *counted, plan.facts.issued_on, Language::Vietnamese);
    for (const StoredTask& task : plan.tasks) {
      if (!task.content.deadline || task.content.deadline->shape != DeadlineShape::Relative) continue;
      auto matter = due.matter(*task.content.deadline);
      if (!matter) continue;
      matter->name = name_of(plan, task);
      deadlines.push_back({fmt::format("/documents/{}/plan", row.integer(0)), std::move(*matter)});
    }
  }
  return deadlines;
}

}  // namespace haidang::review
