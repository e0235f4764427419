// SPDX-License-Identifier: Apache-2.0
#include "password_hasher.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>
#include <vector>

using namespace haidang;
using namespace haidang::identity;
using namespace std::chrono_literals;

TEST_CASE("a password is known again, and hashed with another salt each time") {
  PasswordHasher hasher(HashCost::Tests, 2, 5s);
  const auto hash = *hasher.hash("sáng nay uống cà phê");
  CHECK(hash.rfind("$argon2id$", 0) == 0);
  CHECK(hash != *hasher.hash("sáng nay uống cà phê"));
  CHECK(*hasher.verify(hash, "sáng nay uống cà phê"));
  CHECK_FALSE(*hasher.verify(hash, "sáng nay uống trà"));
  CHECK_FALSE(hasher.is_outdated(hash));
}

TEST_CASE("nobody's password is always wrong, and takes as long") {
  PasswordHasher hasher(HashCost::Interactive, 1, 5s);
  const auto somebody = *hasher.hash("sáng nay uống cà phê");
  const auto time_of = [&](std::string_view stored) {
    const auto begin = std::chrono::steady_clock::now();
    CHECK_FALSE(*hasher.verify(stored, "không đúng rồi"));
    return std::chrono::steady_clock::now() - begin;
  };
  const auto known = time_of(somebody), unknown = time_of("");
  CHECK(unknown > known / 3);
  CHECK(unknown < known * 3);
}

TEST_CASE("a hash of another cost is outdated") {
  PasswordHasher cheap(HashCost::Tests, 1, 5s), dear(HashCost::Interactive, 1, 5s);
  CHECK(dear.is_outdated(*cheap.hash("sáng nay uống cà phê")));
}

TEST_CASE("more sign-ins than turns wait, and whoever waits too long is told that it is busy") {
  PasswordHasher hasher(HashCost::Interactive, 1, 1ms);
  std::atomic<int> done = 0, busy = 0;
  std::vector<std::thread> threads;
  for (int index = 0; index < 6; ++index) {
    threads.emplace_back([&] {
      const auto result = hasher.verify("", "không đúng rồi");
      (result ? done : busy) += 1;
      if (!result) CHECK(result.error().code == Code::SignInBusy);
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(done + busy == 6);
  CHECK(done >= 1);
  CHECK(busy >= 1);
}
