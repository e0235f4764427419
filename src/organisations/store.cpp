// SPDX-License-Identifier: Apache-2.0
#include "organisations/store.hpp"

#include "base/codec.hpp"
#include "base/ensure.hpp"
#include "journal/journal.hpp"
#include "projection.hpp"
#include "sql.hpp"

namespace haidang::organisations {

namespace {

/// All acts of a tenant are one subject of its journal: their order matters to each other.
constexpr const char* kSubject = "organisations";
constexpr const char* kEventKind = "organisations_reorganised";

Act act_of(const json::Value& body) {
  auto act = codec::read<Act>(body);
  ensure(act.has_value(), "a recorded act can be read again");
  return std::move(*act);
}

History folded(std::vector<RecordedAct> acts) {
  auto history = History::fold(std::move(acts));
  ensure(history.has_value(), "recorded acts make a history");
  return std::move(*history);
}

struct TenantRow {
  std::int64_t last_reorganisation = 0;
  LocalDate structure_on;
};
std::optional<TenantRow> find_tenant(db::Read& transaction, TenantId tenant) {
  const db::Rows rows = transaction.query(sql::kFindTenant, {tenant});
  if (rows.empty()) return std::nullopt;
  return TenantRow{rows.front().integer(1), rows.front().date(2)};
}

std::int64_t journal_act(db::Write& transaction, const Recording& recording, const json::Value& body) {
  const journal::NewEvent event{.kind = kEventKind, .subject = kSubject, .body = body};
  if (!recording.by) return journal::record(transaction, recording.tenant, recording.now, event);
  const Context context{.actor = {.tenant = recording.tenant, .account = *recording.by, .name = {}, .grants = {}},
                        .now = recording.now,
                        .today = date_of(to_vietnam(recording.now)),
                        .language = Language::Vietnamese};
  return journal::record(transaction, context, event);
}

void insert_act(db::Write& transaction, TenantId tenant, const RecordedAct& recorded, const json::Value& body) {
  transaction.execute(sql::kInsertReorganisation, {tenant, recorded.act.id, recorded.sequence, recorded.recorded_at,
                                                   recorded.recorded_by, recorded.act.origin, json::compact(body)});
}

}  // namespace

db::ModuleMigrations migrations() {
  return {"organisations", sql::migrations()};
}

void ensure_tenant(db::Write& transaction, const Tenant& tenant, LocalDate today) {
  transaction.execute(sql::kInsertTenant, {tenant.id, tenant.name, today});
}

std::vector<Tenant> tenants(db::Read& transaction) {
  std::vector<Tenant> found;
  for (const auto row : transaction.query(sql::kListTenants))
    found.push_back({row.template id<TenantId>(0), row.text(1)});
  return found;
}

Result<History> record_acts(db::Write& transaction, const Recording& recording, const History& before,
                            const std::vector<Act>& acts) {
  const auto tenant = find_tenant(transaction, recording.tenant);
  ensure(tenant.has_value(), "organisations belong to a tenant that exists");
  if (acts.empty()) return before;
  std::vector<RecordedAct> recorded;
  for (const Act& act : acts) {
    const json::Value body = codec::write(act);
    const std::int64_t sequence = journal_act(transaction, recording, body);
    recorded.push_back({.act = act, .sequence = sequence, .recorded_at = recording.now, .recorded_by = recording.by});
    insert_act(transaction, recording.tenant, recorded.back(), body);
  }
  const auto history = before.with(std::move(recorded));
  if (!history) return pass_on(history);  // which undoes what was written
  if (transaction.change(sql::kAdvanceTenant, {recording.tenant, tenant->last_reorganisation, acts.back().id}) != 1)
    return reject(Code::ReorganisationMeanwhile);
  write_difference(transaction, recording.tenant, projected(before, tenant->structure_on),
                   projected(*history, tenant->structure_on));
  return history;
}

History load_history(db::Read& transaction, TenantId tenant) {
  std::vector<RecordedAct> acts;
  for (const auto row : transaction.query(sql::kListReorganisations, {tenant})) {
    const auto body = json::parse(row.text(3));
    ensure(body.has_value(), "a recorded act is JSON");
    acts.push_back({.act = act_of(*body),
                    .sequence = row.integer(0),
                    .recorded_at = row.instant(1),
                    .recorded_by = row.template id_if<AccountId>(2)});
  }
  return folded(std::move(acts));
}

std::shared_ptr<const History> Directory::history(db::Read& transaction, TenantId tenant) {
  const auto row = find_tenant(transaction, tenant);
  const std::int64_t version = row ? row->last_reorganisation : 0;
  {
    const std::lock_guard lock(mutex_);
    const auto found = loaded_.find(tenant);
    if (found != loaded_.end() && found->second.version == version) return found->second.history;
  }
  auto history = std::make_shared<const History>(load_history(transaction, tenant));
  const std::lock_guard lock(mutex_);
  loaded_[tenant] = {version, history};
  return history;
}

void advance_structure(db::Database& database, Directory& directory, LocalDate today) {
  for (const Tenant& tenant : database.read([](db::Read& read) { return tenants(read); })) {
    const auto advanced = database.write([&](db::Write& transaction) -> Result<db::Done> {
      const auto row = find_tenant(transaction, tenant.id);
      if (!row || row->structure_on == today) return db::Done{};
      const auto history = directory.history(transaction, tenant.id);
      write_difference(transaction, tenant.id, projected(*history, row->structure_on), projected(*history, today));
      transaction.execute(sql::kSetStructureDate, {tenant.id, today});
      return db::Done{};
    });
    ensure(advanced.has_value(), "a structure can always be brought to a day");
  }
}

void rebuild(db::Write& transaction, TenantId tenant) {
  const auto row = find_tenant(transaction, tenant);
  ensure(row.has_value(), "organisations belong to a tenant that exists");
  std::vector<RecordedAct> acts;
  for (const journal::Event& event : journal::events_of(transaction, tenant, kSubject))
    acts.push_back(
        {.act = act_of(event.body), .sequence = event.sequence, .recorded_at = event.at, .recorded_by = event.by});
  transaction.execute(sql::kClearReorganisations, {tenant});
  for (const RecordedAct& recorded : acts) insert_act(transaction, tenant, recorded, codec::write(recorded.act));
  clear_projection(transaction, tenant);
  const std::int64_t last = acts.empty() ? 0 : acts.back().act.id.value();
  transaction.change(sql::kAdvanceTenant, {tenant, row->last_reorganisation, last});
  write_difference(transaction, tenant, {}, projected(folded(std::move(acts)), row->structure_on));
}

}  // namespace haidang::organisations
