// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/migrations.hpp"
#include "organisations/directory.hpp"

/// Acts in the database. An act is written to the journal, kept, and the tables made from the acts follow in the same
/// transaction.
namespace haidang::organisations {

db::ModuleMigrations migrations();

struct Tenant {
  TenantId id;
  std::string name;
};
/// Adds the tenant unless it is there.
void ensure_tenant(db::Write&, const Tenant&, LocalDate today);
std::vector<Tenant> tenants(db::Read&);

/// Who records, and when. Nobody: the program itself (a pack).
struct Recording {
  TenantId tenant;
  std::optional<AccountId> by;
  Instant now;
};

/// Records acts in this order, all or none; gives the history with them. `before` is what this transaction sees
/// (`Directory::history`). Rejects what `History::with` rejects; ReorganisationMeanwhile: then the transaction must be
/// undone, by passing the rejection on.
Result<History> record_acts(db::Write&, const Recording&, const History& before, const std::vector<Act>&);

/// Reads the acts and folds them, past the cache.
History load_history(db::Read&, TenantId);

/// The published structure is that of one day. Called at start and once a day, for every tenant: an act known
/// beforehand takes effect on its day.
void advance_structure(db::Database&, Directory&, LocalDate today);

/// Makes every table of the tenant anew from the journal.
void rebuild(db::Write&, TenantId);

}  // namespace haidang::organisations
