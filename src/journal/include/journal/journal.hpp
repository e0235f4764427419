// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "base/json.hpp"
#include "db/database.hpp"
#include "db/migrations.hpp"
#include "platform/actor.hpp"

namespace haidang::journal {

/// What happened: the fact as decided, with ids and values, without copies of personal data. Never changed, never
/// removed.
struct NewEvent {
  std::string kind;     ///< "organisation_renamed": a past participle
  std::string subject;  ///< what it happened to: "organisation/123", "document/77"
  json::Value body;
};

struct Event {
  std::int64_t sequence = 0;  ///< from 1, without gaps, within a tenant
  Instant at;
  std::optional<AccountId> by;
  std::string kind, subject;
  json::Value body;
  std::string hash;  ///< hex; SHA-256 over the previous hash and this event's canonical text
};

/// Appends to the tenant's chain, in the transaction of the change it records. Returns its sequence number.
std::int64_t record(db::Write&, const Context&, const NewEvent&);
/// For the program itself (first start, a pack): no account.
std::int64_t record(db::Write&, TenantId, Instant now, const NewEvent&);

/// Oldest first.
std::vector<Event> events_of(db::Read&, TenantId, const std::string& subject);

/// The first sequence number whose hash does not follow from the one before, or nothing when the chain is whole.
std::optional<std::int64_t> first_broken(db::Read&, TenantId);

db::ModuleMigrations migrations();

}  // namespace haidang::journal
