// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "db/database.hpp"
#include "http/route.hpp"

namespace haidang::identity {

/// A command with nothing to tell is answered 204.
inline Result<http::Empty> empty_of(const Result<db::Done>& done) {
  if (!done) return pass_on(done);
  return http::Empty{};
}

}  // namespace haidang::identity
