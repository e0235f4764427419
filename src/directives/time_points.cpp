// SPDX-License-Identifier: Apache-2.0
#include "time_points.hpp"

#include "base/vietnamese.hpp"
#include "documents/clause_mark.hpp"

namespace haidang::directives {

using documents::TokenText;
using Grain = TimePoint::Grain;

namespace {

bool plausible_year(int year) {
  return year >= 1945 && year <= 2199;
}

class PointReader {
 public:
  PointReader(const TokenText& text, std::size_t i) : text_(text), first_(i) {}

  std::optional<TimePoint> read() const {
    for (const auto reader : {&PointReader::half_year, &PointReader::written_day, &PointReader::slashed_day,
                              &PointReader::month, &PointReader::quarter, &PointReader::year})
      if (auto point = (this->*reader)()) {
        point->first = first_;
        return point;
      }
    return std::nullopt;
  }

 private:
  std::string_view key(std::size_t i) const { return text_.key(i); }
  bool is_slash(std::size_t i) const { return (key(i) == "/" || key(i) == "-" || key(i) == ".") && text_.glued(i); }

  /// "/2023", "-2023", " năm 2023", " của năm 2023" behind a point.
  void read_year(TimePoint& point) const {
    std::size_t at = point.last;
    if (key(at) == "của" && key(at + 1) == "năm") ++at;
    const bool joined = key(at) == "/" || key(at) == "năm" || (key(at) == "-" && text_.glued(at)) ||
                        (key(at) == "." && text_.glued(at) && text_.glued(at + 1));
    if (!joined || !text_.is_number(at + 1) || text_[at + 1].key.size() != 4 || !plausible_year(text_.number(at + 1)))
      return;
    point.year = text_.number(at + 1);
    point.last = at + 2;
  }

  /// "ngày 15 tháng 7 năm 2023"
  std::optional<TimePoint> written_day() const {
    std::size_t at = key(first_) == "ngày" ? first_ + 1 : first_;
    if (at > first_ && (key(at) == "mùng" || key(at) == "mồng")) ++at;
    if (!text_.is_number(at) || key(at + 1) != "tháng" || !text_.is_number(at + 2) || text_[at + 2].key.size() > 2)
      return std::nullopt;
    TimePoint point{.grain = Grain::Day,
                    .month = text_.number(at + 2),
                    .day = text_.number(at),
                    .last = at + 3,
                    .named = at > first_};
    if (point.day < 1 || point.day > 31 || point.month < 1 || point.month > 12) return std::nullopt;
    read_year(point);
    return point;
  }

  /// "15/7/2023", "15-7-2023", "ngày 15/7"
  std::optional<TimePoint> slashed_day() const {
    const bool named = key(first_) == "ngày";
    const std::size_t at = named ? first_ + 1 : first_;
    if (!text_.is_number(at) || !is_slash(at + 1) || !text_.is_number(at + 2) || !text_.glued(at + 2))
      return std::nullopt;
    if (text_[at].key.size() > 2 || text_[at + 2].key.size() > 2) return std::nullopt;
    TimePoint point{
        .grain = Grain::Day, .month = text_.number(at + 2), .day = text_.number(at), .last = at + 3, .named = named};
    if (key(at + 3) == key(at + 1) && is_slash(at + 3) && text_.is_number(at + 4) && text_.glued(at + 4) &&
        text_[at + 4].key.size() == 4) {
      point.year = text_.number(at + 4);
      point.last = at + 5;
    } else if (named) {
      read_year(point);
    }
    if (point.year == 0 && key(at + 1) != "/") return std::nullopt;
    if (point.day < 1 || point.day > 31 || point.month < 1 || point.month > 12) return std::nullopt;
    if (point.year != 0 && !plausible_year(point.year)) return std::nullopt;
    return point;
  }

  /// "tháng 8/2022", "tháng 8 và tháng 9 năm 2022" (the last one counts), "tháng 8, 9/2022", "tháng 8-9/2022"
  std::optional<TimePoint> month() const {
    if (key(first_) != "tháng" || !text_.is_number(first_ + 1)) return std::nullopt;
    TimePoint point{.grain = Grain::Month, .month = text_.number(first_ + 1), .last = first_ + 2, .named = true};
    read_year(point);
    while (point.year == 0 && (key(point.last) == "," || key(point.last) == "-" || key(point.last) == "và")) {
      const std::size_t next = key(point.last + 1) == "tháng" ? point.last + 2 : point.last + 1;
      if (!text_.is_number(next) || text_[next].key.size() > 2 || is_slash_date(next)) break;
      point.month = text_.number(next);
      point.last = next + 1;
      read_year(point);
    }
    return point.month >= 1 && point.month <= 12 ? std::optional(point) : std::nullopt;
  }
  bool is_slash_date(std::size_t i) const {
    return key(i + 1) == "/" && text_.is_number(i + 2) && text_[i + 2].key.size() <= 2;
  }

  int quarter_at(std::size_t i) const {
    if (text_.is_number(i)) return text_.number(i);
    return text_.is_word(i) ? documents::roman_value(to_upper(text_.words(i, i + 1))) : 0;
  }

  /// "quý III/2023", "quý 4", "quý II, III năm 2023" (the last one counts)
  std::optional<TimePoint> quarter() const {
    if (key(first_) != "quý") return std::nullopt;
    int number = quarter_at(first_ + 1);
    if (number < 1 || number > 4) return std::nullopt;
    TimePoint point{.grain = Grain::Quarter, .last = first_ + 2, .named = true};
    read_year(point);
    while (point.year == 0 && (key(point.last) == "," || key(point.last) == "-" || key(point.last) == "và")) {
      const std::size_t next = key(point.last + 1) == "quý" ? point.last + 2 : point.last + 1;
      const int more = quarter_at(next);
      if (more < 1 || more > 4) break;
      number = more;
      point.last = next + 1;
      read_year(point);
    }
    point.month = number * 3;
    return point;
  }

  /// "6 tháng đầu năm 2023", "sáu tháng cuối năm", "9 tháng đầu năm"
  std::optional<TimePoint> half_year() const {
    const bool spelt = key(first_) == "sáu";
    const int months = spelt ? 6 : text_.number(first_);
    if ((months != 6 && months != 9) || key(first_ + 1) != "tháng" || key(first_ + 3) != "năm") return std::nullopt;
    const bool start = key(first_ + 2) == "đầu";
    if (!start && key(first_ + 2) != "cuối") return std::nullopt;
    TimePoint point{.grain = Grain::HalfYear, .month = start ? months : 12, .last = first_ + 4, .named = true};
    if (text_.is_number(point.last) && plausible_year(text_.number(point.last)))
      point.year = text_.number(point.last++);
    return point;
  }

  std::optional<TimePoint> year() const {
    if (key(first_) != "năm" || !text_.is_number(first_ + 1) || text_[first_ + 1].key.size() != 4) return std::nullopt;
    TimePoint point{
        .grain = Grain::Year, .year = text_.number(first_ + 1), .month = 12, .last = first_ + 2, .named = true};
    return plausible_year(point.year) ? std::optional(point) : std::nullopt;
  }

  const TokenText& text_;
  std::size_t first_;
};

}  // namespace

bool TimePoint::exists(int default_year) const {
  if (grain != Grain::Day) return true;
  return LocalDate(std::chrono::year(year ? year : default_year), std::chrono::month(static_cast<unsigned>(month)),
                   std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

std::optional<LocalDate> TimePoint::last_day(int default_year) const {
  const int in_year = year ? year : default_year;
  if (in_year == 0 || !exists(in_year)) return std::nullopt;
  const std::chrono::month of_month(static_cast<unsigned>(month));
  if (grain == Grain::Day)
    return LocalDate(std::chrono::year(in_year), of_month, std::chrono::day(static_cast<unsigned>(day)));
  return last_day_of_month(std::chrono::year(in_year), of_month);
}

std::optional<LocalDate> TimePoint::first_day(int default_year) const {
  const auto closing = last_day(default_year);
  if (!closing || grain == Grain::Day) return closing;
  const int months = grain == Grain::Month ? 1 : grain == Grain::Quarter ? 3 : grain == Grain::HalfYear ? 6 : 12;
  const auto start = std::chrono::year_month(closing->year(), closing->month()) - std::chrono::months(months - 1);
  return LocalDate(start.year(), start.month(), std::chrono::day(1));
}

std::optional<TimePoint> read_time_point(const TokenText& text, std::size_t i) {
  return PointReader(text, i).read();
}

std::optional<ClockTime> read_clock_time(const TokenText& text, std::size_t i) {
  if (!text.is_number(i) || text.number(i) > 24) return std::nullopt;
  const std::string_view unit = text.key(i + 1);
  if (unit != "giờ" && unit != "h" && unit != "g" && !(unit == ":" && text.is_number(i + 2))) return std::nullopt;
  ClockTime time{.since_midnight = std::chrono::hours(text.number(i)), .length = 2};
  if (text.is_number(i + 2) && text[i + 2].key.size() == 2 && text.number(i + 2) < 60 && text.key(i + 3) != "/") {
    time.since_midnight += std::chrono::minutes(text.number(i + 2));
    time.length = text.key(i + 3) == "phút" ? 4 : 3;
  } else if (unit == ":") {
    return std::nullopt;
  }
  return time;
}

}  // namespace haidang::directives
