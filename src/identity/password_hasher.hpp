// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "identity/identity.hpp"

namespace haidang::identity {

/// argon2id. One hash takes 64 MiB for the time it runs, so only a few run at once; the rest wait, and not for ever.
class PasswordHasher {
 public:
  PasswordHasher(HashCost, int at_once, std::chrono::milliseconds patience);

  /// Rejects SignInBusy when no turn came in time.
  Result<std::string> hash(std::string_view password);
  /// An empty `stored` stands for an account that does not exist: it takes as long, and is wrong. Rejects SignInBusy.
  Result<bool> verify(std::string_view stored, std::string_view password);
  /// Whether `stored` was made with another cost and should be made anew at the next sign-in.
  bool is_outdated(const std::string& stored) const;

 private:
  class Turn;
  std::string computed(std::string_view password) const;

  const HashCost cost_;
  const std::chrono::milliseconds patience_;
  std::mutex mutex_;
  std::condition_variable free_;
  int turns_;
  std::string nobodys_hash_;
};

}  // namespace haidang::identity
