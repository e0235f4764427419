// SPDX-License-Identifier: Apache-2.0
#include "account_store.hpp"
#include "base/ensure.hpp"
#include "identity/example_accounts.hpp"
#include "identity/first_administrator.hpp"
#include "identity/role_pack.hpp"
#include "journal/journal.hpp"
#include "password_hasher.hpp"
#include "platform/new_id.hpp"
#include "sessions.hpp"
#include "sql.hpp"
#include "tokens.hpp"

namespace haidang::identity {
namespace {

constexpr std::chrono::seconds kPatience{60};

void record(db::Write& transaction, TenantId tenant, Instant now, const char* kind, AccountId account,
            json::Object facts) {
  journal::record(transaction, tenant, now, {kind, subject_of(account), std::move(facts)});
}

/// A new account with one role at its own organisation, from today on without an end.
struct NewHolder {
  const Account& account;
  const std::string& password_hash;
  std::string role;
};

void insert_holder(db::Write& transaction, TenantId tenant, Instant now, const NewHolder& holder) {
  const auto& account = holder.account;
  const auto place = std::to_string(account.organisation.value());
  const Assignment assignment{.id = platform::new_id<AssignmentId>(now),
                              .role = holder.role,
                              .organisation = account.organisation,
                              .from = date_of(to_vietnam(now))};
  insert(transaction, tenant, account, holder.password_hash, now);
  record(transaction, tenant, now, "account_created", account.id, {{"organisation", place}});
  insert(transaction, tenant, account.id, assignment);
  record(transaction, tenant, now, "role_assigned", account.id,
         {{"assignment", std::to_string(assignment.id.value())},
          {"role", holder.role},
          {"organisation", place},
          {"from", iso(assignment.from)}});
}

}  // namespace

bool has_administrator(db::Read& transaction, TenantId tenant, OrganisationId root, LocalDate today) {
  return !transaction.query(sql::kListAdministrators, {tenant, root, today}).empty();
}

Result<std::string> create_first_administrator(db::Database& database, TenantId tenant,
                                               const FirstAdministrator& wanted, Instant now) {
  const auto account =
      decide_new_account({.user_name = wanted.user_name, .name = wanted.name, .organisation = wanted.root},
                         platform::new_id<AccountId>(now));
  if (!account) return pass_on(account);
  const auto password = new_readable_secret();
  PasswordHasher hasher(HashCost::Interactive, 1, kPatience);
  const auto hash = hasher.hash(password);
  if (!hash) return pass_on(hash);
  return database.write([&](db::Write& transaction) -> Result<std::string> {
    if (has_administrator(transaction, tenant, wanted.root, date_of(to_vietnam(now)))) {
      return reject(Code::AdministratorExists);
    }
    if (user_name_is_taken(transaction, tenant, account->user_name)) {
      return reject(Code::UserNameTaken, {{"user_name", account->user_name}});
    }
    insert_holder(transaction, tenant, now, {*account, *hash, std::string(kAdministrator)});
    return password;
  });
}

Result<std::string> recover_account(db::Database& database, TenantId tenant, const std::string& user_name,
                                    Instant now) {
  const auto password = new_readable_secret();
  PasswordHasher hasher(HashCost::Interactive, 1, kPatience);
  const auto hash = hasher.hash(password);
  if (!hash) return pass_on(hash);
  return database.write([&](db::Write& transaction) -> Result<std::string> {
    const auto rows = transaction.query(sql::kFindAccountByUserName, {tenant, user_name});
    if (rows.empty()) return reject(Code::AccountUnknown);
    const auto account = rows.front().id<AccountId>(0);
    transaction.execute(sql::kUpdatePassword, {tenant, account, *hash, true});
    transaction.execute(sql::kUpdateAccountState, {tenant, account, codec::word_of(AccountState::Active)});
    transaction.execute(sql::kDeleteSecondFactor, {tenant, account});
    transaction.execute(sql::kDeleteRecoveryCodes, {tenant, account});
    delete_sessions(transaction, tenant, account, {});
    record(transaction, tenant, now, "account_recovered", account, {});
    return password;
  });
}

std::vector<ExampleAccount> example_accounts(const ExamplePlaces& places,
                                             const std::function<std::string()>& new_password) {
  std::vector<ExampleAccount> accounts{
      {"quantri", "Trần Thị Quản", "Quản trị hệ thống", places.city, "administrator", {}},
      {"lanhdao", "Nguyễn Văn Lãnh", "Lãnh đạo thành phố", places.city, "chair", {}},
      {"vanphong", "Phạm Thị Văn", "Chuyên viên văn phòng", places.office, "office", {}},
      {"giamsat", "Lê Văn Giám", "Thanh tra viên", places.city, "auditor", {}},
      {"thutruong", "Vũ Thị Thủ", "Giám đốc", places.agency, "agency_head", {}},
      {"chuyenvien", "Đỗ Văn Chuyên", "Chuyên viên", places.agency, "officer", {}},
      {"thutruong.coso", "Bùi Thị Huyện", "Chủ tịch", places.district, "agency_head", {}},
      {"chuyenvien.coso", "Hoàng Văn Hạ", "Chuyên viên", places.district, "officer", {}},
      {"quantri.coso", "Ngô Thị Quận", "Quản trị cấp dưới", places.district, "administrator", {}}};
  for (auto& account : accounts) account.password = new_password();
  return accounts;
}

namespace {

bool create_example_account(db::Write& transaction, TenantId tenant, const ExampleAccount& wanted,
                            const std::string& hash, Instant now) {
  if (user_name_is_taken(transaction, tenant, wanted.user_name)) return false;
  auto account = decide_new_account({.user_name = wanted.user_name,
                                     .name = wanted.name,
                                     .position = wanted.position,
                                     .organisation = wanted.organisation},
                                    platform::new_id<AccountId>(now));
  ensure(account.has_value() && built_in_roles().find(wanted.role), "the example's accounts are well formed");
  account->must_change_password = false;
  insert_holder(transaction, tenant, now, {*account, hash, wanted.role});
  return true;
}

}  // namespace

int create_example_accounts(db::Database& database, TenantId tenant, const std::vector<ExampleAccount>& accounts,
                            Instant now, HashCost cost) {
  PasswordHasher hasher(cost, 1, kPatience);
  int created = 0;
  for (const auto& account : accounts) {
    const auto hash = hasher.hash(account.password);
    ensure(hash.has_value(), "one hash after the other finds its turn");
    const auto done = database.write([&](db::Write& transaction) -> Result<bool> {
      return create_example_account(transaction, tenant, account, *hash, now);
    });
    ensure(done.has_value(), "an example account is created or left as it is");
    created += *done;
  }
  return created;
}

}  // namespace haidang::identity
