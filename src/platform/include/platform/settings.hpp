// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "platform/secret.hpp"

namespace haidang::platform {

/// What people are told of a setting. The name is the key in the file (`upload_limit_mb = 64`), and gives the
/// environment variable (HAIDANG_UPLOAD_LIMIT_MB) and the flag (--upload-limit-mb).
struct SettingText {
  std::string name;
  std::string vietnamese, english;
};

enum class SettingOrigin { Default, File, Environment, Flag };

/// The settings of a program, each declared once with the place where its value goes; what stands there at that moment
/// is the default. Later sources win: default, file, environment, flag.
///
///   Settings settings;
///   settings.add({"port", "cổng TCP", "TCP port"}, place.port, {0, 65'535});
///   if (auto problem = settings.read(sources)) …
class Settings {
 public:
  struct Range {
    std::int64_t least, most;
  };
  void add(SettingText, std::string& place, std::vector<std::string> choices = {});
  void add(SettingText, std::filesystem::path& place);
  void add(SettingText, std::int64_t& place, Range);
  void add(SettingText, bool& place);
  void add(SettingText, std::optional<LocalDate>& place);
  /// `file:PATH` instead of the value itself reads the first line of that file.
  void add(SettingText, Secret& place);
  /// A text that may carry a password (a PostgreSQL connection string): explained only as far as `mask` shows it.
  void add_masked(SettingText, std::string& place, std::function<std::string(const std::string&)> mask);

  struct Sources {
    std::optional<std::filesystem::path> file;
    std::map<std::string, std::string> environment;  ///< all of it; what does not begin with HAIDANG_ is not looked at
    std::map<std::string, std::string> flags;        ///< by setting name
    std::vector<std::string> foreign_variables;      ///< HAIDANG_… that belong to others; one ending in _ is a prefix
  };
  /// Rejects FileNotFound, SettingLineUnreadable, SettingTwice, SettingUnknown, SettingInvalid.
  std::optional<Rejection> read(const Sources&);

  struct Explained {
    SettingText text;
    std::string value;  ///< "••••" for a secret that is set
    std::string initial;
    std::string allowed;  ///< "0 … 65535", "debug | info"; empty: free text
    SettingOrigin origin = SettingOrigin::Default;
    std::string where;  ///< "haidang.conf:3", "HAIDANG_PORT", "--port"; empty for a default
  };
  std::vector<Explained> explain() const;

  bool is_switch(std::string_view name) const;  ///< a truth: the flag needs no value

 private:
  struct Declared {
    Explained explained;
    std::function<bool(const std::string&)> assign;  ///< false: not allowed
    std::function<std::string()> show;
    bool is_switch = false;
  };
  struct Given {
    std::string value;
    SettingOrigin origin;
    std::string where;
  };
  void declare(SettingText, std::string allowed, std::function<bool(const std::string&)> assign,
               std::function<std::string()> show, bool is_switch = false);
  Declared* find(std::string_view name);
  std::optional<Rejection> take(const std::string& name, const Given&);
  std::optional<Rejection> read_file_of(const std::filesystem::path&);
  std::optional<Rejection> read_environment(const Sources&);
  std::optional<Rejection> unknown(const std::string& name, const std::string& where) const;

  std::vector<Declared> declared_;
};

/// "upload_limit" → "HAIDANG_UPLOAD_LIMIT", "--upload-limit".
std::string variable_of(std::string_view setting);
std::string flag_of(std::string_view setting);

/// The environment of this process.
std::map<std::string, std::string> environment_of_process();

}  // namespace haidang::platform
