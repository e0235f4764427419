// SPDX-License-Identifier: Apache-2.0
#include "target_phrases.hpp"

#include <algorithm>
#include <optional>

namespace haidang::directives {
namespace {

using documents::PhraseBook;
using documents::TokenText;

PhraseBook book_of(std::initializer_list<std::pair<const char*, Comparison>> phrases) {
  PhraseBook book;
  for (const auto& [phrase, value] : phrases) book.add(phrase, static_cast<int>(value));
  return book;
}

/// Words right before a figure that bound it.
const PhraseBook& bounds() {
  static const PhraseBook book = book_of({{"tối thiểu", Comparison::AtLeast},
                                          {"ít nhất", Comparison::AtLeast},
                                          {"trên", Comparison::AtLeast},
                                          {"hơn", Comparison::AtLeast},
                                          {"không thấp hơn", Comparison::AtLeast},
                                          {"không dưới", Comparison::AtLeast},
                                          {"không ít hơn", Comparison::AtLeast},
                                          {"lớn hơn", Comparison::AtLeast},
                                          {"cao hơn", Comparison::AtLeast},
                                          {"vượt", Comparison::AtLeast},
                                          {"tối thiểu là", Comparison::AtLeast},
                                          {"ít nhất là", Comparison::AtLeast},
                                          {"tối thiểu từ", Comparison::AtLeast},
                                          {"tối thiểu đạt", Comparison::AtLeast},
                                          {"ít nhất đạt", Comparison::AtLeast},
                                          {"không quá", Comparison::AtMost},
                                          {"không vượt quá", Comparison::AtMost},
                                          {"tối đa", Comparison::AtMost},
                                          {"tối đa là", Comparison::AtMost},
                                          {"dưới", Comparison::AtMost},
                                          {"không vượt", Comparison::AtMost},
                                          {"thấp hơn", Comparison::AtMost},
                                          {"nhỏ hơn", Comparison::AtMost},
                                          {"không cao hơn", Comparison::AtMost},
                                          {"không nhiều hơn", Comparison::AtMost},
                                          {"vượt quá", Comparison::AtMost},
                                          {"không lớn hơn", Comparison::AtMost},
                                          {"không hơn", Comparison::AtMost},
                                          {"quá", Comparison::AtMost},
                                          {"≥", Comparison::AtLeast},
                                          {">", Comparison::AtLeast},
                                          {"≤", Comparison::AtMost},
                                          {"<", Comparison::AtMost}});
  return book;
}

/// A number as printed: "95", "97,6", "1.500", "06"; and the tokens it takes.
struct Figure {
  Decimal value;
  std::size_t last = 0;
};

std::optional<Figure> read_figure(const TokenText& text, std::size_t i) {
  if (!text.is_number(i) || (i > 0 && text.glued(i) && text.key(i - 1) != "(" && text.key(i - 1) != "≥" &&
                             text.key(i - 1) != "≤" && text.key(i - 1) != ">" && text.key(i - 1) != "<"))
    return std::nullopt;
  std::size_t last = i + 1;
  while (text.glued(last) && (text.key(last) == "," || text.key(last) == ".") && text.is_number(last + 1) &&
         text.glued(last + 1)) {
    if (text.key(last) == "." && text[last + 1].key.size() != 3) break;
    last += 2;
  }
  auto value = Decimal::parse_vietnamese(text.words(i, last));
  if (!value) return std::nullopt;
  return Figure{*value, last};
}

class TargetFinder {
 public:
  TargetFinder(const TokenText& text, const std::vector<bool>& masked) : text_(text), masked_(masked) {}

  std::vector<Target> find() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (i < masked_.size() && masked_[i]) continue;
      const auto figure = read_figure(text_, i);
      if (!figure) continue;
      if (auto target = target_at(i, *figure)) found_.push_back(std::move(*target));
      i = figure->last - 1;
    }
    return std::move(found_);
  }

 private:
  std::string_view key(std::size_t i) const { return text_.key(i); }

  std::optional<Target> target_at(std::size_t i, const Figure& figure) const {
    const bool percent = key(figure.last) == "%" || (key(figure.last) == "phần" && key(figure.last + 1) == "trăm");
    const auto bound = bound_before(i);
    const auto behind = bound_behind(figure.last);
    if (!percent && !bound && !behind) return std::nullopt;
    if (!percent && !is_count(i, figure)) return std::nullopt;
    if (percent ? selects(i, bound_selects(i) || behind.has_value()) : selects_count(i) || uses(i)) return std::nullopt;
    Target target{.value = span_value(i, figure.value),
                  .comparison = comparison(i, bound, behind),
                  .unit = percent ? "%" : unit_behind(figure.last)};
    if (!percent && target.unit.empty()) return std::nullopt;
    const std::size_t first = bound ? bound_first(i) : i;
    target.phrase = text_.words(first, figure.last + (percent ? (key(figure.last) == "%" ? 1 : 2) : 1));
    return target;
  }

  std::size_t bound_first(std::size_t i) const {
    for (std::size_t back = std::min<std::size_t>(4, i); back > 0; --back)
      if (const auto match = bounds().at(text_, i - back); match && i - back + match.length == i) return i - back;
    return i;
  }
  std::optional<Comparison> bound_before(std::size_t i) const {
    std::size_t end = i;
    if (end > 0 && (key(end - 1) == "từ" || key(end - 1) == "đạt" || key(end - 1) == "khoảng")) {
      // "tối thiểu từ 70 %", "ít nhất đạt 70 %"
      if (const std::size_t first = bound_first(end - 1); first < end - 1)
        return static_cast<Comparison>(bounds().at(text_, first).value);
    }
    const std::size_t first = bound_first(end);
    if (first == end) return std::nullopt;
    const auto comparison = static_cast<Comparison>(bounds().at(text_, first).value);
    // "vi phạm cam kết quá 12 tháng": a bare "quá" bounds only what must not happen.
    if (key(first) == "quá" && !forbids(first)) return std::nullopt;
    if (key(first) == "hơn" && !(first > 0 && (key(first - 1) == "đạt" || key(first - 1) == "thêm")))
      return std::nullopt;
    return comparison;
  }
  /// "không để tỷ lệ … vượt quá 2 %", "không để người dân phải đi lại quá 02 lần".
  bool forbids(std::size_t i) const {
    for (std::size_t back = 1; back <= 16 && back <= i; ++back) {
      if (key(i - back) == ";" || key(i - back) == "." || key(i - back) == ":") return false;
      if ((key(i - back) == "không" && (key(i - back + 1) == "để" || key(i - back + 1) == "được" ||
                                        key(i - back + 1) == "phải" || key(i - back + 1) == "vượt")) ||
          key(i - back) == "tránh")
        return true;
    }
    return false;
  }

  /// "từ 95 % phản ánh trở lên", "10 cơ quan trở xuống".
  std::optional<Comparison> bound_behind(std::size_t last) const {
    for (std::size_t at = last; at < std::min(text_.size(), last + 14); ++at) {
      if (key(at) == ";" || key(at) == "." || key(at) == ",") return std::nullopt;
      if (text_.is_number(at) && at > last) return std::nullopt;
      if (key(at) == "trở" && key(at + 1) == "lên") return Comparison::AtLeast;
      if (key(at) == "trở" && key(at + 1) == "xuống") return Comparison::AtMost;
    }
    return std::nullopt;
  }

  Comparison comparison(std::size_t i, std::optional<Comparison> bound, std::optional<Comparison> behind) const {
    if (behind) return *behind;
    const std::size_t first = bound ? bound_first(i) : i;
    // "lắp thiết bị trên 100 % phương tiện": on all of them; more than all cannot be asked.
    if (bound && key(first) == "trên" && key(i) == "100") return Comparison::Equal;
    if ((reduces(first) || (span_start(i) > 0 && reduces(span_start(i)))) && !(bound && *bound == Comparison::AtMost) &&
        !lowers_to(first))
      return Comparison::Decrease;
    if (lowers_to(first) && !bound) return Comparison::AtMost;
    if (bound) return *bound;
    if (is_between(i)) return Comparison::AtLeast;
    return Comparison::Equal;
  }

  /// "giảm", "cắt giảm", "rút ngắn" governs the figure: close before it, in the same clause.
  bool reduces(std::size_t i) const {
    for (std::size_t back = 1; back <= 9 && back <= i; ++back) {
      const std::size_t at = i - back;
      if (key(at) == ";" || key(at) == "." || key(at) == ":" || key(at) == ",") return false;
      if (text_.is_number(at) || key(at) == "%") return false;
      if (key(at) == "đạt" || key(at) == "tăng" || key(at) == "bảo" || key(at) == "cho" || key(at) == "đối" ||
          key(at) == "nâng")
        return false;
      if (key(at) == "giảm" || (key(at) == "rút" && key(at + 1) == "ngắn")) return true;
    }
    return false;
  }
  /// "giảm … xuống (còn) dưới 5 %".
  bool lowers_to(std::size_t i) const {
    for (std::size_t back = 1; back <= 3 && back <= i; ++back)
      if (key(i - back) == "xuống" || key(i - back) == "còn") return true;
    return false;
  }
  /// "từ 80 % đến 90 %", "từ 8 - 8,5 %": the first figure is the least.
  bool is_between(std::size_t i) const {
    return i > 0 && (key(i - 1) == "từ" || (span_start(i) > 0 && key(span_start(i) - 1) == "từ"));
  }
  /// The first number of "8 - 8,5 %", 0 where there is none.
  std::size_t span_start(std::size_t i) const {
    if (i < 2 || key(i - 1) != "-" || !text_.is_number(i - 2)) return 0;
    std::size_t first = i - 2;
    while (first >= 2 && text_.glued(first) && text_.is_number(first - 2)) first -= 2;
    return first;
  }
  Decimal span_value(std::size_t i, Decimal last) const {
    const std::size_t first = span_start(i);
    if (first == 0 || reduces(first) || key(first - 1) != "từ") return last;
    const auto figure = read_figure(text_, first);
    return figure ? figure->value : last;
  }

  /// Only these bounds may also tell which: "tối thiểu" and "không quá" always ask for something.
  bool bound_selects(std::size_t i) const {
    const std::size_t first = bound_first(i);
    return first < i && (key(first) == "trên" || key(first) == "dưới" || key(first) == "hơn" || key(first) == "thấp" ||
                         key(first) == "cao" || key(first) == "vượt");
  }

  /// "từ các dự án giải ngân dưới 40 % sang …": which, not how much.
  bool selects(std::size_t i, bool bounded) const {
    if (!bounded) return false;
    static const PhraseBook plural = [] {
      PhraseBook book;
      for (const char* phrase :
           {"các dự án",      "các đơn vị",     "các cơ quan",  "các địa phương", "các xã",          "các huyện",
            "những dự án",    "các trường hợp", "những đơn vị", "các chủ đầu tư", "những nơi",       "các doanh nghiệp",
            "dự án có",       "đơn vị có",      "cơ quan có",   "địa phương có",  "dự án giải ngân", "đối với dự án",
            "đối với đơn vị", "nơi có tỷ lệ",   "xã có",        "huyện có",       "các sở",          "những cơ quan",
            "các tiêu chí",   "các chỉ số"})
        book.add(phrase, 0);
      return book;
    }();
    for (std::size_t back = 2; back <= 10 && back <= i; ++back) {
      const std::size_t at = i - back;
      if (key(at) == ";" || key(at) == "." || key(at) == "," || key(at) == ":") return false;
      if (key(at) == "bảo" || key(at) == "đạt" || key(at) == "hoàn" || key(at) == "phấn" || key(at) == "xuống" ||
          key(at) == "giảm" || key(at) == "tăng")
        return false;
      if (plural.has(text_, at)) return true;
      // "nhà thầu có khối lượng thực hiện dưới 20 %"
      if (key(at) == "có" && at > 0 && text_.is_word(at - 1) && key(at - 1) != "phải" && key(at - 1) != "để" &&
          key(at - 1) != "cần")
        return true;
    }
    return false;
  }
  /// "người trên 18 tuổi", "doanh nghiệp có trên 50 lao động".
  bool selects_count(std::size_t i) const {
    const std::size_t first = bound_first(i);
    for (std::size_t back = 1; back <= 3 && back <= first; ++back)
      if (key(first - back) == "người" || key(first - back) == "nợ")
        return key(i + 1) == "tuổi" || key(i + 1) == "tháng" || key(i + 1) == "năm";
    return selects(i, true) && (key(first) == "trên" || key(first) == "dưới");
  }

  /// "doanh nghiệp sử dụng từ 10 lao động trở lên"
  bool uses(std::size_t i) const {
    for (std::size_t back = 2; back <= 6 && back <= i; ++back)
      if ((key(i - back) == "vi" && key(i - back + 1) == "phạm") ||
          (key(i - back) == "sử" && key(i - back + 1) == "dụng") ||
          (key(i - back) == "quy" && key(i - back + 1) == "mô"))
        return true;
    return false;
  }

  /// A count has a noun behind it; sums of money, ages, clock times and years are no counts.
  bool is_count(std::size_t i, const Figure& figure) const {
    const std::string_view unit = key(figure.last);
    if (!text_.is_word(figure.last) || unit == "tuổi" || unit == "h" || unit == "trở" ||
        (unit == "giờ" && bound_first(i) == i))
      return false;
    if (unit == "ngày" && key(figure.last + 1) == "làm" && key(figure.last + 3) == "kể") return false;
    return !(i > 0 && (key(i - 1) == "số" || key(i - 1) == "điều" || key(i - 1) == "khoản" || key(i - 1) == "ngày" ||
                       key(i - 1) == "tháng" || key(i - 1) == "quý"));
  }

  /// The noun counted: one word, two where the first alone says little ("cơ quan", "công chức").
  std::string unit_behind(std::size_t i) const {
    static const PhraseBook compounds = [] {
      PhraseBook book;
      for (const char* phrase :
           {"cơ quan",  "đơn vị",     "chủ đầu tư",    "hộ dân",       "hộ gia đình", "công chức",    "cán bộ",
            "dự án",    "sáng kiến",  "thủ tục",       "doanh nghiệp", "mô hình",     "hồ sơ",        "điểm cầu",
            "tin, bài", "địa phương", "ngày làm việc", "hợp tác xã",   "sản phẩm",    "chuyên mục",   "chuyên đề",
            "hội nghị", "người dân",  "lượt người",    "tổ chức",      "nhiệm vụ",    "dịch vụ công", "tiêu chí",
            "học viên", "tỷ đồng",    "triệu đồng",    "văn bản",      "công trình",  "trường hợp"})
        book.add(phrase, 0);
      return book;
    }();
    const auto compound = compounds.at(text_, i);
    return std::string(text_.words(i, i + (compound ? compound.length : 1)));
  }

  const TokenText& text_;
  const std::vector<bool>& masked_;
  std::vector<Target> found_;
};

}  // namespace

std::vector<Target> find_targets(const TokenText& text, const std::vector<bool>& masked) {
  return TargetFinder(text, masked).find();
}

}  // namespace haidang::directives
