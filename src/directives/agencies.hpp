// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "documents/tokens.hpp"

namespace haidang::directives {

/// Agencies named one after the other: their names written out, and the tokens [first, last) that name them.
struct AgencyMention {
  std::vector<std::string> names;
  std::size_t first = 0, last = 0;
  explicit operator bool() const { return !names.empty(); }
};

/// The grammar of agency names: heads, fields, levels, places and groups from packs/lexicon/agencies.tsv.
/// Groups stay groups ("các sở, ban, ngành"); lists after a colon are written out ("các Sở: A, B" → Sở A, Sở B).
class Agencies {
 public:
  Agencies();
  static const Agencies& lexicon();  ///< made once; immutable, so shared between threads

  /// The agency that starts at token i, title dropped; empty when none does.
  AgencyMention one(const documents::TokenText&, std::size_t i) const;
  /// As many agencies as stand there in a list with commas, semicolons, "và", "cùng".
  AgencyMention list(const documents::TokenText&, std::size_t i) const;
  /// A text that is nothing but agencies ("3. Sở Nội vụ:", a table cell, "Nhiệm vụ của các sở"); empty otherwise.
  std::vector<std::string> all_of(std::string_view text) const;
  /// Like all_of, but a cell or heading may name agencies that the lexicon does not know.
  std::vector<std::string> all_of_cell(std::string_view text) const;

 private:
  friend class AgencyParser;
  documents::PhraseBook fields_, bodies_, general_, overs_, heads_, inside_, groups_, of_group_, kinds_, levels_,
      titles_;
  std::vector<std::string> written_out_;  ///< by the value of a match
};

/// "Ủy ban nhân dân" → UBND and "TP" → thành phố in a name; no full stop or colon at the end.
std::string tidy_agency_name(std::string_view);

}  // namespace haidang::directives
