// SPDX-License-Identifier: Apache-2.0
#include "text_columns.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/vietnamese.hpp"

namespace haidang::documents {
namespace {

constexpr int kMostBlanksInside = 6;  // room for a handwritten signature
constexpr int kLeastRightColumn = 12;

constexpr std::array<std::string_view, 4> kLetterHeadWords{"cong hoa xa hoi chu nghia", "doc lap - tu do", "doc lap – tu do",
                                                           "dang cong san viet nam"};
constexpr std::array<std::string_view, 1> kRecipientWords{"noi nhan"};
constexpr std::array<std::string_view, 9> kSignatureStarts{"tm.", "kt.", "tl.", "tuq.", "q.", "chu tich", "giam doc", "bo truong", "chanh van phong"};

std::string folded(const TextRow& row, Segment part) { return fold(line_of(row, part).text); }

template <class Words>
bool has_any(const std::string& text, const Words& words) {
  return std::any_of(words.begin(), words.end(), [&](auto word) { return text.find(word) != std::string::npos; });
}

/// How one row lies to a gutter that is still being narrowed.
struct GutterSearch {
  int low = 0, high = 0;
  std::size_t pairs = 0, last_right = 0;
  bool letter_head = false, recipients = false, signature = false;

  bool take(const TextRow& row, std::size_t index) {
    const auto parts = segments_of(row);
    if (parts.size() > 2 || parts.empty()) return false;
    if (parts.size() == 2) return take_pair(row, parts, index);
    const Segment only = parts.front();
    if (only.begin > low && only.begin >= kLeastRightColumn) {
      if (only.end <= high) return false;
      high = std::min(high, only.begin);
      note_right(row, only, index);
      return true;
    }
    if (only.end >= high) return false;
    low = std::max(low, only.end);
    note_left(row, only);
    return true;
  }

 private:
  bool take_pair(const TextRow& row, const std::vector<Segment>& parts, std::size_t index) {
    const int new_low = std::max(low, parts[0].end);
    const int new_high = std::min(high, parts[1].begin);
    if (new_low + 1 > new_high) return false;
    low = new_low;
    high = new_high;
    ++pairs;
    note_left(row, parts[0]);
    note_right(row, parts[1], index);
    return true;
  }

  void note_left(const TextRow& row, Segment part) {
    const std::string text = folded(row, part);
    recipients = recipients || has_any(text, kRecipientWords);
    letter_head = letter_head || text.starts_with("so:");
  }

  void note_right(const TextRow& row, Segment part, std::size_t index) {
    last_right = index;
    const std::string text = folded(row, part);
    letter_head = letter_head || has_any(text, kLetterHeadWords);
    signature = signature || std::any_of(kSignatureStarts.begin(), kSignatureStarts.end(),
                                         [&](auto start) { return text.starts_with(start); });
  }
};

/// Below the last row of the right column, the left one may go on: the list of recipients, or the subject "V/v …".
std::size_t end_of_left_column(std::span<const TextRow> rows, std::size_t after, std::size_t limit, bool recipients) {
  bool subject = false;
  while (after < limit) {
    const auto parts = segments_of(rows[after]);
    const std::string text = folded(rows[after], parts.front());
    if (rows[after].blanks_above > 1) break;
    if (recipients && (text.starts_with("-") || text.starts_with("+") || text.starts_with("luu") || rows[after].blanks_above == 0)) {
      ++after;
      continue;
    }
    subject = text.starts_with("v/v") || (subject && rows[after].blanks_above == 0);
    if (!subject) break;
    ++after;
  }
  return after;
}

/// Whether the lines of one column stand around a common middle.
void mark_centred(std::vector<Line>& lines, const std::vector<double>& middles) {
  if (lines.size() < 2) return;
  auto sorted = middles;
  std::sort(sorted.begin(), sorted.end());
  const double middle = sorted[sorted.size() / 2];
  const bool ragged = std::any_of(lines.begin(), lines.end(), [&](const Line& line) { return line.indent != lines.front().indent; });
  for (std::size_t i = 0; i < lines.size(); ++i) lines[i].centred = ragged && std::abs(middles[i] - middle) <= 2;
}

}  // namespace

std::optional<SideBySide> find_side_by_side(std::span<const TextRow> rows) {
  if (rows.empty()) return std::nullopt;
  const auto first = segments_of(rows.front());
  if (first.size() != 2 || first[1].begin < kLeastRightColumn) return std::nullopt;
  const auto left = std::u32string_view(rows.front().columns).substr(static_cast<std::size_t>(first[0].begin), static_cast<std::size_t>(first[0].end - first[0].begin));
  if (is_list_label(left)) return std::nullopt;
  GutterSearch search{.low = 0, .high = static_cast<int>(rows.front().columns.size())};
  std::size_t taken = 0;
  while (taken < rows.size() && (taken == 0 || rows[taken].blanks_above <= kMostBlanksInside) && search.take(rows[taken], taken)) ++taken;
  const bool known = search.letter_head || search.recipients || search.signature;
  if (!known && search.pairs < 3) return std::nullopt;
  const auto end = end_of_left_column(rows, search.last_right + 1, taken, search.recipients);
  return SideBySide{end, search.high};
}

std::vector<Line> lines_of_columns(std::span<const TextRow> rows, int gutter) {
  std::vector<Line> all;
  for (const bool right : {false, true}) {
    std::vector<Line> lines;
    std::vector<double> middles;
    bool gap = false;
    for (const auto& row : rows) {
      gap = gap || row.blanks_above > 0;
      bool found = false;
      for (const auto part : segments_of(row)) {
        if ((part.begin >= gutter) != right) continue;
        lines.push_back(line_of(row, part));
        lines.back().blank_before = gap;
        middles.push_back((part.begin + part.end) / 2.0);
        found = true;
      }
      gap = !found;
    }
    mark_centred(lines, middles);
    all.insert(all.end(), lines.begin(), lines.end());
  }
  return all;
}

}  // namespace haidang::documents
