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

/// Callers on one side, the writer on the other. Callers wait for their own ticket only.
class WriteQueue {
 public:
  /// Queues the function, waits until it is finished, then runs its after_commit functions or throws its failure.
  /// Throws Unavailable when no writer takes it in time.
  void run(const std::function<Outcome(Write&)>& function, std::chrono::milliseconds patience);

  Ticket* take();       ///< for the writer: waits; nullptr when the queue was stopped and is empty
  Ticket* take_more();  ///< for the writer: does not wait
  static void finish(Ticket&);
  static void finish_all(const std::vector<Ticket*>&);
  /// What comes from now on fails with Stopping; what is queued is still done.
  void stop();

 private:
  bool withdraw(Ticket&);
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Ticket*> waiting_;
  bool stopping_ = false;
};

}  // namespace haidang::db
