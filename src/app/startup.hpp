// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "command.hpp"
#include "platform/log.hpp"
#include "wiring.hpp"

namespace haidang::app {

/// What a start does before the first request: brings the schema up to date under its lock, stores the roles, loads the
/// example city where it is asked for, and says how an administrator is made where there is no account yet.
/// Rejects DatabaseNewer, and what keeps the example from being loaded.
Result<db::Done> prepare(Wiring&, platform::Log&, CommandContext&);

}  // namespace haidang::app
