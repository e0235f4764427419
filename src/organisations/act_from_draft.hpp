// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <map>

#include "api_types.hpp"
#include "base/result.hpp"

namespace haidang::organisations {

/// What a draft needs to become an act: numbers for what is new, and whom a key of an earlier act of the pack means.
struct DraftContext {
  ReorganisationId id;
  std::function<OrganisationId()> next_id;
  std::map<std::string, OrganisationId> known_keys{};
  std::optional<std::string> origin{};
};

struct DraftedAct {
  Act act;
  std::map<std::string, OrganisationId> keys;  ///< of what it creates
};

/// Steps become events, new organisations first, keys become ids. Only its form is checked; whether it can happen says
/// `History::with`.
/// Rejects ReorganisationIncomplete, ReorganisationKeyUnknown, ReorganisationKeyTwice.
Result<DraftedAct> act_from_draft(const api::ReorganisationDraft&, const DraftContext&);

}  // namespace haidang::organisations
