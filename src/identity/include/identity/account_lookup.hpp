// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "db/database.hpp"
#include "platform/actor.hpp"

namespace haidang::identity {

/// The name of a person, for those who tell who did something; nothing when there is no such account.
std::optional<std::string> find_account_name(db::Read&, TenantId, AccountId);
std::optional<AccountId> find_account_by_user_name(db::Read&, TenantId, const std::string& user_name);

}  // namespace haidang::identity
