// SPDX-License-Identifier: Apache-2.0
#include "relative_phrases.hpp"

#include "deadline_reader.hpp"
#include "deadline_words.hpp"
#include "phrase_books.hpp"

namespace haidang::directives {
namespace {

using documents::PhraseBook;
using documents::TokenText;

/// What may stand before a span: "trong vòng 10 ngày".
const PhraseBook& frames() {
  static const PhraseBook book =
      book_of({"trong vòng", "trong thời hạn", "trong thời gian", "thời hạn", "trong", "chậm nhất", "chậm nhất là",
               "chậm nhất sau", "không quá", "tối đa", "sau", "chậm nhất trong", "chậm nhất trong vòng",
               "trong thời hạn chậm nhất", "trong thời hạn không quá", "trong tối đa", "muộn nhất", "muộn nhất sau",
               "trong thời gian không quá"});
  return book;
}

/// What leads from a span to the event it is counted from: "10 ngày kể từ ngày ký".
const PhraseBook& origins() {
  static const PhraseBook book =
      book_of({"kể từ", "kế từ", "kế từ ngày", "kế từ khi", "kể từ ngày", "kể từ khi", "kể từ thời điểm", "tính từ",
               "tính từ ngày", "từ ngày", "từ khi", "sau khi", "sau ngày", "tính từ thời điểm", "từ thời điểm",
               "từ lúc", "kể từ lúc", "ngay sau khi"});
  return book;
}

/// A span and the event it is counted from.
class RelativeReader : private DeadlineReader {
 public:
  RelativeReader(const TokenText& text, const DeadlineContext& context) : DeadlineReader(text, context) {}

  /// "trong vòng 10 ngày làm việc kể từ ngày ký", "05 ngày kể từ ngày kết thúc mỗi quý", "ngay sau khi …".
  std::optional<DeadlineMention> read(std::size_t i) const {
    if (context_.time_column && key(i) == "sau" && key(i + 1) == "khi") return after_event(i, i + 2);
    if (key(i) == "ngay" &&
        ((key(i + 1) == "sau" && (key(i + 2) == "khi" || key(i + 2) == "ngày")) || key(i + 1) == "khi"))
      return after_event(i, i + (key(i + 1) == "khi" ? 2 : 3));
    std::size_t at = i;
    bool framed = false;
    if (const auto frame = frames().at(text_, at)) {
      framed = key(at) == "trong" || key(at) == "thời";
      at += frame.length;
    }
    DeadlineMention mention{.first = i};
    mention.deadline.kind = DeadlineKind::Relative;
    if (!read_span(mention.deadline, at)) return std::nullopt;
    if (key(at) == "," || key(at) == "(") ++at;
    const auto origin = origins().at(text_, at);
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

 private:
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
    static const PhraseBook own = book_of({"này", "chỉ thị", "quyết định", "kế hoạch", "công văn", "văn bản",
                                           "thông báo", "công điện", "chương trình", "nghị quyết", "kết luận"});
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
};

}  // namespace

std::optional<DeadlineMention> read_relative(const TokenText& text, const DeadlineContext& context, std::size_t i) {
  return RelativeReader(text, context).read(i);
}

}  // namespace haidang::directives
