// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>
#include <vector>

#include "organisations/directory.hpp"
#include "organisations/store.hpp"

/// Organisations that come with the program: dated acts with their sources, packs/organisations/*.json.
namespace haidang::organisations {

/// "haiphong": Hải Phòng and, as neighbour until 1 July 2025, Hải Dương.
std::vector<std::string_view> known_packs();

/// Records the acts of a pack that the tenant does not have yet, in one transaction; gives their number. An act that
/// was recorded stays as it is. Rejects PackUnknown, and what `record_acts` rejects when the tenant's own acts
/// contradict.
Result<int> load_pack(db::Write&, Directory&, const Recording&, std::string_view pack);

/// The history of a pack alone, with numbers from 1: for tests, and for reading a document without a database.
/// Rejects PackUnknown.
Result<History> history_of_pack(std::string_view pack);

}  // namespace haidang::organisations
