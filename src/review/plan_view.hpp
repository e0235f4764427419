// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "api_types.hpp"
#include "item.hpp"

namespace haidang::review {

/// A task of a saved plan as it is stored, with the due date as counted when it was saved.
struct StoredTask {
  ItemId id{0};
  ItemContent content;
  std::optional<LocalDate> due;
  std::optional<std::string> due_time;
};
BOOST_DESCRIBE_STRUCT(StoredTask, (), (id, content, due, due_time))

struct StoredPlan {
  api::DocumentFacts facts;
  std::vector<StoredTask> tasks;
};
BOOST_DESCRIBE_STRUCT(StoredPlan, (), (facts, tasks))

/// Tasks by lead agency, in the order in which the plan names them; within one by due date.
std::vector<api::PlanAgency> by_agency(const std::vector<api::PlanTask>&);
/// Tasks by month of their due date, then recurring, continuous, after an event, without a deadline.
std::vector<api::PlanDueGroup> by_deadline(const std::vector<api::PlanTask>&);
api::PlanCounts counts_of(const std::vector<api::PlanTask>&);

}  // namespace haidang::review
