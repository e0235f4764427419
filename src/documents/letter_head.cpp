// SPDX-License-Identifier: Apache-2.0
#include "letter_head.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/vietnamese.hpp"
#include "documents/tokens.hpp"
#include "embedded/document_kinds.hpp"

namespace haidang::documents {
namespace {

struct Kinds {
  std::map<std::string, std::string, std::less<>> by_name;          ///< folded → shown
  std::map<std::string, std::string, std::less<>> by_abbreviation;  ///< "CT" → "chỉ thị"
};

const Kinds& kinds() {
  static const Kinds table = [] {
    Kinds made;
    std::string_view rest = embedded::document_kinds();
    while (!rest.empty()) {
      const auto line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
      const auto tab = line.find('\t');
      if (line.starts_with('#') || tab == std::string_view::npos) continue;
      made.by_name.emplace(fold(line.substr(0, tab)), line.substr(0, tab));
      made.by_abbreviation.emplace(line.substr(tab + 1), line.substr(0, tab));
    }
    return made;
  }();
  return table;
}

bool is_motto(std::string_view folded) {
  return folded.find("cong hoa xa hoi chu nghia") != std::string_view::npos;
}
bool is_second_motto(std::string_view folded) {
  return folded.find("doc lap") != std::string_view::npos && folded.find("hanh phuc") != std::string_view::npos;
}
bool is_party_motto(std::string_view folded) {
  return folded == "dang cong san viet nam";
}

/// Skips dots and ellipses that stand for a blank.
std::size_t skip_blank(const TokenText& text, std::size_t i) {
  while (text.key(i) == "." || text.key(i) == "…" || text.key(i) == "_") ++i;
  return i;
}

struct DateLine {
  std::string place;
  std::optional<int> day, month, year;
  std::size_t begin = 0;  ///< byte at which the place starts
};

/// "Hải Phòng, ngày      tháng     năm 2022", also with dots for blanks and as "ngày 14/4/2023".
class DateLineReader {
 public:
  explicit DateLineReader(const TokenText& text) : text_(text) {}

  std::optional<DateLine> read() const {
    for (std::size_t i = 0; i + 2 < text_.size(); ++i) {
      if (text_.key(i) != "ngày" || (i > 0 && text_.key(i - 1) != "," && text_.key(i - 1) != ".")) continue;
      DateLine line;
      if (!read_date(skip_blank(text_, i + 1), line)) continue;
      read_place(i, line);
      return line;
    }
    return std::nullopt;
  }

 private:
  bool read_date(std::size_t i, DateLine& line) const {
    if (text_.is_number(i)) line.day = text_.number(i++);
    i = skip_blank(text_, i);
    if (text_.key(i) == "/" && text_.is_number(i + 1) && text_.key(i + 2) == "/" && text_.is_number(i + 3)) {
      line.month = text_.number(i + 1);
      line.year = text_.number(i + 3);
      return true;
    }
    if (text_.key(i) != "tháng") return false;
    i = skip_blank(text_, i + 1);
    if (text_.is_number(i)) line.month = text_.number(i++);
    i = skip_blank(text_, i);
    if (text_.key(i) != "năm") return false;
    i = skip_blank(text_, i + 1);
    if (text_.is_number(i) && text_[i].key.size() == 4) line.year = text_.number(i);
    return true;
  }

  /// The capitalised words before the comma.
  void read_place(std::size_t day_word, DateLine& line) const {
    std::size_t first = day_word > 0 ? day_word - 1 : 0;
    const std::size_t last = first;
    while (first > 0) {
      const Token& token = text_[first - 1];
      const bool part = (token.kind == Token::Kind::Word && token.capital) || token.key == "." || token.key == "-";
      if (!part) break;
      if (token.kind == Token::Kind::Word && text_.glued(first - 1) && first >= 2 && text_.key(first - 2) != ".") break;
      --first;
    }
    while (first < last && text_[first].kind == Token::Kind::Mark) ++first;
    line.place = text_.words(first, last);
    line.begin = first < text_.size() ? text_[first].begin : 0;
  }

  const TokenText& text_;
};

/// "Số: 18/KH-UBND", "Số:     /KH-UBND", "Số 05-NQ/TU".
std::optional<std::string> read_number(const TokenText& text) {
  if (text.key(0) != "số") return std::nullopt;
  std::size_t i = text.key(1) == ":" ? 2 : 1;
  i = skip_blank(text, i);
  const std::size_t first = i;
  if (text.is_number(i)) ++i;
  if (text.is_word(i) && text.glued(i) && text[i].end - text[i].begin == 1) ++i;  // "12a/…"
  if (text.key(i) != "/" && text.key(i) != "-") return std::nullopt;
  if (i == first) return std::string();
  std::size_t last = i;
  while (last + 1 < text.size() && (text.glued(last + 1) || text.key(last) == "-" || text.key(last) == "/") &&
         (text[last + 1].kind != Token::Kind::Mark || text.key(last + 1) == "-" || text.key(last + 1) == "/" ||
          text.key(last + 1) == "&"))
    ++last;
  std::string number(text.words(first, last + 1));
  std::erase_if(number, [](char c) { return c == ' '; });
  while (!number.empty() && (number.back() == '-' || number.back() == '/')) number.pop_back();
  return number;
}

class HeadReader {
 public:
  HeadReader(const std::vector<FlowItem>& flow, LetterHead& head) : flow_(flow), head_(head) {}

  std::size_t read() {
    std::size_t i = 0;
    for (; i < flow_.size(); ++i) {
      const auto* paragraph = std::get_if<Paragraph>(&flow_[i]);
      if (!paragraph || !take(*paragraph)) break;
    }
    return i;
  }

 private:
  /// Is this paragraph part of the head? Takes what it says.
  bool take(const Paragraph& paragraph) {
    const std::string& text = paragraph.text;
    const std::string folded = fold(text);
    if (is_stamp(folded)) return true;
    if (folded.starts_with("kinh gui") || folded.starts_with("noi nhan")) return false;
    if (take_mottos(text, folded) || take_number(text) || take_date(text)) return true;
    if (folded.starts_with("v/v") || folded.starts_with("(v/v"))
      return begin_subject(text.substr(text[0] == '(' ? 4 : 3));
    if (take_kind(text)) return true;
    // The body that decides, in capitals below the subject: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH".
    const bool decides = folded.starts_with("chu tich") || folded.starts_with("uy ban nhan dan") ||
                         folded.starts_with("hoi dong nhan dan") || folded.starts_with("giam doc") ||
                         folded.starts_with("bo truong") || folded.starts_with("thu tuong") ||
                         folded.starts_with("chanh ") || folded.starts_with("truong ban");
    if (seen_kind_ && is_all_capitals(text) && !read_mark(text) && folded.find(" dien") == std::string::npos &&
        (decides || (!head_.subject.empty() && !is_all_capitals(head_.subject))))
      return !(in_subject_ = false);
    if (in_subject_ && continues_subject(paragraph, folded)) return add_to_subject(text);
    if (seen_kind_ || count_code_points(text) > 90) return false;
    return take_issuer(paragraph, folded);
  }

  /// An electronic signature's box or the stamp of a receiving office, not words of the document.
  static bool is_stamp(std::string_view folded) {
    static constexpr std::array<std::string_view, 12> kStarts{"ky boi",      "nguoi ky", "co quan:", "thoi gian ky",
                                                              "ngay ky:",    "email:",   "chuc vu:", "cong van den",
                                                              "van ban den", "den so",   "den ngay", "ngay den"};
    if (folded.starts_with("so:") && folded.find("den") != std::string_view::npos &&
        folded.find('/') == std::string_view::npos)
      return true;
    return std::any_of(kStarts.begin(), kStarts.end(),
                       [&](std::string_view start) { return folded.starts_with(start); }) ||
           folded == "den";
  }

  bool take_mottos(std::string_view text, std::string_view folded) {
    if (is_second_motto(folded) && !is_motto(folded)) {
      // A scan may have run the left column into the motto: "QUẬN KIẾN AN Độc lập - Tự do - Hạnh phúc".
      add_issuer(text.substr(0, text.find("Độc lập") == std::string_view::npos ? 0 : text.find("Độc lập")));
      return true;
    }
    if (is_motto(folded)) {
      const auto at = std::min(text.find("CỘNG H"), text.find("Cộng h"));
      add_issuer(text.substr(0, at == std::string_view::npos ? 0 : at));
      in_subject_ = in_subject_ && head_.kind.empty();
      return true;
    }
    return is_party_motto(folded) || folded.starts_with("dang cong san viet nam") ||
           std::all_of(folded.begin(), folded.end(), [](unsigned char c) { return std::ispunct(c) || c == ' '; });
  }

  bool take_number(std::string_view text) {
    const auto number = read_number(TokenText(text));
    if (!number || seen_number_) return number.has_value();
    head_.number = *number;
    seen_number_ = true;
    if (const auto line = DateLineReader(TokenText(text)).read()) keep(*line);
    return true;
  }

  bool take_date(std::string_view text) {
    if (head_.year || count_code_points(text) > 90) return false;
    const TokenText tokens(text);
    const auto line = DateLineReader(tokens).read();
    if (!line || (line->place.empty() && line->begin == 0 && !head_.kind.empty())) return false;
    if (line->place.empty() && tokens.key(0) != "ngày") return false;
    keep(*line);
    return true;
  }
  void keep(const DateLine& line) {
    head_.place = line.place;
    head_.day = line.day;
    head_.month = line.month;
    head_.year = line.year;
  }

  bool take_kind(std::string_view text) {
    if (!head_.kind.empty()) return false;
    const std::string kind = kind_named(text);
    if (kind.empty() || !is_all_capitals(text)) return false;
    head_.kind = kind;
    seen_kind_ = in_subject_ = true;
    head_.subject.clear();
    return true;
  }

  bool begin_subject(std::string_view text) {
    head_.subject.clear();
    in_subject_ = true;
    return add_to_subject(text);
  }
  bool add_to_subject(std::string_view text) {
    head_.subject = collapse_spaces(head_.subject + " " + std::string(text));
    return true;
  }
  /// Lines of the subject: centred or bold, no clause, no legal basis, no body in capitals ("CHỦ TỊCH ỦY BAN …").
  bool continues_subject(const Paragraph& paragraph, std::string_view folded) const {
    if (read_mark(paragraph.text) || folded.starts_with("can cu") || folded.starts_with("thuc hien ") ||
        folded.starts_with("xet "))
      return false;
    if (head_.kind.empty())
      return count_code_points(paragraph.text) < 60 && !paragraph.text.ends_with(':') &&
             !is_all_capitals(paragraph.text);
    if (count_code_points(paragraph.text) > 160 || paragraph.text.ends_with(':') || paragraph.text.ends_with('.'))
      return false;
    return head_.subject.empty() || paragraph.centred || paragraph.bold ||
           (paragraph.blank_before == false && count_code_points(paragraph.text) < 100);
  }

  bool take_issuer(const Paragraph& paragraph, std::string_view folded) {
    // A clause in capitals ("I. NHIỆM VỤ") is the text's beginning, not a line of the head.
    if (const auto mark = read_mark(paragraph.text); mark && mark->kind < MarkKind::Dash) return false;
    if (folded.find("dang uy") == std::string_view::npos && !is_all_capitals(paragraph.text)) return urgency(folded);
    add_issuer(paragraph.text);
    return true;
  }
  static bool urgency(std::string_view folded) {
    return folded == "hoa toc" || folded == "khan" || folded == "thuong khan" || folded == "mat";
  }
  void add_issuer(std::string_view text) {
    std::string clean = collapse_spaces(text);
    while (!clean.empty() && std::string_view(" *-_|").find(clean.back()) != std::string_view::npos) clean.pop_back();
    const std::string folded = fold(clean);
    if (clean.size() < 3 || urgency(folded) || !is_all_capitals(clean) || (seen_number_ && head_.year)) return;
    head_.issuer_lines.push_back(clean);
  }

  const std::vector<FlowItem>& flow_;
  LetterHead& head_;
  bool seen_number_ = false, seen_kind_ = false, in_subject_ = false;
};

}  // namespace

std::size_t read_letter_head(const std::vector<FlowItem>& flow, LetterHead& head) {
  const std::size_t used = HeadReader(flow, head).read();
  if (head.kind.empty()) head.kind = kind_of_number(head.number);
  return used;
}

std::string kind_named(std::string_view text) {
  const std::string folded = fold(text);
  const auto found = kinds().by_name.find(folded);
  return found == kinds().by_name.end() ? std::string() : found->second;
}

std::string kind_of_number(std::string_view number) {
  const auto begin = number.find_first_of("/-");
  if (begin == std::string_view::npos) return {};
  std::string_view sign = number.substr(begin + 1);
  if (sign.size() > 4 && sign[0] >= '0' && sign[0] <= '9')
    sign = sign.substr(std::min(sign.size(), sign.find('/') + 1));
  const auto found = kinds().by_abbreviation.find(sign.substr(0, sign.find_first_of("-/")));
  return found == kinds().by_abbreviation.end() ? "công văn" : found->second;
}

int annex_number(std::string_view text) {
  const TokenText tokens(text);
  if (tokens.key(0) != "phụ" || tokens.key(1) != "lục" || !tokens[0].capital) return 0;
  std::size_t i = tokens.key(2) == "số" ? 3 : 2;
  if (tokens.is_number(i)) return std::clamp(tokens.number(i), 1, 99);
  const int roman = tokens.is_word(i) && tokens[i].capital ? roman_value(tokens.words(i, i + 1)) : 0;
  if (roman > 0) return roman;
  const bool title = tokens[0].all_capitals || tokens.size() == 2 || tokens.key(2) == ":" || tokens.key(2) == ".";
  return title ? 1 : 0;
}

bool is_all_capitals(std::string_view text) {
  std::size_t upper = 0, lower = 0;
  for (const char32_t c : decode_utf8(text)) {
    if (!is_letter(c)) continue;
    (is_upper(c) ? upper : lower) += 1;
  }
  return upper >= 2 && lower * 12 <= upper;
}

}  // namespace haidang::documents
