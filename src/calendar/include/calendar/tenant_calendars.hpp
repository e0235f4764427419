// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>
#include <mutex>

#include "calendar/library.hpp"
#include "db/database.hpp"
#include "db/migrations.hpp"
#include "platform/actor.hpp"

namespace haidang::calendar {

/// The calendars and rules of each tenant, in memory: the packs with what the tenant entered upon them; made anew when
/// it entered more. May be used by many threads. What it gives stays unchanged as long as it is held.
class TenantCalendars {
 public:
  TenantCalendars() : packs_(std::make_shared<const Library>(Library::with_packs())) {}

  /// As the given transaction sees it.
  /// shared_ptr, because a request goes on with what it began with while another replaces it.
  std::shared_ptr<const Library> library(db::Read&, TenantId);
  const Library& packs() const { return *packs_; }

 private:
  struct Made {
    std::int64_t edits = 0;
    std::shared_ptr<const Library> library;
  };
  std::shared_ptr<const Library> packs_;
  std::mutex mutex_;
  std::map<TenantId, Made> made_;
};

db::ModuleMigrations migrations();

}  // namespace haidang::calendar
