// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "identity/ids.hpp"

namespace haidang::identity {

/// A session that holds, with what its account may do on the day it was loaded for.
struct LiveSession {
  SessionId id;
  Actor actor;
  LocalDate today;
  Instant last_seen, expires;
  bool must_change_password = false;
};

/// Sessions by the hash of their token, for at most five seconds each: what another program changed is seen then. What
/// this program changes empties it at once. May be used by many threads.
class SessionCache {
 public:
  std::shared_ptr<const LiveSession> find(const std::string& token_hash, Instant now);

  /// Taken before a session is read from the database: `put` keeps nothing that was read before the last `clear`.
  std::uint64_t generation();
  void put(const std::string& token_hash, std::shared_ptr<const LiveSession>, Instant now, std::uint64_t generation);
  void clear();

 private:
  struct Entry {
    std::shared_ptr<const LiveSession> session;  // shared: a request goes on with it while the cache is emptied
    Instant loaded;
  };
  std::mutex mutex_;
  std::unordered_map<std::string, Entry> entries_;
  std::uint64_t generation_ = 0;
};

}  // namespace haidang::identity
