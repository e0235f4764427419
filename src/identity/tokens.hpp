// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

/// Random secrets and what is kept of them. Only hashes of tokens are stored: who reads the database cannot use them.
namespace haidang::identity {

/// 256 random bits for a cookie, in base64url.
std::string new_token();
/// What is stored of a token or a recovery code: 32 bytes (BLAKE2b). They are random, so they need no salt.
std::string stored_hash(std::string_view token);
/// The token that the page sends back in X-CSRF-Token: follows from the session's token, which the page cannot read.
std::string csrf_token_of(std::string_view session_token);

/// "kfm7-x2qr-84vn": 12 letters and digits that are not confused on paper, 60 random bits. First passwords and recovery
/// codes.
std::string new_readable_secret();
/// As it was typed: without regard to case, spaces and hyphens.
std::string normal_readable_secret(std::string_view typed);

bool equal_in_constant_time(std::string_view, std::string_view);

}  // namespace haidang::identity
