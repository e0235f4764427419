// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/codec.hpp"
#include "identity/ids.hpp"

/// What the routes of this module take and answer. Absent optional fields are unknown or unchanged, as the route says.
namespace haidang::identity {

/// "vi" or "en".
enum class LanguageCode { Vi, En };
BOOST_DESCRIBE_ENUM(LanguageCode, Vi, En)

enum class AccountState { Active, Locked };
BOOST_DESCRIBE_ENUM(AccountState, Active, Locked)

/// Seen from today: not begun, in force, over (its last day has passed, or it was ended).
enum class PeriodState { Planned, InForce, Ended };
BOOST_DESCRIBE_ENUM(PeriodState, Planned, InForce, Ended)

struct OrganisationLabel {
  OrganisationId id{0};
  std::string name;
};
BOOST_DESCRIBE_STRUCT(OrganisationLabel, (), (id, name))

/// Somebody, for pickers and lists: no contact data.
struct Person {
  AccountId id{0};
  std::string name;
  std::optional<std::string> position;
  OrganisationLabel organisation;
};
BOOST_DESCRIBE_STRUCT(Person, (), (id, name, position, organisation))

struct PeoplePage {
  std::vector<Person> items;
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(PeoplePage, (), (items, next))

// GET, POST, DELETE /api/session

struct SignedInAccount {
  AccountId id{0};
  std::string name, user_name;
  std::optional<std::string> position;
  OrganisationLabel organisation;
};
BOOST_DESCRIBE_STRUCT(SignedInAccount, (), (id, name, user_name, position, organisation))

/// One permission in the subtree of one organisation, today.
struct PermissionView {
  std::string permission;
  OrganisationLabel scope_organisation;
};
BOOST_DESCRIBE_STRUCT(PermissionView, (), (permission, scope_organisation))

struct TenantLabel {
  std::string name;
};
BOOST_DESCRIBE_STRUCT(TenantLabel, (), (name))

/// `csrf_token` goes into the header X-CSRF-Token of every request that changes something; absent when signed out.
/// While `must_change_password` is set, only /api/session and PUT /api/my/password answer.
struct SessionView {
  bool signed_in = false;
  std::optional<SignedInAccount> account;
  std::vector<PermissionView> permissions;
  std::optional<std::string> csrf_token;
  LocalDate today{};
  TenantLabel tenant;
  bool example = false;
  bool second_factor_enabled = false;
  bool must_change_password = false;
  std::optional<LanguageCode> language;
};
BOOST_DESCRIBE_STRUCT(SessionView, (),
                      (signed_in, account, permissions, csrf_token, today, tenant, example, second_factor_enabled,
                       must_change_password, language))

/// `code`: six digits of the authenticator, or a recovery code.
struct SignIn {
  std::string user_name, password;
  std::optional<std::string> code;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (user_name, password, code))

// /api/my/…

struct SessionRow {
  SessionId id{0};
  bool current = false;
  Instant started, last_seen, expires;
  std::string address;  ///< of the device, when it signed in
  std::string device;   ///< what the browser says of itself
};
BOOST_DESCRIBE_STRUCT(SessionRow, (), (id, current, started, last_seen, expires, address, device))

struct SessionList {
  std::vector<SessionRow> items;
};
BOOST_DESCRIBE_STRUCT(SessionList, (), (items))

struct ChangePassword {
  std::string old_password, new_password;
};
BOOST_DESCRIBE_STRUCT(ChangePassword, (), (old_password, new_password))

/// One role at one organisation and all below it. `until` is its last day; absent: without end.
struct RoleAssignmentView {
  AssignmentId id{0};
  std::string role;
  OrganisationLabel organisation;
  LocalDate from{};
  std::optional<LocalDate> until;
  PeriodState state = PeriodState::InForce;
};
BOOST_DESCRIBE_STRUCT(RoleAssignmentView, (), (id, role, organisation, from, until, state))

struct MyProfile {
  AccountId id{0};
  std::string name, user_name;
  std::optional<std::string> position, email, phone;
  OrganisationLabel organisation;
  LanguageCode language = LanguageCode::Vi;
  bool second_factor_enabled = false;
  int recovery_codes_left = 0;
  std::vector<RoleAssignmentView> roles;
};
BOOST_DESCRIBE_STRUCT(MyProfile, (),
                      (id, name, user_name, position, email, phone, organisation, language, second_factor_enabled,
                       recovery_codes_left, roles))

struct UpdateMyProfile {
  std::string name;
  std::optional<std::string> email, phone;
  LanguageCode language = LanguageCode::Vi;
};
BOOST_DESCRIBE_STRUCT(UpdateMyProfile, (), (name, email, phone, language))

/// The account's own password, asked again for what a stolen session must not do.
struct PasswordAgain {
  std::string password;
};
BOOST_DESCRIBE_STRUCT(PasswordAgain, (), (password))

/// A QR code as an SVG path of unit squares in a view box "0 0 size size" (quiet zone included).
struct QrPath {
  int size = 0;
  std::string path;
};
BOOST_DESCRIBE_STRUCT(QrPath, (), (size, path))

struct SecondFactorOffer {
  std::string secret;  ///< base32, in groups of four, to be typed where no camera is
  std::string otpauth_uri;
  QrPath qr;
};
BOOST_DESCRIBE_STRUCT(SecondFactorOffer, (), (secret, otpauth_uri, qr))

struct ConfirmSecondFactor {
  std::string code;
};
BOOST_DESCRIBE_STRUCT(ConfirmSecondFactor, (), (code))

/// Shown once; each works once.
struct RecoveryCodes {
  std::vector<std::string> recovery_codes;
};
BOOST_DESCRIBE_STRUCT(RecoveryCodes, (), (recovery_codes))

struct DelegationView {
  DelegationId id{0};
  Person giver, receiver;
  LocalDate from{}, until{};
  std::string reason;
  PeriodState state = PeriodState::InForce;
  std::vector<RoleAssignmentView> roles;
};
BOOST_DESCRIBE_STRUCT(DelegationView, (), (id, giver, receiver, from, until, reason, state, roles))

struct DelegationList {
  std::vector<DelegationView> given, received;
};
BOOST_DESCRIBE_STRUCT(DelegationList, (), (given, received))

/// `roles`: which of my assignments; absent: all that are in force within the period.
struct NewDelegation {
  AccountId receiver{0};
  LocalDate from{}, until{};
  std::string reason;
  std::optional<std::vector<AssignmentId>> roles;
};
BOOST_DESCRIBE_STRUCT(NewDelegation, (), (receiver, from, until, reason, roles))

// /api/accounts, /api/roles

struct AccountRow {
  AccountId id{0};
  std::string name, user_name;
  std::optional<std::string> position;
  OrganisationLabel organisation;
  AccountState state = AccountState::Active;
  std::vector<RoleAssignmentView> roles;  ///< in force today
  std::optional<Instant> last_sign_in;
};
BOOST_DESCRIBE_STRUCT(AccountRow, (), (id, name, user_name, position, organisation, state, roles, last_sign_in))

struct AccountPage {
  std::vector<AccountRow> items;
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(AccountPage, (), (items, next))

/// One account with all its assignments, past and planned ones included.
struct AccountView {
  AccountId id{0};
  std::int64_t version = 0;  ///< goes back with a change, so that two people do not overwrite each other
  std::string name, user_name;
  std::optional<std::string> position, email, phone;
  OrganisationLabel organisation;
  AccountState state = AccountState::Active;
  LanguageCode language = LanguageCode::Vi;
  bool second_factor_enabled = false;
  bool must_change_password = false;
  std::optional<Instant> last_sign_in;
  std::vector<RoleAssignmentView> roles;
};
BOOST_DESCRIBE_STRUCT(AccountView, (),
                      (id, version, name, user_name, position, email, phone, organisation, state, language,
                       second_factor_enabled, must_change_password, last_sign_in, roles))

struct NewAccount {
  std::string user_name, name;
  std::optional<std::string> position, email, phone;
  OrganisationId organisation{0};
  LanguageCode language = LanguageCode::Vi;
};
BOOST_DESCRIBE_STRUCT(NewAccount, (), (user_name, name, position, email, phone, organisation, language))

/// `initial_password` is shown once and must be changed at the first sign-in.
struct CreatedAccount {
  AccountView account;
  std::string initial_password;
};
BOOST_DESCRIBE_STRUCT(CreatedAccount, (), (account, initial_password))

/// Absent fields stay; an empty position, email or phone removes it.
struct UpdateAccount {
  std::int64_t version = 0;
  std::optional<std::string> name, position, email, phone;
  std::optional<OrganisationId> organisation;
};
BOOST_DESCRIBE_STRUCT(UpdateAccount, (), (version, name, position, email, phone, organisation))

struct AssignRole {
  std::string role;
  OrganisationId organisation{0};
  LocalDate from{};
  std::optional<LocalDate> until;
};
BOOST_DESCRIBE_STRUCT(AssignRole, (), (role, organisation, from, until))

/// Answer of a password reset.
struct InitialPassword {
  std::string initial_password;
};
BOOST_DESCRIBE_STRUCT(InitialPassword, (), (initial_password))

struct PermissionName {
  std::string permission, vietnamese, english;
};
BOOST_DESCRIBE_STRUCT(PermissionName, (), (permission, vietnamese, english))

struct RoleView {
  std::string role, vietnamese, english;
  std::string vietnamese_description, english_description;
  std::vector<PermissionName> permissions;
};
BOOST_DESCRIBE_STRUCT(RoleView, (),
                      (role, vietnamese, english, vietnamese_description, english_description, permissions))

struct RoleList {
  std::vector<RoleView> items;
};
BOOST_DESCRIBE_STRUCT(RoleList, (), (items))

}  // namespace haidang::identity
