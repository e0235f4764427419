// SPDX-License-Identifier: Apache-2.0
#include "deadline_phrases.hpp"

#include <algorithm>
#include <array>

#include "deadline_reader.hpp"
#include "deadline_words.hpp"
#include "recurring_phrases.hpp"
#include "relative_phrases.hpp"
#include "time_points.hpp"

namespace haidang::directives {
namespace {

using documents::TokenText;
using Grain = TimePoint::Grain;

/// Tries the readers at every token: first what comes back or is counted from an event, then the dates.
class DeadlineFinder : private DeadlineReader {
 public:
  DeadlineFinder(const TokenText& text, const DeadlineContext& context, const std::vector<bool>& masked)
      : DeadlineReader(text, context), masked_(masked) {}

  std::vector<DeadlineMention> find() {
    for (std::size_t i = 0; i < text_.size();) {
      if (is_masked(i)) {
        ++i;
        continue;
      }
      std::optional<DeadlineMention> mention = read(i);
      if (!mention) {
        ++i;
        continue;
      }
      i = std::max(mention->last, i + 1);
      mention->deadline.phrase = text_.words(mention->first, mention->last);
      if (!already_said(*mention)) found_.push_back(std::move(*mention));
    }
    if (context_.time_column) join_spans();
    return std::move(found_);
  }

 private:
  std::optional<DeadlineMention> read(std::size_t i) const {
    if (auto mention = read_recurring(text_, context_, i)) return mention;
    if (auto mention = read_relative(text_, context_, i)) return mention;
    if (auto mention = continuous(i)) return mention;
    return absolute(i);
  }

  /// A time cell's "2023 - 2025", "Quý III/2022 - Quý II/2023" is one deadline: the end.
  void join_spans() {
    for (std::size_t i = 0; i + 1 < found_.size();) {
      const DeadlineMention &first = found_[i], &second = found_[i + 1];
      const bool spans = first.deadline.kind == DeadlineKind::By && second.deadline.kind == DeadlineKind::By &&
                         second.first <= first.last + 1 && (key(first.last) == "-" || key(first.last) == "đến");
      if (spans)
        found_.erase(found_.begin() + static_cast<std::ptrdiff_t>(i));
      else
        ++i;
    }
  }

  bool is_masked(std::size_t i) const { return i < masked_.size() && masked_[i]; }

  bool already_said(const DeadlineMention& mention) const {
    return mention.deadline.kind == DeadlineKind::Continuous &&
           std::any_of(found_.begin(), found_.end(),
                       [](const DeadlineMention& other) { return other.deadline.kind == DeadlineKind::Continuous; });
  }

  std::optional<DeadlineMention> continuous(std::size_t i) const {
    const bool usual = key(i) == "thường" && key(i + 1) == "xuyên";
    const bool steady = context_.time_column && key(i) == "liên" && key(i + 1) == "tục";
    if (!usual && !steady) return std::nullopt;
    static constexpr std::array<std::string_view, 9> kNouns{"chi",   "dục",  "phí",  "vốn", "thu",
                                                            "nguồn", "sách", "toán", "cáo"};
    if (!context_.time_column && i > 0 && !begins_clause(i))
      for (const std::string_view noun : kNouns)
        if (key(i - 1) == noun) return std::nullopt;
    DeadlineMention mention{.first = i, .last = i + 2};
    mention.deadline.kind = DeadlineKind::Continuous;
    return mention;
  }

  std::optional<DeadlineMention> absolute(std::size_t i) const {
    std::size_t at = i;
    std::optional<ClockTime> clock;
    if (weekday_of_word(text_, at) && (key(at + 2) == "," || key(at + 2) == "ngày" || key(at + 2) == "("))
      at += key(at + 2) == "ngày" ? 2 : 3;
    if ((clock = read_clock_time(text_, at))) {
      at += clock->length;
      if (key(at) == "sáng" || key(at) == "chiều") ++at;
      if (key(at) == "," || key(at) == "phút" || key(at) == "ngày")
        at += key(at) == "ngày" && text_.is_number(at + 1) ? 0 : 1;
    }
    auto point = read_time_point(text_, at);
    if (!point && !clock) point = bare_period(i);
    if (!point && !clock) point = stage(i);
    if (!point && !clock) point = this_week(i);
    if (!point) return std::nullopt;
    const std::size_t lead_first = lead_start(i);
    const int leading = leading_of(lead_first, i, *point);
    if (leading == Start || leading == Never) return std::nullopt;
    return mention_of(*point, clock, leading, lead_first);
  }

  /// "cuối năm", "trong năm", "hết quý" without a number: this document's year; a table's "2023 - 2025".
  std::optional<TimePoint> bare_period(std::size_t i) const {
    if (context_.time_column && text_.is_number(i) && text_[i].key.size() == 4 && text_.number(i) >= 2000 &&
        text_.number(i) < 2100 && !(i > 0 && key(i - 1) == "/"))
      return TimePoint{
          .grain = Grain::Year, .year = text_.number(i), .month = 12, .first = i, .last = i + 1, .named = true};
    if (context_.time_column && i == 0 && key(i) == "cả" && key(i + 1) == "năm" && !text_.is_number(i + 2))
      return TimePoint{.grain = Grain::Year,
                       .year = context_.year.value_or(0),
                       .month = 12,
                       .first = i,
                       .last = i + 2,
                       .named = true};
    if (key(i) != "năm" || text_.is_number(i + 1) || i == 0) return std::nullopt;
    // "trong năm học", "trong năm ngân sách": another kind of year.
    if (key(i + 1) == "học" || key(i + 1) == "ngân" || key(i + 1) == "tài" || key(i + 1) == "kế") return std::nullopt;
    static constexpr std::array<std::string_view, 3> kLeads{"cuối", "trong", "hết"};
    if (std::find(kLeads.begin(), kLeads.end(), key(i - 1)) == kLeads.end()) return std::nullopt;
    if (i >= 2 && key(i - 1) == "cuối" && (key(i - 2) == "tháng" || key(i - 2) == "quý" || key(i - 2) == "những"))
      return std::nullopt;
    const bool next = key(i + 1) == "sau" || key(i + 1) == "tới";
    const bool ends = key(i + 1) == "nay" || next;
    return TimePoint{.grain = Grain::Year,
                     .year = context_.year ? *context_.year + (next ? 1 : 0) : 0,
                     .month = 12,
                     .first = i,
                     .last = i + (ends ? 2 : 1),
                     .named = true};
  }

  /// "hoàn thành trong giai đoạn 2021 - 2025": the end of its last year.
  std::optional<TimePoint> stage(std::size_t i) const {
    if (key(i) != "giai" || key(i + 1) != "đoạn" || text_.number(i + 2) < 1945 || key(i + 3) != "-" ||
        text_.number(i + 4) < 1945)
      return std::nullopt;
    if (i < 2 || key(i - 1) != "trong") return std::nullopt;
    return TimePoint{
        .grain = Grain::Year, .year = text_.number(i + 4), .month = 12, .first = i, .last = i + 5, .named = true};
  }

  /// "xong trong tuần này": the Sunday of the week of issue.
  std::optional<TimePoint> this_week(std::size_t i) const {
    if (key(i) != "tuần" || key(i + 1) != "này" || !context_.issued_on) return std::nullopt;
    const int past_monday = static_cast<int>(weekday_of(*context_.issued_on).iso_encoding()) - 1;
    const LocalDate sunday = add_days(*context_.issued_on, 6 - past_monday);
    return TimePoint{.grain = Grain::Day,
                     .year = static_cast<int>(sunday.year()),
                     .month = static_cast<int>(static_cast<unsigned>(sunday.month())),
                     .day = static_cast<int>(static_cast<unsigned>(sunday.day())),
                     .first = i,
                     .last = i + 2,
                     .named = true};
  }

  /// Where the words that lead to a date begin: at most four tokens back.
  std::size_t lead_start(std::size_t i) const {
    for (std::size_t back = std::min<std::size_t>(5, i); back > 0; --back) {
      std::size_t at = i - back;
      const auto lead = leading_words().at(text_, at);
      std::size_t last = lead ? at + lead.length : at;
      if (lead && (key(last) == "cuối" || key(last) == "khoảng" || key(last) == "mốc" || key(last) == "ngày") &&
          last < i)
        ++last;
      if (lead && key(last) == ":" && last < i) ++last;
      if (lead && last == i) return at;
    }
    return i;
  }

  int leading_of(std::size_t lead_first, std::size_t i, const TimePoint& point) const {
    if (lead_first == i) return unled(i, point);
    const auto lead = leading_words().at(text_, lead_first);
    int leading = lead.value;
    if (leading == Strict && key(i - 1) == "cuối") leading = Until;
    if (context_.time_column) return leading == Strict ? Strict : leading == Start ? Start : Until;
    if (leading == Never) return Never;
    // "… 10 ngày trước kỳ họp cuối năm": another event's time.
    if (lead_first > 0 && key(lead_first - 1) == "họp" && !text_.is_number(i + 1)) return Never;
    const auto end = point.last_day(context_.year.value_or(0));
    const bool past = end && context_.issued_on && *end < *context_.issued_on;
    if (leading == Strict && past && selects(lead_first)) return Never;
    if (leading == Strict && point.grain == Grain::Year &&
        (past || selects(lead_first) || (context_.year && point.year <= *context_.year)))
      return Never;
    if (leading == Weak && ((past && !has_finishing_word(lead_first)) || is_forbidden(lead_first))) return Never;
    if (leading == Weak && point.grain == Grain::Year && key(lead_first) == "vào" && key(lead_first + 1) != "cuối")
      return Never;
    return leading;
  }

  /// A date without leading words: a table's time cell, "năm 2026 đạt 100 %", "(quý III/2023)", a heading's month.
  int unled(std::size_t i, const TimePoint& point) const {
    if (context_.time_column) return Until;
    if (point.grain == Grain::Year && key(point.last) == "đạt") return Until;
    if (point.grain == Grain::Year && key(point.last) == "phấn" && key(point.last + 2) == "đạt") return Until;
    if (context_.heading && (point.grain == Grain::Month || point.grain == Grain::Quarter)) return Until;
    if (context_.heading && point.grain == Grain::Day)
      return begins_clause(i) && ends_clause(point.last) ? Until : Never;
    const bool alone = i > 0 && begins_clause(i) && ends_clause(point.last) && point.named;
    const bool listed = key(i - (i > 0 ? 1 : 0)) == ",";
    if (alone && !listed && (point.year != 0 || point.grain == Grain::Day)) return Until;
    return Never;
  }

  /// "không để dồn thanh toán vào cuối năm"
  bool is_forbidden(std::size_t at) const {
    const std::size_t end = at;
    while (at > 0 && key(at - 1) != ";" && key(at - 1) != "." && key(at - 1) != ",") --at;
    for (; at < end; ++at)
      if ((key(at) == "không" || key(at) == "tránh") &&
          (key(at + 1) == "để" || key(at + 1) == "dồn" || key(at) == "tránh"))
        return true;
    return false;
  }

  bool selects(std::size_t lead_first) const {
    for (std::size_t back = 1; back <= 4 && back <= lead_first; ++back)
      if (const auto match = selecting_words().at(text_, lead_first - back); match && match.length == back) return true;
    return false;
  }
  bool has_finishing_word(std::size_t lead_first) const {
    for (std::size_t back = 0; back <= 8 && back <= lead_first; ++back) {
      if (back > 0 && (key(lead_first - back) == ";" || key(lead_first - back) == ".")) return false;
      if (finishing_words().has(text_, lead_first - back)) return true;
    }
    return false;
  }

  std::optional<DeadlineMention> mention_of(const TimePoint& point, const std::optional<ClockTime>& clock, int leading,
                                            std::size_t lead_first) const {
    DeadlineMention mention{.first = lead_first, .last = point.last};
    const int year = context_.year.value_or(0);
    mention.deadline.kind = DeadlineKind::By;
    if (clock) mention.deadline.time = clock->since_midnight;
    if (!point.exists(point.year ? point.year : year ? year : 2024)) {
      mention.impossible = true;
      return mention;
    }
    const auto last = leading == Strict && point.grain != Grain::Day ? point.first_day(year) : point.last_day(year);
    if (!last) return std::nullopt;
    mention.deadline.date = leading == Strict && !clock ? add_days(*last, -1) : *last;
    mention.partial = is_partial(lead_first);
    mention.accumulating = key(point.last) == "đạt" || key(point.last + 1) == "đạt" || key(point.last + 2) == "đạt";
    return mention;
  }

  /// "riêng giá đất ở xã Nam Thịnh hoàn thành trước ngày …"
  bool is_partial(std::size_t at) const {
    while (at > 0 && key(at - 1) != ";" && key(at - 1) != "." && key(at - 1) != ",") --at;
    return key(at) == "riêng" || (key(at) == "trong" && key(at + 1) == "đó");
  }

  const std::vector<bool>& masked_;
  std::vector<DeadlineMention> found_;
};

}  // namespace

std::vector<DeadlineMention> find_deadlines(const TokenText& text, const DeadlineContext& context,
                                            const std::vector<bool>& masked) {
  return DeadlineFinder(text, context, masked).find();
}

}  // namespace haidang::directives
