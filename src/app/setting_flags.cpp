// SPDX-License-Identifier: Apache-2.0
#include "setting_flags.hpp"

#include <algorithm>
#include <filesystem>

namespace haidang::app {
namespace {

constexpr const char* kConfigVariable = "HAIDANG_CONFIG";
constexpr const char* kUsualConfig = "/etc/haidang/haidang.conf";

}  // namespace

std::shared_ptr<SettingFlags> SettingFlags::add_to(CLI::App& command, const std::vector<std::string>& names) {
  const std::shared_ptr<SettingFlags> flags(new SettingFlags());
  command.add_option("--config", flags->config_file_, "tệp cài đặt · settings file");
  for (const auto& explained : flags->settings_.explain()) {
    const auto& text = explained.text;
    if (!names.empty() && std::find(names.begin(), names.end(), text.name) == names.end()) continue;
    const auto keep = [flags = flags.get(), name = text.name](const std::string& value) {
      flags->given_[name] = value;
    };
    const auto help = text.vietnamese + " · " + text.english;
    if (flags->settings_.is_switch(text.name))
      command.add_flag_function(
          platform::flag_of(text.name), [keep](std::int64_t count) { keep(count > 0 ? "true" : "false"); }, help);
    else
      command.add_option_function<std::string>(platform::flag_of(text.name), keep, help);
  }
  return flags;
}

Result<ProgramSettings> SettingFlags::read() {
  platform::Settings::Sources sources{.file = {},
                                      .environment = platform::environment_of_process(),
                                      .flags = given_,
                                      .foreign_variables = foreign_variables()};
  const auto variable = sources.environment.find(kConfigVariable);
  if (!config_file_.empty())
    sources.file = config_file_;
  else if (variable != sources.environment.end())
    sources.file = variable->second;
  else if (std::filesystem::exists(kUsualConfig))
    sources.file = kUsualConfig;
  sources.environment.erase(kConfigVariable);
  if (auto problem = settings_.read(sources)) return tl::unexpected(*problem);
  if (values_.tls_certificate.empty() != values_.tls_key.empty()) return reject(Code::TlsHalfConfigured, {});
  return values_;
}

}  // namespace haidang::app
