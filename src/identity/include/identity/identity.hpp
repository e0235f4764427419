// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>

#include "db/database.hpp"
#include "db/migrations.hpp"
#include "http/gate.hpp"
#include "organisations/directory.hpp"

namespace haidang::identity {

/// How dear one password hash is. `Interactive`: libsodium's (64 MiB, some 60 ms). `Tests`: its least.
enum class HashCost { Interactive, Tests };

struct IdentitySettings {
  TenantId tenant;
  bool example = false;                        ///< the page of sign-in says so
  std::chrono::seconds idle_limit{7'200};      ///< a session ends when nobody used it for so long
  std::chrono::seconds session_limit{43'200};  ///< and after a working day at the latest
  int password_hashes_at_once = 2;             ///< each takes 64 MiB while it runs
  HashCost hash_cost = HashCost::Interactive;
};

/// Who is signed in, and what he may do. One per program; may be used by many threads.
class Identity {
 public:
  Identity(db::Database&, organisations::Directory&, const IdentitySettings&);
  ~Identity();
  Identity(const Identity&) = delete;
  Identity& operator=(const Identity&) = delete;

  /// For the dispatcher: session, CSRF token, origin and permission of every request. A session that was ended and a
  /// role that was taken in this program are gone at once; in another program on the same database within five seconds.
  http::Gate& gate();

  struct Parts;
  Parts& parts() { return *parts_; }  ///< for this module's routes

 private:
  std::unique_ptr<Parts> parts_;
};

/// After those of organisations, whose published view `permitted_v1` joins.
db::ModuleMigrations migrations();

}  // namespace haidang::identity
