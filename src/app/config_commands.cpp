// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "base/json.hpp"
#include "command.hpp"
#include "setting_flags.hpp"

namespace haidang::app {
namespace {

using platform::SettingOrigin;

std::string origin_text(const platform::Settings::Explained& setting, Language language) {
  const bool vietnamese = language == Language::Vietnamese;
  switch (setting.origin) {
    case SettingOrigin::Default:
      return vietnamese ? "mặc định" : "default";
    case SettingOrigin::File:
      return (vietnamese ? "tệp " : "file ") + setting.where;
    case SettingOrigin::Environment:
      return (vietnamese ? "biến " : "variable ") + setting.where;
    case SettingOrigin::Flag:
      return (vietnamese ? "tham số " : "flag ") + setting.where;
  }
  return {};
}

void print_table(const std::vector<platform::Settings::Explained>& settings, CommandContext& context) {
  for (const auto& setting : settings) {
    context.out << setting.text.name << " = " << setting.value << "    (" << origin_text(setting, context.language)
                << ")\n    "
                << (context.language == Language::Vietnamese ? setting.text.vietnamese : setting.text.english)
                << "\n    " << platform::flag_of(setting.text.name) << " · "
                << platform::variable_of(setting.text.name);
    if (!setting.allowed.empty()) context.out << " · " << setting.allowed;
    context.out << "\n";
  }
}

void print_json(const std::vector<platform::Settings::Explained>& settings, CommandContext& context) {
  json::Array items;
  for (const auto& setting : settings)
    items.push_back(
        json::Object{{"name", setting.text.name},
                     {"value", setting.value},
                     {"default", setting.initial},
                     {"allowed", setting.allowed},
                     {"origin", origin_text(setting, Language::English)},
                     {"variable", platform::variable_of(setting.text.name)},
                     {"flag", platform::flag_of(setting.text.name)},
                     {"help", json::Object{{"vi", setting.text.vietnamese}, {"en", setting.text.english}}}});
  context.out << json::pretty(json::Object{{"settings", std::move(items)}});
}

}  // namespace

void add_config_commands(CLI::App& program, CommandContext& context) {
  auto* group = program.add_subcommand("config", "Cài đặt · settings");
  group->require_subcommand(1);
  auto* explain =
      group->add_subcommand("explain",
                            "In mọi mục cài đặt, giá trị, và giá trị ấy từ đâu · print every setting and where "
                            "its value came from");
  const auto flags = SettingFlags::add_to(*explain);
  const auto as_json = std::make_shared<bool>(false);
  explain->add_flag("--json", *as_json, "in JSON");
  explain->callback([flags, as_json, &context] {
    const auto read = flags->read();
    if (!read) return tell(context, read.error());
    *as_json ? print_json(flags->explain(), context) : print_table(flags->explain(), context);
  });
}

}  // namespace haidang::app
