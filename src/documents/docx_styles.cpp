// SPDX-License-Identifier: Apache-2.0
#include "docx_styles.hpp"

#include <array>
#include <charconv>

namespace haidang::documents {
namespace {

constexpr int kMostAncestors = 32;  // a damaged file may base styles on each other in a ring
constexpr int kMostTwips = 100'000;

template <class T>
std::optional<T> first_of(const std::optional<T>& a, const std::optional<T>& b) {
  return a ? a : b;
}

/// <w:b/> is on, <w:b w:val="0"/> is off, absent says nothing.
std::optional<bool> toggle(xml::Element properties, std::string_view name) {
  const auto element = properties.child(name);
  if (!element) return std::nullopt;
  const std::string value = element.attribute_or("val", "1");
  return value != "0" && value != "false" && value != "off" && value != "none";
}

bool is_visible(xml::Element border) {
  const std::string value = border.attribute_or("val", "nil");
  return value != "nil" && value != "none";
}

}  // namespace

std::optional<int> whole_number(const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (error != std::errc() || value > kMostTwips || value < -kMostTwips) return std::nullopt;
  return value;
}

RunLook RunLook::over(const RunLook& below) const {
  return {first_of(bold, below.bold), first_of(italic, below.italic), first_of(hidden, below.hidden),
          first_of(capitals, below.capitals)};
}

ParagraphLook ParagraphLook::over(const ParagraphLook& below) const {
  return {first_of(alignment, below.alignment), first_of(left, below.left), first_of(first_line, below.first_line),
          first_of(numbering, below.numbering), first_of(level, below.level)};
}

RunLook run_look(xml::Element properties) {
  return {toggle(properties, "b"), toggle(properties, "i"), toggle(properties, "vanish"), toggle(properties, "caps")};
}

ParagraphLook paragraph_look(xml::Element properties) {
  ParagraphLook look;
  look.alignment = properties.child("jc").attribute("val");
  const auto indent = properties.child("ind");
  look.left = first_of(whole_number(indent.attribute("left")), whole_number(indent.attribute("start")));
  look.first_line = whole_number(indent.attribute("firstLine"));
  if (const auto hanging = whole_number(indent.attribute("hanging"))) look.first_line = -*hanging;
  const auto numbering = properties.child("numPr");
  look.numbering = whole_number(numbering.child("numId").attribute("val"));
  look.level = whole_number(numbering.child("ilvl").attribute("val"));
  return look;
}

std::optional<bool> draws_borders(xml::Element borders, int least) {
  if (!borders) return std::nullopt;
  int visible = 0;
  for (const auto border : xml::Children(borders)) visible += is_visible(border) ? 1 : 0;
  return visible >= least;
}

Styles::Styles(xml::Element root) {
  const auto defaults = root.child("docDefaults");
  default_run_ = run_look(defaults.child("rPrDefault").child("rPr"));
  default_paragraph_ = paragraph_look(defaults.child("pPrDefault").child("pPr"));
  for (const auto element : xml::Children(root)) {
    const auto id = element.attribute("styleId");
    if (!element.is("style") || !id) continue;
    if (element.attribute_or("type", "") == "paragraph" && element.attribute_or("default", "0") == "1")
      default_paragraph_style_ = id;
    styles_.emplace(
        *id, Style{element.child("basedOn").attribute("val"), paragraph_look(element.child("pPr")),
                   run_look(element.child("rPr")), draws_borders(element.child("tblPr").child("tblBorders"), 2)});
  }
}

template <class Visit>
void Styles::along(const std::optional<std::string>& style, Visit visit) const {
  std::optional<std::string> name = style;
  for (int depth = 0; name && depth < kMostAncestors; ++depth) {
    const auto found = styles_.find(*name);
    if (found == styles_.end()) return;
    visit(found->second);
    name = found->second.based_on;
  }
}

const std::optional<std::string>& Styles::or_default(const std::optional<std::string>& style) const {
  return style && styles_.contains(*style) ? style : default_paragraph_style_;
}

ParagraphLook Styles::paragraph(const std::optional<std::string>& style) const {
  ParagraphLook look;
  along(or_default(style), [&](const Style& each) { look = look.over(each.paragraph); });
  return look.over(default_paragraph_);
}

RunLook Styles::run(const std::optional<std::string>& paragraph_style,
                    const std::optional<std::string>& run_style) const {
  RunLook look;
  along(run_style, [&](const Style& each) { look = look.over(each.run); });
  along(or_default(paragraph_style), [&](const Style& each) { look = look.over(each.run); });
  return look.over(default_run_);
}

bool Styles::draws_table_borders(const std::optional<std::string>& style) const {
  std::optional<bool> borders;
  along(style, [&](const Style& each) { borders = first_of(borders, each.table_borders); });
  if (!borders && style && !styles_.contains(*style)) return *style == "TableGrid";
  return borders.value_or(false);
}

}  // namespace haidang::documents
