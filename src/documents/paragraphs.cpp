// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "base/vietnamese.hpp"
#include "documents/clause_mark.hpp"
#include "documents/paragraph.hpp"
#include "documents/tokens.hpp"

namespace haidang::documents {
namespace {

/// What the lines of a document have in common: how wide they are, and whether empty lines mean anything.
struct Habits {
  bool boxed = false;       ///< the lines have boxes on pages
  bool long_lines = false;  ///< a text file with a paragraph on each line
  bool blanks_mean_nothing = false;
  double full_width = 0;  ///< characters (text files) or points (boxes) of a line that wraps
  MarkReading marks = MarkReading::Exact;
};

double width_of(const Line& line, const Habits& habits) {
  return habits.boxed && line.place.box ? line.place.box->right
                                        : line.indent / 6 + static_cast<double>(count_code_points(line.text));
}

double percentile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), values.begin() + at, values.end());
  return values[static_cast<std::size_t>(at)];
}

Habits habits_of(const std::vector<const Line*>& lines, Format format) {
  Habits habits;
  habits.boxed = std::any_of(lines.begin(), lines.end(), [](const Line* line) { return line->place.box.has_value(); });
  habits.marks = format == Format::ScannedPdf || format == Format::Image ? MarkReading::Scanned : MarkReading::Exact;
  std::vector<double> widths;
  std::size_t blanks = 0, very_long = 0;
  for (const Line* line : lines) {
    blanks += line->blank_before;
    very_long += count_code_points(line->text) > 160;
    const double width = width_of(*line, habits);
    if (habits.boxed || width > 40) widths.push_back(width);
  }
  habits.long_lines = !habits.boxed && very_long * 12 > lines.size();
  habits.blanks_mean_nothing = blanks * 2 > lines.size();
  habits.full_width = percentile(std::move(widths), habits.boxed ? 0.9 : 0.6);
  return habits;
}

std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find(' '));
}

/// The last character that carries meaning: closing quotes and brackets are looked through.
char last_mark(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '"' || text.back() == ')')) text.remove_suffix(1);
  if (text.ends_with("”")) text.remove_suffix(std::string_view("”").size());
  return text.empty() ? '\0' : text.back();
}

bool ends_sentence(std::string_view text) {
  const char c = last_mark(text);
  return c == '.' || c == ';' || c == ':' || c == '!' || c == '?';
}

bool starts_with_capital(std::string_view text) {
  for (const char32_t c : decode_utf8(text.substr(0, 16))) {
    if (is_letter(c)) return is_upper(c);
    if (is_digit(c)) return true;
  }
  return false;
}

/// "… theo quy định tại điểm" / "a) khoản 2 …": the mark at the start of the next line belongs to the sentence.
bool awaits_citation(std::string_view text) {
  const TokenText words(text.size() > 40 ? text.substr(text.rfind(' ', text.size() - 20) + 1) : text);
  if (words.size() == 0) return false;
  const std::string_view last = words.key(words.size() - 1);
  for (const std::string_view word :
       {"điểm", "khoản", "điều", "mục", "số", "tiết", "các", "và", "của", "ngày", "tháng", "năm", "quý", "thứ", "độ"})
    if (last == word) return true;
  return false;
}

/// The first words of zones that never run on from what stands above.
bool opens_a_zone(std::string_view text) {
  const TokenText words(text.substr(0, std::min<std::size_t>(text.size(), 24)));
  const auto starts = [&](std::string_view first, std::string_view second) {
    return words.key(0) == first && words.key(1) == second && words[0].capital;
  };
  if (starts("cộng", "hòa") && words[0].all_capitals) return true;
  if (starts("độc", "lập") && words.key(2) == "-") return true;
  return starts("nơi", "nhận") || starts("kính", "gửi") || (starts("phụ", "lục") && words[0].all_capitals);
}

class Assembler {
 public:
  explicit Assembler(Habits habits) : habits_(habits) {}

  void add(const Line& line) {
    if (line.text.empty()) return;
    if (open_ && !begins_paragraph(*previous_, line)) {
      append(line);
    } else {
      close();
      open(line);
    }
    previous_ = &line;
  }
  void add(const Table& table) {
    close();
    items_.emplace_back(&table);
  }
  std::vector<FlowItem> take() {
    close();
    return std::move(items_);
  }

 private:
  void open(const Line& line) {
    current_ = Paragraph{.text = line.text,
                         .pieces = {{0, line.place}},
                         .bold = line.bold,
                         .italic = line.italic,
                         .centred = line.centred,
                         .blank_before = line.blank_before,
                         .indent = line.indent,
                         .confidence = line.confidence};
    open_ = true;
  }
  void close() {
    if (open_) items_.emplace_back(std::move(current_));
    open_ = false;
  }

  void append(const Line& line) {
    const std::string& text = current_.text;
    const bool hyphen = text.size() > 1 && text.back() == '-' && text[text.size() - 2] != ' ';
    const bool open_number =
        text.size() > 1 && text.back() == '/' && text[text.size() - 2] >= '0' && text[text.size() - 2] <= '9';
    if (!hyphen && !open_number) current_.text += ' ';
    current_.pieces.push_back({current_.text.size(), line.place});
    current_.text += line.text;
    current_.bold = current_.bold && line.bold;
    current_.confidence = std::min(current_.confidence, line.confidence);
  }

  /// Would the next line's first word still have stood on this line? Then its end was meant.
  bool ends_early(const Line& line, const Line& next, double slack) const {
    const double letters = static_cast<double>(count_code_points(first_word(next.text))) + 1;
    double unit = 1;
    if (habits_.boxed && line.place.box)
      unit = (line.place.box->right - line.place.box->left) /
             std::max<double>(1, static_cast<double>(count_code_points(line.text)));
    return width_of(line, habits_) + letters * unit < habits_.full_width * slack;
  }

  bool begins_paragraph(const Line& before, const Line& line) const {
    if (before.whole_paragraph || line.whole_paragraph || habits_.long_lines) return true;
    // Nobody wraps a text file at a hundred characters: such a line is a paragraph.
    if (!habits_.boxed && (count_code_points(before.text) > 100 || count_code_points(line.text) > 100)) return true;
    if (before.text.ends_with(':') && starts_with_capital(line.text)) return true;
    if (line.indent < before.indent - 60) return true;
    if (opens_a_zone(line.text)) return true;
    if (const auto mark = read_mark(line.text, habits_.marks)) return mark_begins(*mark, before, line);
    if (habits_.boxed && (before.centred || line.centred || in_right_column(before, line))) return true;
    if (!starts_with_capital(line.text)) return line.text.front() == '(' && before.centred;
    if (line.blank_before && !habits_.blanks_mean_nothing) return true;
    if (habits_.boxed) return begins_on_page(before, line);
    return ends_early(before, line, ends_sentence(before.text) ? 1.0 : 0.9);
  }

  /// The right column of a letter head or signature block: its lines never run on.
  bool in_right_column(const Line& before, const Line& line) const {
    return before.place.box && line.place.box &&
           std::min(before.place.box->left, line.place.box->left) > habits_.full_width * 0.5;
  }

  bool begins_on_page(const Line& before, const Line& line) const {
    if (ends_sentence(before.text) &&
        (line.indent > before.indent + 12 || line.indent < before.indent - 45 || before.bold != line.bold))
      return true;
    return ends_early(before, line, ends_sentence(before.text) ? 0.99 : 0.94);
  }

  bool mark_begins(const ClauseMark& mark, const Line& before, const Line& line) const {
    if (awaits_citation(before.text)) return false;
    if (mark.kind < MarkKind::Dash) return true;
    const bool capital = starts_with_capital(std::string_view(line.text).substr(mark.length));
    return capital || ends_sentence(before.text) || last_mark(before.text) == ',' || ends_early(before, line, 0.9);
  }

  Habits habits_;
  std::vector<FlowItem> items_;
  Paragraph current_;
  const Line* previous_ = nullptr;
  bool open_ = false;
};

/// The letter head and the signature block are often laid out as tables without borders: not tables of content.
bool is_layout_table(const Table& table) {
  if (!table.ruled) return true;
  for (const auto& row : table.rows)
    for (const auto& cell : row)
      for (const auto& line : cell.lines) {
        const std::string folded = fold(line.text);
        if (folded.starts_with("cong hoa xa hoi chu nghia") || folded.starts_with("noi nhan")) return true;
      }
  return false;
}

void add_by_columns(const Table& table, std::vector<const Line*>& lines) {
  const std::size_t columns = table.rows.empty() ? 0 : table.rows.front().size();
  for (std::size_t column = 0; column < columns; ++column)
    for (const auto& row : table.rows)
      for (const auto& line : row[column].lines) lines.push_back(&line);
}

/// A page number that the reader could not tell from the text: "2", "- 2 -", "Trang 2/3" alone on a line.
bool is_lost_page_number(const Line& line) {
  if (line.text.size() > 12) return false;
  const TokenText words(line.text);
  const std::size_t first = words.key(0) == "-" || words.key(0) == "trang" ? 1 : 0;
  if (!words.is_number(first) || words[first].key.size() > 3) return false;
  const std::string_view behind = words.key(first + 1);
  if (words.key(0) == "-") return behind == "-" && words.size() == 3;
  return words.size() == first + 1 || (first == 1 && behind == "/" && words.size() == 4);
}

}  // namespace

Place Paragraph::place_of(std::size_t begin, std::size_t end) const {
  Place place;
  bool first = true;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::size_t piece_end = i + 1 < pieces.size() ? pieces[i + 1].begin : text.size();
    const std::size_t from = std::max(begin, pieces[i].begin), to = std::min(end, piece_end);
    if (from >= to) continue;
    const std::size_t start = pieces[i].place.begin +
                              count_code_points(std::string_view(text).substr(pieces[i].begin, from - pieces[i].begin));
    const std::size_t stop =
        std::min(pieces[i].place.end, start + count_code_points(std::string_view(text).substr(from, to - from)));
    if (first) place = {pieces[i].place.page, pieces[i].place.box, start, stop};
    place.end = std::max(place.end, stop);
    if (!first && place.box && pieces[i].place.box && pieces[i].place.page == place.page) {
      const Box& other = *pieces[i].place.box;
      place.box = Box{std::min(place.box->left, other.left), std::min(place.box->top, other.top),
                      std::max(place.box->right, other.right), std::max(place.box->bottom, other.bottom)};
    }
    first = false;
  }
  return place;
}

std::vector<FlowItem> assemble_paragraphs(const SourceDocument& source) {
  struct Entry {
    const Line* line = nullptr;
    const Table* table = nullptr;
  };
  std::vector<Entry> entries;
  std::vector<const Line*> lines;
  for (const Block& block : source.blocks) {
    std::vector<const Line*> found;
    if (const auto* line = std::get_if<Line>(&block)) found.push_back(line);
    const auto* table = std::get_if<Table>(&block);
    if (table && is_layout_table(*table)) {
      add_by_columns(*table, found);
      table = nullptr;
    }
    for (const Line* line : found) entries.push_back({line, nullptr});
    lines.insert(lines.end(), found.begin(), found.end());
    if (table) entries.push_back({nullptr, table});
  }
  Assembler assembler(habits_of(lines, source.format));
  for (const Entry& entry : entries) {
    if (entry.table) assembler.add(*entry.table);
    if (entry.line && !is_lost_page_number(*entry.line)) assembler.add(*entry.line);
  }
  return assembler.take();
}

std::string text_of_cell(const Cell& cell) {
  std::string text;
  for (const Line& line : cell.lines) {
    if (line.text.empty()) continue;
    if (!text.empty() && !(text.back() == '-' && text.size() > 1 && text[text.size() - 2] != ' ')) text += ' ';
    text += line.text;
  }
  return text;
}

}  // namespace haidang::documents
