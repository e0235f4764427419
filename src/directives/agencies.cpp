// SPDX-License-Identifier: Apache-2.0
#include "agencies.hpp"

#include <algorithm>
#include <array>

#include "agency_parser.hpp"
#include "base/ensure.hpp"
#include "base/vietnamese.hpp"
#include "embedded/agencies.hpp"
#include "lexicon_file.hpp"
#include "phrase_books.hpp"

namespace haidang::directives {

using documents::Token;
using documents::TokenText;

Agencies::Agencies() {
  for_each_row(embedded::agencies(), [this](const std::vector<std::string_view>& columns) {
    ensure(columns.size() >= 2, "every row of agencies.tsv has a class and a form");
    struct Class {
      std::string_view name;
      documents::PhraseBook* book;
    };
    const std::array<Class, 11> classes{{{"field", &fields_},
                                         {"body", &bodies_},
                                         {"over", &overs_},
                                         {"general", &general_},
                                         {"head", &heads_},
                                         {"inside", &inside_},
                                         {"group", &groups_},
                                         {"of_group", &of_group_},
                                         {"kind", &kinds_},
                                         {"level", &levels_},
                                         {"title", &titles_}}};
    const auto found =
        std::find_if(classes.begin(), classes.end(), [&](const Class& c) { return c.name == columns[0]; });
    ensure(found != classes.end(), "every class of agencies.tsv is known");
    found->book->add(columns[1], static_cast<int>(written_out_.size()));
    written_out_.emplace_back(columns.size() > 2 && !columns[2].empty() ? columns[2] : columns[1]);
  });
}

const Agencies& Agencies::lexicon() {
  static const Agencies made;
  return made;
}

AgencyMention Agencies::one(const TokenText& text, std::size_t i) const {
  return AgencyParser(*this, text).one(i);
}
AgencyMention Agencies::list(const TokenText& text, std::size_t i) const {
  return AgencyParser(*this, text).list(i);
}

namespace {

/// What may stand before the agencies of a heading: "Nhiệm vụ của", "Giao", "Đối với".
std::size_t skip_heading_words(const TokenText& text) {
  static const documents::PhraseBook words = book_of(
      {"nhiệm vụ của", "trách nhiệm của", "trách nhiệm", "giao", "giao cho", "đối với", "đề nghị", "yêu cầu", "về phía",
       "nhiệm vụ", "phân công", "trách nhiệm thực hiện của", "tổ chức thực hiện của", "đồng ý giao"});
  const auto match = words.at(text, 0);
  return match ? match.length : 0;
}

bool only_closing_words(const TokenText& text, std::size_t i) {
  static const documents::PhraseBook closings =
      book_of({"có trách nhiệm", "chịu trách nhiệm", "chủ trì", "thực hiện", "tổ chức thực hiện", "khác",
               "có liên quan", "liên quan", "có nhiệm vụ", "theo chức năng, nhiệm vụ được giao",
               "theo chức năng, nhiệm vụ", "triển khai thực hiện", "các nhiệm vụ sau", "nhiệm vụ sau"});
  while (i < text.size()) {
    if (text.key(i) == "(") {
      while (i < text.size() && text.key(i) != ")") ++i;
      ++i;
    } else if (const auto match = closings.at(text, i)) {
      i += match.length;
    } else if (text[i].kind == Token::Kind::Mark) {
      ++i;
    } else {
      return false;
    }
  }
  return true;
}

/// A name for the reader: no marks at the ends.
std::string trimmed(std::string_view text) {
  std::string name = collapse_spaces(text);
  while (!name.empty() && std::string_view(".;:,-").find(name.back()) != std::string_view::npos) name.pop_back();
  while (!name.empty() && (name.front() == '-' || name.front() == '+' || name.front() == ' ')) name.erase(0, 1);
  return collapse_spaces(name);
}

std::vector<std::string> pieces_of(std::string_view text) {
  std::vector<std::string> pieces(1);
  for (const char c : text) {
    if (c == ';' || c == ',' || c == '\n')
      pieces.emplace_back();
    else
      pieces.back() += c;
  }
  for (std::string& piece : pieces) piece = trimmed(piece);
  std::erase_if(pieces, [](const std::string& piece) { return piece.empty(); });
  return pieces;
}

}  // namespace

std::vector<std::string> Agencies::all_of(std::string_view text) const {
  const TokenText tokens(text);
  const std::size_t first = skip_heading_words(tokens);
  const AgencyMention found = list(tokens, first);
  if (found && only_closing_words(tokens, found.last)) return found.names;
  // "Trách nhiệm của các cơ sở sản xuất, kinh doanh thực phẩm": a heading that names a group in words of its own.
  const bool of_group =
      first >= 2 && (tokens.key(first - 1) == "của" || tokens.key(first - 1) == "với") && tokens.key(first) == "các";
  if (of_group && tokens.size() - first <= 14) return {tidy_agency_name(tokens.words(first, tokens.size()))};
  return {};
}

std::vector<std::string> Agencies::all_of_cell(std::string_view text) const {
  if (auto names = all_of(text); !names.empty()) return names;
  std::vector<std::string> names;
  for (const std::string& piece : pieces_of(text)) {
    const TokenText tokens(piece);
    const AgencyMention known = list(tokens, skip_heading_words(tokens));
    if (known && only_closing_words(tokens, known.last))
      names.insert(names.end(), known.names.begin(), known.names.end());
    else
      names.push_back(tidy_agency_name(piece));
  }
  return names;
}

std::string tidy_agency_name(std::string_view name) {
  std::string clean = trimmed(name);
  for (const auto& [from, to] : {std::pair<std::string_view, std::string_view>{"Ủy ban nhân dân", "UBND"},
                                 {"Uỷ ban nhân dân", "UBND"},
                                 {"Ủy ban Nhân dân", "UBND"},
                                 {"Hội đồng nhân dân", "HĐND"},
                                 {" TP. ", " thành phố "},
                                 {" TP.", " thành phố "},
                                 {" TP ", " thành phố "}}) {
    for (auto at = clean.find(from); at != std::string::npos; at = clean.find(from, at + to.size()))
      clean.replace(at, from.size(), to);
  }
  if (clean.ends_with(" TP")) clean.replace(clean.size() - 2, 2, "thành phố");
  return collapse_spaces(clean);
}

}  // namespace haidang::directives
