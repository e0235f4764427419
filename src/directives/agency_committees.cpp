// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "agency_parser.hpp"
#include "base/vietnamese.hpp"

// Committees: "UBND tỉnh", "Ủy ban nhân dân các huyện, thị xã", "HĐND và UBND quận", "UBND huyện Tiền Hải", and
// their offices: "Văn phòng HĐND và UBND quận", "VP UBND TP".
namespace haidang::directives {

std::size_t AgencyParser::committee_word(std::size_t i, std::string& name) const {
  if (key(i) == "ubnd" || key(i) == "hđnd") {
    name = key(i) == "ubnd" ? "UBND" : "HĐND";
    return i + 1;
  }
  if (key(i + 1) == "ban" && key(i) == "ủy" && key(i + 2) == "nhân" && key(i + 3) == "dân") {
    name = "UBND";
    return i + 4;
  }
  if (key(i) == "hội" && key(i + 1) == "đồng" && key(i + 2) == "nhân" && key(i + 3) == "dân") {
    name = "HĐND";
    return i + 4;
  }
  return i;
}

AgencyMention AgencyParser::read_committee(std::size_t i) const {
  std::string name;
  std::size_t at = committee_word(i, name);
  if (at == i) return {};
  std::string second;
  if (key(at) == "và" || key(at) == ",") {
    const std::size_t after = committee_word(at + 1, second);
    if (after != at + 1 && second != name && key(at) == "và") {
      name += " và " + second;
      at = after;
    }
  }
  return territories(name, i, at);
}

AgencyMention AgencyParser::territories(const std::string& name, std::size_t first, std::size_t at) const {
  if (key(at) == "các" || key(at) == "tất") return territory_group(name, first, key(at) == "tất" ? at + 2 : at);
  std::size_t last = end_of_qualifier(at);
  if (last == at) return mention(name, first, at);
  return mention(name + " " + std::string(text_.words(at, last)), first, last);
}

AgencyMention AgencyParser::territory_group(const std::string& name, std::size_t first, std::size_t at) const {
  std::size_t last = at + 1;
  if (key(last) == "cấp") return mention(name + " các cấp", first, last + 1);
  const std::string level(lex_.levels_.has(text_, last) ? text_.words(last, last + lex_.levels_.at(text_, last).length)
                                                        : "");
  if (!level.empty()) {
    const std::size_t after = last + lex_.levels_.at(text_, last).length;
    const std::size_t names = key(after) == ":" ? after + 1 : after;
    if (AgencyMention each = named_territories(name + " " + to_lower(level), names)) {
      each.first = first;
      return each;
    }
  }
  last = std::max(end_of_group(last), last);
  if (last == at + 1) return {};
  return mention(name + " " + std::string(text_.words(at, last)), first, skip_bracket(skip_location(last)));
}

AgencyMention AgencyParser::named_territories(const std::string& prefix, std::size_t at) const {
  AgencyMention all{{}, at, at};
  while (capital(at) && !lex_.bodies_.has(text_, at) && key(at) != "ubnd" && key(at) != "sở" &&
         !lex_.levels_.has(text_, at)) {
    const std::size_t last = end_of_proper(at);
    all.names.push_back(tidy_agency_name(prefix + " " + std::string(text_.words(at, last))));
    all.last = last;
    at = skip_separators(last);
    if (at == last) break;
  }
  return all.names.empty() ? AgencyMention{} : all;
}

AgencyMention AgencyParser::read_office(std::size_t i) const {
  std::size_t at = i;
  if (key(at) == "vp")
    ++at;
  else if (key(at) == "văn" && key(at + 1) == "phòng")
    at += 2;
  else
    return {};
  AgencyMention committee = read_committee(at);
  if (!committee) return {};
  committee.names.front() = "Văn phòng " + committee.names.front();
  committee.first = i;
  return committee;
}

}  // namespace haidang::directives
