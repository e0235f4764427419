// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "platform/actor.hpp"

namespace haidang::identity {

using SessionId = Id<struct SessionTag>;
using AssignmentId = Id<struct RoleAssignmentTag>;
using DelegationId = Id<struct DelegationTag>;

}  // namespace haidang::identity
