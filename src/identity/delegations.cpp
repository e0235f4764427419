// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "account_store.hpp"
#include "base/ensure.hpp"
#include "journal/journal.hpp"
#include "my_account.hpp"
#include "platform/new_id.hpp"
#include "sql.hpp"
#include "views.hpp"

namespace haidang::identity {
namespace {

Person person_of(db::Read& transaction, TenantId tenant, AccountId id, const Seen& seen) {
  const auto account = find_account(transaction, tenant, id);
  ensure(account.has_value(), "accounts are never erased");
  return seen.person(*account);
}

DelegationView view_of(db::Read& transaction, TenantId tenant, const Delegation& delegation, const Seen& seen) {
  return {.id = delegation.id,
          .giver = person_of(transaction, tenant, delegation.giver, seen),
          .receiver = person_of(transaction, tenant, delegation.receiver, seen),
          .from = delegation.from,
          .until = delegation.until,
          .reason = delegation.reason,
          .state = state_on(delegation, seen.today),
          .roles = seen.roles(delegated_assignments(transaction, tenant, delegation.id))};
}

json::Object facts_of(const DelegationGiven& given) {
  json::Array assignments;
  for (const auto assignment : given.assignments) assignments.emplace_back(std::to_string(assignment.value()));
  return {{"delegation", std::to_string(given.delegation.id.value())},
          {"receiver", std::to_string(given.delegation.receiver.value())},
          {"from", iso(given.delegation.from)},
          {"until", iso(given.delegation.until)},
          {"assignments", assignments}};
}

}  // namespace

DelegationList my_delegations(Parts& parts, const Context& context) {
  return parts.database.read([&](db::Read& transaction) {
    const auto& actor = context.actor;
    const auto history = parts.history(transaction);
    const Seen seen{*history, context.today};
    DelegationList list;
    for (const auto& delegation : delegations_of(transaction, actor.tenant, actor.account)) {
      auto& side = delegation.giver == actor.account ? list.given : list.received;
      side.push_back(view_of(transaction, actor.tenant, delegation, seen));
    }
    return list;
  });
}

Result<DelegationView> delegate(Parts& parts, const Context& context, const NewDelegation& command) {
  const auto& actor = context.actor;
  return parts.change([&](db::Write& transaction) -> Result<DelegationView> {
    const auto receiver = find_account(transaction, actor.tenant, command.receiver);
    const bool active = receiver && receiver->state == AccountState::Active;
    const auto own = assignments_of(transaction, actor.tenant, actor.account);
    const auto given = decide_delegation(own, {command, actor.account, active, context.today},
                                         platform::new_id<DelegationId>(context.now));
    if (!given) return pass_on(given);
    insert(transaction, actor.tenant, *given);
    journal::record(transaction, context, {"roles_delegated", subject_of(actor.account), facts_of(*given)});
    const auto history = parts.history(transaction);
    return view_of(transaction, actor.tenant, given->delegation, {*history, context.today});
  });
}

Result<db::Done> end_delegation(Parts& parts, const Context& context, DelegationId id) {
  const auto& actor = context.actor;
  return parts.change([&](db::Write& transaction) -> Result<db::Done> {
    const auto delegations = delegations_of(transaction, actor.tenant, actor.account);
    const auto found = std::find_if(delegations.begin(), delegations.end(),
                                    [&](const Delegation& one) { return one.id == id && one.giver == actor.account; });
    if (found == delegations.end()) return reject(Code::DelegationUnknown);
    if (state_on(*found, context.today) == PeriodState::Ended) return reject(Code::DelegationEnded);
    transaction.execute(sql::kEndDelegation, {actor.tenant, id, context.now});
    const json::Object facts{{"delegation", std::to_string(id.value())}};
    journal::record(transaction, context, {"delegation_ended", subject_of(actor.account), facts});
    return db::Done{};
  });
}

}  // namespace haidang::identity
