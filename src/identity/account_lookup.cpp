// SPDX-License-Identifier: Apache-2.0
#include "identity/account_lookup.hpp"

#include "account_store.hpp"
#include "sql.hpp"

namespace haidang::identity {

std::optional<std::string> find_account_name(db::Read& transaction, TenantId tenant, AccountId account) {
  const auto found = find_account(transaction, tenant, account);
  return found ? std::optional(found->name) : std::nullopt;
}

std::optional<AccountId> find_account_by_user_name(db::Read& transaction, TenantId tenant,
                                                   const std::string& user_name) {
  const auto rows = transaction.query(sql::kFindAccountByUserName, {tenant, user_name});
  return rows.empty() ? std::nullopt : std::optional(rows.front().id<AccountId>(0));
}

}  // namespace haidang::identity
