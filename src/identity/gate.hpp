// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "parts.hpp"

namespace haidang::identity {

/// The operation that somebody whose password was set by another may use besides signing in and out.
inline constexpr std::string_view kChangePasswordOperation = "change_my_password";

std::unique_ptr<http::Gate> make_gate(Parts&);

}  // namespace haidang::identity
