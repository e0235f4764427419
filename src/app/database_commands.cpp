// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <memory>
#include <ostream>

#include "command.hpp"
#include "db/backup.hpp"
#include "db/migrations.hpp"
#include "modules.hpp"
#include "setting_flags.hpp"

namespace haidang::app {
namespace {

const std::vector<std::string> kDatabaseSettings{"data", "database"};

/// Opens the database that the settings name and hands it on; tells why it cannot.
template <class Use>
void with_database(SettingFlags& flags, CommandContext& context, Use&& use) {
  const auto settings = flags.read();
  if (!settings) return tell(context, settings.error());
  const auto database = open_database(*settings);
  if (!database) return tell(context, database.error());
  use(**database);
}

void show_status(db::Database& database, CommandContext& context) {
  const bool vietnamese = context.language == Language::Vietnamese;
  const auto status = db::migration_status(database, all_migrations());
  if (!status) return tell(context, status.error());
  context.out << (database.engine() == db::Engine::SQLite ? "SQLite" : "PostgreSQL") << "\n";
  int pending = 0;
  for (const auto& step : *status) {
    pending += !step.applied;
    context.out << (step.applied ? "  ✓ " : "  … ") << step.module << "/" << step.name << "\n";
  }
  context.out << (pending == 0 ? vietnamese ? "Lược đồ đã đầy đủ.\n" : "The schema is complete.\n"
                  : vietnamese ? "Còn bước chưa chạy; chạy: haidang database upgrade\n"
                               : "Steps are pending; run: haidang database upgrade\n");
}

void upgrade(db::Database& database, bool dry_run, CommandContext& context) {
  const bool vietnamese = context.language == Language::Vietnamese;
  const auto ran = db::migrate(database, all_migrations(), dry_run ? db::DryRun::Yes : db::DryRun::No);
  if (!ran) return tell(context, ran.error());
  for (const auto& name : *ran) context.out << "  " << name << "\n";
  context.out << ran->size()
              << (dry_run      ? vietnamese ? " bước chạy được; chưa có gì thay đổi.\n"
                                            : " steps would run; nothing was changed.\n"
                  : vietnamese ? " bước đã chạy.\n"
                               : " steps ran.\n");
}

/// Backups hold the database; the uploaded files are copied beside it with ordinary means, they never change.
void tell_done(const Result<db::Done>& done, const std::string& file, CommandContext& context) {
  if (!done) return tell(context, done.error());
  context.out << (context.language == Language::Vietnamese ? "Xong: " : "Done: ") << file << "\n";
}

}  // namespace

void add_database_commands(CLI::App& program, CommandContext& context) {
  auto* group = program.add_subcommand("database", "Cơ sở dữ liệu · the database");
  group->require_subcommand(1);

  auto* status =
      group->add_subcommand("status", "Các bước nâng cấp đã chạy và chưa chạy · steps that ran and that are pending");
  const auto status_flags = SettingFlags::add_to(*status, kDatabaseSettings);
  status->callback([status_flags, &context] {
    with_database(*status_flags, context, [&](db::Database& database) { show_status(database, context); });
  });

  auto* upgrade_command = group->add_subcommand("upgrade", "Chạy các bước còn lại · run the pending steps");
  const auto upgrade_flags = SettingFlags::add_to(*upgrade_command, kDatabaseSettings);
  const auto dry_run = std::make_shared<bool>(false);
  upgrade_command->add_flag("--dry-run", *dry_run, "chạy thử rồi bỏ · run them and undo them");
  upgrade_command->callback([upgrade_flags, dry_run, &context] {
    with_database(*upgrade_flags, context, [&](db::Database& database) { upgrade(database, *dry_run, context); });
  });

  const auto file = std::make_shared<std::string>();
  auto* backup =
      group->add_subcommand("backup", "Sao lưu trong lúc chương trình vẫn chạy · back up while the program runs");
  backup->add_option("FILE", *file, "tệp mới · a new file")->required();
  const auto backup_flags = SettingFlags::add_to(*backup, kDatabaseSettings);
  backup->callback([backup_flags, file, &context] {
    const auto settings = backup_flags->read();
    if (!settings) return tell(context, settings.error());
    tell_done(db::backup({.location = settings->database_location()}, *file), *file, context);
  });

  auto* restore = group->add_subcommand("restore",
                                        "Khôi phục từ bản sao lưu, khi chương trình đã dừng · restore a backup, "
                                        "while the program is stopped");
  restore->add_option("FILE", *file, "bản sao lưu · the backup")->required();
  const auto replace = std::make_shared<bool>(false);
  restore->add_flag("--replace", *replace, "thay cơ sở dữ liệu đang có · replace what is there");
  const auto restore_flags = SettingFlags::add_to(*restore, kDatabaseSettings);
  restore->callback([restore_flags, file, replace, &context] {
    const auto settings = restore_flags->read();
    if (!settings) return tell(context, settings.error());
    std::filesystem::create_directories(settings->data);
    tell_done(
        db::restore({.location = settings->database_location()}, *file, *replace ? db::Replace::Yes : db::Replace::No),
        *file, context);
  });
}

}  // namespace haidang::app
