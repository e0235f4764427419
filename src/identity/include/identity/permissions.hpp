// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "platform/actor.hpp"

namespace haidang::identity {

inline constexpr Permission kManageAccounts{"accounts.manage"};

}  // namespace haidang::identity
