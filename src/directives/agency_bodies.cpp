// SPDX-License-Identifier: Apache-2.0
#include "agency_parser.hpp"
#include "base/vietnamese.hpp"

// Departments (Sở, Phòng, Bộ with a field), whole names of the lexicon with a level or a place behind, and party bodies
// inside an agency: "Đảng ủy Công an tỉnh", "Ban cán sự đảng UBND tỉnh", "Đảng ủy các xã, phường".
namespace haidang::directives {

AgencyMention AgencyParser::read_over(std::size_t i) const {
  const auto over = lex_.overs_.at(text_, i);
  if (!over || lex_.bodies_.at(text_, i).length > over.length) return {};
  const std::size_t at = i + over.length;
  if (key(at) == "các") return territory_group(written_out(over), i, at);
  AgencyMention inner = read_committee(at);
  for (const auto reader : {&AgencyParser::read_department, &AgencyParser::read_body, &AgencyParser::read_open})
    if (!inner && capital(at)) inner = (this->*reader)(at);
  if (!inner) return {};
  for (std::string& name : inner.names) name = written_out(over) + " " + name;
  inner.first = i;
  return inner;
}

std::string AgencyParser::head_of(std::size_t i) const {
  for (const auto& [word, shown] : {std::pair{"sở", "Sở"}, {"phòng", "Phòng"}, {"bộ", "Bộ"}, {"ban", "Ban"}})
    if (key(i) == word) return shown;
  return {};
}

AgencyMention AgencyParser::read_department(std::size_t i) const {
  const std::string head = head_of(i);
  if (head.empty() || head == "Ban") return {};
  const auto field = lex_.fields_.at(text_, i + 1);
  if (!field || !capital(i + 1)) return {};
  const std::size_t at = i + 1 + field.length;
  std::string name = head + " " + written_out(field);
  const std::size_t last = head == "Bộ" ? at : end_of_qualifier(at);
  if (last > at) name += " " + std::string(text_.words(at, last));
  return mention(name, i, last);
}

AgencyMention AgencyParser::read_body(std::size_t i) const {
  const auto body = lex_.bodies_.at(text_, i);
  const auto head = lex_.heads_.at(text_, i);
  if (!body || body.length < head.length) return {};
  const bool needs_capital = !written_out(body).empty() && is_upper(decode_utf8(written_out(body).substr(0, 4))[0]);
  if (needs_capital && !capital(i)) return {};
  const std::size_t at = i + body.length;
  // A general word ("Văn phòng", "Báo", "Thanh tra") is a name only with its place behind.
  const bool general = lex_.general_.at(text_, i).length == body.length;
  const std::size_t named = general ? at : end_of_inner_name(at);
  const std::size_t last = named > at ? end_of_qualifier(named) : body_qualifier(i, at);
  const bool bare = last == at;
  if (bare && general && text_.is_word(at) && !capital(at)) return {};
  if (bare && key(at) == "-" && capital(at + 1) && !starts_agency(at + 1))
    return read_capitalised(i, at, written_out(body));
  if (bare && capital(at) && !lex_.bodies_.has(text_, at)) return read_capitalised(i, at, written_out(body));
  const std::size_t end = end_of_number(last);
  std::string name = written_out(body);
  if (end > at) name += " " + std::string(text_.words(at, end));
  return mention(name, i, end);
}

std::size_t AgencyParser::body_qualifier(std::size_t i, std::size_t at) const {
  if (key(at) == "sở" && text_[at].capital && !(lex_.fields_.has(text_, at + 1) && capital(at + 1))) return at + 1;
  if (!text_[i].all_capitals && key(at) == "các" && lex_.groups_.has(text_, at + 1)) return end_of_group(at + 1);
  return end_of_qualifier(at);
}

}  // namespace haidang::directives
