// SPDX-License-Identifier: Apache-2.0
#include "write_queue.hpp"

#include <algorithm>

#include "base/ensure.hpp"

namespace haidang::db {
namespace {

// A write that waits for another write of the same thread would wait for ever.
thread_local bool inside_writer = false;

constexpr std::size_t kLargestGroup = 128;
constexpr std::chrono::milliseconds kLongestGroup{20};  // the first of a group does not wait longer for the others
constexpr std::chrono::milliseconds kLongestWait{2};

}  // namespace

void fail_all(const std::vector<Ticket*>& group, const std::exception_ptr& why) {
  for (auto* ticket : group) {
    try {
      std::rethrow_exception(why);
    } catch (const Unavailable& error) {
      ticket->failure = std::make_exception_ptr(Unavailable(error.reason(), error.what()));
    } catch (...) {
      ticket->failure = std::current_exception();
    }
  }
}

void WriteQueue::run(const std::function<Outcome(Write&)>& function, std::chrono::milliseconds patience) {
  ensure(!inside_writer, "a function given to write() does not call write()");
  Ticket ticket(function);
  {
    std::lock_guard lock(mutex_);
    if (stopping_) throw Unavailable(Unavailable::Reason::Stopping, "the database is being closed");
    waiting_.push_back(&ticket);
    if (waiting_.size() == 1) arrived_.notify_one();
  }
  {
    std::unique_lock lock(ticket.mutex_);
    if (!ticket.finished_cv_.wait_for(lock, patience, [&] { return ticket.finished_; })) {
      lock.unlock();
      if (withdraw(ticket)) throw Unavailable(Unavailable::Reason::TimeOut, "no writer was free in time");
      lock.lock();
      ticket.finished_cv_.wait(lock, [&] { return ticket.finished_; });
    }
  }
  if (ticket.failure) std::rethrow_exception(ticket.failure);
  for (const auto& tell : ticket.after_commit) tell();
}

Ticket* WriteQueue::pop() {
  if (waiting_.empty()) return nullptr;
  auto* ticket = waiting_.front();
  waiting_.pop_front();
  return ticket;
}

Ticket* WriteQueue::take() {
  inside_writer = true;
  std::unique_lock lock(mutex_);
  arrived_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
  return pop();
}

Ticket* WriteQueue::take_until(std::chrono::steady_clock::time_point until) {
  std::unique_lock lock(mutex_);
  if (waiting_.empty()) arrived_.wait_until(lock, until, [&] { return stopping_ || !waiting_.empty(); });
  return pop();
}

void WriteQueue::finish(Ticket& ticket) {
  // Notified under the lock: the caller may take the ticket away as soon as it sees `finished_`.
  std::lock_guard lock(ticket.mutex_);
  ticket.finished_ = true;
  ticket.finished_cv_.notify_one();
}

void WriteQueue::finish_all(const std::vector<Ticket*>& group) {
  for (auto* ticket : group) finish(*ticket);
}

void WriteQueue::stop() {
  std::lock_guard lock(mutex_);
  stopping_ = true;
  arrived_.notify_all();
}

bool WriteQueue::withdraw(Ticket& ticket) {
  std::lock_guard lock(mutex_);
  const auto found = std::find(waiting_.begin(), waiting_.end(), &ticket);
  if (found == waiting_.end()) return false;
  waiting_.erase(found);
  return true;
}

void Gathering::open() {
  full_at_ = std::chrono::steady_clock::now() + kLongestGroup;
  wait_until_ = {};
}

Ticket* Gathering::next(std::size_t size) {
  const auto now = std::chrono::steady_clock::now();
  if (size >= kLargestGroup || now > full_at_) return nullptr;
  if (size >= last_size_) return queue_.take_until({});
  if (wait_until_ == std::chrono::steady_clock::time_point{})
    wait_until_ = now + std::min<std::chrono::steady_clock::duration>(usual_commit_ / 2, kLongestWait);
  return queue_.take_until(wait_until_);
}

void Gathering::close(std::size_t size, std::chrono::steady_clock::time_point commit_began) {
  const auto took = std::chrono::steady_clock::now() - commit_began;
  usual_commit_ += (took - usual_commit_) / 8;
  last_size_ = size;
}

}  // namespace haidang::db
