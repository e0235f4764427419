// SPDX-License-Identifier: Apache-2.0
#include "identity/identity.hpp"

#include "gate.hpp"
#include "sql.hpp"

namespace haidang::identity {
namespace {

constexpr std::chrono::seconds kLongestWaitForAHash{10};

}  // namespace

Identity::Identity(db::Database& database, organisations::Directory& directory, const IdentitySettings& settings)
    : parts_(new Parts{.database = database,
                       .directory = directory,
                       .settings = settings,
                       .hasher{settings.hash_cost, settings.password_hashes_at_once, kLongestWaitForAHash},
                       .sessions{},
                       .gate{}}) {
  parts_->gate = make_gate(*parts_);
}

Identity::~Identity() = default;

http::Gate& Identity::gate() {
  return *parts_->gate;
}

db::ModuleMigrations migrations() {
  return {"identity", sql::migrations()};
}

}  // namespace haidang::identity
