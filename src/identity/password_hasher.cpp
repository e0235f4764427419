// SPDX-License-Identifier: Apache-2.0
#include "password_hasher.hpp"

#include <sodium.h>

#include <new>

#include "base/ensure.hpp"
#include "tokens.hpp"

namespace haidang::identity {
namespace {

struct Limits {
  unsigned long long operations;
  std::size_t memory;
};

Limits limits_of(HashCost cost) {
  switch (cost) {
    case HashCost::Interactive:
      return {crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE};
    case HashCost::Tests:
      return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
  }
  throw Bug("unknown cost");
}

}  // namespace

/// One of the few places at the stove.
class PasswordHasher::Turn {
 public:
  explicit Turn(PasswordHasher& hasher) : hasher_(hasher) {
    std::unique_lock lock(hasher.mutex_);
    taken_ = hasher.free_.wait_for(lock, hasher.patience_, [&] { return hasher.turns_ > 0; });
    if (taken_) --hasher.turns_;
  }
  ~Turn() {
    if (!taken_) return;
    {
      const std::lock_guard lock(hasher_.mutex_);
      ++hasher_.turns_;
    }
    hasher_.free_.notify_one();
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  bool taken() const { return taken_; }

 private:
  PasswordHasher& hasher_;
  bool taken_ = false;
};

PasswordHasher::PasswordHasher(HashCost cost, int at_once, std::chrono::milliseconds patience)
    : cost_(cost), patience_(patience), turns_(at_once), nobodys_hash_(computed(new_token())) {}

std::string PasswordHasher::computed(std::string_view password) const {
  const auto limits = limits_of(cost_);
  std::string hash(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(), limits.operations, limits.memory) != 0) {
    throw std::bad_alloc();  // the only way it fails
  }
  hash.resize(hash.find('\0'));
  return hash;
}

Result<std::string> PasswordHasher::hash(std::string_view password) {
  const Turn turn(*this);
  if (!turn.taken()) return reject(Code::SignInBusy);
  return computed(password);
}

Result<bool> PasswordHasher::verify(std::string_view stored, std::string_view password) {
  const Turn turn(*this);
  if (!turn.taken()) return reject(Code::SignInBusy);
  const std::string compared(stored.empty() ? nobodys_hash_ : stored);
  const bool equal = crypto_pwhash_str_verify(compared.c_str(), password.data(), password.size()) == 0;
  return equal && !stored.empty();
}

bool PasswordHasher::is_outdated(const std::string& stored) const {
  const auto limits = limits_of(cost_);
  return crypto_pwhash_str_needs_rehash(stored.c_str(), limits.operations, limits.memory) != 0;
}

}  // namespace haidang::identity
