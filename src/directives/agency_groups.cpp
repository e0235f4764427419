// SPDX-License-Identifier: Apache-2.0
#include "agency_parser.hpp"
#include "base/vietnamese.hpp"

// Groups: "các sở, ban, ngành tỉnh", "các Sở: A, B", "các cơ quan, đơn vị liên quan".
namespace haidang::directives {
namespace {

std::string lower_first_words(std::string name) {
  for (const std::string_view head :
       {"Các ", "các Sở", "các Ban", "các Ngành", "các Cơ quan", "các Đơn vị", "các Phòng", "các Địa phương"})
    if (name.starts_with(head))
      return to_lower(std::string_view(name).substr(0, head.size())) + name.substr(head.size());
  return name;
}

}  // namespace

AgencyMention AgencyParser::read_group(std::size_t i) const {
  std::size_t at = i;
  if (key(at) == "tất" && key(at + 1) == "cả") at += 2;
  const bool plural = key(at) == "các" || key(at) == "những" || key(at) == "mọi";
  if (plural) ++at;
  if (!plural && !is_bare_group(at)) return {};
  if (AgencyMention listed = written_out_list(at)) return listed;
  const std::size_t last = end_of_group(at);
  if (last == at) return {};
  if (key(last) == ":" && plural) {
    if (AgencyMention named = list(last + 1)) return named;
    if (AgencyMention named = named_rooms(at, last + 1)) return named;
  }
  std::string name(text_.words(at, last));
  if (key(at) != "các") name = "các " + name;
  return mention(lower_first_words(name), i, skip_location(last));
}

bool AgencyParser::is_bare_group(std::size_t i) const {
  const auto first = lex_.groups_.at(text_, i);
  if (!first || lex_.bodies_.at(text_, i).length > first.length) return false;
  const std::size_t behind = i + first.length;
  if (key(behind) == "," || key(behind) == "-")
    return lex_.groups_.has(text_, behind + 1) && !text_[behind + 1].capital &&
           (key(i) == "sở" || key(i) == "cơ" || key(i) == "đơn");
  return (key(behind) == "liên" && key(behind + 1) == "quan") || (key(behind) == "có" && key(behind + 1) == "liên");
}

AgencyMention AgencyParser::written_out_list(std::size_t at) const {
  const std::string head = head_of(at);
  if (head.empty()) return {};
  std::size_t next = key(at + 1) == ":" ? at + 2 : at + 1;
  AgencyMention all{{}, at, at};
  while (const auto field = lex_.fields_.at(text_, next)) {
    if (!capital(next)) break;
    all.names.push_back(head + " " + written_out(field));
    all.last = next + field.length;
    next = skip_separators(all.last);
    if (next == all.last) break;
  }
  return all.names.empty() ? AgencyMention{} : all;
}

AgencyMention AgencyParser::named_rooms(std::size_t noun, std::size_t at) const {
  const std::string head = head_of(noun);
  AgencyMention all{{}, noun, at};
  while (!head.empty() && at < text_.size()) {
    if (AgencyMention known = one(at)) {
      all.names.insert(all.names.end(), known.names.begin(), known.names.end());
      all.last = known.last;
    } else if (AgencyMention room = capital(at) ? read_capitalised(at, at, head) : AgencyMention{}) {
      all.names.push_back(room.names.front());
      all.last = room.last;
    } else {
      break;
    }
    at = skip_separators(all.last);
    if (at == all.last) break;
  }
  return all.names.empty() ? AgencyMention{} : all;
}

std::size_t AgencyParser::end_of_group(std::size_t at) const {
  const std::size_t first = at;
  std::size_t last = at;
  while (const auto noun = lex_.groups_.at(text_, at)) {
    // "…, đảng ủy các xã, phường" is a body of its own, not a noun of this group.
    if (at != first && lex_.overs_.has(text_, at) && key(at + noun.length) == "các") break;
    at += noun.length;
    if (lex_.kinds_.at(text_, at - noun.length)) at = end_of_lower_run(at);
    while (const auto more = lex_.of_group_.at(text_, at)) at += more.length;
    last = at;
    const bool joined = key(at) == "," || key(at) == "và" || key(at) == "-" || key(at) == "/";
    if (!joined) break;
    ++at;
    if (key(at) == "các" || key(at) == "và") ++at;
    if (capital(at) && lex_.bodies_.has(text_, at)) break;
  }
  return last;
}

std::size_t AgencyParser::skip_location(std::size_t i) const {
  if (key(i) != "trên" || key(i + 1) != "địa" || key(i + 2) != "bàn") return i;
  std::size_t at = i + 3;
  if (key(at) == "toàn") ++at;
  if (const auto level = lex_.levels_.at(text_, at)) at = end_of_proper(at + level.length);
  return at;
}

}  // namespace haidang::directives
