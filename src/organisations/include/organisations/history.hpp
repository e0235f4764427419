// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "organisations/event.hpp"

namespace haidang::organisations {

/// The keys by which names are compared. `spelling`: letter case, the place of the tone mark (Thủy, Thuỷ), dashes and
/// "và" do not matter, every mark does: Cẩm Giang is not Cẩm Giàng. `letters`: for searching, without marks.
struct NameKeys {
  std::string spelling, letters;
};
NameKeys keys_of(std::string_view name);

struct NamedSince {
  Naming naming;
  LocalDate from;
  NameKeys keys;
  std::string short_spelling;  ///< of the short name; empty when there is none
  std::string bare_spelling;   ///< without its level: "thủy nguyên" of "Huyện Thuỷ Nguyên"
};
struct ParentSince {
  std::optional<OrganisationId> parent;
  LocalDate from;
};
struct Ending {
  LocalDate on;  ///< the first day without it
  OrganisationId answerer{0};
  std::vector<OrganisationId> successors;  ///< all that parts of it went to; empty when it was closed
  bool verified = false;
};
/// One event of one act of `History::acts()`.
struct EventPlace {
  std::size_t act = 0, event = 0;
};

/// Everything known about one organisation, from the day it began.
struct Life {
  OrganisationId id{0};
  LocalDate began;
  std::vector<NamedSince> names;     ///< oldest first, never empty
  std::vector<ParentSince> parents;  ///< oldest first, never empty
  std::optional<Ending> ending;
  std::vector<OrganisationId> predecessors;  ///< of which it took in all or a part
  std::vector<EventPlace> events;            ///< oldest first
  bool verified = false;                     ///< the event that made it

  bool exists_on(LocalDate date) const { return began <= date && !(ending && ending->on <= date); }
  /// The name it bore on a date; before its time the first one, after it the last.
  const NamedSince& named_on(LocalDate) const;
  std::optional<OrganisationId> parent_on(LocalDate) const;
};

/// Agencies over time, folded from acts. Immutable: shared between threads, replaced as a whole.
/// What holds for every History: each organisation of any date has exactly one answerer on every later date; the
/// parents of a date form a tree over the organisations that exist on it.
class History {
 public:
  /// Acts in any order. Rejects what contradicts itself (see `with`).
  static Result<History> fold(std::vector<RecordedAct>);
  /// With one more act, which may take effect before others already known, unless it makes a later one impossible.
  /// Rejects OrganisationUnknown, OrganisationNotThen, OrganisationEndsOnItsFirstDay, ReorganisationIncomplete,
  /// MergeWithItself, SplitNeedsParts, AnswererNotAmongParts, AnswererWithin, ParentWithin, NothingRenamed,
  /// OrganisationNameTaken, LaterEventContradicts.
  Result<History> with(RecordedAct) const;
  /// With several more, of which one may build on another.
  Result<History> with(std::vector<RecordedAct>) const;

  const std::vector<RecordedAct>& acts() const { return acts_; }  ///< in the order in which they took effect
  const std::map<OrganisationId, Life>& lives() const { return lives_; }
  const Life* find(OrganisationId) const;
  /// Rejects OrganisationUnknown.
  Result<const Life*> get(OrganisationId) const;

  /// The tenant's own government: the first organisation of the first act recorded. Others at the top are neighbours.
  std::optional<OrganisationId> root() const { return root_; }

  /// The name, kind and code it bore on a date on which it existed; else nothing.
  std::optional<Naming> who_was(OrganisationId, LocalDate) const;
  /// The organisation that answers on a date for one that had begun by then: itself, or along the successors.
  /// `ensure`s that it is known and had begun.
  OrganisationId answers_for(OrganisationId, LocalDate) const;
  /// From the organisation to its answerer on a date, both included.
  std::vector<OrganisationId> answering_chain(OrganisationId, LocalDate) const;

  std::vector<const Life*> existing_on(LocalDate) const;
  std::vector<const Life*> children_of(OrganisationId, LocalDate) const;
  /// Itself, its parent … up to the top, on a date on which it exists.
  std::vector<OrganisationId> ancestors_of(OrganisationId, LocalDate) const;
  bool is_within(OrganisationId, OrganisationId ancestor, LocalDate) const;  ///< also when both are the same

  /// All who bore exactly this name (or short name) on a date.
  std::vector<const Life*> find_by_name(std::string_view name, LocalDate) const;

 private:
  friend class Folding;
  static Result<History> fold_around(std::vector<RecordedAct>, const std::set<std::int64_t>& newest);
  std::vector<RecordedAct> acts_;
  std::map<OrganisationId, Life> lives_;
  std::optional<OrganisationId> root_;
};

}  // namespace haidang::organisations
