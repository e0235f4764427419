// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <span>

#include "db/migrations.hpp"
#include "http/route.hpp"
#include "platform/metrics.hpp"

namespace haidang::app {

inline constexpr Permission kObserve{"system.observe"};

struct HealthNeeds {
  db::Database& database;
  std::span<const db::ModuleMigrations> migrations;
  std::filesystem::path data;
  platform::Metrics& metrics;
};

/// /healthz: the process answers. /readyz: the database answers, its schema is this program's, the disk has room.
/// /metrics: to whoever asks from this machine, or holds `system.observe`.
void add_health_routes(http::Router&, const HealthNeeds&);

}  // namespace haidang::app
