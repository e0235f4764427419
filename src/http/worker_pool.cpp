// SPDX-License-Identifier: Apache-2.0
#include "worker_pool.hpp"

namespace haidang::http {

WorkerPool::WorkerPool(int threads, Done done) : done_(std::move(done)) {
  for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
}

WorkerPool::~WorkerPool() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    waiting_.clear();
  }
  wake_.notify_all();
  for (auto& thread : threads_) thread.join();
}

void WorkerPool::submit(std::shared_ptr<Job> job) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(job));
    if (idle_ == 0) return;
  }
  wake_.notify_one();
}

/// Every job calls a thread when one is idle: a call that is lost delays one job, never all that follow.
void WorkerPool::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    while (waiting_.empty() && !stopping_) {
      ++idle_;
      wake_.wait(lock);
      --idle_;
    }
    if (stopping_) return;
    auto job = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    job->work();
    done_(std::move(job));
    lock.lock();
  }
}

}  // namespace haidang::http
