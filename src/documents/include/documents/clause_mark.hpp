// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace haidang::documents {

/// The marks that begin a clause, from the outermost level to the innermost (Decree 30/2020, Appendix I; habit below
/// the letters). Dashes, pluses and bullets take their depth from the order in which they appear.
enum class MarkKind {
  Part,
  Chapter,
  Section,
  Upper,
  Roman,
  Article,
  Number,
  Number2,
  Number3,
  Letter,
  Bracketed,
  Dash,
  Plus,
  Bullet,
  Star
};

struct ClauseMark {
  MarkKind kind;
  std::string label;       ///< "3", "1.2", "đ", "IV"; empty for dashes and bullets
  int ordinal = 0;         ///< 1, 2, 3 … in its own counting; letters in the order a b c d đ e g h i k l …
  std::size_t length = 0;  ///< bytes of the mark and the spaces behind it
};

/// How forgiving to be: scans turn "5." into "5,".
enum class MarkReading { Exact, Scanned };

/// The mark at the start of a paragraph or line, if there is one: "Điều 3.", "II.", "1.2.", "đ)", "(1)", "- ", "+ ".
std::optional<ClauseMark> read_mark(std::string_view text, MarkReading = MarkReading::Exact);

/// 4 for "IV"; 0 when it is no Roman numeral.
int roman_value(std::string_view);
/// 5 for "đ" in the order of official documents (a b c d đ e g h i k l m n o p q r s t u v x y); 0 for no letter.
int letter_ordinal(char32_t);

}  // namespace haidang::documents
