// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>
#include <set>

#include "views.hpp"

namespace haidang::organisations {

namespace {

/// What the act names, its parents, and the children of what ends, changes or begins.
std::vector<OrganisationId> around(const History& history, const Act& act, LocalDate date) {
  std::set<OrganisationId> ids;
  const auto add = [&](OrganisationId id) {
    const Life* life = history.find(id);
    if (!life || !life->exists_on(date)) return;
    for (const OrganisationId above : history.ancestors_of(id, date)) ids.insert(above);
  };
  for (const Event& event : act.events) {
    for (const OrganisationId id : event.subjects) {
      add(id);
      for (const Life* child : history.children_of(id, date)) ids.insert(child->id);
    }
    for (const OrganisationId id : event.results) add(id);
    if (event.answerer) add(*event.answerer);
    if (event.parent) add(*event.parent);
  }
  return {ids.begin(), ids.end()};
}

std::set<OrganisationId> ending_with(const History& after, const Act& act) {
  std::set<OrganisationId> ended;
  for (const Event& event : act.events)
    for (const OrganisationId id : event.subjects)
      if (after.find(id)->ending && after.find(id)->ending->on == act.on) ended.insert(id);
  return ended;
}

/// New names that differ from a sibling's only in marks.
void warn_of_names_alike(const History& after, const Act& act, api::ReorganisationPreview& preview) {
  for (const Event& event : act.events) {
    if (event.kind != EventKind::Created && event.kind != EventKind::Renamed) continue;
    const Life& life = *after.find(event.subjects[0]);
    if (!life.exists_on(act.on)) continue;
    std::vector<OrganisationId> alike{life.id};
    for (const Life* other : after.existing_on(act.on)) {
      const auto &mine = life.named_on(act.on).keys, &theirs = other->named_on(act.on).keys;
      if (other->id != life.id && other->parent_on(act.on) == life.parent_on(act.on) &&
          theirs.letters == mine.letters && theirs.spelling != mine.spelling)
        alike.push_back(other->id);
    }
    if (alike.size() > 1)
      preview.warnings.push_back({api::WarningKind::NamesAlike, false, links_of(after, alike, act.on), {}});
  }
}

void warn_of_children(const History& before, const History& after, const Act& act,
                      api::ReorganisationPreview& preview) {
  std::set<OrganisationId> moved;
  for (const Event& event : act.events)
    if (event.kind == EventKind::Moved) moved.insert(event.subjects.begin(), event.subjects.end());
  std::vector<OrganisationId> adopted;
  for (const OrganisationId ended : ending_with(after, act))
    for (const Life* child : before.children_of(ended, add_days(act.on, -1)))
      if (!moved.contains(child->id) && after.find(child->id)->exists_on(act.on)) adopted.push_back(child->id);
  if (!adopted.empty())
    preview.warnings.push_back({api::WarningKind::ChildrenWithoutParent, false, links_of(after, adopted, act.on), {}});
}

std::optional<api::WarningKind> blocking_kind(Code code) {
  switch (code) {
    case Code::OrganisationNotThen:
    case Code::OrganisationEndsOnItsFirstDay:
      return api::WarningKind::BeforeStart;
    case Code::LaterEventContradicts:
      return api::WarningKind::LaterEventDepends;
    default:
      return std::nullopt;
  }
}

}  // namespace

Result<api::ReorganisationPreview> preview_of(const History& history, const DraftedAct& drafted, LocalDate today,
                                              Language language) {
  const Act& act = drafted.act;
  api::ReorganisationPreview preview;
  const LocalDate day_before = add_days(act.on, -1);
  preview.before = rows_on(history, around(history, act, day_before), day_before);
  if (!act.source.verified) preview.warnings.push_back({api::WarningKind::SourceUnverified, false, {}, {}});
  if (act.on < today) preview.warnings.push_back({api::WarningKind::InThePast, false, {}, {}});

  RecordedAct recorded;
  recorded.act = act;
  recorded.sequence = std::numeric_limits<std::int64_t>::max();  // after everything that is known
  const auto after = history.with(std::move(recorded));
  if (!after) {
    const auto kind = blocking_kind(after.error().code);
    if (!kind) return pass_on(after);
    preview.warnings.push_back({*kind, true, {}, message(after.error(), language)});
    preview.after = preview.before;
    return preview;
  }
  preview.after = rows_on(*after, around(*after, act, act.on), act.on);
  for (const OrganisationId ended : ending_with(*after, act))
    preview.answering.push_back(
        {link_of(*after, ended, day_before), link_of(*after, after->answers_for(ended, act.on), act.on)});
  warn_of_names_alike(*after, act, preview);
  warn_of_children(history, *after, act, preview);
  preview.acceptable = true;
  return preview;
}

}  // namespace haidang::organisations
