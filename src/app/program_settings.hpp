// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "platform/actor.hpp"
#include "platform/settings.hpp"

namespace haidang::app {

/// Every setting of the program with its default. `declare_settings` is the one place that names them.
struct ProgramSettings {
  std::string database;  ///< empty: SQLite in the data folder
  std::filesystem::path data = "haidang-data";
  std::string address = "127.0.0.1";
  std::int64_t port = 8080;
  std::filesystem::path tls_certificate, tls_key;
  bool trust_proxy = false;
  std::int64_t workers = 48;
  std::int64_t upload_limit_mb = 64;
  std::int64_t job_threads = 2;
  std::int64_t tenant = 1;
  std::optional<LocalDate> today;
  std::string log_level = "info";
  std::filesystem::path log_file;
  bool example = false;

  TenantId tenant_id() const { return TenantId(tenant); }
  std::string database_location() const;  ///< as db::open_database reads it
  std::filesystem::path files_folder() const { return data / "files"; }
  std::filesystem::path spool_folder() const { return data / "incoming"; }  ///< of uploads on their way in
};

void declare_settings(platform::Settings&, ProgramSettings&);

/// `postgresql://user:secret@host/db` → `postgresql://user:••••@host/db`, also `password=…`.
std::string without_password(const std::string& location);

/// Variables beginning with HAIDANG_ that are no settings: those of the tests.
std::vector<std::string> foreign_variables();

}  // namespace haidang::app
