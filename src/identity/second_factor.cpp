// SPDX-License-Identifier: Apache-2.0
#include "account_store.hpp"
#include "journal/journal.hpp"
#include "my_account.hpp"
#include "one_time_code.hpp"
#include "qr_path.hpp"
#include "sessions.hpp"
#include "sign_in.hpp"
#include "sql.hpp"
#include "tokens.hpp"

namespace haidang::identity {
namespace {

constexpr int kRecoveryCodes = 10;
constexpr std::string_view kIssuer = "Hải Đăng";

std::vector<std::string> store_recovery_codes(db::Write& transaction, const Context& context) {
  const auto tenant = context.actor.tenant;
  const auto account = context.actor.account;
  transaction.execute(sql::kDeleteRecoveryCodes, {tenant, account});
  std::vector<std::string> codes;
  while (codes.size() < kRecoveryCodes) {
    codes.push_back(new_readable_secret());
    const db::Bytes hash{stored_hash(normal_readable_secret(codes.back()))};
    transaction.execute(sql::kInsertRecoveryCode, {tenant, account, hash});
  }
  return codes;
}

}  // namespace

Result<SecondFactorOffer> start_second_factor(Parts& parts, const Context& context, const PasswordAgain& command) {
  const auto right = check_own_password(parts, context, command.password);
  if (!right) return pass_on(right);
  const auto& actor = context.actor;
  const auto secret = new_second_factor_secret();
  const auto user_name = parts.database.write([&](db::Write& transaction) -> Result<std::string> {
    const auto account = find_account(transaction, actor.tenant, actor.account);
    if (account->second_factor_enabled) return reject(Code::SecondFactorAlreadyOn);
    transaction.execute(sql::kStartSecondFactor, {actor.tenant, actor.account, db::Bytes{secret}});
    return account->user_name;
  });
  if (!user_name) return pass_on(user_name);
  const auto uri = otpauth_uri(kIssuer, *user_name, secret);
  return SecondFactorOffer{in_groups(base32(secret)), uri, qr_path(uri)};
}

Result<RecoveryCodes> confirm_second_factor(Parts& parts, const Context& context, const ConfirmSecondFactor& command,
                                            std::string_view token) {
  const auto& actor = context.actor;
  return parts.change([&](db::Write& transaction) -> Result<RecoveryCodes> {
    const auto rows = transaction.query(sql::kFindSecondFactor, {actor.tenant, actor.account});
    if (rows.empty()) return reject(Code::SecondFactorNotStarted);
    if (!rows.front().is_null(1)) return reject(Code::SecondFactorAlreadyOn);
    const auto code = normal_readable_secret(command.code);
    const auto step = step_of_code(rows.front().bytes(0), code, context.now, std::nullopt);
    if (!step) return reject(Code::SecondFactorWrong);
    transaction.execute(sql::kConfirmSecondFactor, {actor.tenant, actor.account, context.now, *step});
    delete_sessions(transaction, actor.tenant, actor.account, token);
    journal::record(transaction, context, {"second_factor_enabled", subject_of(actor.account), json::Object{}});
    return RecoveryCodes{store_recovery_codes(transaction, context)};
  });
}

Result<db::Done> stop_second_factor(Parts& parts, const Context& context, const PasswordAgain& command) {
  const auto right = check_own_password(parts, context, command.password);
  if (!right) return right;
  const auto& actor = context.actor;
  return parts.change([&](db::Write& transaction) -> Result<db::Done> {
    if (!find_account(transaction, actor.tenant, actor.account)->second_factor_enabled) {
      return reject(Code::SecondFactorNotOn);
    }
    transaction.execute(sql::kDeleteSecondFactor, {actor.tenant, actor.account});
    transaction.execute(sql::kDeleteRecoveryCodes, {actor.tenant, actor.account});
    journal::record(transaction, context, {"second_factor_disabled", subject_of(actor.account), json::Object{}});
    return db::Done{};
  });
}

}  // namespace haidang::identity
