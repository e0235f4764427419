// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "organisations/kinds.hpp"
#include "platform/actor.hpp"

namespace haidang::organisations {

/// One legal act that reorganises: all its events take effect on one day, together or not at all.
using ReorganisationId = Id<struct ReorganisationTag>;

/// The legal document behind an act. Unverified ("chưa kiểm chứng") until a person has compared it with the document.
struct LegalSource {
  std::string document;  ///< "Nghị quyết 202/2025/QH15"
  std::optional<LocalDate> issued_on;
  std::optional<std::string> issuer;
  bool verified = false;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(LegalSource, (), (document, issued_on, issuer, verified, note))

struct Naming {
  std::string name;  ///< in full: "Sở Lao động - Thương binh và Xã hội", "Huyện Thủy Nguyên"
  std::optional<std::string> short_name;  ///< "Sở LĐTBXH"
  OrganisationKind kind{};
  std::optional<std::string> code;  ///< General Statistics Office code of a unit, or the agency identifier
  friend bool operator==(const Naming&, const Naming&) = default;
};
BOOST_DESCRIBE_STRUCT(Naming, (), (name, short_name, kind, code))

/// One thing that happens to organisations. What is filled in depends on the kind:
///   Created: one subject, naming, parent (nothing: at the top).
///   Renamed: one subject, naming. The organisation stays the same.
///   Merged:  subjects that end, answerer: the organisation that takes them in.
///   Split:   one subject, results: what its parts went to, answerer: the one of them that answers for all of it.
///            A subject among its own results goes on, smaller, and answers for itself.
///   Moved:   subjects, parent.
///   Closed:  subjects that end without a successor, answerer.
struct Event {
  EventKind kind{};
  std::vector<OrganisationId> subjects;
  std::vector<OrganisationId> results;
  std::optional<OrganisationId> answerer;
  std::optional<Naming> naming;
  std::optional<OrganisationId> parent;
  bool verified = false;
  std::optional<std::string> note;  ///< why it is doubted, or by which rule the answerer was chosen
};
BOOST_DESCRIBE_STRUCT(Event, (), (kind, subjects, results, answerer, naming, parent, verified, note))

struct Act {
  ReorganisationId id{0};
  LocalDate on;  ///< the first day of the new order
  LegalSource source;
  std::vector<Event> events;          ///< new organisations first
  std::optional<std::string> origin;  ///< of a pack: its name and the act's, "haiphong/2022"
};
BOOST_DESCRIBE_STRUCT(Act, (), (id, on, source, events, origin))

/// An act as the journal keeps it. Acts of one day take effect in the order in which they were recorded.
struct RecordedAct {
  Act act;
  std::int64_t sequence = 0;  ///< in the journal; later is higher
  Instant recorded_at;
  std::optional<AccountId> recorded_by;
};

}  // namespace haidang::organisations
