// SPDX-License-Identifier: Apache-2.0
#include "platform/metrics.hpp"

#include <doctest/doctest.h>

#include <thread>

using namespace haidang;
using platform::Metrics;

namespace {

bool has_line(const std::string& text, const std::string& line) {
  return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

}  // namespace

TEST_CASE("counters, gauges and histograms are printed as Prometheus reads them") {
  Metrics metrics;
  metrics.counter("books_lent_total", "Books lent", {{"shelf", "a\"b\\c\nd"}}).add(3);
  metrics.gauge("books_on_shelf", "Books there").set(12.5);
  auto& waiting = metrics.histogram("wait_seconds", "Waiting", {0.1, 1});
  for (const double seconds : {0.05, 0.1, 0.5, 7.0}) waiting.observe(seconds);
  const auto text = metrics.text();
  CHECK(has_line(text, "# TYPE books_lent_total counter"));
  CHECK(has_line(text, "books_lent_total{shelf=\"a\\\"b\\\\c\\nd\"} 3"));
  CHECK(has_line(text, "books_on_shelf 12.5"));
  CHECK(has_line(text, "# TYPE wait_seconds histogram"));
  CHECK(has_line(text, "wait_seconds_bucket{le=\"0.1\"} 2"));
  CHECK(has_line(text, "wait_seconds_bucket{le=\"1\"} 3"));
  CHECK(has_line(text, "wait_seconds_bucket{le=\"+Inf\"} 4"));
  CHECK(has_line(text, "wait_seconds_sum 7.65"));
  CHECK(has_line(text, "wait_seconds_count 4"));
}

TEST_CASE("the same name and labels are the same metric") {
  Metrics metrics;
  metrics.counter("a_total", "A", {{"x", "1"}}).add();
  metrics.counter("a_total", "A", {{"x", "1"}}).add();
  metrics.counter("a_total", "A", {{"x", "2"}}).add();
  CHECK(metrics.counter("a_total", "A", {{"x", "1"}}).value() == 2);
}

TEST_CASE("labels without end do not fill the memory") {
  Metrics metrics;
  for (int i = 0; i < 1'000; ++i) metrics.counter("a_total", "A", {{"x", std::to_string(i)}}).add();
  CHECK(metrics.counter("a_total", "A", {{"x", "other"}}).value() == 1'000 - Metrics::kMostSets);
  const auto text = metrics.text();
  CHECK(std::count(text.begin(), text.end(), '\n') == Metrics::kMostSets + 1 + 2);
}

TEST_CASE("what is only known by asking is asked before the text is made") {
  Metrics metrics;
  int asked = 0;
  metrics.before_scrape([&] { metrics.gauge("asked", "Asked").set(++asked); });
  CHECK(has_line(metrics.text(), "asked 1"));
  CHECK(has_line(metrics.text(), "asked 2"));
}

TEST_CASE("threads may count and scrape at once") {
  Metrics metrics;
  std::vector<std::thread> threads;
  for (int number = 0; number < 4; ++number)
    threads.emplace_back([&] {
      for (int i = 0; i < 1'000; ++i) {
        metrics.counter("a_total", "A").add();
        metrics.histogram("b_seconds", "B", platform::waiting_times()).observe(0.01);
        if (i % 100 == 0) CHECK_FALSE(metrics.text().empty());
      }
    });
  for (auto& thread : threads) thread.join();
  CHECK(metrics.counter("a_total", "A").value() == 4'000);
}
