// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>

#include "organisations/history.hpp"

namespace haidang::organisations {

/// Applies acts one after the other, in the order in which they take effect. Each step leaves a whole tree: the
/// children of an organisation that ends go to its answerer, unless the act moves them elsewhere.
class Folding {
 public:
  explicit Folding(std::vector<RecordedAct> sorted);
  /// Applies the act at this index; what it rejects names the organisations.
  Result<void> apply_act(std::size_t index);
  const RecordedAct& act(std::size_t index) const { return history_.acts_[index]; }
  History finish() && { return std::move(history_); }

 private:
  Result<void> apply(const Event&);
  Result<void> create(const Event&);
  Result<void> rename(const Event&);
  Result<void> merge(const Event&);
  Result<void> split(const Event&);
  Result<void> move(const Event&);
  Result<void> close(const Event&);

  /// The organisation as it stands at this point. Rejects OrganisationUnknown, OrganisationNotThen.
  Result<Life*> standing(OrganisationId);
  Result<void> end(const Event&, OrganisationId subject, OrganisationId answerer);
  void set_parent(Life&, std::optional<OrganisationId> parent);
  void set_name(Life&, const Naming&);
  bool stands_within(OrganisationId, OrganisationId ancestor) const;
  Result<void> check_names() const;
  void remember_event(OrganisationId);
  std::string name_of(OrganisationId) const;

  History history_;
  std::map<OrganisationId, std::string> first_names_;  ///< of everything that any act creates, for rejections
  LocalDate on_;
  EventPlace place_;
  std::set<OrganisationId> named_;  ///< created, renamed or moved by the present act
};

}  // namespace haidang::organisations
