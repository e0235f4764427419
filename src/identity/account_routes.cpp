// SPDX-License-Identifier: Apache-2.0
#include "accounts.hpp"
#include "identity/permissions.hpp"
#include "identity/role_pack.hpp"
#include "route_groups.hpp"

namespace haidang::identity {
namespace {

using http::Call;
using http::Method;
using http::Needs;
using http::SignedIn;

/// The value of a query parameter that is an id; nothing when it is absent. Rejects AccountListUnreadable.
template <class AnyId>
Result<std::optional<AnyId>> id_in_query(const Call& call, std::string_view name) {
  const auto text = call.query(name);
  if (text.empty()) return std::nullopt;
  const auto number = codec::parse_id(text);
  if (!number) return reject(Code::AccountListUnreadable);
  return AnyId(*number);
}

Result<AccountFilter> filter_of(const Call& call) {
  const auto organisation = id_in_query<OrganisationId>(call, "organisation");
  if (!organisation) return pass_on(organisation);
  const auto after = id_in_query<AccountId>(call, "cursor");
  if (!after) return pass_on(after);
  AccountFilter filter{.text = std::string(call.query("q")), .organisation = *organisation, .after = *after};
  if (!call.query("role").empty()) filter.role = std::string(call.query("role"));
  if (!call.query("state").empty()) {
    filter.state = codec::from_word<AccountState>(call.query("state"));
    if (!filter.state) return reject(Code::AccountListUnreadable);
  }
  return filter;
}

template <class Page>
Result<Page> filtered(Parts& parts, const Call& call, Page (*list)(Parts&, const Context&, const AccountFilter&)) {
  const auto filter = filter_of(call);
  if (!filter) return pass_on(filter);
  return list(parts, call.context(), *filter);
}

RoleList role_list() {
  RoleList list;
  const auto& pack = built_in_roles();
  for (const auto& role : pack.roles) {
    RoleView view{role.role, role.vietnamese, role.english, role.vietnamese_description, role.english_description, {}};
    for (const auto& name : role.permissions) {
      const auto& permission = pack.permission(name);
      view.permissions.push_back({permission.permission, permission.vietnamese, permission.english});
    }
    list.items.push_back(std::move(view));
  }
  return list;
}

/// A route on one account, for administrators.
http::RouteDeclaration managed(Method method, const std::string& path, std::string operation, std::string summary,
                               std::vector<Code> rejections) {
  rejections.push_back(Code::AccountUnknown);
  return {.method = method,
          .path = "/api/accounts/{account}" + path,
          .access = Needs{kManageAccounts},
          .operation = std::move(operation),
          .summary = std::move(summary),
          .rejections = std::move(rejections)};
}

AccountId account_of(const Call& call) {
  return call.id<AccountId>("account");
}

const http::QueryParameter kText{"q", "Part of a name or user name; marks do not matter."};
const http::QueryParameter kOrganisation{"organisation", "Only at this organisation and below."};
const http::QueryParameter kCursor{"cursor", "`next` of the page before."};

void add_list_routes(http::Router& router, Parts& parts) {
  router.add<AccountPage>({.method = Method::Get,
                           .path = "/api/accounts",
                           .access = Needs{kManageAccounts},
                           .operation = "list_accounts",
                           .summary = "Accounts of the organisations that I manage, by given name.",
                           .query = {kText,
                                     kOrganisation,
                                     {"role", "Only those who hold this role today."},
                                     {"state", "Only those in this state.", false, {"active", "locked"}},
                                     kCursor},
                           .rejections = {Code::AccountListUnreadable}},
                          [&parts](const Call& call) { return filtered(parts, call, list_accounts); });
  router.add<PeoplePage>({.method = Method::Get,
                          .path = "/api/people",
                          .access = SignedIn{},
                          .operation = "list_people",
                          .summary = "Colleagues, to choose from: name, position, organisation.",
                          .query = {kText, kOrganisation, kCursor},
                          .rejections = {Code::AccountListUnreadable}},
                         [&parts](const Call& call) { return filtered(parts, call, list_people); });
  router.add<RoleList>({.method = Method::Get,
                        .path = "/api/roles",
                        .access = SignedIn{},
                        .operation = "list_roles",
                        .summary = "The roles, and what each may do."},
                       [](const Call&) -> Result<RoleList> { return role_list(); });
}

void add_data_routes(http::Router& router, Parts& parts) {
  router.add<NewAccount, CreatedAccount>(
      {.method = Method::Post,
       .path = "/api/accounts",
       .access = Needs{kManageAccounts},
       .operation = "create_account",
       .summary = "A new account; its first password is shown this once.",
       .rejections = {Code::UserNameUnfit, Code::UserNameTaken, Code::PersonNameMissing, Code::EmailUnreadable,
                      Code::PhoneUnreadable, Code::AccountTextTooLong, Code::OrganisationNotToday,
                      Code::OutsideYourScope, Code::SignInBusy},
       .success = 201},
      [&parts](const Call& call, const NewAccount& command) { return create_account(parts, call.context(), command); });
  router.add<AccountView>(managed(Method::Get, "", "read_account", "One account with all its roles.", {}),
                          [&parts](const Call& call) { return get_account(parts, call.context(), account_of(call)); });
  router.add<UpdateAccount, AccountView>(
      managed(Method::Patch, "", "update_account", "Change the data of an account, or move it to another organisation.",
              {Code::AccountChangedMeanwhile, Code::PersonNameMissing, Code::EmailUnreadable, Code::PhoneUnreadable,
               Code::AccountTextTooLong, Code::OrganisationNotToday, Code::OutsideYourScope}),
      [&parts](const Call& call, const UpdateAccount& command) {
        return update_account(parts, call.context(), account_of(call), command);
      });
}

void add_role_routes(http::Router& router, Parts& parts) {
  auto assign = managed(Method::Post, "/roles", "assign_role", "Give a role at an organisation that I manage.",
                        {Code::RoleUnknown, Code::PeriodReversed, Code::OrganisationNotToday, Code::OutsideYourScope,
                         Code::AssignmentExists});
  assign.success = 201;
  router.add<AssignRole, AccountView>(assign, [&parts](const Call& call, const AssignRole& command) {
    return assign_role(parts, call.context(), account_of(call), command);
  });
  router.add<AccountView>(
      managed(Method::Delete, "/roles/{assignment}", "end_role", "End a role at once; it stays on record.",
              {Code::AssignmentUnknown, Code::AssignmentEnded, Code::OutsideYourScope, Code::LastAdministrator}),
      [&parts](const Call& call) {
        return end_role(parts, call.context(), account_of(call), call.id<AssignmentId>("assignment"));
      });
}

void add_security_routes(http::Router& router, Parts& parts) {
  router.add<InitialPassword>(
      managed(Method::Post, "/password-reset", "reset_password",
              "A new first password, shown this once; all sessions of the account end.",
              {Code::OwnAccount, Code::AccountHasWiderRole, Code::SignInBusy}),
      [&parts](const Call& call) { return reset_password(parts, call.context(), account_of(call)); });
  router.add<AccountView>(
      managed(Method::Post, "/lock", "lock_account", "Lock an account; all its sessions end.",
              {Code::OwnAccount, Code::AccountHasWiderRole, Code::AccountAlreadyLocked, Code::LastAdministrator}),
      [&parts](const Call& call) { return lock_account(parts, call.context(), account_of(call)); });
  router.add<AccountView>(
      managed(Method::Post, "/unlock", "unlock_account", "Unlock an account.",
              {Code::OwnAccount, Code::AccountHasWiderRole, Code::AccountNotLocked}),
      [&parts](const Call& call) { return unlock_account(parts, call.context(), account_of(call)); });
  router.add<AccountView>(
      managed(Method::Post, "/second-factor-removal", "remove_second_factor",
              "Switch off the second factor of somebody who lost the phone; all sessions of the account end.",
              {Code::OwnAccount, Code::AccountHasWiderRole, Code::SecondFactorNotOn}),
      [&parts](const Call& call) { return remove_second_factor(parts, call.context(), account_of(call)); });
}

}  // namespace

void add_account_routes(http::Router& router, Parts& parts) {
  add_list_routes(router, parts);
  add_data_routes(router, parts);
  add_role_routes(router, parts);
  add_security_routes(router, parts);
}

}  // namespace haidang::identity
