// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "platform/actor.hpp"

namespace haidang::organisations {

/// Recording reorganisations.
inline constexpr Permission kManage{"organisations.manage"};

}  // namespace haidang::organisations
