// SPDX-License-Identifier: Apache-2.0
#include "sessions.hpp"

#include "account_store.hpp"
#include "base/ensure.hpp"
#include "journal/journal.hpp"
#include "sql.hpp"
#include "tokens.hpp"

namespace haidang::identity {
namespace {

constexpr std::chrono::minutes kTouchedEvery{1};

std::vector<Grant> grants_of(db::Read& transaction, TenantId tenant, AccountId account, LocalDate today) {
  std::vector<Grant> grants;
  for (const auto row : transaction.query(sql::kListGrants, {tenant, account, today})) {
    grants.push_back({row.text(0), row.id<OrganisationId>(1)});
  }
  return grants;
}

std::shared_ptr<const LiveSession> load(Parts& parts, const std::string& hash, Instant now) {
  const auto tenant = parts.settings.tenant;
  const auto today = date_of(to_vietnam(now));
  return parts.database.read([&](db::Read& transaction) -> std::shared_ptr<const LiveSession> {
    const auto rows =
        transaction.query(sql::kFindSession, {tenant, db::Bytes{hash}, now, now - parts.settings.idle_limit});
    if (rows.empty()) return nullptr;
    const auto row = rows.front();
    const auto account = row.id<AccountId>(1);
    return std::make_shared<LiveSession>(
        LiveSession{.id = row.id<SessionId>(0),
                    .actor = {tenant, account, row.text(4), grants_of(transaction, tenant, account, today)},
                    .today = today,
                    .last_seen = row.instant(2),
                    .expires = row.instant(3),
                    .must_change_password = row.truth(5)});
  });
}

/// That somebody reads is no reason to fail when the disk is full or read-only: the session then ends a little earlier.
void touch(Parts& parts, LiveSession& session, Instant now) {
  session.last_seen = now;
  try {
    const auto done = parts.database.write([&](db::Write& transaction) -> Result<db::Done> {
      transaction.execute(sql::kTouchSession, {parts.settings.tenant, session.id, now});
      return db::Done{};
    });
    ensure(done.has_value(), "noting that a session was used is never refused");
  } catch (const db::Unavailable&) {
    return;
  }
}

bool holds(const LiveSession& session, const IdentitySettings& settings, Instant now) {
  return session.expires > now && session.last_seen + settings.idle_limit > now;
}

}  // namespace

std::shared_ptr<const LiveSession> find_session(Parts& parts, std::string_view token, Instant now) {
  if (token.empty()) return nullptr;
  const auto hash = stored_hash(token);
  auto session = parts.sessions.find(hash, now);
  if (session && session->today == date_of(to_vietnam(now)) && now - session->last_seen < kTouchedEvery) {
    return holds(*session, parts.settings, now) ? session : nullptr;
  }
  const auto generation = parts.sessions.generation();
  session = load(parts, hash, now);
  if (!session) return nullptr;
  if (now - session->last_seen >= kTouchedEvery) {
    auto touched = std::make_shared<LiveSession>(*session);
    touch(parts, *touched, now);
    session = std::move(touched);
  }
  parts.sessions.put(hash, session, now, generation);
  return session;
}

SessionList list_sessions(Parts& parts, const Context& context, std::string_view token) {
  const auto present = stored_hash(token);
  SessionList list;
  parts.database.read([&](db::Read& transaction) {
    const auto& actor = context.actor;
    const auto idle = context.now - parts.settings.idle_limit;
    for (const auto row : transaction.query(sql::kListSessions, {actor.tenant, actor.account, context.now, idle})) {
      list.items.push_back({.id = row.id<SessionId>(0),
                            .current = row.bytes(1) == present,
                            .started = row.instant(2),
                            .last_seen = row.instant(3),
                            .expires = row.instant(4),
                            .address = row.text(5),
                            .device = row.text(6)});
    }
  });
  return list;
}

Result<db::Done> end_session(Parts& parts, const Context& context, SessionId session) {
  return parts.change([&](db::Write& transaction) -> Result<db::Done> {
    const auto& actor = context.actor;
    if (transaction.change(sql::kDeleteSession, {actor.tenant, session, actor.account}) == 0) {
      return reject(Code::SessionUnknown);
    }
    const json::Object body{{"session", std::to_string(session.value())}};
    journal::record(transaction, context, {"session_ended", subject_of(actor.account), body});
    return db::Done{};
  });
}

Result<db::Done> end_other_sessions(Parts& parts, const Context& context, std::string_view token) {
  return parts.change([&](db::Write& transaction) -> Result<db::Done> {
    delete_sessions(transaction, context.actor.tenant, context.actor.account, token);
    journal::record(transaction, context, {"other_sessions_ended", subject_of(context.actor.account), json::Object{}});
    return db::Done{};
  });
}

void delete_sessions(db::Write& transaction, TenantId tenant, AccountId account, std::string_view but_token) {
  const auto kept = but_token.empty() ? std::string() : stored_hash(but_token);
  transaction.execute(sql::kDeleteSessionsOfAccount, {tenant, account, db::Bytes{kept}});
}

namespace {

void add_account(Parts& parts, SessionView& view, const LiveSession& session) {
  parts.database.read([&](db::Read& transaction) {
    const auto account = find_account(transaction, session.actor.tenant, session.actor.account);
    ensure(account.has_value(), "a session has an account");
    const auto history = parts.history(transaction);
    view.account = SignedInAccount{account->id, account->name, account->user_name, account->position,
                                   label_of(*history, account->organisation, view.today)};
    for (const auto& grant : session.actor.grants) {
      view.permissions.push_back({grant.permission, label_of(*history, grant.scope, view.today)});
    }
    view.second_factor_enabled = account->second_factor_enabled;
    view.language = account->language;
  });
}

}  // namespace

SessionView session_view(Parts& parts, const LiveSession* session, std::string_view token, LocalDate today) {
  SessionView view{.signed_in = session != nullptr, .today = today, .example = parts.settings.example};
  parts.database.read([&](db::Read& transaction) {
    const auto history = parts.history(transaction);
    if (const auto root = history->root()) view.tenant.name = label_of(*history, *root, today).name;
  });
  if (!session) return view;
  add_account(parts, view, *session);
  view.must_change_password = session->must_change_password;
  view.csrf_token = csrf_token_of(token);
  return view;
}

}  // namespace haidang::identity
