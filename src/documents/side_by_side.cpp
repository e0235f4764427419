// SPDX-License-Identifier: Apache-2.0
#include "side_by_side.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "base/vietnamese.hpp"

namespace haidang::documents {
namespace {

constexpr double kMostBlanksInside = 7;  // room for a handwritten signature
constexpr std::size_t kMostRows = 40;

constexpr std::array<std::string_view, 3> kLetterHeadWords{"cong hoa xa hoi chu nghia", "doc lap - tu do",
                                                           "dang cong san viet nam"};
constexpr std::array<std::string_view, 10> kSignatureStarts{
    "tm.", "kt.", "tl.", "tuq.", "q. ", "chu tich", "giam doc", "bo truong", "chanh van phong", "thu truong"};
constexpr std::string_view kRecipients = "noi nhan", kAddressees = "kinh gui";

template <class Words>
bool has_any(std::string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(), [&](auto word) { return text.find(word) != std::string_view::npos; });
}

bool starts_signature(std::string_view text) {
  return std::any_of(kSignatureStarts.begin(), kSignatureStarts.end(),
                     [&](auto start) { return text.starts_with(start); });
}

bool is_letter_head(std::string_view text) {
  return has_any(text, kLetterHeadWords);
}

/// Narrows the gutter row by row, and notes which of the telling words stand on which side.
class GutterSearch {
 public:
  explicit GutterSearch(const SideMeasure& measure) : measure_(measure) {}

  bool take(const SideRow& row, std::size_t index) {
    if (row.parts.size() == 2) return take_pair(row.parts[0], row.parts[1], index);
    return row.parts.size() == 1 && take_single(row.parts[0], index);
  }

  bool is_certain() const {
    return (letter_head_ || recipients_ || signature_) ? lefts_ > 0 && rights_ > 0 : pairs_ >= 3;
  }
  bool has_recipients() const { return recipients_; }
  std::size_t last_right() const { return last_right_; }
  double gutter() const { return high_; }

 private:
  bool take_pair(const SidePart& left, const SidePart& right, std::size_t index) {
    if (!narrow(left.end, right.begin)) return false;
    ++pairs_;
    note_left(left);
    note_right(right, index);
    return true;
  }

  bool take_single(const SidePart& only, std::size_t index) {
    if (measure_.centre > 0 && std::abs((only.begin + only.end) / 2 - measure_.centre) <= measure_.centre_within)
      return false;
    if (only.folded.starts_with(kAddressees)) return false;
    const bool right = only.begin >= measure_.least_right && only.begin > low_ &&
                       (lefts_ + rights_ == 0 || only.end > high_ || only.begin >= high_);
    if (right ? !narrow(low_, only.begin) : !narrow(only.end, high_)) return false;
    right ? note_right(only, index) : note_left(only);
    return true;
  }

  bool narrow(double left_end, double right_begin) {
    const double low = std::max(low_, left_end), high = std::min(high_, right_begin);
    if (high - low < measure_.least_gutter || high < measure_.least_right) return false;
    low_ = low;
    high_ = high;
    return true;
  }

  void note_left(const SidePart& part) {
    ++lefts_;
    recipients_ = recipients_ || part.folded.starts_with(kRecipients);
  }

  void note_right(const SidePart& part, std::size_t index) {
    ++rights_;
    last_right_ = index;
    letter_head_ = letter_head_ || is_letter_head(part.folded);
    signature_ = signature_ || starts_signature(part.folded);
  }

  const SideMeasure& measure_;
  double low_ = 0, high_ = std::numeric_limits<double>::infinity();
  int pairs_ = 0, lefts_ = 0, rights_ = 0;
  std::size_t last_right_ = 0;
  bool letter_head_ = false, recipients_ = false, signature_ = false;
};

bool may_start(std::span<const SideRow> rows) {
  const auto& parts = rows.front().parts;
  if (parts.size() == 2) return !is_list_label(parts[0].folded);
  if (parts.size() != 1) return false;
  const auto& text = parts[0].folded;
  if (text.starts_with(kRecipients) || starts_signature(text) || is_letter_head(text)) return true;
  // The left column of a letter head may stand a little higher than the right one.
  const auto near = rows.first(std::min<std::size_t>(rows.size(), 2));
  return std::any_of(near.begin(), near.end(),
                     [](const SideRow& row) { return !row.parts.empty() && is_letter_head(row.parts.back().folded); });
}

/// Below the last row of the right column, the left one may go on: the list of recipients, or the subject "V/v …".
std::size_t end_of_left_column(std::span<const SideRow> rows, std::size_t after, std::size_t limit, bool recipients) {
  bool subject = false;
  for (; after < limit; ++after) {
    const auto& row = rows[after];
    const std::string_view text = row.parts.front().folded;
    const bool close = row.blanks_above < 0.8;
    const bool listed = recipients && row.blanks_above < 2 &&
                        (text.starts_with("-") || text.starts_with("+") || text.starts_with("luu") || close);
    subject = text.starts_with("v/v") || text.starts_with("ve viec") || (subject && close);
    if (!listed && !subject) break;
  }
  return after;
}

/// Whether the lines of one column stand around a common middle.
void mark_centred(std::vector<Line>& lines, const std::vector<const SidePart*>& parts) {
  if (lines.size() < 2) return;
  const auto middle_of = [](const SidePart* part) { return (part->begin + part->end) / 2; };
  std::vector<double> middles;
  for (const auto* part : parts) middles.push_back(middle_of(part));
  std::nth_element(middles.begin(), middles.begin() + static_cast<long>(middles.size() / 2), middles.end());
  const double middle = middles[middles.size() / 2];
  const double width = parts.front()->end - parts.front()->begin;
  const bool ragged = std::any_of(parts.begin(), parts.end(), [&](const auto* part) {
    return std::abs(part->begin - parts.front()->begin) > 0.03 * width;
  });
  for (std::size_t i = 0; i < lines.size(); ++i)
    lines[i].centred = ragged && std::abs(middle_of(parts[i]) - middle) <= 0.06 * width + 0.5;
}

}  // namespace

bool is_list_label(std::string_view text) {
  const auto letters = decode_utf8(text);
  if (letters.empty() || letters.size() > 8) return false;
  const char32_t last = letters.back();
  if (letters.size() == 1) return !is_letter(last) && !is_digit(last);
  if (last != U'.' && last != U')' && last != U'/') return false;
  return std::all_of(letters.begin(), letters.end() - 1,
                     [](char32_t c) { return is_digit(c) || is_letter(c) || c == U'.' || c == U'('; });
}

std::optional<SideBySide> find_side_by_side(std::span<const SideRow> rows, const SideMeasure& measure) {
  if (rows.empty() || !may_start(rows)) return std::nullopt;
  GutterSearch search(measure);
  std::size_t taken = 0;
  while (taken < std::min(rows.size(), kMostRows) && (taken == 0 || rows[taken].blanks_above <= kMostBlanksInside) &&
         search.take(rows[taken], taken))
    ++taken;
  if (!search.is_certain()) return std::nullopt;
  return SideBySide{end_of_left_column(rows, search.last_right() + 1, taken, search.has_recipients()), search.gutter()};
}

std::vector<Line> lines_of_columns(std::span<const SideRow> rows, double gutter) {
  std::vector<Line> all;
  for (const bool right : {false, true}) {
    std::vector<Line> lines;
    std::vector<const SidePart*> parts;
    bool gap = false;
    for (const auto& row : rows) {
      gap = gap || row.blanks_above >= 0.8;
      bool found = false;
      for (const auto& part : row.parts) {
        if ((part.begin >= gutter) != right) continue;
        lines.push_back(part.line);
        lines.back().blank_before = gap;
        parts.push_back(&part);
        found = true;
      }
      gap = !found && row.blanks_above >= 0.8;
    }
    mark_centred(lines, parts);
    std::move(lines.begin(), lines.end(), std::back_inserter(all));
  }
  return all;
}

}  // namespace haidang::documents
