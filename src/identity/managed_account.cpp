// SPDX-License-Identifier: Apache-2.0
#include "managed_account.hpp"

#include <algorithm>

#include "account_store.hpp"
#include "identity/permissions.hpp"
#include "sql.hpp"
#include "views.hpp"

namespace haidang::identity {

bool manages_everything(const organisations::History& history, const Actor& actor) {
  const auto scopes = actor.scopes_of(kManageAccounts);
  return history.root() && std::find(scopes.begin(), scopes.end(), *history.root()) != scopes.end();
}

Result<ManagedAccount> get_managed_account(Parts& parts, db::Read& transaction, const Context& context, AccountId id) {
  const auto& actor = context.actor;
  const bool everything = manages_everything(*parts.history(transaction), actor);
  const auto visible =
      transaction.query(sql::kIsAccountVisible, {actor.tenant, id, actor.account, context.today, everything});
  if (visible.empty()) return reject(Code::AccountUnknown);
  const auto beyond = transaction.query(sql::kHoldsBeyond, {actor.tenant, id, actor.account, context.today});
  return ManagedAccount{.account = find_account(transaction, actor.tenant, id).value(),
                        .is_own = id == actor.account,
                        .holds_beyond = !beyond.empty(),
                        .is_last_administrator = is_last_administrator(parts, transaction, context, id)};
}

Place place_of(Parts& parts, db::Read& transaction, const Context& context, OrganisationId organisation) {
  const auto& actor = context.actor;
  const auto history = parts.history(transaction);
  const auto* life = history->find(organisation);
  const auto permitted =
      transaction.query(sql::kMayManageAt, {actor.tenant, actor.account, organisation, context.today});
  return {.exists_today = life && life->exists_on(context.today), .in_scope = !permitted.empty()};
}

bool is_last_administrator(Parts& parts, db::Read& transaction, const Context& context, AccountId account,
                           std::optional<AssignmentId> assignment) {
  const auto root = parts.history(transaction)->root();
  if (!root) return false;
  bool concerned = false, others = false;
  for (const auto row : transaction.query(sql::kListAdministrators, {context.actor.tenant, *root, context.today})) {
    const bool this_one = row.id<AccountId>(0) == account && (!assignment || row.id<AssignmentId>(1) == *assignment);
    (this_one ? concerned : others) = true;
  }
  return concerned && !others;
}

AccountView view_of(Parts& parts, db::Read& transaction, const Context& context, const Account& account) {
  const auto history = parts.history(transaction);
  const Seen seen{*history, context.today};
  return {.id = account.id,
          .version = account.version,
          .name = account.name,
          .user_name = account.user_name,
          .position = account.position,
          .email = account.email,
          .phone = account.phone,
          .organisation = seen.label(account.organisation),
          .state = account.state,
          .language = account.language,
          .second_factor_enabled = account.second_factor_enabled,
          .must_change_password = account.must_change_password,
          .last_sign_in = account.last_sign_in,
          .roles = seen.roles(assignments_of(transaction, context.actor.tenant, account.id))};
}

}  // namespace haidang::identity
