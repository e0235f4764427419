// SPDX-License-Identifier: Apache-2.0
#include "agency_parser.hpp"

#include <algorithm>

namespace haidang::directives {

using documents::Token;
using documents::TokenText;

AgencyParser::AgencyParser(const Agencies& lexicon, const TokenText& text) : lex_(lexicon), text_(text) {
  std::size_t words = 0, loud = 0;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    words += text_[i].kind == Token::Kind::Word && text_[i].end - text_[i].begin > 1;
    loud += text_[i].all_capitals;
  }
  all_capitals_ = words >= 3 && loud == words;
}

AgencyMention AgencyParser::one(std::size_t i) const {
  const std::size_t start = skip_titles(i);
  for (const auto reader :
       {&AgencyParser::read_group, &AgencyParser::read_committee, &AgencyParser::read_office, &AgencyParser::read_over,
        &AgencyParser::read_department, &AgencyParser::read_body, &AgencyParser::read_open})
    if (AgencyMention found = (this->*reader)(start)) {
      found.first = i;
      return found;
    }
  return {};
}

AgencyMention AgencyParser::list(std::size_t i) const {
  AgencyMention all = one(i);
  if (!all) return all;
  while (true) {
    const std::size_t next = skip_separators(skip_bracket(all.last));
    if (next == all.last) return all;
    AgencyMention more = one(next);
    if (!more) more = carried_over(all.names.back(), next);
    if (!more) return all;
    all.names.insert(all.names.end(), more.names.begin(), more.names.end());
    all.last = more.last;
  }
}

AgencyMention AgencyParser::mention(std::string name, std::size_t first, std::size_t last) const {
  return {{tidy_agency_name(name)}, first, last};
}

std::size_t AgencyParser::skip_titles(std::size_t i) const {
  std::size_t at = i;
  while (const auto title = lex_.titles_.at(text_, at)) {
    at += title.length;
    const std::string_view last = key(at - 1);
    // "Trưởng phòng", "Cục trưởng": the word of the office may belong to the agency's name.
    if ((last == "phòng" || last == "ban") && key(at) != last && key(at) != "các") --at;
    if (key(at) == ",") ++at;
  }
  return at;
}

std::size_t AgencyParser::skip_separators(std::size_t i) const {
  std::size_t at = i;
  while (key(at) == "," || key(at) == ";" || key(at) == "và" || key(at) == "cùng" || key(at) == "&" ||
         (key(at) == "với" && at > i) || (at > i && key(at) == "-"))
    ++at;
  return at;
}

std::size_t AgencyParser::skip_bracket(std::size_t i) const {
  if (key(i) != "(") return i;
  for (std::size_t at = i + 1; at < std::min(text_.size(), i + 14); ++at)
    if (key(at) == ")") return at + 1;
  return i;
}

AgencyMention AgencyParser::carried_over(const std::string& previous, std::size_t i) const {
  for (const std::string_view head : {"Sở ", "Phòng ", "Bộ "}) {
    const auto field = lex_.fields_.at(text_, i);
    if (!previous.starts_with(head) || !field || !capital(i)) continue;
    const std::size_t last = end_of_qualifier(i + field.length);
    return mention(std::string(head) + written_out(field), i, std::max(last, i + field.length));
  }
  const auto level = lex_.levels_.at(text_, i);
  for (const std::string_view committee : {"UBND ", "HĐND ", "Công an "}) {
    if (!previous.starts_with(committee) || !level || !capital(i + level.length)) continue;
    const std::size_t last = end_of_proper(i + level.length);
    return mention(std::string(committee) + std::string(text_.words(i, last)), i, last);
  }
  return {};
}

}  // namespace haidang::directives
