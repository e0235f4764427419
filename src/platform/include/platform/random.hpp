// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>

/// Chance from the kernel, fit for secrets. Logic that must be repeatable takes a seeded generator instead.
namespace haidang::platform {

std::string random_bytes(std::size_t count);

/// Evenly among 0 … below − 1; `below` ≥ 1.
std::uint32_t random_below(std::uint32_t below);

/// For URLs, cookies and headers: base64url without padding, 256 bits unless told.
std::string random_token(std::size_t bytes = 32);

/// A password that can be read aloud and typed from paper: "bado-keni-luto-735", about 46 bits. For the accounts of the
/// example city, where guessing is slowed down.
std::string readable_password();

}  // namespace haidang::platform
