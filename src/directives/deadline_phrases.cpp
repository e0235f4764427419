// SPDX-License-Identifier: Apache-2.0
#include "deadline_phrases.hpp"

#include <algorithm>
#include <array>

#include "documents/clause_mark.hpp"
#include "time_points.hpp"

namespace haidang::directives {
namespace {

using documents::PhraseBook;
using documents::TokenText;
using Grain = TimePoint::Grain;

PhraseBook book_of(std::initializer_list<std::pair<const char*, int>> phrases) {
  PhraseBook book;
  for (const auto& [phrase, value] : phrases) book.add(phrase, value);
  return book;
}

enum Leading { Strict, Until, Weak, Start, Never };

/// What the words right before a date make of it. Strict: the day before it; Until: that day; Weak: that day, unless it
/// lies before the document; Start and Never: no deadline.
const PhraseBook& leading_words() {
  static const PhraseBook book = book_of({{"trước", Strict},
                                          {"trước thời điểm", Strict},
                                          {"trước hạn", Strict},
                                          {"xong trước", Strict},
                                          {"hoàn thành trước", Strict},
                                          {"đến hết", Until},
                                          {"hết", Until},
                                          {"chậm nhất", Until},
                                          {"chậm nhất là", Until},
                                          {"chậm nhất đến", Until},
                                          {"chậm nhất đến hết", Until},
                                          {"chậm nhất trong", Until},
                                          {"chậm nhất vào", Until},
                                          {"chậm nhất là vào", Until},
                                          {"chậm nhất là trong", Until},
                                          {"chậm nhất là đến", Until},
                                          {"chậm nhất là hết", Until},
                                          {"chậm nhất hết", Until},
                                          {"chậm nhất là đến hết", Until},
                                          {"chậm nhất vào cuối", Until},
                                          {"muộn nhất", Until},
                                          {"muộn nhất là", Until},
                                          {"muộn nhất vào", Until},
                                          {"không muộn hơn", Until},
                                          {"không chậm hơn", Until},
                                          {"không quá", Until},
                                          {"xong", Until},
                                          {"xong trong", Until},
                                          {"hoàn thành", Until},
                                          {"hoàn thành trong", Until},
                                          {"hoàn thành vào", Until},
                                          {"hoàn thành xong trong", Until},
                                          {"thời hạn", Until},
                                          {"thời hạn hoàn thành", Until},
                                          {"hạn", Until},
                                          {"hạn hoàn thành", Until},
                                          {"hạn cuối", Until},
                                          {"hạn chót", Until},
                                          {"thời gian hoàn thành", Until},
                                          {"trong", Weak},
                                          {"vào", Weak},
                                          {"ngay trong", Weak},
                                          {"đến", Weak},
                                          {"tới", Weak},
                                          {"cho đến", Weak},
                                          {"cho đến hết", Until},
                                          {"kéo dài đến", Weak},
                                          {"vào cuối", Weak},
                                          {"đến cuối", Weak},
                                          {"trong cuối", Weak},
                                          {"cuối", Never},
                                          {"hoàn thành cuối", Until},
                                          {"xong cuối", Until},
                                          {"hoàn thành vào cuối", Until},
                                          {"xong vào cuối", Until},
                                          {"trước cuối", Until},
                                          {"từ", Start},
                                          {"kể từ", Start},
                                          {"bắt đầu từ", Start},
                                          {"từ đầu", Start},
                                          {"tính từ", Start},
                                          {"sau", Start},
                                          {"so với", Never},
                                          {"tầm nhìn đến", Never},
                                          {"tầm nhìn", Never},
                                          {"năm học", Never},
                                          {"thời kỳ", Never},
                                          {"tính đến", Never},
                                          {"tính đến hết", Never},
                                          {"giai đoạn", Never},
                                          {"từ cuối", Start},
                                          {"của", Never},
                                          {"đầu", Never},
                                          {"có hiệu lực từ", Start}});
  return book;
}

/// Words that make a weak "trong tháng 10/2021" a promise even where it lies before the document.
const PhraseBook& finishing_words() {
  static const PhraseBook book = book_of({{"hoàn thành", 0},
                                          {"xong", 0},
                                          {"chậm nhất", 0},
                                          {"trình", 0},
                                          {"báo cáo", 0},
                                          {"gửi", 0},
                                          {"thời hạn", 0},
                                          {"hoàn tất", 0},
                                          {"kết thúc", 0}});
  return book;
}

/// "hồ sơ tiếp nhận trước ngày 01/7/2025": the date tells which, not when.
const PhraseBook& selecting_words() {
  static const PhraseBook book = book_of({{"tiếp nhận", 0},
                                          {"ban hành", 0},
                                          {"phát sinh", 0},
                                          {"nộp", 0},
                                          {"được cấp", 0},
                                          {"đã cấp", 0},
                                          {"có hiệu lực", 0},
                                          {"được giao", 0},
                                          {"khởi công", 0},
                                          {"tồn đọng", 0},
                                          {"ký", 0},
                                          {"thành lập", 0},
                                          {"xây dựng", 0},
                                          {"tồn", 0},
                                          {"dự án hoàn thành", 0},
                                          {"công trình hoàn thành", 0},
                                          {"đăng ký", 0}});
  return book;
}

int count_word(std::string_view key) {
  static constexpr std::array<std::string_view, 11> kNumbers{"không", "một", "hai", "ba",   "bốn", "năm",
                                                             "sáu",   "bảy", "tám", "chín", "mười"};
  for (std::size_t n = 1; n < kNumbers.size(); ++n)
    if (kNumbers[n] == key) return static_cast<int>(n);
  return -1;
}

int weekday_of_word(const TokenText& text, std::size_t i) {
  if (text.key(i) == "chủ" && text.key(i + 1) == "nhật") return 7;
  if (text.key(i) != "thứ") return 0;
  static constexpr std::array<std::pair<std::string_view, int>, 6> kDays{
      {{"hai", 1}, {"ba", 2}, {"tư", 3}, {"năm", 4}, {"sáu", 5}, {"bảy", 6}}};
  for (const auto& [word, day] : kDays)
    if (text.key(i + 1) == word) return day;
  return text.is_number(i + 1) && text.number(i + 1) >= 2 && text.number(i + 1) <= 7 ? text.number(i + 1) - 1 : 0;
}

class DeadlineFinder {
 public:
  DeadlineFinder(const TokenText& text, const DeadlineContext& context, const std::vector<bool>& masked)
      : text_(text), context_(context), masked_(masked) {}

  std::vector<DeadlineMention> find() {
    for (std::size_t i = 0; i < text_.size();) {
      if (is_masked(i)) {
        ++i;
        continue;
      }
      std::optional<DeadlineMention> mention;
      for (const auto reader : {&DeadlineFinder::recurring, &DeadlineFinder::relative, &DeadlineFinder::continuous,
                                &DeadlineFinder::absolute})
        if ((mention = (this->*reader)(i))) break;
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

  std::string_view key(std::size_t i) const { return text_.key(i); }
  bool is_masked(std::size_t i) const { return i < masked_.size() && masked_[i]; }
  bool ends_clause(std::size_t i) const {
    return i >= text_.size() || key(i) == "." || key(i) == ";" || key(i) == "," || key(i) == ":" || key(i) == ")" ||
           key(i) == "(";
  }
  bool begins_clause(std::size_t i) const {
    return i == 0 || key(i - 1) == "." || key(i - 1) == ";" || key(i - 1) == "," || key(i - 1) == ":" ||
           key(i - 1) == "(";
  }

  bool already_said(const DeadlineMention& mention) const {
    return mention.deadline.kind == DeadlineKind::Continuous &&
           std::any_of(found_.begin(), found_.end(),
                       [](const DeadlineMention& other) { return other.deadline.kind == DeadlineKind::Continuous; });
  }

  // ---- recurring ----------------------------------------------------------------------------------------------
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
    static const PhraseBook nouns =
        book_of({{"kế hoạch", 0}, {"chương trình", 0}, {"dự toán", 0}, {"nghị quyết", 0}, {"ngân sách", 0}});
    for (std::size_t back = 1; yearly && back <= 8 && back <= first; ++back) {
      if (ends_clause(first - back)) break;
      if (nouns.has(text_, first - back)) return !ends_clause(last);
    }
    return false;
  }

  std::optional<DeadlineMention> recurring(std::size_t i) const {
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
    if (const int weekday = weekday_of_word(text_, at)) {
      mention.deadline.weekday = weekday;
      at += 2;
    } else if (key(at) == "ngày" && text_.is_number(at + 1) && text_.number(at + 1) <= 31) {
      mention.deadline.day = text_.number(at + 1);
      at += 2;
      // "ngày 14 và 29 hằng tháng": the last one closes the month.
      while ((key(at) == "và" || key(at) == ",") &&
             (text_.is_number(at + 1) || (key(at + 1) == "ngày" && text_.is_number(at + 2)))) {
        const std::size_t next = text_.is_number(at + 1) ? at + 1 : at + 2;
        if (text_.number(next) > 31 || key(next + 1) == "/") break;
        mention.deadline.day = text_.number(next);
        at = next + 1;
      }
      if (key(at) == "tháng" && text_.is_number(at + 1)) {
        mention.deadline.month = text_.number(at + 1);
        at += 2;
      } else if (key(at) == "/" && text_.glued(at) && text_.is_number(at + 1) && key(at + 2) != "/") {
        mention.deadline.month = text_.number(at + 1);
        at += 2;
      }
    } else if (key(at) == "tháng" && text_.is_number(at + 1)) {
      mention.deadline.month = text_.number(at + 1);
      at += 2;
    } else if (text_.is_number(at) && key(at + 1) == "/" && text_.glued(at + 1) && text_.is_number(at + 2) &&
               text_.number(at) <= 31 && text_.number(at + 2) <= 12 && key(at + 3) != "/") {
      mention.deadline.day = text_.number(at);
      mention.deadline.month = text_.number(at + 2);
      at += 3;
      if (!cycle_at(at)) return std::nullopt;
    } else if (!mention.deadline.time) {
      return std::nullopt;
    }
    return end_cycle(mention, at, skip_leading(i) > i);
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

  // ---- relative -----------------------------------------------------------------------------------------------
  /// "trong vòng 10 ngày làm việc kể từ ngày ký", "05 ngày kể từ ngày kết thúc mỗi quý", "ngay sau khi …".
  std::optional<DeadlineMention> relative(std::size_t i) const {
    if (context_.time_column && key(i) == "sau" && key(i + 1) == "khi") return after_event(i, i + 2);
    if (key(i) == "ngay" &&
        ((key(i + 1) == "sau" && (key(i + 2) == "khi" || key(i + 2) == "ngày")) || key(i + 1) == "khi"))
      return after_event(i, i + (key(i + 1) == "khi" ? 2 : 3));
    std::size_t at = i;
    bool framed = false;
    static const PhraseBook frames = book_of({{"trong vòng", 0},
                                              {"trong thời hạn", 0},
                                              {"trong thời gian", 0},
                                              {"thời hạn", 0},
                                              {"trong", 0},
                                              {"chậm nhất", 0},
                                              {"chậm nhất là", 0},
                                              {"chậm nhất sau", 0},
                                              {"không quá", 0},
                                              {"tối đa", 0},
                                              {"sau", 0},
                                              {"chậm nhất trong", 0},
                                              {"chậm nhất trong vòng", 0},
                                              {"trong thời hạn chậm nhất", 0},
                                              {"trong thời hạn không quá", 0},
                                              {"trong tối đa", 0},
                                              {"muộn nhất", 0},
                                              {"muộn nhất sau", 0},
                                              {"trong thời gian không quá", 0}});
    if (const auto frame = frames.at(text_, at)) {
      framed = key(at) == "trong" || key(at) == "thời";
      at += frame.length;
    }
    DeadlineMention mention{.first = i};
    mention.deadline.kind = DeadlineKind::Relative;
    if (!read_span(mention.deadline, at)) return std::nullopt;
    static const PhraseBook origins = book_of({{"kể từ", 0},
                                               {"kế từ", 0},
                                               {"kế từ ngày", 0},
                                               {"kế từ khi", 0},
                                               {"kể từ ngày", 0},
                                               {"kể từ khi", 0},
                                               {"kể từ thời điểm", 0},
                                               {"tính từ", 0},
                                               {"tính từ ngày", 0},
                                               {"từ ngày", 0},
                                               {"từ khi", 0},
                                               {"sau khi", 0},
                                               {"sau ngày", 0},
                                               {"tính từ thời điểm", 0},
                                               {"từ thời điểm", 0},
                                               {"từ lúc", 0},
                                               {"kể từ lúc", 0},
                                               {"ngay sau khi", 0}});
    if (key(at) == "," || key(at) == "(") ++at;
    const auto origin = origins.at(text_, at);
    if (!origin) {
      mention.last = at;
      const bool bounded = framed && i + 2 < at &&
                           (key(i + 1) == "vòng" || key(i + 1) == "thời" || key(i) == "thời" || context_.time_column);
      mention.deadline.from = From::Event;
      return bounded ? std::optional(mention) : std::nullopt;
    }
    const std::size_t event = at + origin.length;
    // "24/24 giờ từ ngày 25/4 đến hết ngày 05/9" is a period, and "kể từ ngày 01/7/2025" a start.
    if (text_.is_number(event) && key(event - 1) == "ngày") return std::nullopt;
    mention.last = end_of_event(event);
    mention.deadline.event = text_.words(event_start(at), mention.last);
    mention.deadline.from = is_issue(event, mention.last) ? From::Issue : From::Event;
    return mention;
  }

  /// "kể từ ngày ký" is told from "ngày ký" on.
  std::size_t event_start(std::size_t at) const {
    if ((key(at) == "kể" || key(at) == "kế" || key(at) == "tính") && key(at + 1) == "từ")
      at += 2;
    else if (key(at) == "từ")
      ++at;
    return at;
  }

  /// "10 (mười) ngày làm việc", "03 tháng", "24 giờ", "hai tuần": moves `at` behind it.
  bool read_span(Deadline& deadline, std::size_t& at) const {
    int count = text_.is_number(at) ? text_.number(at) : count_word(key(at));
    if (text_.glued(at) && at > 0 && key(at - 1) == "/") return false;
    if (count < 0 || count > 3650) return false;
    std::size_t unit = at + 1;
    if (key(unit) == "(") {
      while (unit < text_.size() && unit < at + 6 && key(unit) != ")") ++unit;
      ++unit;
    }
    if (key(unit) == "ngày" && key(unit + 1) == "làm" && key(unit + 2) == "việc") {
      deadline.unit = DayUnit::WorkingDay;
      unit += 3;
    } else if (key(unit) == "ngày") {
      deadline.unit = DayUnit::Day;
      ++unit;
    } else if (key(unit) == "tháng" && !text_.is_number(unit + 1) && key(unit + 1) != "đầu" &&
               key(unit + 1) != "cuối") {
      deadline.unit = DayUnit::Month;
      ++unit;
    } else if (key(unit) == "giờ" && !text_.is_number(unit + 1)) {
      deadline.unit = DayUnit::Hour;
      ++unit;
    } else if (key(unit) == "tuần") {
      deadline.unit = DayUnit::Day;
      count *= 7;
      ++unit;
    } else {
      return false;
    }
    deadline.count = count;
    at = unit;
    return true;
  }

  DeadlineMention after_event(std::size_t i, std::size_t event) const {
    DeadlineMention mention{.first = i, .last = end_of_event(event)};
    mention.deadline.kind = DeadlineKind::Relative;
    mention.deadline.unit = DayUnit::Day;
    mention.deadline.event = text_.words(event, mention.last);
    mention.deadline.from = From::Event;
    return mention;
  }

  std::size_t end_of_event(std::size_t i) const {
    std::size_t at = i;
    while (at < text_.size() && at < i + 30 && key(at) != ";" && key(at) != "." && key(at) != "," && key(at) != ")" &&
           key(at) != ":")
      ++at;
    return at;
  }

  /// Is the event the signing of this very document?
  bool is_issue(std::size_t first, std::size_t last) const {
    bool signing = false, receiving = false, this_one = false, other = false;
    static const PhraseBook own = book_of({{"này", 0},
                                           {"chỉ thị", 0},
                                           {"quyết định", 0},
                                           {"kế hoạch", 0},
                                           {"công văn", 0},
                                           {"văn bản", 0},
                                           {"thông báo", 0},
                                           {"công điện", 0},
                                           {"chương trình", 0},
                                           {"nghị quyết", 0},
                                           {"kết luận", 0}});
    for (std::size_t i = first; i < last; ++i) {
      signing = signing || key(i) == "ký" || (key(i) == "ban" && key(i + 1) == "hành");
      receiving = receiving || key(i) == "nhận" || key(i) == "tiếp";
      this_one = this_one || key(i) == "này";
      other = other || key(i) == "hợp" || key(i) == "luật" || key(i) == "nghị" || key(i) == "được";
    }
    if (!signing || receiving) return false;
    if (this_one) return true;
    const std::size_t words = last - first;
    return !other && (words <= 3 || own.has(text_, last - 2) || own.has(text_, first + 1) || own.has(text_, first + 2));
  }

  // ---- continuous ---------------------------------------------------------------------------------------------
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

  // ---- dates --------------------------------------------------------------------------------------------------
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

  const TokenText& text_;
  const DeadlineContext& context_;
  const std::vector<bool>& masked_;
  std::vector<DeadlineMention> found_;
};

}  // namespace

std::vector<DeadlineMention> find_deadlines(const TokenText& text, const DeadlineContext& context,
                                            const std::vector<bool>& masked) {
  return DeadlineFinder(text, context, masked).find();
}

}  // namespace haidang::directives
