// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "docx_styles.hpp"
#include "xml.hpp"

namespace haidang::documents {

/// What Word prints in front of a numbered paragraph.
struct NumberLabel {
  std::string text;  ///< "1.", "a)", "-"; empty where the format is "none"
  bool space_after = true;
  std::optional<int> left, first_line;  ///< indent of the level, twentieths of a point
};

/// The automatic numbering of a word-processor document: its lists, and how far each has counted.
class Numbering {
 public:
  Numbering() = default;
  Numbering(xml::Element root, const Styles&);

  /// Counts one paragraph of a list. Nothing when the list or its level does not exist.
  std::optional<NumberLabel> next(int numbering, int level);
  /// The level of a list that belongs to a paragraph style.
  std::optional<int> level_of_style(int numbering, const std::optional<std::string>& style) const;

 private:
  static constexpr int kLevels = 9;

  struct Level {
    int start = 1;
    std::string format = "decimal", text, suffix = "tab";
    std::optional<int> restart_after;  ///< counted from 1; 0: never starts again
    std::optional<std::string> paragraph_style;
    bool legal = false;  ///< all numbers of the label in Arabic digits
    std::optional<int> left, first_line;
  };
  using Levels = std::map<int, Level>;
  struct List {
    int counts_with = 0;  ///< lists of one definition count together
    Levels levels;
    std::map<int, int> start_again;  ///< levels that begin at this value when the list is first used
  };

  static Level read_level(xml::Element);
  static Levels read_levels(xml::Element);
  std::string label_text(const List&, int level) const;

  std::map<int, List> lists_;
  std::map<int, std::vector<std::optional<int>>> counters_;  ///< by definition
};

/// 3 as "3", "03", "c", "C", "iii", "III".
std::string number_in_format(int value, const std::string& format);

}  // namespace haidang::documents
