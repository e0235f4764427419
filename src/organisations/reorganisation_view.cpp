// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "views.hpp"

namespace haidang::organisations {

namespace {

constexpr int kStepsInList = 20;

}  // namespace

api::ReorganisationStep step_of(const History& history, EventPlace place) {
  const RecordedAct& recorded = history.acts()[place.act];
  const Event& event = recorded.act.events[place.event];
  const LocalDate on = recorded.act.on, before = add_days(on, -1);
  api::ReorganisationStep step;
  step.reorganisation = std::to_string(recorded.act.id.value());
  step.kind = event.kind;
  step.on = on;
  step.source = recorded.act.source;
  step.verified = event.verified;
  step.note = event.note;
  if (event.kind == EventKind::Created) {
    step.results = links_of(history, event.subjects, on);
    step.name_after = event.naming->name;
    return step;
  }
  step.subjects = links_of(history, event.subjects, before);
  step.results = links_of(history, event.results, on);
  if (event.kind == EventKind::Moved && event.parent) step.results = {link_of(history, *event.parent, on)};
  if (event.answerer) step.answerer = link_of(history, *event.answerer, on);
  if (event.kind == EventKind::Renamed) {
    step.name_before = step.subjects.front().name;
    step.name_after = event.naming->name;
  }
  return step;
}

api::Reorganisation reorganisation_of(const History& history, std::size_t index, Steps steps) {
  const RecordedAct& recorded = history.acts()[index];
  api::Reorganisation told;
  told.id = std::to_string(recorded.act.id.value());
  told.on = recorded.act.on;
  told.source = recorded.act.source;
  told.recorded_at = recorded.recorded_at;
  told.recorded_by = recorded.recorded_by;
  told.step_count = static_cast<int>(recorded.act.events.size());
  std::set<OrganisationId> ended;
  for (const Event& event : recorded.act.events) {
    if (event.kind == EventKind::Created) ++told.created;
    if (!event.verified) ++told.unverified;
    for (const OrganisationId subject : event.subjects) {
      const auto& ending = history.find(subject)->ending;
      if (event.answerer && ending && ending->on == recorded.act.on) ended.insert(subject);
    }
  }
  told.ended = static_cast<int>(ended.size());
  const std::size_t shown = steps == Steps::All ? recorded.act.events.size()
                                                : std::min<std::size_t>(kStepsInList, recorded.act.events.size());
  for (std::size_t i = 0; i < shown; ++i) told.steps.push_back(step_of(history, {index, i}));
  return told;
}

}  // namespace haidang::organisations
