// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>

#include "parts.hpp"
#include "platform/actor.hpp"

namespace haidang::identity {

/// The session that a token opens, while it lasts. Notes, at most once a minute, that it was used.
std::shared_ptr<const LiveSession> find_session(Parts&, std::string_view token, Instant now);

/// The sessions of the actor; `token` tells which one is asking.
SessionList list_sessions(Parts&, const Context&, std::string_view token);
/// Rejects SessionUnknown.
Result<db::Done> end_session(Parts&, const Context&, SessionId);
Result<db::Done> end_other_sessions(Parts&, const Context&, std::string_view token);

/// For commands that end sessions among other things; an empty token ends all of them.
void delete_sessions(db::Write&, TenantId, AccountId, std::string_view but_token);

/// What the page shows of whoever is signed in, or of nobody.
SessionView session_view(Parts&, const LiveSession*, std::string_view token, LocalDate today);

}  // namespace haidang::identity
