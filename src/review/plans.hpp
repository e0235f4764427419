// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "document_store.hpp"
#include "plan_view.hpp"
#include "review/parts.hpp"

namespace haidang::review {

/// Saves what was accepted as the next version of the document's plan. Rejects DocumentNotFound, DocumentNotReadYet,
/// ReviewClosed, ReviewMovedOn, PlanNotReady (with counts), PlanEmpty.
Result<api::PlanSaved> save_plan(const Parts&, const Context&, DocumentId, const api::SavePlan&);

/// Opens the review of a saved plan again; the plan stays. Rejects DocumentNotFound, PlanNotSaved.
Result<db::Done> reopen_review(const Parts&, const Context&, DocumentId);

/// A version of the plan, the latest by default. Rejects DocumentNotFound, PlanUnknown.
Result<api::SavedPlan> show_plan(const Parts&, const Context&, DocumentId, std::optional<int> version);

api::PlanList list_plans(db::Read&, const Parts&, const Context&, const DocumentFilter&);

/// What an export prints: a saved version, or, where none is saved or `draft` is asked for, what stands in the review.
struct Printable {
  DocumentRow document;
  StoredPlan plan;
  bool draft = false;
};
Result<Printable> printable(const Parts&, const Context&, DocumentId, std::optional<int> version, bool draft);

}  // namespace haidang::review
