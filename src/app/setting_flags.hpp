// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "command.hpp"
#include "program_settings.hpp"

namespace haidang::app {

/// The settings as a command reads them: flags of its own, the environment, and the file that --config or
/// HAIDANG_CONFIG names, else /etc/haidang/haidang.conf when it is there. Shared with the callbacks of the command,
/// which outlive the function that declares it.
class SettingFlags {
 public:
  /// Adds a flag for each setting named, for every one when none is named.
  static std::shared_ptr<SettingFlags> add_to(CLI::App& command, const std::vector<std::string>& names = {});

  /// Once, after the command line was parsed. Rejects what `platform::Settings::read` does.
  Result<ProgramSettings> read();
  std::vector<platform::Settings::Explained> explain() const { return settings_.explain(); }

 private:
  SettingFlags() { declare_settings(settings_, values_); }
  platform::Settings settings_;
  ProgramSettings values_;
  std::string config_file_;
  std::map<std::string, std::string> given_;
};

}  // namespace haidang::app
