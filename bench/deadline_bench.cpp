// SPDX-License-Identifier: Apache-2.0
// Deadlines per second on one core, beside what other systems do: walk day by day and minute by minute.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>
#include <vector>

#include "calendar/deadline.hpp"
#include "calendar/library.hpp"

namespace {

using namespace haidang;
using namespace haidang::calendar;

/// One open deadline as a store would keep it: numbers only.
struct OpenDeadline {
  RuleTerms terms;
  LocalMinute start;
  Interval pause;
  bool paused;
};

/// Cases of 2024 to 2026, half of them in minutes, a third with a pause; `span` is the budget in working days.
std::vector<OpenDeadline> open_deadlines(int count, int least_days, int most_days) {
  std::mt19937 random(2026);
  const auto pick = [&](int least, int most) { return std::uniform_int_distribution<int>(least, most)(random); };
  const auto first =
      at(LocalDate{std::chrono::year{2024}, std::chrono::January, std::chrono::day{2}}, std::chrono::minutes{0});
  std::vector<OpenDeadline> deadlines;
  for (int i = 0; i < count; ++i) {
    OpenDeadline one{};
    one.start = first + std::chrono::minutes{pick(0, 700) * 1440 + pick(420, 1020)};
    const int days = pick(least_days, most_days);
    one.terms.budget.kind = i % 2 == 0 ? BudgetKind::WorkingDays : BudgetKind::WorkingMinutes;
    one.terms.budget.amount = i % 2 == 0 ? days : days * 480;
    one.paused = i % 3 == 0;
    one.pause.from = one.start + std::chrono::minutes{pick(1, days * 1000)};
    one.pause.to = one.pause.from + std::chrono::minutes{pick(60, 7 * 1440)};
    deadlines.push_back(one);
  }
  return deadlines;
}

LocalMinute engine(const Calendar& calendar, const OpenDeadline& one) {
  return project(calendar, one.terms, {one.start, std::span<const Interval>(&one.pause, one.paused ? 1 : 0), {}}).due;
}

/// The yardstick: the hours of each day are asked for, and the clock is moved on minute by minute or day by day.
LocalMinute naive(const Calendar& calendar, const OpenDeadline& one) {
  const auto is_paused = [&](LocalMinute moment) {
    return one.paused && one.pause.from <= moment && moment < one.pause.to;
  };
  auto left = one.terms.budget.amount;
  auto date = date_of(one.start);
  if (one.terms.budget.kind == BudgetKind::WorkingMinutes) {
    for (;; date = add_days(date, 1))
      for (const auto& span : calendar.hours_on(date))
        for (int clock = span.from; clock < span.to; ++clock) {
          const auto moment = at(date, std::chrono::minutes{clock});
          if (moment >= one.start && !is_paused(moment) && --left == 0) return moment + std::chrono::minutes{1};
        }
  }
  for (;;) {
    date = add_days(date, 1);
    const auto hours = calendar.hours_on(date);
    if (hours.empty() || is_paused(at(date, std::chrono::minutes{hours.front().from}))) continue;
    if (--left == 0) return at(date, std::chrono::minutes{hours.back().to});
  }
}

template <class Work>
double seconds(Work work) {
  double best = 1e9;
  for (int round = 0; round < 3; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }
  return best;
}

std::int64_t sink = 0;

template <class Function>
double per_second(const Calendar& calendar, const std::vector<OpenDeadline>& deadlines, Function function) {
  const auto time = seconds([&] {
    for (const auto& one : deadlines) sink += function(calendar, one).time_since_epoch().count();
  });
  return static_cast<double>(deadlines.size()) / time;
}

void compare_spans(const Calendar& calendar) {
  std::printf("%-34s %14s %14s %8s\n", "budget", "engine /s", "day by day /s", "ratio");
  for (const auto& [name, least, most] :
       {std::tuple{"1-30 working days", 1, 30}, std::tuple{"200-300 working days", 200, 300},
        std::tuple{"2000-3000 working days", 2000, 3000}}) {
    const auto many = open_deadlines(200000, least, most);
    const std::vector<OpenDeadline> few(many.begin(), many.begin() + 400000 / most / 3);
    const auto fast = per_second(calendar, many, engine), slow = per_second(calendar, few, naive);
    std::printf("%-34s %14.0f %14.0f %7.0fx\n", name, fast, slow, fast / slow);
  }
}

/// A year with one more day off: everything is projected again and compared with what it was.
void reproject_a_million(const Library& library) {
  const auto before = *library.calendar("vietnam");
  auto edited = before->layers().back();
  const LocalDate date{std::chrono::year{2025}, std::chrono::June, std::chrono::day{9}};
  edited.days_off.push_back({date, date, {"nghỉ thêm", "one more day off"}, {"bench", "", false}});
  const auto deadlines = open_deadlines(1000000, 1, 60);
  std::vector<LocalMinute> due;
  for (const auto& one : deadlines) due.push_back(engine(*before, one));
  std::shared_ptr<const Calendar> after;
  const auto compiling = seconds([&] { after = *library.compile(edited); });
  std::size_t moved = 0;
  const auto projecting = seconds([&] {
    moved = 0;
    for (std::size_t i = 0; i < deadlines.size(); ++i) moved += engine(*after, deadlines[i]) != due[i];
  });
  std::printf(
      "\none more day off: calendar compiled in %.1f ms, 1,000,000 open deadlines projected again in %.3f s (%zu "
      "moved)\n",
      compiling * 1e3, projecting, moved);
  const std::vector<OpenDeadline> sample(deadlines.begin(), deadlines.begin() + 20000);
  const auto day_by_day = 1e6 / per_second(*after, sample, naive);
  std::printf("day by day the same million takes %.1f s: %.0f times as long (goal: under 1 s)\n", day_by_day,
              day_by_day / projecting);
}

void explain_some(const Library& library) {
  DeadlineCase matter;
  matter.calendar = *library.calendar("vietnam");
  matter.rule =
      *library.rule("mot-cua-2018", LocalDate{std::chrono::year{2024}, std::chrono::March, std::chrono::day{4}});
  matter.rule.terms.budget.amount = 15;
  matter.start =
      at(LocalDate{std::chrono::year{2024}, std::chrono::April, std::chrono::day{10}}, std::chrono::minutes{600});
  const int rounds = 5000;
  const auto time = seconds([&] {
    for (int i = 0; i < rounds; ++i) sink += static_cast<std::int64_t>(compute(matter).value().steps.size());
  });
  std::printf("\nwith its explanation and warnings: %.0f deadlines per second\n", rounds / time);
}

}  // namespace

int main() {
  const auto library = Library::with_packs();
  compare_spans(**library.calendar("vietnam"));
  reproject_a_million(library);
  explain_some(library);
  return sink == 42 ? 1 : 0;
}
