// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "documents/clause_mark.hpp"
#include "documents/paragraph.hpp"
#include "documents/source.hpp"

namespace haidang::documents {

/// What stands above the text and in the signature block (Decree 30/2020/NĐ-CP, Appendix I).
struct LetterHead {
  std::string number;  ///< "128/KH-UBND"; empty when blank
  std::string place;
  std::optional<int> day, month, year;       ///< of the date line; blanks stay empty
  std::vector<std::string> issuer_lines;     ///< as printed: "ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NINH"
  std::string kind;                          ///< lower case: "chỉ thị"; "công văn" for a letter
  std::string subject;                       ///< "Về việc …" or what "V/v" introduces
  std::vector<std::string> signature_lines;  ///< authority and position: "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"
  std::string signer;
};

/// A node of the clause tree. `paragraphs[0]` is its first paragraph, mark included; the others stand under it
/// without a mark of their own.
struct Clause {
  std::optional<ClauseMark> mark;  ///< nothing for a heading without a mark
  std::string label;               ///< "II.3.b", "5.e.2", "PL1.I.4"; empty for a heading without a mark
  std::vector<Paragraph> paragraphs;
  std::vector<const Table*> tables;
  std::vector<Clause> children;

  /// The first paragraph without its mark.
  std::string_view heading() const;
};

struct Annex {
  int number = 0;  ///< 1, 2, …; 0 for an attached document that is not called annex
  std::vector<Paragraph> titles;
  Clause root;
};

struct Structure {
  LetterHead head;
  std::vector<std::string> addressees;  ///< "Kính gửi"
  std::vector<std::string> recipients;  ///< "Nơi nhận"
  std::vector<Paragraph> preamble;      ///< the paragraphs before the first clause
  std::vector<Paragraph> notes;         ///< footnotes that the layout left below the text
  Clause root;                          ///< its children are the outermost clauses; its paragraphs stand after none
  std::vector<Annex> annexes;
};

/// Understands the layout of an official document. `is_heading` tells of a paragraph without a mark whether it heads
/// what follows (an agency's name alone on a line). Always gives an answer; what is not recognised is preamble.
/// Points into `source`.
Structure understand(const SourceDocument& source, const std::function<bool(std::string_view)>& is_heading);

}  // namespace haidang::documents
