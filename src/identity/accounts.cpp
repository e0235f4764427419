// SPDX-License-Identifier: Apache-2.0
#include "accounts.hpp"

#include "account_store.hpp"
#include "identity/role_pack.hpp"
#include "journal/journal.hpp"
#include "managed_account.hpp"
#include "platform/new_id.hpp"
#include "sessions.hpp"
#include "sql.hpp"
#include "tokens.hpp"

namespace haidang::identity {
namespace {

std::string text_of(OrganisationId id) {
  return std::to_string(id.value());
}

void record(db::Write& transaction, const Context& context, std::string kind, AccountId account,
            json::Object facts = {}) {
  journal::record(transaction, context, {std::move(kind), subject_of(account), std::move(facts)});
}

json::Object facts_of(const Assignment& assignment) {
  json::Object facts{{"assignment", std::to_string(assignment.id.value())},
                     {"role", assignment.role},
                     {"organisation", text_of(assignment.organisation)},
                     {"from", iso(assignment.from)}};
  if (assignment.until != kNoEnd) facts["until"] = iso(assignment.until);
  return facts;
}

/// Before it is asked who the last administrator is.
void lock_administrators(Parts& parts, db::Write& transaction) {
  if (const auto root = parts.history(transaction)->root()) {
    transaction.execute(sql::kLockAdministrators, {parts.settings.tenant, *root});
  }
}

/// Finds the account, calls `change` with it and answers what it is then.
template <class Change>
Result<AccountView> changed(Parts& parts, const Context& context, AccountId id, Change&& change) {
  return parts.change([&](db::Write& transaction) -> Result<AccountView> {
    lock_administrators(parts, transaction);
    const auto managed = get_managed_account(parts, transaction, context, id);
    if (!managed) return pass_on(managed);
    const Result<db::Done> done = change(transaction, *managed);
    if (!done) return pass_on(done);
    return view_of(parts, transaction, context, *find_account(transaction, context.actor.tenant, id));
  });
}

Result<db::Done> set_state(db::Write& transaction, const Context& context, AccountId id,
                           const Result<AccountState>& state) {
  if (!state) return pass_on(state);
  transaction.execute(sql::kUpdateAccountState, {context.actor.tenant, id, codec::word_of(*state)});
  record(transaction, context, *state == AccountState::Locked ? "account_locked" : "account_unlocked", id);
  return db::Done{};
}

}  // namespace

Result<AccountView> get_account(Parts& parts, const Context& context, AccountId id) {
  return parts.database.read([&](db::Read& transaction) -> Result<AccountView> {
    const auto managed = get_managed_account(parts, transaction, context, id);
    if (!managed) return pass_on(managed);
    return view_of(parts, transaction, context, managed->account);
  });
}

Result<CreatedAccount> create_account(Parts& parts, const Context& context, const NewAccount& command) {
  const auto account = decide_new_account(command, platform::new_id<AccountId>(context.now));
  if (!account) return pass_on(account);
  const auto password = new_readable_secret();
  const auto hash = parts.hasher.hash(password);
  if (!hash) return pass_on(hash);
  return parts.change([&](db::Write& transaction) -> Result<CreatedAccount> {
    const auto tenant = context.actor.tenant;
    const auto place = decide_place(place_of(parts, transaction, context, account->organisation));
    if (!place) return pass_on(place);
    if (user_name_is_taken(transaction, tenant, account->user_name)) {
      return reject(Code::UserNameTaken, {{"user_name", account->user_name}});
    }
    insert(transaction, tenant, *account, *hash, context.now);
    record(transaction, context, "account_created", account->id, {{"organisation", text_of(account->organisation)}});
    return CreatedAccount{view_of(parts, transaction, context, *account), password};
  });
}

Result<AccountView> update_account(Parts& parts, const Context& context, AccountId id, const UpdateAccount& command) {
  return changed(parts, context, id, [&](db::Write& transaction, const ManagedAccount& managed) -> Result<db::Done> {
    const auto account = decide_update(managed.account, command);
    if (!account) return pass_on(account);
    const bool moves = account->organisation != managed.account.organisation;
    json::Object facts;
    if (moves) {
      const auto place = decide_place(place_of(parts, transaction, context, account->organisation));
      if (!place) return pass_on(place);
      facts["organisation"] = text_of(account->organisation);
    }
    if (!update(transaction, context.actor.tenant, *account)) return reject(Code::AccountChangedMeanwhile);
    record(transaction, context, "account_changed", id, std::move(facts));
    return db::Done{};
  });
}

Result<AccountView> assign_role(Parts& parts, const Context& context, AccountId id, const AssignRole& command) {
  return changed(parts, context, id, [&](db::Write& transaction, const ManagedAccount&) -> Result<db::Done> {
    const auto tenant = context.actor.tenant;
    const auto assignment = decide_assign_role(assignments_of(transaction, tenant, id),
                                               {command, built_in_roles().find(command.role) != nullptr,
                                                place_of(parts, transaction, context, command.organisation)},
                                               platform::new_id<AssignmentId>(context.now));
    if (!assignment) return pass_on(assignment);
    insert(transaction, tenant, id, *assignment);
    record(transaction, context, "role_assigned", id, facts_of(*assignment));
    return db::Done{};
  });
}

Result<AccountView> end_role(Parts& parts, const Context& context, AccountId id, AssignmentId assignment) {
  return changed(parts, context, id, [&](db::Write& transaction, const ManagedAccount&) -> Result<db::Done> {
    const auto tenant = context.actor.tenant;
    const auto held = assignments_of(transaction, tenant, id);
    EndRoleRequest request{.assignment = assignment, .today = context.today};
    for (const auto& one : held) {
      if (one.id == assignment) request.in_scope = place_of(parts, transaction, context, one.organisation).in_scope;
    }
    request.in_scope |= manages_everything(*parts.history(transaction), context.actor);
    request.is_last_administrators = is_last_administrator(parts, transaction, context, id, assignment);
    const auto ended = decide_end_role(held, request);
    if (!ended) return pass_on(ended);
    transaction.execute(sql::kEndRoleAssignment, {tenant, assignment, context.now});
    record(transaction, context, "role_ended", id, facts_of(*ended));
    return db::Done{};
  });
}

Result<InitialPassword> reset_password(Parts& parts, const Context& context, AccountId id) {
  const auto password = new_readable_secret();
  const auto hash = parts.hasher.hash(password);
  if (!hash) return pass_on(hash);
  const auto done =
      changed(parts, context, id, [&](db::Write& transaction, const ManagedAccount& managed) -> Result<db::Done> {
        const auto account = decide_password_reset(managed);
        if (!account) return pass_on(account);
        transaction.execute(sql::kUpdatePassword, {context.actor.tenant, id, *hash, true});
        delete_sessions(transaction, context.actor.tenant, id, {});
        record(transaction, context, "password_reset", id);
        return db::Done{};
      });
  if (!done) return pass_on(done);
  return InitialPassword{password};
}

Result<AccountView> lock_account(Parts& parts, const Context& context, AccountId id) {
  return changed(parts, context, id, [&](db::Write& transaction, const ManagedAccount& managed) {
    delete_sessions(transaction, context.actor.tenant, id, {});
    return set_state(transaction, context, id, decide_lock(managed));
  });
}

Result<AccountView> unlock_account(Parts& parts, const Context& context, AccountId id) {
  return changed(parts, context, id, [&](db::Write& transaction, const ManagedAccount& managed) {
    return set_state(transaction, context, id, decide_unlock(managed));
  });
}

Result<AccountView> remove_second_factor(Parts& parts, const Context& context, AccountId id) {
  return changed(parts, context, id, [&](db::Write& transaction, const ManagedAccount& managed) -> Result<db::Done> {
    const auto account = decide_second_factor_removal(managed);
    if (!account) return pass_on(account);
    const auto tenant = context.actor.tenant;
    transaction.execute(sql::kDeleteSecondFactor, {tenant, id});
    transaction.execute(sql::kDeleteRecoveryCodes, {tenant, id});
    delete_sessions(transaction, tenant, id, {});
    record(transaction, context, "second_factor_removed", id);
    return db::Done{};
  });
}

}  // namespace haidang::identity
