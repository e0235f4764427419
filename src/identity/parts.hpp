// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>

#include "account.hpp"
#include "identity/identity.hpp"
#include "organisations/history.hpp"
#include "password_hasher.hpp"
#include "session_cache.hpp"

namespace haidang::identity {

/// What the functions of this module share.
struct Identity::Parts {
  db::Database& database;
  organisations::Directory& directory;
  IdentitySettings settings;
  PasswordHasher hasher;
  SessionCache sessions;
  std::unique_ptr<http::Gate> gate;

  std::shared_ptr<const organisations::History> history(db::Read& transaction) {
    return directory.history(transaction, settings.tenant);
  }
  /// Calls `function` with a write transaction; what it changes may concern any session of this program.
  template <class Function>
  auto change(Function&& function) {
    return database.write([&](db::Write& transaction) {
      transaction.after_commit([this] { sessions.clear(); });
      return function(transaction);
    });
  }
};
using Parts = Identity::Parts;

/// The name of an organisation today; of one that is gone, its last.
OrganisationLabel label_of(const organisations::History&, OrganisationId, LocalDate today);

}  // namespace haidang::identity
