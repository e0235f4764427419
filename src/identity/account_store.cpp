// SPDX-License-Identifier: Apache-2.0
#include "account_store.hpp"

#include "base/ensure.hpp"
#include "base/vietnamese.hpp"
#include "sql.hpp"

namespace haidang::identity {
namespace {

template <class T>
T word_column(const db::Rows::Row& row, std::size_t column) {
  const auto value = codec::from_word<T>(row.text(column));
  ensure(value.has_value(), "only known words are stored");
  return *value;
}

std::string search_text_of(const Account& account) {
  return fold(account.name) + " " + account.user_name;
}

/// Lists are in the order of Vietnamese given names, which come last: "Nguyễn Văn An" stands under An.
db::Bytes sort_key_of(const Account& account) {
  thread_local const Collator collator;
  const auto last = account.name.rfind(' ');
  if (last == std::string::npos) return {collator.sort_key(account.name)};
  return {collator.sort_key(account.name.substr(last + 1) + " " + account.name.substr(0, last))};
}

Delegation delegation_of_row(const db::Rows::Row& row) {
  return {row.id<DelegationId>(0), row.id<AccountId>(1), row.id<AccountId>(2), row.date(3), row.date(4), row.text(5),
          row.instant_if(6)};
}

}  // namespace

std::optional<Account> find_account(db::Read& transaction, TenantId tenant, AccountId id) {
  const auto rows = transaction.query(sql::kFindAccount, {tenant, id});
  if (rows.empty()) return std::nullopt;
  const auto row = rows.front();
  return Account{.id = row.id<AccountId>(0),
                 .version = row.integer(1),
                 .user_name = row.text(2),
                 .name = row.text(3),
                 .position = row.text_if(4),
                 .email = row.text_if(5),
                 .phone = row.text_if(6),
                 .organisation = row.id<OrganisationId>(7),
                 .language = word_column<LanguageCode>(row, 8),
                 .state = word_column<AccountState>(row, 9),
                 .must_change_password = row.truth(10),
                 .last_sign_in = row.instant_if(11),
                 .second_factor_enabled = row.truth(12)};
}

Assignment assignment_of_row(const db::Rows::Row& row, std::size_t first) {
  return {row.id<AssignmentId>(first), row.text(first + 1), row.id<OrganisationId>(first + 2),
          row.date(first + 3),         row.date(first + 4), row.instant_if(first + 5)};
}

std::vector<Assignment> assignments_of(db::Read& transaction, TenantId tenant, AccountId account) {
  std::vector<Assignment> assignments;
  for (const auto row : transaction.query(sql::kListRoleAssignments, {tenant, account})) {
    assignments.push_back(assignment_of_row(row, 0));
  }
  return assignments;
}

std::vector<Assignment> delegated_assignments(db::Read& transaction, TenantId tenant, DelegationId delegation) {
  std::vector<Assignment> assignments;
  for (const auto row : transaction.query(sql::kListDelegatedAssignments, {tenant, delegation})) {
    assignments.push_back(assignment_of_row(row, 0));
  }
  return assignments;
}

std::vector<Delegation> delegations_of(db::Read& transaction, TenantId tenant, AccountId account) {
  std::vector<Delegation> delegations;
  for (const auto row : transaction.query(sql::kListDelegations, {tenant, account})) {
    delegations.push_back(delegation_of_row(row));
  }
  return delegations;
}

void insert(db::Write& transaction, TenantId tenant, const Account& account, const std::string& password_hash,
            Instant now) {
  transaction.execute(sql::kInsertAccount,
                      {tenant, account.id, account.user_name, account.name, search_text_of(account),
                       sort_key_of(account), account.position, account.email, account.phone, account.organisation,
                       codec::word_of(account.language), password_hash, account.must_change_password, now});
}

bool update(db::Write& transaction, TenantId tenant, const Account& account) {
  return transaction.change(sql::kUpdateAccount,
                            {tenant, account.id, account.version, account.name, search_text_of(account),
                             sort_key_of(account), account.position, account.email, account.phone, account.organisation,
                             codec::word_of(account.language)}) == 1;
}

void insert(db::Write& transaction, TenantId tenant, AccountId account, const Assignment& assignment) {
  transaction.execute(sql::kInsertRoleAssignment, {tenant, assignment.id, account, assignment.role,
                                                   assignment.organisation, assignment.from, assignment.until});
}

void insert(db::Write& transaction, TenantId tenant, const DelegationGiven& given) {
  const auto& delegation = given.delegation;
  transaction.execute(sql::kInsertDelegation, {tenant, delegation.id, delegation.giver, delegation.receiver,
                                               delegation.from, delegation.until, delegation.reason});
  for (const auto assignment : given.assignments) {
    transaction.execute(sql::kInsertDelegatedAssignment, {tenant, delegation.id, assignment});
  }
}

bool user_name_is_taken(db::Read& transaction, TenantId tenant, const std::string& user_name) {
  return !transaction.query(sql::kFindAccountByUserName, {tenant, user_name}).empty();
}

std::string subject_of(AccountId account) {
  return "account/" + std::to_string(account.value());
}

std::optional<std::string> search_pattern(std::string_view typed) {
  const auto folded = fold(typed);
  if (folded.empty()) return std::nullopt;
  std::string pattern = "%";
  for (const char c : folded) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += c;
  }
  return pattern + "%";
}

}  // namespace haidang::identity
