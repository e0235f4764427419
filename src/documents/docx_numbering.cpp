// SPDX-License-Identifier: Apache-2.0
#include "docx_numbering.hpp"

#include <array>

#include "base/vietnamese.hpp"

namespace haidang::documents {
namespace {

std::string roman(int value, bool upper) {
  constexpr std::array<std::pair<int, const char*>, 13> kSteps{{{1000, "m"},
                                                                {900, "cm"},
                                                                {500, "d"},
                                                                {400, "cd"},
                                                                {100, "c"},
                                                                {90, "xc"},
                                                                {50, "l"},
                                                                {40, "xl"},
                                                                {10, "x"},
                                                                {9, "ix"},
                                                                {5, "v"},
                                                                {4, "iv"},
                                                                {1, "i"}}};
  std::string text;
  for (const auto& [step, letters] : kSteps)
    for (; value >= step; value -= step) text += letters;
  return upper ? to_upper(text) : text;
}

/// a … z, aa, bb … as Word counts.
std::string letters(int value, bool upper) {
  return std::string(static_cast<std::size_t>((value - 1) / 26 + 1),
                     static_cast<char>((upper ? 'A' : 'a') + (value - 1) % 26));
}

/// A bullet is printed as the dash that Vietnamese papers use; a plus keeps its meaning of a deeper level.
std::string bullet(const std::string& glyph) {
  return glyph == "+" ? "+" : "-";
}

}  // namespace

std::string number_in_format(int value, const std::string& format) {
  const bool small = value > 0 && value < 260;
  if (small && (format == "lowerRoman" || format == "upperRoman")) return roman(value, format == "upperRoman");
  if (small && (format == "lowerLetter" || format == "upperLetter")) return letters(value, format == "upperLetter");
  if (format == "decimalZero" && value >= 0 && value < 10) return "0" + std::to_string(value);
  if (format == "none") return {};
  return std::to_string(value);
}

Numbering::Level Numbering::read_level(xml::Element element) {
  Level level;
  level.start = whole_number(element.child("start").attribute("val")).value_or(1);
  level.format = element.child("numFmt").attribute_or("val", "decimal");
  level.text = element.child("lvlText").attribute_or("val", "");
  level.suffix = element.child("suff").attribute_or("val", "tab");
  level.restart_after = whole_number(element.child("lvlRestart").attribute("val"));
  level.paragraph_style = element.child("pStyle").attribute("val");
  const auto legal = element.child("isLgl");
  level.legal = legal && legal.attribute_or("val", "1") != "0";
  const auto look = paragraph_look(element.child("pPr"));
  level.left = look.left;
  level.first_line = look.first_line;
  return level;
}

Numbering::Levels Numbering::read_levels(xml::Element parent) {
  Levels levels;
  for (const auto element : xml::Children(parent)) {
    const auto index = whole_number(element.attribute("ilvl"));
    if (element.is("lvl") && index && *index >= 0 && *index < kLevels) levels.emplace(*index, read_level(element));
  }
  return levels;
}

Numbering::Numbering(xml::Element root, const Styles& styles) {
  std::map<int, Levels> definitions;
  std::map<int, std::string> through_style;
  for (const auto element : xml::Children(root)) {
    const auto id = whole_number(element.attribute("abstractNumId"));
    if (!element.is("abstractNum") || !id) continue;
    definitions.emplace(*id, read_levels(element));
    if (const auto style = element.child("numStyleLink").attribute("val")) through_style.emplace(*id, *style);
  }
  for (const auto element : xml::Children(root)) {
    const auto id = whole_number(element.attribute("numId"));
    if (!element.is("num") || !id) continue;
    List list;
    list.counts_with = whole_number(element.child("abstractNumId").attribute("val")).value_or(0);
    list.levels = definitions[list.counts_with];
    for (const auto change : xml::Children(element)) {
      const auto index = whole_number(change.attribute("ilvl"));
      if (!change.is("lvlOverride") || !index || *index < 0 || *index >= kLevels) continue;
      if (const auto start = whole_number(change.child("startOverride").attribute("val")))
        list.start_again[*index] = *start;
      if (const auto level = change.child("lvl")) list.levels[*index] = read_level(level);
    }
    lists_.emplace(*id, std::move(list));
  }
  // A definition may only point to a list style, whose own list then holds the levels.
  for (auto& [id, list] : lists_) {
    const auto style = through_style.find(list.counts_with);
    if (style == through_style.end() || !list.levels.empty()) continue;
    const auto target = lists_.find(styles.paragraph(style->second).numbering.value_or(0));
    if (target != lists_.end()) list.levels = target->second.levels;
  }
}

std::optional<int> Numbering::level_of_style(int numbering, const std::optional<std::string>& style) const {
  const auto list = lists_.find(numbering);
  if (list == lists_.end() || !style) return std::nullopt;
  for (const auto& [index, level] : list->second.levels)
    if (level.paragraph_style == style) return index;
  return std::nullopt;
}

std::optional<NumberLabel> Numbering::next(int numbering, int level) {
  const auto found = lists_.find(numbering);
  if (found == lists_.end() || level < 0 || level >= kLevels) return std::nullopt;
  List& list = found->second;
  const auto definition = list.levels.find(level);
  if (definition == list.levels.end()) return std::nullopt;
  auto& counters = counters_[list.counts_with];
  counters.resize(kLevels);
  const auto at = static_cast<std::size_t>(level);
  if (const auto again = list.start_again.find(level); again != list.start_again.end()) {
    counters[at] = again->second;
    list.start_again.erase(again);
  } else {
    counters[at] = counters[at] ? *counters[at] + 1 : definition->second.start;
  }
  for (auto& [index, each] : list.levels) {
    const bool upper = index < level;
    auto& counter = counters[static_cast<std::size_t>(index)];
    if (upper && !counter) counter = each.start;
    const int restarted_by = each.restart_after.value_or(index);
    if (index > level && restarted_by != 0 && level < restarted_by) counter.reset();
  }
  return NumberLabel{label_text(list, level), definition->second.suffix != "nothing", definition->second.left,
                     definition->second.first_line};
}

std::string Numbering::label_text(const List& list, int level) const {
  const Level& own = list.levels.at(level);
  if (own.format == "bullet") return bullet(own.text);
  const auto& counters = counters_.at(list.counts_with);
  std::string text;
  for (std::size_t i = 0; i < own.text.size(); ++i) {
    const bool place =
        own.text[i] == '%' && i + 1 < own.text.size() && own.text[i + 1] >= '1' && own.text[i + 1] <= '9';
    if (!place) {
      text += own.text[i];
      continue;
    }
    const int index = own.text[++i] - '1';
    const auto other = list.levels.find(index);
    const auto& counter = counters[static_cast<std::size_t>(index)];
    if (other == list.levels.end() || !counter) continue;
    const bool in_digits = own.legal && other->second.format != "none";
    text += number_in_format(*counter, in_digits ? "decimal" : other->second.format);
  }
  return text;
}

}  // namespace haidang::documents
