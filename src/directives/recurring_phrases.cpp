// SPDX-License-Identifier: Apache-2.0
#include "recurring_phrases.hpp"

#include "deadline_reader.hpp"
#include "deadline_words.hpp"
#include "phrase_books.hpp"
#include "time_points.hpp"

namespace haidang::directives {
namespace {

using documents::PhraseBook;
using documents::TokenText;

/// "hằng tháng", "định kỳ 6 tháng", "trước 16h30 thứ Năm hằng tuần": how often, and on which day.
class RecurringReader : private DeadlineReader {
 public:
  RecurringReader(const TokenText& text, const DeadlineContext& context) : DeadlineReader(text, context) {}

  std::optional<DeadlineMention> read(std::size_t i) const {
    if (auto dated = dated_cycle(i)) return dated;
    const auto cycle = cycle_at(i);
    if (!cycle || modifies_noun(i, cycle->last)) return std::nullopt;
    DeadlineMention mention{.first = i, .last = cycle->last};
    mention.deadline.kind = DeadlineKind::Recurring;
    mention.deadline.every = cycle->every;
    // "6 tháng, năm": the shorter rhythm is kept; ", trước ngày 20" is its day.
    read_day_behind(mention);
    return mention;
  }

 private:
  struct Cycle {
    Every every;
    std::size_t last;
  };

  /// "tháng", "quý", "6 tháng", "năm", "tuần", "ngày" at token i.
  std::optional<Cycle> cycle_unit(std::size_t i) const {
    if ((text_.number(i) == 6 || key(i) == "sáu") && key(i + 1) == "tháng" && key(i + 2) != "đầu" &&
        key(i + 2) != "cuối")
      return Cycle{Every::HalfYear, i + 2};
    if ((text_.number(i) == 6 || key(i) == "sáu") && key(i + 1) == "tháng") return Cycle{Every::HalfYear, i + 4};
    if ((text_.number(i) == 3 || key(i) == "ba") && key(i + 1) == "tháng") return Cycle{Every::Quarter, i + 2};
    if ((text_.number(i) == 15 && key(i + 1) == "ngày") ||
        ((text_.number(i) == 2 || key(i) == "hai") && key(i + 1) == "tuần"))
      return Cycle{Every::HalfMonth, i + 2};
    if (key(i) == "nửa" && key(i + 1) == "tháng") return Cycle{Every::HalfMonth, i + 2};
    if (key(i) == "nửa" && key(i + 1) == "năm") return Cycle{Every::HalfYear, i + 2};
    for (const auto& [word, every] : {std::pair{"ngày", Every::Day},
                                      {"tuần", Every::Week},
                                      {"tháng", Every::Month},
                                      {"quý", Every::Quarter},
                                      {"năm", Every::Year}})
      if (key(i) == word && !(every == Every::Year && text_.is_number(i + 1) && text_[i + 1].key.size() == 4) &&
          !(text_.is_number(i + 1) && every == Every::Month))
        return Cycle{every, i + 1};
    return std::nullopt;
  }

  /// "hằng tháng", "hàng quý", "mỗi tuần", "định kỳ 6 tháng", "định kỳ hằng tháng".
  std::optional<Cycle> cycle_at(std::size_t i) const {
    std::size_t at = i;
    const bool periodic = key(at) == "định" && key(at + 1) == "kỳ";
    if (periodic) at += 2;
    if (periodic &&
        (key(at) == "," || key(at) == "báo" || key(at) == "vào" || (key(at) == "ngày" && text_.is_number(at + 1))))
      return std::nullopt;
    const bool each = key(at) == "hằng" || key(at) == "hàng" || key(at) == "mỗi";
    if (each) ++at;
    if (!periodic && !each) return per_unit(i);
    auto cycle = cycle_unit(at);
    // "mỗi năm" and the like count; "mỗi ngày làm việc" is every day; "hàng hóa" is none.
    if (cycle && key(i) == "mỗi" && key(cycle->last) == "kể") return std::nullopt;
    return cycle;
  }

  /// "01 lần/tuần", "một lần mỗi quý", "lần/tháng".
  std::optional<Cycle> per_unit(std::size_t i) const {
    if (key(i) == "lần" && key(i + 1) == "/") {
      auto cycle = cycle_unit(i + 2);
      if (cycle && i > 0 && text_.number(i - 1) == 2 && cycle->every == Every::Year) cycle->every = Every::HalfYear;
      return cycle;
    }
    auto cycle = cycle_unit(i);
    if (!cycle) return std::nullopt;
    const bool once = (key(cycle->last) == "một" || text_.number(cycle->last) == 1) && key(cycle->last + 1) == "lần";
    const bool per = key(cycle->last) == "/" && key(cycle->last + 1) == "lần";
    if (!once && !per) return std::nullopt;
    cycle->last += 2;
    return cycle;
  }

  /// "Kế hoạch cải cách hành chính hằng năm của …" names a plan, not a rhythm.
  bool modifies_noun(std::size_t first, std::size_t last) const {
    if (context_.time_column || key(first) == "định") return false;
    if (key(last) == "của" || key(last) == "theo")
      return key(first) != "mỗi" && !begins_clause(first) && key(last) == "của";
    const bool yearly = key(last - 1) == "năm";
    static const PhraseBook nouns = book_of({"kế hoạch", "chương trình", "dự toán", "nghị quyết", "ngân sách"});
    for (std::size_t back = 1; yearly && back <= 8 && back <= first; ++back) {
      if (ends_clause(first - back)) break;
      if (nouns.has(text_, first - back)) return !ends_clause(last);
    }
    return false;
  }

  /// "trước ngày 20 hằng tháng", "ngày 05 của tháng cuối quý", "trước 16h30 thứ Năm hằng tuần", "tháng 12 hằng năm".
  std::optional<DeadlineMention> dated_cycle(std::size_t i) const {
    std::size_t at = skip_leading(i);
    DeadlineMention mention{.first = i};
    mention.deadline.kind = DeadlineKind::Recurring;
    if (const auto clock = read_clock_time(text_, at)) {
      mention.deadline.time = clock->since_midnight;
      at += clock->length;
      if (key(at) == "ngày" && weekday_of_word(text_, at + 1)) ++at;
      if (key(at) == ",") ++at;
    }
    if (key(at) == "chiều" || key(at) == "sáng") ++at;
    if (key(at) == "ngày" && weekday_of_word(text_, at + 1)) ++at;
    const std::size_t behind_day = read_cycle_day(mention.deadline, at);
    if (behind_day == at && !mention.deadline.time) return std::nullopt;
    return end_cycle(mention, behind_day, skip_leading(i) > i);
  }

  /// "thứ Năm", "ngày 05", "tháng 12", "17/10" of a rhythm at token `at`: what stands behind it, or `at`.
  std::size_t read_cycle_day(Deadline& deadline, std::size_t at) const {
    if (const int weekday = weekday_of_word(text_, at)) {
      deadline.weekday = weekday;
      return at + 2;
    }
    if (key(at) == "ngày" && text_.is_number(at + 1) && text_.number(at + 1) <= 31)
      return read_days_of_month(deadline, at);
    if (key(at) == "tháng" && text_.is_number(at + 1)) {
      deadline.month = text_.number(at + 1);
      return at + 2;
    }
    // "17/10" alone is one day: only a rhythm behind it makes it come back.
    if (text_.is_number(at) && key(at + 1) == "/" && text_.glued(at + 1) && text_.is_number(at + 2) &&
        text_.number(at) <= 31 && text_.number(at + 2) <= 12 && key(at + 3) != "/" && cycle_at(at + 3)) {
      deadline.day = text_.number(at);
      deadline.month = text_.number(at + 2);
      return at + 3;
    }
    return at;
  }

  /// "ngày 05", "ngày 14 và 29", "ngày 15/6", "ngày 15 tháng 6" at token `at`: what stands behind it.
  std::size_t read_days_of_month(Deadline& deadline, std::size_t at) const {
    deadline.day = text_.number(at + 1);
    at += 2;
    // "ngày 14 và 29 hằng tháng": the last one closes the month.
    while ((key(at) == "và" || key(at) == ",") &&
           (text_.is_number(at + 1) || (key(at + 1) == "ngày" && text_.is_number(at + 2)))) {
      const std::size_t next = text_.is_number(at + 1) ? at + 1 : at + 2;
      if (text_.number(next) > 31 || key(next + 1) == "/") break;
      deadline.day = text_.number(next);
      at = next + 1;
    }
    const bool month_word = key(at) == "tháng" && text_.is_number(at + 1);
    const bool slash = key(at) == "/" && text_.glued(at) && text_.is_number(at + 1) && key(at + 2) != "/";
    if (!month_word && !slash) return at;
    deadline.month = text_.number(at + 1);
    return at + 2;
  }

  /// `led`: words like "trước" stand before it.
  std::optional<DeadlineMention> end_cycle(DeadlineMention mention, std::size_t at, bool led) const {
    if (key(at) == "của" || key(at) == "vào") ++at;
    if (key(at) == "tháng" && (key(at + 1) == "cuối" || key(at + 1) == "đầu") && key(at + 2) == "quý") {
      mention.deadline.every = Every::Quarter;
      mention.last = at + (key(at + 3) == "sau" ? 4 : 3);
      return mention;
    }
    if (key(at) == "tháng" && key(at + 1) == "đầu" && key(at + 2) == "tiên" && key(at + 3) == "của" &&
        key(at + 4) == "quý") {
      mention.deadline.every = Every::Quarter;
      mention.last = at + 5;
      return mention;
    }
    if (key(at) == "tháng" && (key(at + 1) == "cuối" || key(at + 1) == "đầu") &&
        (key(at + 2) == "của" || key(at + 2) == "mỗi") && (key(at + 3) == "quý" || key(at + 3) == "mỗi")) {
      mention.deadline.every = Every::Quarter;
      mention.last = key(at + 3) == "quý" ? at + 4 : at + 5;
      return mention;
    }
    const auto cycle = cycle_at(at);
    // "báo cáo tuần … trước 14 giờ thứ Sáu": a day of the week alone comes back every week.
    if (!cycle && mention.deadline.weekday && led && key(at) != "," && key(at) != "(" && key(at) != "ngày") {
      mention.deadline.every = Every::Week;
      mention.last = at;
      return mention;
    }
    if (!cycle) return std::nullopt;
    mention.deadline.every = cycle->every;
    mention.last = cycle->last;
    if (mention.deadline.weekday && cycle->every != Every::Week) return std::nullopt;
    return mention;
  }

  std::size_t skip_leading(std::size_t i) const {
    const auto lead = leading_words().at(text_, i);
    return lead && (lead.value == Strict || lead.value == Until || lead.value == Weak) ? i + lead.length : i;
  }

  /// The day that follows a rhythm: "hằng tháng, trước ngày 20", "hằng quý (trước ngày 25 của tháng cuối quý)", "hằng
  /// tuần vào thứ Sáu".
  void read_day_behind(DeadlineMention& mention) const {
    std::size_t at = mention.last;
    if (key(at) == "," && mention.deadline.every == Every::HalfYear && key(at + 1) == "năm") at = mention.last = at + 2;
    if (key(at) == "và" && key(at + 1) == "năm") at = mention.last = at + 2;
    for (std::size_t steps = 0; steps < 12 && at < text_.size() && key(at) != ";" && key(at) != "."; ++steps, ++at) {
      const std::size_t lead = skip_leading(at);
      if (lead == at && key(at) != "ngày" && weekday_of_word(text_, at) == 0) continue;
      std::size_t day = lead;
      if (const auto clock = read_clock_time(text_, day)) {
        mention.deadline.time = clock->since_midnight;
        day += clock->length;
      }
      if (key(day) == "chiều" || key(day) == "sáng" || (key(day) == "ngày" && weekday_of_word(text_, day + 1))) ++day;
      if (const int weekday = weekday_of_word(text_, day)) {
        mention.deadline.weekday = weekday;
        mention.last = day + 2;
        return;
      }
      if (key(day) != "ngày" || !text_.is_number(day + 1) || text_.number(day + 1) > 31) continue;
      if (key(day + 2) == "/" && text_.is_number(day + 3) && key(day + 4) == "/")
        return;  // a full date is a deadline of its own
      mention.deadline.day = text_.number(day + 1);
      mention.last = day + 2;
      if ((key(day + 2) == "/" || key(day + 2) == "tháng") && text_.is_number(day + 3)) {
        mention.deadline.month = text_.number(day + 3);
        mention.last = day + 4;
      }
      if (key(mention.last) == "của") ++mention.last;
      if (key(mention.last) == "tháng" &&
          (key(mention.last + 1) == "cuối" || key(mention.last + 1) == "sau" || key(mention.last + 1) == "đầu"))
        mention.last += key(mention.last + 2) == "quý" ? 3 : 2;
      if (const auto again = cycle_at(mention.last)) mention.last = again->last;
      return;
    }
  }
};

}  // namespace

std::optional<DeadlineMention> read_recurring(const TokenText& text, const DeadlineContext& context, std::size_t i) {
  return RecurringReader(text, context).read(i);
}

}  // namespace haidang::directives
