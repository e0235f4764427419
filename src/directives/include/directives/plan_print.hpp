// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace haidang::directives {

/// What a printed plan is: proposals under review, marked "DỰ THẢO" on every page, or a plan that people have saved.
enum class PlanStatus { Draft, Saved };

}  // namespace haidang::directives
