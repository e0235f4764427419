// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "account_store.hpp"
#include "accounts.hpp"
#include "base/ensure.hpp"
#include "managed_account.hpp"
#include "sql.hpp"
#include "views.hpp"

namespace haidang::identity {
namespace {

constexpr std::size_t kPage = 50;  // the statements read one more, to know whether there is a next page

using RolesByAccount = std::map<AccountId, std::vector<RoleAssignmentView>>;

RolesByAccount roles_of_page(db::Read& transaction, const Context& context, const db::Rows& page, const Seen& seen) {
  RolesByAccount roles;
  if (page.empty()) return roles;
  const auto first = page.front().id<AccountId>(0), last = page[page.size() - 1].id<AccountId>(0);
  for (const auto row :
       transaction.query(sql::kListRoleAssignmentsOfPage, {context.actor.tenant, first, last, context.today})) {
    roles[row.id<AccountId>(0)].push_back(seen.role(assignment_of_row(row, 1)));
  }
  return roles;
}

AccountRow account_row(const db::Rows::Row& row, RolesByAccount& roles, const Seen& seen) {
  const auto state = codec::from_word<AccountState>(row.text(5));
  ensure(state.has_value(), "only known states are stored");
  return {.id = row.id<AccountId>(0),
          .name = row.text(2),
          .user_name = row.text(1),
          .position = row.text_if(3),
          .organisation = seen.label(row.id<OrganisationId>(4)),
          .state = *state,
          .roles = std::move(roles[row.id<AccountId>(0)]),
          .last_sign_in = row.instant_if(6)};
}

/// Cuts the row too many, and says where the next page begins.
template <class Page>
void turn_page(Page& page) {
  if (page.items.size() <= kPage) return;
  page.items.pop_back();
  page.next = std::to_string(page.items.back().id.value());
}

}  // namespace

AccountPage list_accounts(Parts& parts, const Context& context, const AccountFilter& filter) {
  return parts.database.read([&](db::Read& transaction) {
    const auto& actor = context.actor;
    const auto history = parts.history(transaction);
    const Seen seen{*history, context.today};
    const auto state = filter.state ? std::optional(codec::word_of(*filter.state)) : std::nullopt;
    const auto rows = transaction.query(
        sql::kListAccounts, {actor.tenant, actor.account, context.today, manages_everything(*history, actor),
                             search_pattern(filter.text), filter.organisation, filter.role, state, filter.after});
    auto roles = roles_of_page(transaction, context, rows, seen);
    AccountPage page;
    for (const auto row : rows) page.items.push_back(account_row(row, roles, seen));
    turn_page(page);
    return page;
  });
}

PeoplePage list_people(Parts& parts, const Context& context, const AccountFilter& filter) {
  return parts.database.read([&](db::Read& transaction) {
    const auto history = parts.history(transaction);
    const Seen seen{*history, context.today};
    PeoplePage page;
    for (const auto row : transaction.query(sql::kListPeople, {context.actor.tenant, search_pattern(filter.text),
                                                               filter.organisation, filter.after})) {
      page.items.push_back({row.id<AccountId>(0), row.text(1), row.text_if(2), seen.label(row.id<OrganisationId>(3))});
    }
    turn_page(page);
    return page;
  });
}

}  // namespace haidang::identity
