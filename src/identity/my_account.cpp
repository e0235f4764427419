// SPDX-License-Identifier: Apache-2.0
#include "my_account.hpp"

#include "account_store.hpp"
#include "base/ensure.hpp"
#include "journal/journal.hpp"
#include "password_policy.hpp"
#include "sessions.hpp"
#include "sign_in.hpp"
#include "sql.hpp"
#include "views.hpp"

namespace haidang::identity {
namespace {

Account own_account(db::Read& transaction, const Context& context) {
  auto account = find_account(transaction, context.actor.tenant, context.actor.account);
  ensure(account.has_value(), "who is signed in has an account");
  return std::move(*account);
}

MyProfile profile_of(Parts& parts, db::Read& transaction, const Context& context) {
  const auto tenant = context.actor.tenant;
  const auto account = own_account(transaction, context);
  const auto history = parts.history(transaction);
  const Seen seen{*history, context.today};
  const auto codes = transaction.query(sql::kCountRecoveryCodes, {tenant, account.id}).front().integer(0);
  return {.id = account.id,
          .name = account.name,
          .user_name = account.user_name,
          .position = account.position,
          .email = account.email,
          .phone = account.phone,
          .organisation = seen.label(account.organisation),
          .language = account.language,
          .second_factor_enabled = account.second_factor_enabled,
          .recovery_codes_left = static_cast<int>(codes),
          .roles = seen.roles(assignments_of(transaction, tenant, account.id))};
}

}  // namespace

MyProfile my_profile(Parts& parts, const Context& context) {
  return parts.database.read([&](db::Read& transaction) { return profile_of(parts, transaction, context); });
}

Result<MyProfile> update_my_profile(Parts& parts, const Context& context, const UpdateMyProfile& command) {
  return parts.change([&](db::Write& transaction) -> Result<MyProfile> {
    const auto changed = decide_profile(own_account(transaction, context), command);
    if (!changed) return pass_on(changed);
    if (!update(transaction, context.actor.tenant, *changed)) return reject(Code::AccountChangedMeanwhile);
    journal::record(transaction, context, {"own_profile_changed", subject_of(changed->id), json::Object{}});
    return profile_of(parts, transaction, context);
  });
}

Result<db::Done> change_my_password(Parts& parts, const Context& context, const ChangePassword& command,
                                    std::string_view token) {
  const auto& actor = context.actor;
  const auto right = check_own_password(parts, context, command.old_password);
  if (!right) return right;
  const auto account = parts.database.read([&](db::Read& transaction) { return own_account(transaction, context); });
  const auto password = parse_password(command.new_password, account.user_name);
  if (!password) return pass_on(password);
  if (command.new_password == command.old_password) return reject(Code::PasswordUnchanged);
  const auto hash = parts.hasher.hash(*password);
  if (!hash) return pass_on(hash);
  return parts.change([&](db::Write& transaction) -> Result<db::Done> {
    transaction.execute(sql::kUpdatePassword, {actor.tenant, actor.account, *hash, false});
    delete_sessions(transaction, actor.tenant, actor.account, token);
    journal::record(transaction, context, {"password_changed", subject_of(actor.account), json::Object{}});
    return db::Done{};
  });
}

}  // namespace haidang::identity
