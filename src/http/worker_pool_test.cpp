// SPDX-License-Identifier: Apache-2.0
#include "worker_pool.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <latch>

namespace haidang::http {
namespace {

struct Count : Job {
  explicit Count(std::atomic<int>& its_total) : total(its_total) {}
  void work() override { ++total; }
  std::atomic<int>& total;
};

/// Ends when so many of its kind run at once.
struct Meet : Job {
  explicit Meet(std::latch& its_latch) : latch(its_latch) {}
  void work() override { latch.arrive_and_wait(); }
  std::latch& latch;
};

}  // namespace

TEST_CASE("every job is done once") {
  std::atomic<int> worked{0}, told{0};
  constexpr int kJobs = 5000;
  std::latch all(kJobs);
  {
    WorkerPool pool(4, [&](std::shared_ptr<Job>) { ++told, all.count_down(); });
    for (int i = 0; i < kJobs; ++i) pool.submit(std::make_shared<Count>(worked));
    all.wait();
  }
  CHECK(worked == kJobs);
  CHECK(told == kJobs);
}

TEST_CASE("jobs that wait for each other find a thread each") {
  constexpr int kThreads = 8;
  for (int round = 0; round < 50; ++round) {
    std::latch meeting(kThreads), done(kThreads);
    WorkerPool pool(kThreads, [&](std::shared_ptr<Job>) { done.count_down(); });
    for (int i = 0; i < kThreads; ++i) pool.submit(std::make_shared<Meet>(meeting));
    done.wait();
  }
}

}  // namespace haidang::http
