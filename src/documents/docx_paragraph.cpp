// SPDX-License-Identifier: Apache-2.0
#include "docx_paragraph.hpp"

#include <algorithm>
#include <array>

#include "base/vietnamese.hpp"

namespace haidang::documents {
namespace {

constexpr double kTwipsPerPoint = 20;
constexpr std::array<std::string_view, 14> kTransparent{"ins", "moveTo",     "hyperlink", "fldSimple", "smartTag",
                                                        "sdt", "sdtContent", "customXml", "Choice",    "Fallback",
                                                        "dir", "bdo",        "oMath",     "oMathPara"};

std::size_t count_letters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return c != ' ' && c != '\t'; }));
}

}  // namespace

bool is_transparent(xml::Element element) {
  return std::find(kTransparent.begin(), kTransparent.end(), element.name()) != kTransparent.end();
}

bool is_deleted(xml::Element element, DocxContext& context) {
  const bool deleted = element.is("del") || element.is("moveFrom");
  if (deleted || element.is("ins") || element.is("moveTo")) context.remarks.insert("tracked-changes-accepted");
  return deleted;
}

void ParagraphText::add(xml::Element paragraph, DocxContext& context) {
  style_ = paragraph.child("pPr").child("pStyle").attribute("val");
  add_content(paragraph, context);
}

void ParagraphText::add_content(xml::Element parent, DocxContext& context) {
  for (const auto child : xml::Children(parent)) {
    if (is_deleted(child, context)) continue;
    if (child.is("r")) {
      // A formula has runs of its own; its properties do not hide it.
      add_run(child, context);
    } else if (child.is("AlternateContent")) {
      const auto choice = child.child("Choice");
      add_content(choice ? choice : child.child("Fallback"), context);
    } else if (is_transparent(child)) {
      add_content(child, context);
    }
  }
}

void ParagraphText::add_run(xml::Element run, DocxContext& context) {
  const auto properties = run.child("rPr");
  const RunLook look =
      run_look(properties).over(context.styles.run(style_, properties.child("rStyle").attribute("val")));
  if (look.hidden.value_or(false)) return;
  for (const auto child : xml::Children(run)) {
    const auto name = child.name();
    if (name == "t")
      add_text(child.text(), look, context);
    else if (name == "tab" || name == "ptab")
      add_text("\t", look, context);
    else if (name == "br" || name == "cr")
      pieces_.emplace_back();
    else if (name == "noBreakHyphen")
      add_text("-", look, context);
    else if (name == "footnoteReference" || name == "endnoteReference")
      context.remarks.insert("footnotes-left-out");
    else if (name == "AlternateContent")
      add_drawing(child.child("Choice") ? child.child("Choice") : child.child("Fallback"));
    else if (name == "drawing" || name == "pict" || name == "object")
      add_drawing(child);
  }
}

void ParagraphText::add_text(std::string_view text, const RunLook& look, DocxContext& context) {
  text = text.substr(0, context.text_left);
  context.text_left -= text.size();
  Piece& piece = pieces_.back();
  piece.text += look.capitals.value_or(false) ? to_upper(to_nfc(text)) : std::string(text);
  const std::size_t letters = count_letters(text);
  piece.letters += letters;
  if (look.bold.value_or(false)) piece.bold += letters;
  if (look.italic.value_or(false)) piece.italic += letters;
}

void ParagraphText::add_drawing(xml::Element element) {
  if (element.is("txbxContent")) {
    text_boxes_.push_back(element);
    return;
  }
  for (const auto child : xml::Children(element)) {
    // Both halves of an alternative show the same box.
    if (child.is("Fallback") && element.child("Choice")) continue;
    add_drawing(child);
  }
}

bool ParagraphText::empty() const {
  return std::all_of(pieces_.begin(), pieces_.end(), [](const Piece& piece) { return piece.letters == 0; });
}

std::vector<xml::Element> ParagraphText::take_text_boxes() {
  return std::exchange(text_boxes_, {});
}

std::vector<Line> ParagraphText::lines(xml::Element properties, DocxContext& context) {
  const auto style = properties.child("pStyle").attribute("val");
  const ParagraphLook own = paragraph_look(properties);
  const ParagraphLook styled = context.styles.paragraph(style);
  const ParagraphLook look = own.over(styled);
  std::optional<NumberLabel> label;
  if (const int list = look.numbering.value_or(0); list != 0) {
    const auto by_style = own.level ? own.level : context.numbering.level_of_style(list, style);
    label = context.numbering.next(list, by_style.value_or(look.level.value_or(0)));
  }
  const NumberLabel none;
  const NumberLabel& level = label ? *label : none;
  const auto& level_left = own.numbering || !styled.left ? level.left : styled.left;
  const auto& level_first = own.numbering || !styled.first_line ? level.first_line : styled.first_line;
  const int left = own.left.value_or(level_left.value_or(styled.left.value_or(0)));
  const int first_line = own.first_line.value_or(level_first.value_or(styled.first_line.value_or(0)));

  std::vector<Line> lines;
  for (auto& piece : pieces_) {
    Line line;
    line.text = collapse_spaces(to_nfc(piece.text));
    if (line.text.empty()) continue;
    if (lines.empty() && !level.text.empty())
      line.text = collapse_spaces(to_nfc(level.text)) + (level.space_after ? " " : "") + line.text;
    line.bold = piece.letters > 0 && piece.bold == piece.letters;
    line.italic = piece.letters > 0 && piece.italic == piece.letters;
    line.centred = look.alignment == "center";
    line.indent = std::max(0.0, (left + (lines.empty() ? first_line : 0)) / kTwipsPerPoint);
    lines.push_back(std::move(line));
  }
  if (!lines.empty()) lines.back().whole_paragraph = true;
  pieces_.assign(1, {});
  return lines;
}

}  // namespace haidang::documents
