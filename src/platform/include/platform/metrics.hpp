// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <atomic>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace haidang::platform {

/// Only rises.
class Counter {
 public:
  void add(std::uint64_t amount = 1) { value_.fetch_add(amount, std::memory_order_relaxed); }
  std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> value_{0};
};

/// Rises and falls.
class Gauge {
 public:
  void set(double value) { value_.store(value, std::memory_order_relaxed); }
  double value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<double> value_{0};
};

/// How often which size was seen; `bounds` are upper bounds, rising.
class Histogram {
 public:
  explicit Histogram(std::vector<double> bounds) : bounds_(std::move(bounds)), counts_(bounds_.size() + 1) {}
  void observe(double value);

 private:
  friend class Metrics;
  std::vector<double> bounds_;
  std::vector<std::atomic<std::uint64_t>> counts_;
  std::atomic<double> sum_{0};
};

/// From 1 ms to 10 s: for answers that a person waits for, in seconds.
std::vector<double> waiting_times();

using Labels = std::vector<std::pair<std::string, std::string>>;

/// What the program tells about itself, in the text format of Prometheus. Names end in _total, _seconds, _bytes.
/// A family keeps at most 200 sets of labels; what comes after goes into one whose values are all "other", so that a
/// label can never fill the memory. References stay good as long as the Metrics.
class Metrics {
 public:
  static constexpr std::size_t kMostSets = 200;

  Counter& counter(const std::string& name, const std::string& help, Labels labels = {});
  Gauge& gauge(const std::string& name, const std::string& help, Labels labels = {});
  Histogram& histogram(const std::string& name, const std::string& help, const std::vector<double>& bounds,
                       Labels labels = {});
  /// Runs before the text is made, to set what is only known by asking. It may call the functions above.
  void before_scrape(std::function<void()>);

  std::string text() const;

 private:
  struct Family {
    std::string help;
    std::map<Labels, std::unique_ptr<Counter>> counters;
    std::map<Labels, std::unique_ptr<Gauge>> gauges;
    std::map<Labels, std::unique_ptr<Histogram>> histograms;
  };
  Family& family(const std::string& name, const std::string& help);
  static void append(std::string& text, const std::string& name, const Family&);
  static void append(std::string& text, const std::string& name, const Labels&, const Histogram&);

  mutable std::mutex mutex_;
  std::map<std::string, Family> families_;
  std::vector<std::function<void()>> before_scrape_;
};

}  // namespace haidang::platform
