// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "account.hpp"
#include "db/database.hpp"

/// Reading and writing rows of accounts, roles and delegations. Decisions are made before, in account.hpp.
namespace haidang::identity {

std::optional<Account> find_account(db::Read&, TenantId, AccountId);
std::vector<Assignment> assignments_of(db::Read&, TenantId, AccountId);
std::vector<Assignment> delegated_assignments(db::Read&, TenantId, DelegationId);
std::vector<Delegation> delegations_of(db::Read&, TenantId, AccountId);  ///< given and received
Assignment assignment_of_row(const db::Rows::Row&, std::size_t first_column);

void insert(db::Write&, TenantId, const Account&, const std::string& password_hash, Instant now);
/// Whether it still had the version; the stored one is then one higher.
bool update(db::Write&, TenantId, const Account&);
void insert(db::Write&, TenantId, AccountId, const Assignment&);
void insert(db::Write&, TenantId, const DelegationGiven&);

bool user_name_is_taken(db::Read&, TenantId, const std::string& user_name);
std::string subject_of(AccountId);  ///< in the journal: "account/7"

/// "%nguyen van%", for LIKE … ESCAPE '!'; nothing for an empty text.
std::optional<std::string> search_pattern(std::string_view typed);

}  // namespace haidang::identity
