// SPDX-License-Identifier: Apache-2.0
#include "folding.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "name_phrase.hpp"

namespace haidang::organisations {

namespace {

std::string on_day(LocalDate date) {
  return on_paper(date);
}

bool contains(const std::vector<OrganisationId>& ids, OrganisationId id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

void add_once(std::vector<OrganisationId>& ids, OrganisationId id) {
  if (!contains(ids, id)) ids.push_back(id);
}

Result<void> incomplete(EventKind kind, std::string missing) {
  return reject(Code::ReorganisationIncomplete, {{"missing", std::move(missing)}},
                "event of kind " + std::to_string(static_cast<int>(kind)));
}

}  // namespace

Folding::Folding(std::vector<RecordedAct> sorted) {
  history_.acts_ = std::move(sorted);
  std::optional<std::int64_t> first;
  for (const RecordedAct& recorded : history_.acts_) {
    for (const Event& event : recorded.act.events) {
      if (event.kind != EventKind::Created || event.subjects.size() != 1 || !event.naming) continue;
      first_names_.emplace(event.subjects[0], event.naming->name);
      if (!first || recorded.sequence < *first) first = recorded.sequence, history_.root_ = event.subjects[0];
    }
  }
}

Result<void> Folding::apply_act(std::size_t index) {
  const Act& act = history_.acts_[index].act;
  on_ = act.on;
  named_.clear();
  for (std::size_t i = 0; i < act.events.size(); ++i) {
    place_ = {index, i};
    if (auto applied = apply(act.events[i]); !applied) return applied;
  }
  return check_names();
}

Result<void> Folding::apply(const Event& event) {
  if (event.subjects.empty()) return incomplete(event.kind, "subjects");
  switch (event.kind) {
    case EventKind::Created:
      return create(event);
    case EventKind::Renamed:
      return rename(event);
    case EventKind::Merged:
      return merge(event);
    case EventKind::Split:
      return split(event);
    case EventKind::Moved:
      return move(event);
    case EventKind::Closed:
      return close(event);
  }
  throw Bug("an event of no kind");
}

Result<void> Folding::create(const Event& event) {
  if (!event.naming || event.naming->name.empty()) return incomplete(event.kind, "name");
  if (event.parent) {
    if (const auto parent = standing(*event.parent); !parent) return pass_on(parent);
  }
  const OrganisationId id = event.subjects[0];
  ensure(!history_.lives_.contains(id), "an organisation is created once");
  Life& life = history_.lives_.emplace(id, Life{}).first->second;
  life.id = id;
  life.began = on_;
  life.verified = event.verified;
  set_name(life, *event.naming);
  set_parent(life, event.parent);
  remember_event(id);
  named_.insert(id);
  return {};
}

Result<void> Folding::rename(const Event& event) {
  if (!event.naming || event.naming->name.empty()) return incomplete(event.kind, "name");
  const auto life = standing(event.subjects[0]);
  if (!life) return pass_on(life);
  if ((*life)->names.back().naming == *event.naming)
    return reject(Code::NothingRenamed, {{"organisation", event.naming->name}});
  set_name(**life, *event.naming);
  remember_event((*life)->id);
  named_.insert((*life)->id);
  return {};
}

Result<void> Folding::merge(const Event& event) {
  if (!event.answerer) return incomplete(event.kind, "into");
  const auto into = standing(*event.answerer);
  if (!into) return pass_on(into);
  bool any = false;
  for (const OrganisationId subject : event.subjects) {
    if (subject == *event.answerer) continue;  // it takes in the others
    any = true;
    if (auto ended = end(event, subject, *event.answerer); !ended) return ended;
  }
  if (!any) return reject(Code::MergeWithItself, {{"organisation", name_of(*event.answerer)}});
  remember_event(*event.answerer);
  return {};
}

Result<void> Folding::split(const Event& event) {
  const OrganisationId subject = event.subjects[0];
  if (!event.answerer) return incomplete(event.kind, "answerer");
  const std::set<OrganisationId> parts(event.results.begin(), event.results.end());
  if (parts.size() < 2) return reject(Code::SplitNeedsParts, {{"organisation", name_of(subject)}});
  const auto life = standing(subject);
  if (!life) return pass_on(life);
  for (const OrganisationId part : parts)
    if (const auto found = standing(part); !found) return pass_on(found);
  const bool goes_on = parts.contains(subject);
  if (!parts.contains(*event.answerer) || (goes_on && *event.answerer != subject))
    return reject(Code::AnswererNotAmongParts,
                  {{"organisation", name_of(subject)}, {"answerer", name_of(*event.answerer)}});
  if (!goes_on) {
    if (auto ended = end(event, subject, *event.answerer); !ended) return ended;
  } else {
    remember_event(subject);
  }
  for (const OrganisationId part : parts) {
    if (part == subject) continue;
    add_once(history_.lives_.at(part).predecessors, subject);
    remember_event(part);
  }
  return {};
}

Result<void> Folding::move(const Event& event) {
  if (event.parent) {
    if (const auto parent = standing(*event.parent); !parent) return pass_on(parent);
  }
  for (const OrganisationId subject : event.subjects) {
    const auto life = standing(subject);
    if (!life) return pass_on(life);
    if (event.parent && stands_within(*event.parent, subject))
      return reject(Code::ParentWithin, {{"organisation", name_of(subject)}, {"parent", name_of(*event.parent)}});
    set_parent(**life, event.parent);
    remember_event(subject);
    named_.insert(subject);
  }
  return {};
}

Result<void> Folding::close(const Event& event) {
  if (!event.answerer) return incomplete(event.kind, "answerer");
  for (const OrganisationId subject : event.subjects) {
    if (subject == *event.answerer) return reject(Code::MergeWithItself, {{"organisation", name_of(subject)}});
    if (auto ended = end(event, subject, *event.answerer); !ended) return ended;
  }
  return {};
}

Result<Life*> Folding::standing(OrganisationId id) {
  const auto found = history_.lives_.find(id);
  if (found != history_.lives_.end() && !found->second.ending) return &found->second;
  if (found == history_.lives_.end() && !first_names_.contains(id))
    return reject(Code::OrganisationUnknown, {{"organisation", std::to_string(id.value())}});
  return reject(Code::OrganisationNotThen, {{"organisation", name_of(id)}, {"date", on_day(on_)}});
}

Result<void> Folding::end(const Event& event, OrganisationId subject, OrganisationId answerer) {
  const auto life = standing(subject);
  if (!life) return pass_on(life);
  if (const auto found = standing(answerer); !found) return pass_on(found);
  if ((*life)->began >= on_)
    return reject(Code::OrganisationEndsOnItsFirstDay, {{"organisation", name_of(subject)}, {"date", on_day(on_)}});
  if (stands_within(answerer, subject))
    return reject(Code::AnswererWithin, {{"organisation", name_of(subject)}, {"answerer", name_of(answerer)}});
  for (auto& [id, other] : history_.lives_)
    if (!other.ending && other.parents.back().parent == subject) set_parent(other, answerer);
  Ending ending{.on = on_, .answerer = answerer, .successors = {}, .verified = event.verified};
  if (event.kind == EventKind::Merged) ending.successors = {answerer};
  if (event.kind == EventKind::Split) ending.successors = event.results;
  (*life)->ending = std::move(ending);
  if (event.kind == EventKind::Merged) add_once(history_.lives_.at(answerer).predecessors, subject);
  remember_event(subject);
  return {};
}

void Folding::set_parent(Life& life, std::optional<OrganisationId> parent) {
  if (!life.parents.empty() && life.parents.back().from == on_) life.parents.pop_back();
  if (!life.parents.empty() && life.parents.back().parent == parent) return;
  life.parents.push_back({parent, on_});
}

void Folding::set_name(Life& life, const Naming& naming) {
  if (!life.names.empty() && life.names.back().from == on_) life.names.pop_back();
  NamedSince named{.naming = naming,
                   .from = on_,
                   .keys = keys_of(naming.name),
                   .short_spelling = naming.short_name ? keys_of(*naming.short_name).spelling : std::string(),
                   .bare_spelling = {}};
  named.bare_spelling = bare_name(named.keys.spelling);
  life.names.push_back(std::move(named));
}

bool Folding::stands_within(OrganisationId id, OrganisationId ancestor) const {
  for (std::optional<OrganisationId> at = id; at; at = history_.lives_.at(*at).parents.back().parent)
    if (*at == ancestor) return true;
  return false;
}

Result<void> Folding::check_names() const {
  for (const OrganisationId id : named_) {
    const Life& life = history_.lives_.at(id);
    if (life.ending) continue;
    for (const auto& [other_id, other] : history_.lives_) {
      if (other_id == id || other.ending || other.parents.back().parent != life.parents.back().parent) continue;
      if (other.names.back().keys.spelling == life.names.back().keys.spelling)
        return reject(Code::OrganisationNameTaken,
                      {{"organisation", life.names.back().naming.name}, {"date", on_day(on_)}});
    }
  }
  return {};
}

void Folding::remember_event(OrganisationId id) {
  auto& events = history_.lives_.at(id).events;
  if (events.empty() || events.back().act != place_.act || events.back().event != place_.event)
    events.push_back(place_);
}

std::string Folding::name_of(OrganisationId id) const {
  if (const Life* life = history_.find(id)) return life->names.back().naming.name;
  const auto found = first_names_.find(id);
  return found == first_names_.end() ? std::to_string(id.value()) : found->second;
}

}  // namespace haidang::organisations
