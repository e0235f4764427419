// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "base/ensure.hpp"
#include "organisations/history.hpp"

/// Acts with readable defaults, and random ones.
namespace haidang::organisations::testing {

inline LocalDate day(const char* iso) {
  return parse_date(iso).value();
}
inline OrganisationId org(std::int64_t number) {
  return OrganisationId(number);
}

Event created(OrganisationId, const std::string& name, OrganisationKind, std::optional<OrganisationId> parent = {});
Event renamed(OrganisationId, const std::string& name, OrganisationKind);
Event merged(std::vector<OrganisationId> subjects, OrganisationId into);
Event split(OrganisationId subject, std::vector<OrganisationId> parts, OrganisationId answerer);
Event moved(std::vector<OrganisationId> subjects, std::optional<OrganisationId> parent);
Event closed(std::vector<OrganisationId> subjects, OrganisationId answerer);

/// An act with the next sequence number.
RecordedAct act(const char* on, std::vector<Event>);
RecordedAct act(LocalDate on, std::vector<Event>);

History history_of(std::vector<RecordedAct>);

/// An act that may or may not be possible: it takes organisations from the history, and days from 2020 to 2025.
RecordedAct random_act(std::mt19937&, const History&);
/// A history of so many acts, all of them accepted.
History random_history(std::mt19937&, int acts);

}  // namespace haidang::organisations::testing
