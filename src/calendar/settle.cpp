// SPDX-License-Identifier: Apache-2.0
#include "settle.hpp"

#include <algorithm>

namespace haidang::calendar {
namespace {

using Problem = std::optional<Rejection>;

// One form for both languages: "16:40 7/4/2026".
std::string on_paper(LocalMinute moment) {
  return clock_text(time_of_day(moment)) + " " + haidang::on_paper(date_of(moment));
}

Rejection rejection(Code code, std::vector<std::pair<std::string, std::string>> parameters) {
  return Rejection{code, std::move(parameters), {}};
}

LocalMinute latest_moment_named(const DeadlineCase& matter) {
  auto latest = matter.start;
  for (const auto& pause : matter.pauses) latest = std::max({latest, pause.from, pause.to.value_or(pause.from)});
  for (const auto& restart : matter.restarts) latest = std::max(latest, restart.at);
  for (const auto& extension : matter.extensions) latest = std::max(latest, extension.granted_at);
  return latest;
}

Problem check_order(const DeadlineCase& matter) {
  for (const auto& pause : matter.pauses) {
    if (pause.to && *pause.to < pause.from)
      return rejection(Code::PauseReversed, {{"from", on_paper(pause.from)}, {"to", on_paper(*pause.to)}});
    if (pause.from < matter.start)
      return rejection(Code::PauseBeforeStart, {{"from", on_paper(pause.from)}, {"start", on_paper(matter.start)}});
  }
  for (const auto& restart : matter.restarts)
    if (restart.at < matter.start)
      return rejection(Code::RestartBeforeStart, {{"at", on_paper(restart.at)}, {"start", on_paper(matter.start)}});
  if (matter.finished_at && *matter.finished_at < matter.start)
    return rejection(Code::FinishedBeforeStart,
                     {{"at", on_paper(*matter.finished_at)}, {"start", on_paper(matter.start)}});
  if (!is_in_force(matter.rule, date_of(matter.start)))
    return rejection(Code::RuleNotInForce,
                     {{"rule", matter.rule.id}, {"date", haidang::on_paper(date_of(matter.start))}});
  return {};
}

struct ReasonedInterval {
  Interval interval;
  PauseReason reason;
  std::string note;
};

/// Later pauses that touch or overlap an earlier one lengthen it, so that no minute is taken out twice.
std::vector<ReasonedInterval> merge(std::vector<ReasonedInterval> pauses) {
  std::sort(pauses.begin(), pauses.end(), [](const auto& a, const auto& b) {
    return std::tie(a.interval.from, a.interval.to, a.reason, a.note) <
           std::tie(b.interval.from, b.interval.to, b.reason, b.note);
  });
  std::vector<ReasonedInterval> merged;
  for (auto& pause : pauses) {
    if (pause.interval.from == pause.interval.to) continue;
    if (!merged.empty() && pause.interval.from <= merged.back().interval.to)
      merged.back().interval.to = std::max(merged.back().interval.to, pause.interval.to);
    else
      merged.push_back(std::move(pause));
  }
  return merged;
}

struct RestartAttempt {
  LocalMinute asked_at, at;
};

class Settling {
 public:
  explicit Settling(const DeadlineCase& matter) : matter_(matter) {
    settled_.start = matter.start;
    settled_.as_of =
        matter.as_of ? *matter.as_of : std::max(latest_moment_named(matter), matter.finished_at.value_or(matter.start));
  }

  Result<SettledCase> run() {
    collect_pauses();
    apply_restarts();
    take_pauses(Clock::Everything, {});
    settled_.projection = project(*matter_.calendar, matter_.rule.terms, settled_.ledger());
    warn_of_idle_pauses();
    if (auto problem = apply_extension()) return tl::unexpected(*problem);
    if (settled_.projection.due >= Calendar::last_moment())
      return reject(Code::DeadlineBeyondCalendar, {{"limit", haidang::on_paper(kLastDay)}});
    settled_.stands_still =
        std::any_of(all_.begin(), all_.end(),
                    [&](const auto& pause) {
                      return pause.interval.from <= settled_.as_of && settled_.as_of < pause.interval.to;
                    }) ||
        (settled_.provisional && open_since_ <= settled_.as_of);
    return settled_;
  }

 private:
  enum class Clock { Everything, Before };

  bool stops_the_clock(PauseReason reason) const {
    const auto& listed = matter_.rule.pausing_reasons;
    return listed.empty() || std::find(listed.begin(), listed.end(), reason) != listed.end();
  }

  void collect_pauses() {
    for (const auto& pause : matter_.pauses) {
      if (!stops_the_clock(pause.reason)) {
        settled_.warnings.push_back({WarningKind::PauseReasonNotCounted,
                                     {{"from", iso(pause.from)}, {"reason", std::string(reason_key(pause.reason))}}});
        continue;
      }
      const auto to = pause.to ? *pause.to : std::max(pause.from, settled_.as_of);
      if (!pause.to) {
        open_since_ = settled_.provisional ? std::min(open_since_, pause.from) : pause.from;
        settled_.provisional = true;
      }
      all_.push_back({{pause.from, to}, pause.reason, pause.note});
      if (pause.reason == PauseReason::Supplement && matter_.rule.terms.after_supplement == AfterSupplement::Restart &&
          (pause.to || to > pause.from))
        attempts_.push_back({pause.from, to});
    }
    for (const auto& restart : matter_.restarts) attempts_.push_back({restart.at, restart.at});
    all_ = merge(std::move(all_));
    std::sort(attempts_.begin(), attempts_.end(),
              [](auto a, auto b) { return std::tie(a.at, a.asked_at) < std::tie(b.at, b.asked_at); });
  }

  /// The pauses after the start; with `Before`, only what of them lies before a moment.
  void take_pauses(Clock which, LocalMinute moment) {
    settled_.pauses.clear(), settled_.reasons.clear(), settled_.notes.clear();
    for (const auto& pause : all_) {
      const Interval left{std::max(pause.interval.from, settled_.start), pause.interval.to};
      if (left.from >= left.to || (which == Clock::Before && left.from >= moment)) continue;
      settled_.pauses.push_back(left);
      settled_.reasons.push_back(pause.reason);
      settled_.notes.push_back(pause.note);
    }
  }

  /// A restart asked for after the deadline would hide that it was missed, so it does not count.
  void apply_restarts() {
    if (matter_.rule.terms.budget.kind == BudgetKind::ByDate) return;
    for (const auto& attempt : attempts_) {
      if (attempt.at <= settled_.start) continue;
      take_pauses(Clock::Before, attempt.asked_at);
      const auto due = project(*matter_.calendar, matter_.rule.terms, settled_.ledger()).due;
      if (attempt.asked_at >= due && attempt.asked_at >= settled_.start) {
        settled_.warnings.push_back({WarningKind::RestartAfterDue, {{"at", iso(attempt.asked_at)}, {"due", iso(due)}}});
        continue;
      }
      settled_.start = attempt.at;
      settled_.restart_asked_at = attempt.asked_at;
    }
  }

  void warn_of_idle_pauses() {
    const bool fixed = matter_.rule.terms.budget.kind == BudgetKind::ByDate;
    for (const auto& pause : settled_.pauses) {
      if (fixed)
        settled_.warnings.push_back({WarningKind::PauseWithoutEffect, {{"from", iso(pause.from)}}});
      else if (pause.from >= settled_.projection.due && matter_.extensions.empty())
        settled_.warnings.push_back({WarningKind::PauseAfterDue, {{"from", iso(pause.from)}}});
    }
  }

  Problem apply_extension() {
    if (matter_.extensions.empty()) return {};
    const auto& limit = matter_.rule.extension;
    if (!limit.allowed) return rejection(Code::ExtensionNotAllowed, {{"rule", matter_.rule.id}});
    if (matter_.extensions.size() > 1) return second_extension();
    const auto& extension = matter_.extensions.front();
    const auto due = settled_.projection.due;
    if (extension.granted_at < matter_.start)
      return rejection(Code::ExtensionBeforeStart,
                       {{"granted", on_paper(extension.granted_at)}, {"start", on_paper(matter_.start)}});
    if (extension.granted_at > due)
      return rejection(Code::ExtensionAfterDue, {{"granted", on_paper(extension.granted_at)}, {"due", on_paper(due)}});
    if (date_of(extension.granted_at) > add_days(date_of(due), -limit.notice_days))
      settled_.warnings.push_back(
          {WarningKind::ExtensionNoticeLate,
           {{"granted", iso(extension.granted_at)}, {"days", std::to_string(limit.notice_days)}}});
    settled_.extension = extension.terms;
    settled_.projection = project(*matter_.calendar, matter_.rule.terms, settled_.ledger());
    return check_extended(due);
  }

  Problem second_extension() const {
    auto moments = std::vector<LocalMinute>{};
    for (const auto& extension : matter_.extensions) moments.push_back(extension.granted_at);
    std::sort(moments.begin(), moments.end());
    return rejection(Code::SecondExtension, {{"first", on_paper(moments[0])}, {"second", on_paper(moments[1])}});
  }

  Problem check_extended(LocalMinute before) const {
    const auto after = settled_.projection.due;
    if (after <= before)
      return rejection(Code::ExtensionNotLater, {{"until", on_paper(after)}, {"due", on_paper(before)}});
    const auto most = matter_.rule.extension.at_most_working_days;
    if (!most) return {};
    auto limit_terms = ExtensionTerms{ExtensionTerms::Kind::MoreTime, BudgetKind::WorkingDays, *most, {}};
    const auto furthest =
        project(*matter_.calendar, matter_.rule.terms, {settled_.start, settled_.pauses, limit_terms}).due;
    if (after > furthest)
      return rejection(Code::ExtensionTooLong, {{"rule", matter_.rule.id}, {"days", std::to_string(*most)}});
    return {};
  }

  const DeadlineCase& matter_;
  SettledCase settled_;
  std::vector<ReasonedInterval> all_;
  std::vector<RestartAttempt> attempts_;
  LocalMinute open_since_{};
};

}  // namespace

Result<SettledCase> settle(const DeadlineCase& matter) {
  if (auto problem = check_order(matter)) return tl::unexpected(*problem);
  return Settling(matter).run();
}

}  // namespace haidang::calendar
