// SPDX-License-Identifier: Apache-2.0
#include "session_cache.hpp"

#include <doctest/doctest.h>

using namespace haidang;
using namespace haidang::identity;
using namespace std::chrono_literals;

namespace {

const Instant kNow = std::chrono::sys_days(std::chrono::year(2026) / 3 / 2);

std::shared_ptr<const LiveSession> a_session() {
  return std::make_shared<LiveSession>(LiveSession{SessionId(1), Actor{TenantId(1), AccountId(7), "An", {}},
                                                   std::chrono::year(2026) / 3 / 2, kNow, kNow + 12h, false});
}

}  // namespace

TEST_CASE("a session is kept for five seconds") {
  SessionCache cache;
  cache.put("a", a_session(), kNow, cache.generation());
  CHECK(cache.find("a", kNow + 4999ms));
  CHECK_FALSE(cache.find("b", kNow));
  CHECK_FALSE(cache.find("a", kNow + 5s));
  CHECK_FALSE(cache.find("a", kNow));
}

TEST_CASE("what was read before a revocation is not kept after it") {
  SessionCache cache;
  const auto generation = cache.generation();
  cache.put("a", a_session(), kNow, generation);
  cache.clear();
  CHECK_FALSE(cache.find("a", kNow));
  cache.put("a", a_session(), kNow, generation);
  CHECK_FALSE(cache.find("a", kNow));
  cache.put("a", a_session(), kNow, cache.generation());
  CHECK(cache.find("a", kNow));
}
