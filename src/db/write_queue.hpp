// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <vector>

#include "db/database.hpp"

namespace haidang::db {

/// One caller's write. It lives on the caller's stack until a writer has finished it.
struct Ticket {
  explicit Ticket(const std::function<Outcome(Write&)>& what) : function(what) {}

  /// Before the function runs, or runs again.
  void begin() {
    failure = nullptr;
    after_commit.clear();
  }

  const std::function<Outcome(Write&)>& function;
  std::exception_ptr failure;                       ///< what the caller is thrown
  std::vector<std::function<void()>> after_commit;  ///< run by the caller, when there is no failure

 private:
  friend class WriteQueue;
  std::mutex mutex_;
  std::condition_variable finished_cv_;
  bool finished_ = false;
};

/// Each is given an exception of his own: callers on several threads do not share one.
void fail_all(const std::vector<Ticket*>&, const std::exception_ptr& why);

/// Callers on one side, the writer on the other. Callers wait for their own ticket only.
class WriteQueue {
 public:
  /// Queues the function, waits until it is finished, then runs its after_commit functions or throws its failure.
  /// Throws Unavailable when no writer takes it in time.
  void run(const std::function<Outcome(Write&)>& function, std::chrono::milliseconds patience);

  Ticket* take();  ///< for the writer: waits; nullptr when the queue was stopped and is empty
  /// For the writer: nullptr when none has come until then.
  Ticket* take_until(std::chrono::steady_clock::time_point);
  static void finish_all(const std::vector<Ticket*>&);
  /// What comes from now on fails with Stopping; what is queued is still done.
  void stop();

 private:
  static void finish(Ticket&);
  bool withdraw(Ticket&);
  Ticket* pop();
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Ticket*> waiting_;
  bool stopping_ = false;
};

/// How long a group stays open. Whoever waits when the others have run joins. And as the callers of the last group are
/// likely to come back at once, they are waited for, for half the time that a commit takes at most: two commits in
/// place of one would take longer.
class Gathering {
 public:
  explicit Gathering(WriteQueue& queue) : queue_(queue) {}
  void open();
  /// The next member of a group that has `size`; nullptr when it is to be committed.
  Ticket* next(std::size_t size);
  /// The group was committed.
  void close(std::size_t size, std::chrono::steady_clock::time_point commit_began);

 private:
  WriteQueue& queue_;
  std::chrono::steady_clock::time_point full_at_{}, wait_until_{};
  std::chrono::steady_clock::duration usual_commit_{0};
  std::size_t last_size_ = 0;
};

}  // namespace haidang::db
