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
    if (waking_ || idle_ == 0) return;
    waking_ = true;
  }
  wake_.notify_one();
}

/// Each thread that comes calls the next one while jobs are left. So a burst of quick jobs costs one or two wake-ups,
/// and slow ones still spread over all threads.
void WorkerPool::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    while (waiting_.empty() && !stopping_) {
      ++idle_;
      wake_.wait(lock);
      --idle_;
      waking_ = false;
    }
    if (stopping_) return;
    auto job = std::move(waiting_.front());
    waiting_.pop_front();
    const bool call_another = !waiting_.empty() && idle_ > 0 && !waking_;
    waking_ = waking_ || call_another;
    lock.unlock();
    if (call_another) wake_.notify_one();
    job->work();
    done_(std::move(job));
    lock.lock();
  }
}

}  // namespace haidang::http
