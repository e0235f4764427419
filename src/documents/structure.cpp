// SPDX-License-Identifier: Apache-2.0
#include "documents/structure.hpp"

#include <algorithm>
#include <array>

#include "base/vietnamese.hpp"
#include "clause_tree.hpp"
#include "documents/tokens.hpp"
#include "letter_head.hpp"

namespace haidang::documents {
namespace {

constexpr std::size_t kShortestNote = 70;  // code points; lines of a signature block are shorter

/// "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "TL. …", "TUQ. …", "Q. …", and positions in capitals.
bool is_authority(std::string_view text) {
  static constexpr std::array<std::string_view, 8> kPrefixes{"tm", "kt", "tl", "tuq", "q", "t/m", "t/l", "k/t"};
  if (!is_all_capitals(text)) return false;
  const TokenText words(text);
  for (const std::string_view prefix : kPrefixes)
    if (words.key(0) == prefix && words.key(1) == ".") return true;
  return fold(text).starts_with("t/m ") || fold(text).starts_with("t/l ");
}

bool is_position(std::string_view text) {
  static constexpr std::array<std::string_view, 17> kPositions{
      "chu tich",       "pho chu tich", "giam doc",   "pho giam doc",  "chanh van phong", "pho chanh van phong",
      "bo truong",      "thu truong",   "thu tuong",  "pho thu tuong", "chanh thanh tra", "truong ban",
      "pho truong ban", "bi thu",       "pho bi thu", "truong phong",  "cuc truong"};
  if (!is_all_capitals(text) || text.size() > 90) return false;
  const std::string folded = fold(text);
  return std::any_of(kPositions.begin(), kPositions.end(),
                     [&](std::string_view position) { return folded.starts_with(position); });
}

/// Two to six words, each with a capital, nothing else: "Hoàng Minh Cường".
bool is_person_name(std::string_view text) {
  const TokenText words(text);
  std::size_t count = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].kind != Token::Kind::Word || !words[i].capital) return false;
    ++count;
  }
  return count >= 2 && count <= 6 && !is_all_capitals(text);
}

std::string without_bullet(std::string_view text) {
  std::string clean(text);
  if (const auto mark = read_mark(text)) clean = text.substr(mark->length);
  while (!clean.empty() && (clean.back() == ';' || clean.back() == '.' || clean.back() == ',' || clean.back() == ' '))
    clean.pop_back();
  return clean;
}

/// Walks through the flow zone by zone: head, addressees, text, tail (recipients, signature), annexes.
class Reader {
 public:
  Reader(const SourceDocument& source, const std::function<bool(std::string_view)>& is_heading)
      : flow_(assemble_paragraphs(source)),
        marks_(source.format == Format::ScannedPdf || source.format == Format::Image ? MarkReading::Scanned
                                                                                     : MarkReading::Exact),
        is_heading_(is_heading) {}

  Structure read() {
    at_ = read_letter_head(flow_, out_.head);
    read_addressees();
    read_body();
    read_tail();
    while (at_ < flow_.size()) read_annex();
    if (out_.head.kind.empty()) out_.head.kind = out_.addressees.empty() ? "" : "công văn";
    return std::move(out_);
  }

 private:
  const Paragraph* paragraph(std::size_t i) const {
    return i < flow_.size() ? std::get_if<Paragraph>(&flow_[i]) : nullptr;
  }

  /// "Kính gửi: …", and the telegram's "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:".
  bool addresses(std::string_view text) const {
    const std::string folded = fold(text);
    return folded.starts_with("kinh gui") ||
           (out_.head.kind == "công điện" && folded.find(" dien:") != std::string::npos && text.size() < 400);
  }

  void read_addressees() {
    // Between the head and "Kính gửi" only odd lines of the head may stand.
    std::size_t i = at_;
    while (i < flow_.size() && i < at_ + 4 && paragraph(i) && !addresses(paragraph(i)->text)) ++i;
    if (!paragraph(i) || !addresses(paragraph(i)->text)) return;
    std::string_view first = paragraph(i)->text;
    const auto colon = first.find(':');
    first = colon == std::string_view::npos
                ? first.substr(std::min<std::size_t>(first.size(), std::string_view("Kính gửi").size()))
                : first.substr(colon + 1);
    if (!collapse_spaces(first).empty()) out_.addressees.push_back(without_bullet(collapse_spaces(first)));
    for (at_ = i + 1; paragraph(at_); ++at_) {
      const Paragraph& line = *paragraph(at_);
      const auto mark = read_mark(line.text, marks_);
      const bool bulleted = mark && mark->kind >= MarkKind::Dash;
      const bool bare = !mark && out_.addressees.empty() && count_code_points(line.text) < 120;
      const bool goes_on = !mark && !out_.addressees.empty() && is_heading_(line.text);
      if (!bulleted && !bare && !goes_on) break;
      out_.addressees.push_back(without_bullet(line.text));
    }
  }

  bool begins_tail(std::size_t i) const {
    const Paragraph* line = paragraph(i);
    if (!line) return false;
    const std::string folded = fold(line->text);
    if (folded.starts_with("noi nhan")) return true;
    if (is_authority(line->text)) return true;
    return closed_ && (is_position(line->text) || (is_all_capitals(line->text) && folded.starts_with("noi nh")));
  }

  void read_body() {
    ClauseTreeBuilder tree(marks_, is_heading_);
    for (; at_ < flow_.size() && !begins_tail(at_); ++at_) {
      if (const Paragraph* line = paragraph(at_)) {
        if (at_ > 0 && annex_number(line->text) > 0 && !out_.root.children.size() && count_code_points(line->text) < 40)
          break;
        closed_ = closed_ || line->text.find("./.") != std::string::npos;
        tree.add(*line);
      } else {
        tree.add(std::get<const Table*>(flow_[at_]));
      }
    }
    out_.root = tree.finish("");
    out_.preamble = std::move(tree.before);
  }

  /// The signature block goes on until an annex, an attached document or a table begins.
  void read_tail() {
    bool recipients = false;
    for (; at_ < flow_.size() && paragraph(at_); ++at_) {
      const std::string& text = paragraph(at_)->text;
      if (annex_number(text) > 0 || (!out_.head.signer.empty() && (!kind_named(text).empty() || attached_title(text))))
        return;
      const std::string folded = fold(text);
      const auto mark = read_mark(text);
      if (folded.starts_with("noi nhan"))
        recipients = true;
      else if (recipients && mark && mark->kind >= MarkKind::Dash)
        out_.recipients.push_back(without_bullet(text));
      else if (is_authority(text) || is_position(text))
        out_.head.signature_lines.push_back(text);
      else if (is_person_name(text))
        out_.head.signer = text;
      else if (count_code_points(text) > kShortestNote)
        out_.notes.push_back(*paragraph(at_));
      else if (!out_.head.signature_lines.empty())
        read_signer_in(text);
    }
  }
  /// "(Đã ký) Lương Thị Hoa", "Đồng chí Lương Thị Hoa", or a name behind specks of a scan.
  void read_signer_in(std::string_view text) {
    const TokenText words(text);
    std::size_t first = words.size();
    while (first > 0 && words[first - 1].kind == Token::Kind::Word && words[first - 1].capital &&
           !words[first - 1].all_capitals)
      --first;
    const std::string_view name = words.words(first, words.size());
    if (words.size() - first >= 2 && is_person_name(name) && words.size() < 12) out_.head.signer = name;
  }
  static bool attached_title(std::string_view text) {
    const std::string folded = fold(text);
    return is_all_capitals(text) &&
           (folded.starts_with("danh muc") || folded.starts_with("bang ") || folded.starts_with("bieu") ||
            folded.starts_with("ke hoach") || folded.starts_with("phan cong"));
  }

  void read_annex() {
    Annex annex;
    ClauseTreeBuilder tree(marks_, is_heading_);
    bool content = false;
    for (; at_ < flow_.size(); ++at_) {
      const Paragraph* line = paragraph(at_);
      if (!line) {
        tree.add(std::get<const Table*>(flow_[at_]));
        content = true;
        continue;
      }
      const int number = annex_number(line->text);
      if (number > 0 && (content || annex.number > 0) && number != annex.number) break;
      if (number > 0) annex.number = number;
      const bool title = !content && !read_mark(line->text, marks_);
      if (title)
        annex.titles.push_back(*line);
      else if (begins_tail(at_) && content)
        continue;
      else
        tree.add(*line);
      content = content || !title;
    }
    const bool only_tables = annex.number == 0 && !annex.titles.empty();
    if (only_tables || (annex.number == 0 && content)) annex.number = out_.annexes.empty() && has_table(flow_) ? 1 : 0;
    annex.root = tree.finish(annex.number > 0 ? "PL" + std::to_string(annex.number) : "");
    for (Paragraph& left : tree.before) annex.titles.push_back(std::move(left));
    out_.annexes.push_back(std::move(annex));
  }
  static bool has_table(const std::vector<FlowItem>& flow) {
    return std::any_of(flow.begin(), flow.end(),
                       [](const FlowItem& item) { return std::holds_alternative<const Table*>(item); });
  }

  std::vector<FlowItem> flow_;
  MarkReading marks_;
  const std::function<bool(std::string_view)>& is_heading_;
  Structure out_;
  std::size_t at_ = 0;
  bool closed_ = false;  ///< "./." was seen
};

}  // namespace

Structure understand(const SourceDocument& source, const std::function<bool(std::string_view)>& is_heading) {
  return Reader(source, is_heading).read();
}

}  // namespace haidang::documents
