// SPDX-License-Identifier: Apache-2.0
#include "sign_in.hpp"

#include <arpa/inet.h>

#include <algorithm>

#include "account_store.hpp"
#include "base/ensure.hpp"
#include "base/vietnamese.hpp"
#include "journal/journal.hpp"
#include "one_time_code.hpp"
#include "platform/new_id.hpp"
#include "sessions.hpp"
#include "sql.hpp"
#include "throttle.hpp"
#include "tokens.hpp"
#include "user_name.hpp"

namespace haidang::identity {
namespace {

constexpr std::chrono::hours kDeviceRemembered{24 * 180};
constexpr std::chrono::hours kFailuresKept{48};

/// Whose failures are counted together.
struct Counted {
  db::Bytes subject;
  ThrottleRule rule;
};

Counted counted(std::string_view kind, std::string_view key, const ThrottleRule& rule) {
  return {{stored_hash(std::string(kind).append(":").append(key))}, rule};
}

/// One subscriber has a whole /64 of IPv6 addresses.
std::string network_of(const std::string& address) {
  in6_addr bytes;
  if (inet_pton(AF_INET6, address.c_str(), &bytes) != 1) return address;
  return std::string(reinterpret_cast<const char*>(&bytes), 8);
}

std::optional<Failures> find_failures(db::Read& transaction, TenantId tenant, const Counted& who) {
  const auto rows = transaction.query(sql::kFindSignInFailures, {tenant, who.subject});
  if (rows.empty()) return std::nullopt;
  return Failures{static_cast<int>(rows.front().integer(0)), rows.front().instant(1)};
}

/// Counts one failure more for each, unless one of them has to wait. Rejects SignInThrottled.
Result<db::Done> count_failure(db::Write& transaction, TenantId tenant, const std::vector<Counted>& everyone,
                               Instant now) {
  for (const auto& who : everyone) {
    const auto failures = find_failures(transaction, tenant, who);
    const auto wait = wait_at(failures, who.rule, now);
    if (wait > std::chrono::milliseconds(0)) {
      const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
      return reject(Code::SignInThrottled, {{"seconds", std::to_string(seconds)}});
    }
    const int count = failures_at(failures, who.rule, now) + 1;
    transaction.execute(sql::kSetSignInFailures, {tenant, who.subject, count, now});
  }
  return db::Done{};
}

void take_back(db::Write& transaction, TenantId tenant, const std::vector<Counted>& everyone) {
  for (const auto& who : everyone) transaction.execute(sql::kTakeBackSignInFailure, {tenant, who.subject});
}

/// An attempt whose failure has been counted.
struct Begun {
  std::optional<AccountId> account;
  std::string password_hash;
  bool device_is_known = false;
  Counted person, address;
  std::vector<Counted> both() const { return {person, address}; }
};

Result<Begun> begin(Parts& parts, const SignInAttempt& attempt) {
  const auto tenant = parts.settings.tenant;
  const auto user_name = signed_in_as(attempt.command.user_name);
  const db::Bytes device{stored_hash(attempt.device_token)};
  return parts.database.write([&](db::Write& transaction) -> Result<Begun> {
    Begun begun{.account = {},
                .password_hash = {},
                .person = counted("account", user_name, kAccountThrottle),
                .address = counted("address", network_of(attempt.address), kAddressThrottle)};
    const auto rows = transaction.query(sql::kFindAccountByUserName, {tenant, user_name});
    if (!rows.empty()) {
      begun.account = rows.front().id<AccountId>(0), begun.password_hash = rows.front().text(2);
      begun.device_is_known = !transaction.query(sql::kFindKnownDevice, {tenant, *begun.account, device}).empty();
    }
    if (begun.device_is_known) begun.person = counted("device", user_name + ":" + device.bytes, kDeviceThrottle);
    transaction.execute(sql::kDeleteOldSignInFailures, {tenant, attempt.now - kFailuresKept});
    const auto done = count_failure(transaction, tenant, begun.both(), attempt.now);
    if (!done) return pass_on(done);
    return begun;
  });
}

/// Uses the code up. A recovery code is longer than the six digits of an authenticator.
bool use_code(db::Write& transaction, const Context& context, const std::string& typed) {
  const auto tenant = context.actor.tenant;
  const auto account = context.actor.account;
  const auto factors = transaction.query(sql::kFindSecondFactor, {tenant, account});
  const auto code = normal_readable_secret(typed);
  if (code.size() > 6) {
    if (transaction.change(sql::kUseRecoveryCode, {tenant, account, db::Bytes{stored_hash(code)}}) == 0) return false;
    journal::record(transaction, context, {"recovery_code_used", subject_of(account), json::Object{}});
    return true;
  }
  const auto step = step_of_code(factors.front().bytes(0), code, context.now, factors.front().integer_if(2));
  return step && transaction.change(sql::kUseSecondFactorStep, {tenant, account, *step}) == 1;
}

/// How an attempt with the right password ends. What was written stays also when it is refused.
struct Ending {
  std::optional<Rejection> refused;
};

std::optional<Rejection> refusal(db::Write& transaction, const Context& context, const Begun& begun,
                                 const SignInAttempt& attempt) {
  const auto tenant = context.actor.tenant;
  const auto account = find_account(transaction, tenant, context.actor.account);
  const auto password = transaction.query(sql::kFindPassword, {tenant, context.actor.account});
  if (!account || password.front().text(0) != begun.password_hash) return Rejection{Code::SignInWrong, {}, {}};
  if (account->state == AccountState::Locked) return Rejection{Code::AccountLocked, {}, {}};
  if (!account->second_factor_enabled) return std::nullopt;
  if (!attempt.command.code || attempt.command.code->empty()) {
    take_back(transaction, tenant, begun.both());
    return Rejection{Code::SecondFactorNeeded, {}, {}};
  }
  if (!use_code(transaction, context, *attempt.command.code)) return Rejection{Code::SecondFactorWrong, {}, {}};
  return std::nullopt;
}

void record_session(Parts& parts, db::Write& transaction, const Context& context, const SignInAttempt& attempt,
                    const SignedIn& tokens) {
  const auto tenant = context.actor.tenant;
  const auto account = context.actor.account;
  const auto now = attempt.now;
  const auto id = platform::new_id<SessionId>(now);
  transaction.execute(sql::kDeleteExpiredSessions, {tenant, account, now, now - parts.settings.idle_limit});
  transaction.execute(sql::kInsertSession, {tenant, id, db::Bytes{stored_hash(tokens.session_token)}, account, now,
                                            now + parts.settings.session_limit, attempt.address, attempt.device});
  transaction.execute(sql::kForgetDevices, {tenant, account, now - kDeviceRemembered});
  transaction.execute(sql::kRememberDevice, {tenant, account, db::Bytes{stored_hash(tokens.device_token)}, now});
  transaction.execute(sql::kUpdateLastSignIn, {tenant, account, now});
  journal::record(transaction, context,
                  {"signed_in", subject_of(account), json::Object{{"session", std::to_string(id.value())}}});
}

Result<SignedIn> finish(Parts& parts, const SignInAttempt& attempt, const Begun& begun) {
  const auto tenant = parts.settings.tenant;
  const auto now = attempt.now;
  const Context context{{tenant, *begun.account, {}, {}}, now, date_of(to_vietnam(now))};
  SignedIn tokens{new_token(), begun.device_is_known ? attempt.device_token : new_token()};
  const auto ending = parts.database.write([&](db::Write& transaction) -> Result<Ending> {
    if (auto refused = refusal(transaction, context, begun, attempt)) return Ending{std::move(refused)};
    transaction.execute(sql::kDeleteSignInFailures, {tenant, begun.person.subject});
    take_back(transaction, tenant, {begun.address});
    record_session(parts, transaction, context, attempt, tokens);
    return Ending{};
  });
  if (!ending) return pass_on(ending);
  if (ending->refused) return tl::unexpected(*ending->refused);
  return tokens;
}

/// A hash made when hashing was cheaper is made anew while the password is known.
void renew_hash(Parts& parts, AccountId account, const std::string& old_hash, const std::string& password) {
  if (!parts.hasher.is_outdated(old_hash)) return;
  const auto hash = parts.hasher.hash(password);
  if (!hash) return;
  const auto done = parts.database.write([&](db::Write& transaction) -> Result<db::Done> {
    transaction.execute(sql::kRenewPasswordHash, {parts.settings.tenant, account, old_hash, *hash});
    return db::Done{};
  });
  ensure(done.has_value(), "renewing a hash is never refused");
}

void forgive(Parts& parts, const std::vector<Counted>& everyone) {
  const auto done = parts.database.write([&](db::Write& transaction) -> Result<db::Done> {
    take_back(transaction, parts.settings.tenant, everyone);
    return db::Done{};
  });
  ensure(done.has_value(), "taking back a failure is never refused");
}

}  // namespace

Result<SignedIn> sign_in(Parts& parts, const SignInAttempt& attempt) {
  const auto begun = begin(parts, attempt);
  if (!begun) return pass_on(begun);
  const auto password = to_nfc(std::string_view(attempt.command.password).substr(0, 1000));
  const auto right = parts.hasher.verify(begun->password_hash, password);
  if (!right) {
    forgive(parts, begun->both());
    return pass_on(right);
  }
  if (!*right) return reject(Code::SignInWrong);
  auto signed_in = finish(parts, attempt, *begun);
  if (signed_in) renew_hash(parts, *begun->account, begun->password_hash, password);
  return signed_in;
}

void sign_out(Parts& parts, std::string_view token, Instant now) {
  const auto session = find_session(parts, token, now);
  if (!session) return;
  const Context context{session->actor, now, session->today};
  const auto done = parts.change([&](db::Write& transaction) -> Result<db::Done> {
    const auto& actor = session->actor;
    if (transaction.change(sql::kDeleteSession, {actor.tenant, session->id, actor.account}) == 0) return db::Done{};
    journal::record(
        transaction, context,
        {"signed_out", subject_of(actor.account), json::Object{{"session", std::to_string(session->id.value())}}});
    return db::Done{};
  });
  ensure(done.has_value(), "signing out is never refused");
}

Result<db::Done> check_own_password(Parts& parts, const Context& context, const std::string& password) {
  const auto& actor = context.actor;
  const std::vector who{counted("own", std::to_string(actor.account.value()), kAccountThrottle)};
  const auto stored = parts.database.write([&](db::Write& transaction) -> Result<std::string> {
    const auto done = count_failure(transaction, actor.tenant, who, context.now);
    if (!done) return pass_on(done);
    return transaction.query(sql::kFindPassword, {actor.tenant, actor.account}).front().text(0);
  });
  if (!stored) return pass_on(stored);
  const auto right = parts.hasher.verify(*stored, to_nfc(std::string_view(password).substr(0, 1000)));
  if (!right || *right) forgive(parts, who);
  if (!right) return pass_on(right);
  if (!*right) return reject(Code::PasswordWrong);
  return db::Done{};
}

}  // namespace haidang::identity
