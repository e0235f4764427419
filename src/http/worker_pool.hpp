// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace haidang::http {

class Job {
 public:
  virtual ~Job() = default;
  virtual void work() = 0;  ///< never throws
};

/// Threads that carry out jobs, first come, first served.
class WorkerPool {
 public:
  using Done = std::function<void(std::shared_ptr<Job>)>;
  WorkerPool(int threads, Done done);  ///< `done` is called on the worker after each job
  ~WorkerPool();                       ///< finishes the jobs under way, drops the others
  void submit(std::shared_ptr<Job>);   ///< shared: the network thread holds the connection too

 private:
  void run();

  Done done_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::shared_ptr<Job>> waiting_;
  int idle_ = 0;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace haidang::http
