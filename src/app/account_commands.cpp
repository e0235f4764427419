// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>

#include "command.hpp"
#include "identity/first_administrator.hpp"
#include "identity/role_pack.hpp"
#include "organisations/store.hpp"
#include "platform/new_id.hpp"
#include "setting_flags.hpp"
#include "wiring.hpp"

namespace haidang::app {
namespace {

const std::vector<std::string> kAccountSettings{"data", "database", "tenant", "today"};

struct AdministratorOptions {
  std::string user_name, name, government;
};

/// An administrator of everything needs something to administer: the government of the province, entered here when no
/// pack or act has named it yet.
organisations::Act founding_act(const std::string& government, Instant now, LocalDate today) {
  organisations::Event created;
  created.kind = organisations::EventKind::Created;
  created.subjects = {platform::new_id<OrganisationId>(now)};
  created.naming = organisations::Naming{government, {}, organisations::OrganisationKind::Province, {}};
  organisations::Act act;
  act.id = platform::new_id<organisations::ReorganisationId>(now);
  act.on = today;
  act.source.document = "Khai báo khi cài đặt";
  act.events = {created};
  return act;
}

Result<OrganisationId> ensure_government(Wiring& wiring, const std::string& government) {
  const auto tenant = wiring.settings.tenant_id();
  const auto now = wiring.clock.now();
  const auto today = wiring.clock.today();
  return wiring.database->write([&](db::Write& transaction) -> Result<OrganisationId> {
    const auto before = wiring.directory.history(transaction, tenant);
    if (before->root()) return *before->root();
    if (government.empty()) return reject(Code::GovernmentNameMissing);
    organisations::ensure_tenant(transaction, {tenant, government}, today);
    const auto after = organisations::record_acts(transaction, {tenant, std::nullopt, now}, *before,
                                                  {founding_act(government, now, today)});
    if (!after) return pass_on(after);
    return after->root().value();
  });
}

Result<std::string> create_administrator(const ProgramSettings& settings, const AdministratorOptions& options) {
  const auto wiring = Wiring::build(settings);
  if (!wiring) return pass_on(wiring);
  auto& database = *(*wiring)->database;
  if (const auto ran = db::migrate(database, all_migrations()); !ran) return pass_on(ran);
  identity::store_roles(database, settings.tenant_id(), identity::built_in_roles());
  const auto root = ensure_government(**wiring, options.government);
  if (!root) return pass_on(root);
  return identity::create_first_administrator(database, settings.tenant_id(), {options.user_name, options.name, *root},
                                              (*wiring)->clock.now());
}

Result<std::string> recover(const ProgramSettings& settings, const std::string& user_name) {
  const auto wiring = Wiring::build(settings);
  if (!wiring) return pass_on(wiring);
  return identity::recover_account(*(*wiring)->database, settings.tenant_id(), user_name, (*wiring)->clock.now());
}

void show_password(const Result<std::string>& password, const std::string& user_name, CommandContext& context) {
  if (!password) return tell(context, password.error());
  const bool vietnamese = context.language == Language::Vietnamese;
  context.out << (vietnamese ? "Tên đăng nhập: " : "User name: ") << user_name << "\n"
              << (vietnamese ? "Mật khẩu lần đầu: " : "First password: ") << *password << "\n"
              << (vietnamese ? "Mật khẩu này chỉ in một lần và phải đổi khi đăng nhập lần đầu.\n"
                             : "It is printed this once and must be changed at the first sign-in.\n");
}

}  // namespace

void add_account_commands(CLI::App& program, CommandContext& context) {
  auto* group =
      program.add_subcommand("account", "Tài khoản, cho người ở máy chủ · accounts, for whoever is at the machine");
  group->require_subcommand(1);
  const auto options = std::make_shared<AdministratorOptions>();

  auto* create =
      group->add_subcommand("create-administrator", "Tạo tài khoản quản trị đầu tiên · make the first administrator");
  create->add_option("--user-name", options->user_name, "tên đăng nhập · user name")->required();
  create->add_option("--name", options->name, "họ và tên · name")->required();
  create->add_option(
      "--government", options->government,
      "tên tỉnh, thành phố, nếu chưa có cơ quan nào · name of the province, when there is no agency yet");
  const auto create_flags = SettingFlags::add_to(*create, kAccountSettings);
  create->callback([options, create_flags, &context] {
    const auto settings = create_flags->read();
    if (!settings) return tell(context, settings.error());
    show_password(create_administrator(*settings, *options), options->user_name, context);
  });

  auto* recover_command = group->add_subcommand(
      "recover", "Đặt lại mật khẩu, mở khóa, bỏ xác thực hai lớp · new password, unlock, remove the second factor");
  recover_command->add_option("--user-name", options->user_name, "tên đăng nhập · user name")->required();
  const auto recover_flags = SettingFlags::add_to(*recover_command, kAccountSettings);
  recover_command->callback([options, recover_flags, &context] {
    const auto settings = recover_flags->read();
    if (!settings) return tell(context, settings.error());
    show_password(recover(*settings, options->user_name), options->user_name, context);
  });
}

}  // namespace haidang::app
