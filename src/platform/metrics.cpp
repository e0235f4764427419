// SPDX-License-Identifier: Apache-2.0
#include "platform/metrics.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace haidang::platform {
namespace {

void append_escaped(std::string& text, std::string_view value) {
  for (const char letter : value) {
    if (letter == '\n')
      text += "\\n";
    else if (letter == '"' || letter == '\\')
      text += '\\', text += letter;
    else
      text += letter;
  }
}

std::string label_text(const Labels& labels, std::string_view bound = {}) {
  if (labels.empty() && bound.empty()) return {};
  std::string text = "{";
  for (const auto& [name, value] : labels) {
    if (text.size() > 1) text += ',';
    text += name + "=\"";
    append_escaped(text, value);
    text += '"';
  }
  if (!bound.empty()) text += fmt::format("{}le=\"{}\"", text.size() > 1 ? "," : "", bound);
  return text + "}";
}

/// The value of a set of labels, made when it is new and there is room.
template <class Metric, class Make>
Metric& find_or_make(std::map<Labels, std::unique_ptr<Metric>>& sets, Labels labels, Make&& make) {
  const auto found = sets.find(labels);
  if (found != sets.end()) return *found->second;
  if (sets.size() >= Metrics::kMostSets)
    for (auto& [name, value] : labels) value = "other";
  auto& place = sets[std::move(labels)];
  if (!place) place = make();
  return *place;
}

}  // namespace

void Histogram::observe(double value) {
  const auto place = std::lower_bound(bounds_.begin(), bounds_.end(), value) - bounds_.begin();
  counts_[static_cast<std::size_t>(place)].fetch_add(1, std::memory_order_relaxed);
  sum_.fetch_add(value, std::memory_order_relaxed);
}

std::vector<double> waiting_times() {
  return {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
}

Metrics::Family& Metrics::family(const std::string& name, const std::string& help) {
  auto& family = families_[name];
  family.help = help;
  return family;
}

Counter& Metrics::counter(const std::string& name, const std::string& help, Labels labels) {
  const std::lock_guard lock(mutex_);
  return find_or_make(family(name, help).counters, std::move(labels), [] { return std::make_unique<Counter>(); });
}

Gauge& Metrics::gauge(const std::string& name, const std::string& help, Labels labels) {
  const std::lock_guard lock(mutex_);
  return find_or_make(family(name, help).gauges, std::move(labels), [] { return std::make_unique<Gauge>(); });
}

Histogram& Metrics::histogram(const std::string& name, const std::string& help, const std::vector<double>& bounds,
                              Labels labels) {
  const std::lock_guard lock(mutex_);
  return find_or_make(family(name, help).histograms, std::move(labels),
                      [&] { return std::make_unique<Histogram>(bounds); });
}

void Metrics::before_scrape(std::function<void()> ask) {
  const std::lock_guard lock(mutex_);
  before_scrape_.push_back(std::move(ask));
}

void Metrics::append(std::string& text, const std::string& name, const Labels& labels, const Histogram& histogram) {
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < histogram.counts_.size(); ++i) {
    total += histogram.counts_[i].load(std::memory_order_relaxed);
    const auto bound = i < histogram.bounds_.size() ? fmt::format("{}", histogram.bounds_[i]) : "+Inf";
    text += fmt::format("{}_bucket{} {}\n", name, label_text(labels, bound), total);
  }
  text += fmt::format("{}_sum{} {}\n", name, label_text(labels), histogram.sum_.load(std::memory_order_relaxed));
  text += fmt::format("{}_count{} {}\n", name, label_text(labels), total);
}

void Metrics::append(std::string& text, const std::string& name, const Family& family) {
  const std::string_view kind = !family.counters.empty() ? "counter" : !family.gauges.empty() ? "gauge" : "histogram";
  text += fmt::format("# HELP {} {}\n# TYPE {} {}\n", name, family.help, name, kind);
  for (const auto& [labels, counter] : family.counters)
    text += fmt::format("{}{} {}\n", name, label_text(labels), counter->value());
  for (const auto& [labels, gauge] : family.gauges)
    text += fmt::format("{}{} {}\n", name, label_text(labels), gauge->value());
  for (const auto& [labels, histogram] : family.histograms) append(text, name, labels, *histogram);
}

std::string Metrics::text() const {
  std::vector<std::function<void()>> questions;
  {
    const std::lock_guard lock(mutex_);
    questions = before_scrape_;
  }
  for (const auto& ask : questions) ask();
  std::string text;
  const std::lock_guard lock(mutex_);
  for (const auto& [name, family] : families_) append(text, name, family);
  return text;
}

}  // namespace haidang::platform
