// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>
#include <mutex>

#include "db/database.hpp"
#include "organisations/history.hpp"

namespace haidang::organisations {

/// The agencies of each tenant, in memory: loaded once, loaded again when their version in the database has changed.
/// May be used by many threads. What it gives stays valid and unchanged as long as it is held.
class Directory {
 public:
  /// As the given transaction sees it. A tenant without organisations has an empty history.
  /// shared_ptr, because a request goes on with what it began with while another replaces it.
  std::shared_ptr<const History> history(db::Read&, TenantId);

 private:
  struct Loaded {
    std::int64_t version = 0;
    std::shared_ptr<const History> history;
  };
  std::mutex mutex_;
  std::map<TenantId, Loaded> loaded_;
};

}  // namespace haidang::organisations
