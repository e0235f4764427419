// SPDX-License-Identifier: Apache-2.0
#include "organisations/history.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "folding.hpp"

namespace haidang::organisations {

namespace {

/// The last element that began on or before the date; the first one for an earlier date.
template <class Since>
const Since& valid_on(const std::vector<Since>& periods, LocalDate date) {
  const auto after = std::upper_bound(periods.begin(), periods.end(), date,
                                      [](LocalDate day, const Since& since) { return day < since.from; });
  return after == periods.begin() ? periods.front() : *std::prev(after);
}

}  // namespace

const NamedSince& Life::named_on(LocalDate date) const {
  return valid_on(names, date);
}

std::optional<OrganisationId> Life::parent_on(LocalDate date) const {
  return valid_on(parents, date).parent;
}

Result<History> History::fold_around(std::vector<RecordedAct> acts, const std::set<std::int64_t>& newest) {
  std::stable_sort(acts.begin(), acts.end(), [](const RecordedAct& a, const RecordedAct& b) {
    return a.act.on != b.act.on ? a.act.on < b.act.on : a.sequence < b.sequence;
  });
  const std::size_t count = acts.size();
  Folding folding(std::move(acts));
  bool newest_applied = false;
  for (std::size_t i = 0; i < count; ++i) {
    const auto applied = folding.apply_act(i);
    const RecordedAct& recorded = folding.act(i);
    const bool is_new = newest.contains(recorded.sequence);
    if (!applied && newest_applied && !is_new)
      return reject(Code::LaterEventContradicts,
                    {{"document", recorded.act.source.document}, {"date", on_paper(recorded.act.on)}},
                    "act " + std::to_string(recorded.act.id.value()));
    if (!applied) return tl::unexpected<Rejection>(applied.error());
    newest_applied = newest_applied || is_new;
  }
  return std::move(folding).finish();
}

Result<History> History::fold(std::vector<RecordedAct> acts) {
  return fold_around(std::move(acts), {});
}

Result<History> History::with(RecordedAct act) const {
  return with(std::vector{std::move(act)});
}

Result<History> History::with(std::vector<RecordedAct> more) const {
  std::vector<RecordedAct> acts = acts_;
  std::set<std::int64_t> newest;
  for (RecordedAct& act : more) {
    newest.insert(act.sequence);
    acts.push_back(std::move(act));
  }
  return fold_around(std::move(acts), newest);
}

const Life* History::find(OrganisationId id) const {
  const auto found = lives_.find(id);
  return found == lives_.end() ? nullptr : &found->second;
}

Result<const Life*> History::get(OrganisationId id) const {
  if (const Life* life = find(id)) return life;
  return reject(Code::OrganisationUnknown, {{"organisation", std::to_string(id.value())}});
}

std::optional<Naming> History::who_was(OrganisationId id, LocalDate date) const {
  const Life* life = find(id);
  if (!life || !life->exists_on(date)) return std::nullopt;
  return life->named_on(date).naming;
}

OrganisationId History::answers_for(OrganisationId id, LocalDate date) const {
  return answering_chain(id, date).back();
}

std::vector<OrganisationId> History::answering_chain(OrganisationId id, LocalDate date) const {
  const Life* life = find(id);
  ensure(life && life->began <= date, "an answerer is asked for an organisation that has begun");
  std::vector<OrganisationId> chain{id};
  while (life->ending && life->ending->on <= date) {
    chain.push_back(life->ending->answerer);
    life = find(chain.back());
    ensure(life && chain.size() <= lives_.size(), "successors lead to an end");
  }
  return chain;
}

std::vector<const Life*> History::existing_on(LocalDate date) const {
  std::vector<const Life*> existing;
  for (const auto& [id, life] : lives_)
    if (life.exists_on(date)) existing.push_back(&life);
  return existing;
}

std::vector<const Life*> History::children_of(OrganisationId parent, LocalDate date) const {
  std::vector<const Life*> children;
  for (const auto& [id, life] : lives_)
    if (life.exists_on(date) && life.parent_on(date) == parent) children.push_back(&life);
  return children;
}

std::vector<OrganisationId> History::ancestors_of(OrganisationId id, LocalDate date) const {
  std::vector<OrganisationId> line;
  for (std::optional<OrganisationId> at = id; at; at = lives_.at(*at).parent_on(date)) {
    ensure(line.size() <= lives_.size(), "parents form a tree");
    line.push_back(*at);
  }
  return line;
}

bool History::is_within(OrganisationId id, OrganisationId ancestor, LocalDate date) const {
  const auto line = ancestors_of(id, date);
  return std::find(line.begin(), line.end(), ancestor) != line.end();
}

std::vector<const Life*> History::find_by_name(std::string_view name, LocalDate date) const {
  const std::string wanted = keys_of(name).spelling;
  std::vector<const Life*> found;
  if (wanted.empty()) return found;
  for (const auto& [id, life] : lives_) {
    if (!life.exists_on(date)) continue;
    const NamedSince& named = life.named_on(date);
    if (named.keys.spelling == wanted || named.short_spelling == wanted) found.push_back(&life);
  }
  return found;
}

}  // namespace haidang::organisations
