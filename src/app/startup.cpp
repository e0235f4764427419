// SPDX-License-Identifier: Apache-2.0
#include "startup.hpp"

#include <ostream>

#include "example.hpp"
#include "identity/first_administrator.hpp"
#include "identity/role_pack.hpp"
#include "organisations/store.hpp"

namespace haidang::app {
namespace {

using platform::LogLevel;

/// What an upload left on its way in when the program was killed belongs to nobody.
Result<db::Done> empty_spool(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::remove_all(folder, error);
  if (!error) std::filesystem::create_directories(folder, error);
  if (error) return reject(Code::DataFolderUnusable, {{"folder", folder.string()}, {"reason", error.message()}});
  return db::Done{};
}

bool has_administrator(Wiring& wiring) {
  const auto tenant = wiring.settings.tenant_id();
  return wiring.database->read([&](db::Read& transaction) {
    const auto root = wiring.directory.history(transaction, tenant)->root();
    return root && identity::has_administrator(transaction, tenant, *root, wiring.clock.today());
  });
}

void say_how_to_begin(CommandContext& context) {
  context.out << (context.language == Language::Vietnamese
                      ? "Chưa có tài khoản quản trị nào. Tạo tài khoản đầu tiên, với cùng các mục cài đặt:\n"
                      : "There is no administrator yet. Make the first one, with the same settings:\n")
              << "  haidang account create-administrator --user-name quantri --name \"Nguyễn Văn A\" "
                 "--government \"Thành phố Hải Phòng\"\n";
}

}  // namespace

Result<db::Done> prepare(Wiring& wiring, platform::Log& log, CommandContext& context) {
  const auto tenant = wiring.settings.tenant_id();
  const auto ran = db::migrate(*wiring.database, all_migrations());
  if (!ran) return pass_on(ran);
  for (const auto& name : *ran) log.write(LogLevel::Info, "schema_step_ran", {{"step", platform::ForLog{name}}});
  if (const auto emptied = empty_spool(wiring.settings.spool_folder()); !emptied) return pass_on(emptied);
  identity::store_roles(*wiring.database, tenant, identity::built_in_roles());
  if (wiring.settings.example)
    if (const auto loaded = load_example_city(wiring, context); !loaded) return pass_on(loaded);
  organisations::advance_structure(*wiring.database, wiring.directory, wiring.clock.today());
  if (!has_administrator(wiring)) say_how_to_begin(context);
  return db::Done{};
}

}  // namespace haidang::app
