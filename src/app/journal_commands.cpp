// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "command.hpp"
#include "journal/journal.hpp"
#include "modules.hpp"
#include "setting_flags.hpp"

namespace haidang::app {
namespace {

void verify(const ProgramSettings& settings, CommandContext& context) {
  const bool vietnamese = context.language == Language::Vietnamese;
  const auto database = open_database(settings);
  if (!database) return tell(context, database.error());
  const auto broken = (*database)->read(
      [&](db::Read& transaction) { return journal::first_broken(transaction, settings.tenant_id()); });
  if (!broken) {
    context.out << (vietnamese ? "Nhật ký sự kiện nguyên vẹn.\n" : "The journal is whole.\n");
    return;
  }
  tell(context, Rejection{Code::JournalBroken, {{"sequence", std::to_string(*broken)}}, {}});
}

}  // namespace

void add_journal_commands(CLI::App& program, CommandContext& context) {
  auto* group = program.add_subcommand("journal", "Nhật ký sự kiện · the journal of events");
  group->require_subcommand(1);
  auto* command = group->add_subcommand("verify", "Kiểm tra chuỗi băm từ sự kiện đầu tiên · check the chain of hashes");
  const auto flags = SettingFlags::add_to(*command, {"data", "database", "tenant"});
  command->callback([flags, &context] {
    const auto settings = flags->read();
    settings ? verify(*settings, context) : tell(context, settings.error());
  });
}

}  // namespace haidang::app
