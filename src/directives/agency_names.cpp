// SPDX-License-Identifier: Apache-2.0
#include "agency_parser.hpp"
#include "duty_words.hpp"
#include "phrase_books.hpp"

// Names that the lexicon does not know: a head and capitalised words; and how far a name goes.
namespace haidang::directives {

using documents::Token;

AgencyMention AgencyParser::read_open(std::size_t i) const {
  if (all_capitals_) return {};
  const auto head = lex_.heads_.at(text_, i);
  if (head && capital(i)) {
    const std::size_t at = i + head.length;
    if (const std::size_t named = end_of_inner_name(at); named > at && head.length > 1) {
      const std::size_t end = end_of_qualifier(named);
      return mention(written_out(head) + " " + std::string(text_.words(at, end)), i, end);
    }
    return read_capitalised(i, at, written_out(head));
  }
  const std::string department = head_of(i);
  if (!department.empty() && capital(i) && capital(i + 1)) return read_capitalised(i, i + 1, department);
  return {};
}

AgencyMention AgencyParser::read_capitalised(std::size_t first, std::size_t at, const std::string& head) const {
  std::size_t last = at;
  while (last < text_.size()) {
    if (const auto inner = lex_.inside_.at(text_, last);
        inner && (last > at || capital(last) || head.find(' ') != std::string::npos)) {
      last += inner.length;
    } else if (capital(last) && !(last > at && starts_agency(last))) {
      last = end_of_lower_run(last + 1);
    } else if (is_joint(last) && (capital(last + 1) || lex_.inside_.has(text_, last + 1)) && !starts_agency(last + 1)) {
      ++last;
    } else {
      break;
    }
  }
  if (last == at) return {};
  const std::size_t end = end_of_number(end_of_qualifier(last));
  return mention(head + " " + std::string(text_.words(at, end)), first, end);
}

std::size_t AgencyParser::end_of_inner_name(std::size_t at) const {
  if (!text_.is_word(at) || capital(at) || ends_name(at)) return at;
  const std::size_t run = end_of_lower_run(at);
  const bool leads_on = run > at && (capital(run) || lex_.levels_.has(text_, run) ||
                                     (key(run) == "các" && lex_.levels_.has(text_, run + 1)));
  if (!leads_on) return at;
  return capital(run) && !starts_agency(run) ? end_of_place(run) : run;
}

std::size_t AgencyParser::end_of_place(std::size_t i) const {
  std::size_t at = end_of_proper(i);
  if (key(at) == "-" && capital(at + 1)) at = end_of_proper(at + 1);
  return at;
}

std::size_t AgencyParser::end_of_lower_run(std::size_t i) const {
  constexpr std::size_t kLongest = 6;
  std::size_t at = i;
  while (at < text_.size() && at < i + kLongest && text_.is_word(at) && !capital(at) && !ends_name(at)) ++at;
  // A small link behind the run ("đấu nối cho …") tells that it holds a verb we do not know: no part of the name.
  static const documents::PhraseBook links = book_of({"cho", "về", "đến", "vào", "ra", "lên", "từ"});
  if (links.has(text_, at)) return i;
  const bool stopped = at >= text_.size() || !text_.is_word(at) || capital(at) || ends_name(at);
  return stopped ? at : i;
}

bool AgencyParser::ends_name(std::size_t i) const {
  static const documents::PhraseBook others =
      book_of({"và",  "với", "cùng",  "của",  "tại", "ở",   "trên", "các",  "những",     "là",
               "nơi", "nào", "số",    "gồm",  "để",  "khi", "mà",   "do",   "cho",       "ra",
               "lên", "vào", "thuộc", "chịu", "nêu", "này", "có",   "được", "liên quan", "biết"});
  const DutyWords& words = DutyWords::lexicon();
  return others.has(text_, i) || lex_.levels_.has(text_, i) || words.verbs.has(text_, i) ||
         words.manners.has(text_, i) || words.openings.has(text_, i) || words.states.has(text_, i);
}

std::size_t AgencyParser::end_of_number(std::size_t i) const {
  if (key(i) == "số" && text_.is_number(i + 1)) return i + 2;
  const bool alone = text_.is_number(i) && text_[i].key.size() <= 2 &&
                     (i + 1 >= text_.size() || text_[i + 1].kind == Token::Kind::Mark) && key(i + 1) != "/" &&
                     key(i + 1) != "%";
  return alone ? i + 1 : i;
}

bool AgencyParser::is_joint(std::size_t i) const {
  return key(i) == "và" || key(i) == "-" || key(i) == "&" || key(i) == "của" || (key(i) == "." && text_.glued(i));
}

bool AgencyParser::starts_agency(std::size_t i) const {
  return lex_.bodies_.at(text_, i).length > 1 || key(i) == "ubnd" || key(i) == "hđnd" || key(i) == "sở" ||
         (key(i) == "công" && key(i + 1) == "an");
}

std::size_t AgencyParser::end_of_proper(std::size_t i) const {
  std::size_t at = i;
  while (capital(at) && !starts_agency(at) && !(at > i && lex_.levels_.has(text_, at) && !text_[at].all_capitals)) ++at;
  if (at == i) return text_.is_number(at) ? at + 1 : at;
  return end_of_number(at);
}

std::size_t AgencyParser::end_of_qualifier(std::size_t i) const {
  if (key(i) == "các" && lex_.levels_.has(text_, i + 1)) return end_of_group(i + 1);
  const auto level = lex_.levels_.at(text_, i);
  if (level && !(key(i) == "xã" && key(i + 1) == "hội") && !(key(i) == "địa" && key(i + 2) == "nào")) {
    std::size_t at = i + level.length;
    if (key(at) == "." && text_.glued(at) && key(i) == "tp") ++at;
    return end_of_proper(at);
  }
  return capital(i) && !lex_.bodies_.has(text_, i) && head_of(i).empty() && !lex_.heads_.has(text_, i)
             ? end_of_proper(i)
             : i;
}

}  // namespace haidang::directives
