// SPDX-License-Identifier: Apache-2.0
#include "session_cache.hpp"

namespace haidang::identity {
namespace {

constexpr std::chrono::seconds kKept{5};
constexpr std::size_t kMost = 20'000;

}  // namespace

std::shared_ptr<const LiveSession> SessionCache::find(const std::string& token_hash, Instant now) {
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(token_hash);
  if (found == entries_.end()) return nullptr;
  const auto age = now - found->second.loaded;
  if (age >= std::chrono::milliseconds(0) && age < kKept) return found->second.session;
  entries_.erase(found);
  return nullptr;
}

std::uint64_t SessionCache::generation() {
  const std::lock_guard lock(mutex_);
  return generation_;
}

void SessionCache::put(const std::string& token_hash, std::shared_ptr<const LiveSession> session, Instant now,
                       std::uint64_t generation) {
  const std::lock_guard lock(mutex_);
  if (generation != generation_) return;
  if (entries_.size() >= kMost) entries_.clear();
  entries_[token_hash] = {std::move(session), now};
}

void SessionCache::clear() {
  const std::lock_guard lock(mutex_);
  entries_.clear();
  ++generation_;
}

}  // namespace haidang::identity
