// SPDX-License-Identifier: Apache-2.0
#include "plans.hpp"

#include <limits>

#include "announce.hpp"
#include "item_store.hpp"
#include "journal/journal.hpp"
#include "sql.hpp"
#include "stored_json.hpp"
#include "views.hpp"

namespace haidang::review {
namespace {

using State = api::DocumentState;

/// Refused with counts, so that a person sees how far the review is.
Result<std::vector<Item>> accepted_items(db::Read& read, TenantId tenant, const DocumentRow& document) {
  std::vector<Item> accepted;
  int open = 0, without_owner = 0;
  for (Item& item : list_items(read, tenant, document)) {
    if (item.state == ItemState::Proposed) ++open;
    if (item.state != ItemState::Accepted) continue;
    if (!is_settled(item.content.owners)) ++without_owner;
    accepted.push_back(std::move(item));
  }
  if (open + without_owner > 0)
    return reject(Code::PlanNotReady,
                  {{"open", std::to_string(open)}, {"without_owner", std::to_string(without_owner)}});
  if (accepted.empty()) return reject(Code::PlanEmpty);
  return accepted;
}

void count_due_dates(StoredPlan& plan, const DueDates& due) {
  for (StoredTask& task : plan.tasks) {
    if (!task.content.deadline) continue;
    const auto view = due.view(*task.content.deadline);
    task.due = view.due;
    task.due_time = view.due_time;
  }
}

StoredPlan plan_of(const std::vector<Item>& items, const api::DocumentFacts& facts, const DueDates& due) {
  StoredPlan plan{.facts = facts, .tasks = {}};
  for (const Item& item : items)
    plan.tasks.push_back({.id = item.id, .content = item.content, .due = {}, .due_time = {}});
  count_due_dates(plan, due);
  return plan;
}

Result<db::Done> may_be_saved(const DocumentRow& document, const api::SavePlan& wanted) {
  if (document.state == State::Planned) return reject(Code::ReviewClosed);
  if (document.state != State::Ready && document.state != State::InReview) return reject(Code::DocumentNotReadYet);
  if (wanted.version && *wanted.version != document.version) return reject(Code::ReviewMovedOn);
  return db::Done{};
}

Result<db::Done> store(const Parts& parts, db::Write& write, const Context& context, const DocumentRow& document,
                       const StoredPlan& plan) {
  const TenantId tenant = context.actor.tenant;
  const int version = document.plan_version + 1;
  const auto tasks = static_cast<std::int64_t>(plan.tasks.size());
  write.execute(sql::kInsertPlan,
                {tenant, document.id, version, context.actor.account, context.now, tasks, stored_json(plan)});
  if (write.change(sql::kSetPlanVersion, {tenant, document.id, version, document.version}) != 1)
    return reject(Code::ReviewMovedOn);
  json::Array items;
  for (const auto& task : plan.tasks) items.push_back(codec::write(task.id));
  journal::record(write, context,
                  {.kind = "plan_saved",
                   .subject = subject_of(document.id),
                   .body = json::Object{{"version", version}, {"items", std::move(items)}}});
  announce(parts, write, tenant, document.id, "plan_saved");
  return db::Done{};
}

api::PlanVersion version_of(const db::Rows::Row& row, std::size_t first, Views& views) {
  return {.version = static_cast<int>(row.integer(first)),
          .saved_at = row.instant(first + 1),
          .saved_by = views.person(row.id<AccountId>(first + 2)),
          .tasks = static_cast<int>(row.integer(first + 3))};
}

api::PlanTask task_of(const StoredTask& stored, int number, const DueDates& due) {
  const ItemContent& content = stored.content;
  api::PlanTask task{.id = stored.id,
                     .number = number,
                     .clause = content.clause,
                     .summary = content.summary,
                     .text = content.text,
                     .place = content.place,
                     .owners = content.owners,
                     .coordinators = content.coordinators,
                     .deadline = {},
                     .other_deadlines = {},
                     .targets = content.targets,
                     .references = content.references,
                     .product = content.product,
                     .note = content.note};
  if (content.deadline) {
    task.deadline = due.view(*content.deadline);
    task.deadline->due = stored.due;
    task.deadline->due_time = stored.due_time;
  }
  for (const auto& stage : content.other_deadlines) task.other_deadlines.push_back(due.view(stage));
  return task;
}

/// The plan in force is counted on the calendar of today; an earlier version shows the dates of the day it was saved.
std::optional<StoredPlan> find_plan(db::Read& read, Views& views, const DocumentRow& document, int version) {
  const auto rows = read.query(sql::kFindPlan, {views.tenant(), document.id, version});
  if (rows.empty()) return std::nullopt;
  auto plan = from_stored<StoredPlan>(rows.front().text(4));
  if (version == document.plan_version) count_due_dates(plan, views.due_dates(plan.facts));
  return plan;
}

}  // namespace

Result<api::PlanSaved> save_plan(const Parts& parts, const Context& context, DocumentId id,
                                 const api::SavePlan& wanted) {
  return parts.database.write([&](db::Write& write) -> Result<api::PlanSaved> {
    const auto document = find_document(write, context, kReviewDocuments, id);
    if (!document) return pass_on(document);
    if (const auto open = may_be_saved(*document, wanted); !open) return pass_on(open);
    const auto items = accepted_items(write, context.actor.tenant, *document);
    if (!items) return pass_on(items);
    Views views(parts, write, context.actor.tenant, context.today, context.language);
    const auto plan = plan_of(*items, document->facts, views.due_dates(document->facts));
    if (const auto stored = store(parts, write, context, *document, plan); !stored) return pass_on(stored);
    return api::PlanSaved{id, document->plan_version + 1, static_cast<int>(plan.tasks.size())};
  });
}

Result<db::Done> reopen_review(const Parts& parts, const Context& context, DocumentId id) {
  return parts.database.write([&](db::Write& write) -> Result<db::Done> {
    const auto document = find_document(write, context, kReviewDocuments, id);
    if (!document) return pass_on(document);
    if (write.change(sql::kReopenReview, {context.actor.tenant, id}) != 1) return reject(Code::PlanNotSaved);
    journal::record(write, context,
                    {.kind = "review_reopened",
                     .subject = subject_of(id),
                     .body = json::Object{{"plan_version", document->plan_version}}});
    announce(parts, write, context.actor.tenant, id, "review_reopened");
    return db::Done{};
  });
}

Result<api::SavedPlan> show_plan(const Parts& parts, const Context& context, DocumentId id,
                                 std::optional<int> version) {
  return parts.database.read([&](db::Read& read) -> Result<api::SavedPlan> {
    const TenantId tenant = context.actor.tenant;
    const auto document = find_document(read, context, kReadPlans, id);
    if (!document) return pass_on(document);
    const int wanted = version.value_or(document->plan_version);
    Views views(parts, read, tenant, context.today, context.language);
    const auto plan = find_plan(read, views, *document, wanted);
    if (!plan) return reject(Code::PlanUnknown, {{"version", std::to_string(wanted)}});
    api::SavedPlan view;
    view.document = views.entry(*document);
    view.document.facts = plan->facts;
    for (const auto row : read.query(sql::kListPlanVersions, {tenant, id}))
      view.versions.push_back(version_of(row, 0, views));
    for (const auto& each : view.versions)
      if (each.version == wanted) view.saved = each;
    const auto due = views.due_dates(plan->facts);
    for (const auto& task : plan->tasks)
      view.tasks.push_back(task_of(task, static_cast<int>(view.tasks.size()) + 1, due));
    view.counts = counts_of(view.tasks);
    view.by_agency = by_agency(view.tasks);
    view.by_deadline = by_deadline(view.tasks);
    return view;
  });
}

api::PlanList list_plans(db::Read& read, const Parts& parts, const Context& context, const DocumentFilter& filter) {
  const auto before = filter.before ? filter.before->value() : std::numeric_limits<std::int64_t>::max();
  Views views(parts, read, context.actor.tenant, context.today, context.language);
  api::PlanList list;
  const auto rows = read.query(sql::kListPlans, {context.actor.tenant, context.actor.account, kReadPlans.name,
                                                 context.today, search_pattern(filter.words), before, filter.most + 1});
  for (const auto row : rows) {
    if (static_cast<int>(list.items.size()) == filter.most) {
      list.next = std::to_string(list.items.back().document.value());
      break;
    }
    const auto document = document_of(row);
    list.items.push_back({.document = document.id,
                          .file_name = document.file_name,
                          .facts = document.facts,
                          .organisation = views.organisation(document.organisation),
                          .saved = version_of(row, 20, views),
                          .reopened = document.state != State::Planned});
  }
  return list;
}

Result<Printable> printable(const Parts& parts, const Context& context, DocumentId id, std::optional<int> version,
                            bool draft) {
  return parts.database.read([&](db::Read& read) -> Result<Printable> {
    const TenantId tenant = context.actor.tenant;
    const auto document = find_document(read, context, kReadPlans, id);
    if (!document) return pass_on(document);
    Views views(parts, read, tenant, context.today, context.language);
    if (!draft && (version || document->plan_version > 0)) {
      const int wanted = version.value_or(document->plan_version);
      auto plan = find_plan(read, views, *document, wanted);
      if (!plan) return reject(Code::PlanUnknown, {{"version", std::to_string(wanted)}});
      return Printable{*document, std::move(*plan), false};
    }
    const auto readable = find_document(read, context, kReadDocuments, id);
    if (!readable) return pass_on(readable);
    std::vector<Item> items;
    for (Item& item : list_items(read, tenant, *document))
      if (item.state != ItemState::Skipped) items.push_back(std::move(item));
    if (!find_reading(read, tenant, *document)) return reject(Code::DocumentNotReadYet);
    return Printable{*document, plan_of(items, document->facts, views.due_dates(document->facts)), true};
  });
}

}  // namespace haidang::review
