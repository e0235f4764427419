// SPDX-License-Identifier: Apache-2.0
#include "agencies.hpp"

#include <algorithm>
#include <array>

#include "base/ensure.hpp"
#include "base/vietnamese.hpp"
#include "duty_words.hpp"
#include "embedded/agencies.hpp"
#include "lexicon_file.hpp"

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

/// One pass over a text. Each `read_…` takes a token index and returns what stands there, or an empty mention.
class AgencyParser {
 public:
  AgencyParser(const Agencies& lexicon, const TokenText& text) : lex_(lexicon), text_(text) {
    std::size_t words = 0, loud = 0;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      words += text_[i].kind == Token::Kind::Word && text_[i].end - text_[i].begin > 1;
      loud += text_[i].all_capitals;
    }
    all_capitals_ = words >= 3 && loud == words;
  }

  AgencyMention one(std::size_t i) const {
    const std::size_t start = skip_titles(i);
    for (const auto reader :
         {&AgencyParser::read_group, &AgencyParser::read_committee, &AgencyParser::read_office,
          &AgencyParser::read_over, &AgencyParser::read_department, &AgencyParser::read_body, &AgencyParser::read_open})
      if (AgencyMention found = (this->*reader)(start)) {
        found.first = i;
        return found;
      }
    return {};
  }

  AgencyMention list(std::size_t i) const {
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

 private:
  std::string_view key(std::size_t i) const { return text_.key(i); }
  bool capital(std::size_t i) const {
    return i < text_.size() && text_[i].kind == Token::Kind::Word && text_[i].capital;
  }
  const std::string& written_out(const documents::PhraseBook::Match& match) const {
    return lex_.written_out_[static_cast<std::size_t>(match.value)];
  }
  AgencyMention mention(std::string name, std::size_t first, std::size_t last) const {
    return {{tidy_agency_name(name)}, first, last};
  }

  /// "Giám đốc Sở X" → at "Sở"; "Trưởng phòng Nội vụ" → at "phòng". Only when an agency follows.
  std::size_t skip_titles(std::size_t i) const {
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

  // ---- groups: "các sở, ban, ngành tỉnh", "các Sở: A, B", "các cơ quan, đơn vị liên quan"
  AgencyMention read_group(std::size_t i) const {
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

  /// "sở, ngành liên quan", "cơ quan, đơn vị liên quan": a group without its "các".
  bool is_bare_group(std::size_t i) const {
    const auto first = lex_.groups_.at(text_, i);
    if (!first || lex_.bodies_.at(text_, i).length > first.length) return false;
    const std::size_t behind = i + first.length;
    if (key(behind) == "," || key(behind) == "-")
      return lex_.groups_.has(text_, behind + 1) && !text_[behind + 1].capital &&
             (key(i) == "sở" || key(i) == "cơ" || key(i) == "đơn");
    return (key(behind) == "liên" && key(behind + 1) == "quan") || (key(behind) == "có" && key(behind + 1) == "liên");
  }

  /// "các Sở: Tài chính, Xây dựng", "các Sở Tài chính, Xây dựng", "các Bộ: Công an, Quốc phòng".
  AgencyMention written_out_list(std::size_t at) const {
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

  /// "các phòng chuyên môn thuộc Sở: Nghiệp vụ Y, Kế hoạch - Tài chính; Thanh tra Sở"
  AgencyMention named_rooms(std::size_t noun, std::size_t at) const {
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

  std::size_t end_of_group(std::size_t at) const {
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

  /// "trên địa bàn tỉnh" says where, not who.
  std::size_t skip_location(std::size_t i) const {
    if (key(i) != "trên" || key(i + 1) != "địa" || key(i + 2) != "bàn") return i;
    std::size_t at = i + 3;
    if (key(at) == "toàn") ++at;
    if (const auto level = lex_.levels_.at(text_, at)) at = end_of_proper(at + level.length);
    return at;
  }

  static std::string lower_first_words(std::string name) {
    for (const std::string_view head :
         {"Các ", "các Sở", "các Ban", "các Ngành", "các Cơ quan", "các Đơn vị", "các Phòng", "các Địa phương"})
      if (name.starts_with(head))
        return to_lower(std::string_view(name).substr(0, head.size())) + name.substr(head.size());
    return name;
  }

  // ---- committees: "UBND tỉnh", "Ủy ban nhân dân các huyện, thị xã", "HĐND và UBND quận", "UBND huyện Tiền Hải"
  std::size_t committee_word(std::size_t i, std::string& name) const {
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

  AgencyMention read_committee(std::size_t i) const {
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

  AgencyMention territories(const std::string& name, std::size_t first, std::size_t at) const {
    if (key(at) == "các" || key(at) == "tất") return territory_group(name, first, key(at) == "tất" ? at + 2 : at);
    std::size_t last = end_of_qualifier(at);
    if (last == at) return mention(name, first, at);
    return mention(name + " " + std::string(text_.words(at, last)), first, last);
  }

  /// "các huyện, thị xã, thành phố", "các huyện: A, B và C", "các xã A, B", "các cấp".
  AgencyMention territory_group(const std::string& name, std::size_t first, std::size_t at) const {
    std::size_t last = at + 1;
    if (key(last) == "cấp") return mention(name + " các cấp", first, last + 1);
    const std::string level(
        lex_.levels_.has(text_, last) ? text_.words(last, last + lex_.levels_.at(text_, last).length) : "");
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

  AgencyMention named_territories(const std::string& prefix, std::size_t at) const {
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

  // ---- offices of committees: "Văn phòng HĐND và UBND quận", "VP UBND TP"
  AgencyMention read_office(std::size_t i) const {
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

  // ---- party bodies inside an agency: "Đảng ủy Công an tỉnh", "Ban cán sự đảng UBND tỉnh", "Đảng ủy các xã, phường"
  AgencyMention read_over(std::size_t i) const {
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

  // ---- departments: Sở, Phòng, Bộ, Ban + field
  std::string head_of(std::size_t i) const {
    for (const auto& [word, shown] : {std::pair{"sở", "Sở"}, {"phòng", "Phòng"}, {"bộ", "Bộ"}, {"ban", "Ban"}})
      if (key(i) == word) return shown;
    return {};
  }

  AgencyMention read_department(std::size_t i) const {
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

  // ---- whole names of the lexicon, with a level or a place behind
  AgencyMention read_body(std::size_t i) const {
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

  /// "… Khu kinh tế cửa khẩu Đồng Đăng", "… Văn hóa nghệ thuật tỉnh": small words that lead to a place or a level.
  std::size_t end_of_inner_name(std::size_t at) const {
    if (!text_.is_word(at) || capital(at) || ends_name(at)) return at;
    const std::size_t run = end_of_lower_run(at);
    const bool leads_on = run > at && (capital(run) || lex_.levels_.has(text_, run) ||
                                       (key(run) == "các" && lex_.levels_.has(text_, run + 1)));
    if (!leads_on) return at;
    return capital(run) && !starts_agency(run) ? end_of_place(run) : run;
  }
  /// "Đồng Đăng - Lạng Sơn"
  std::size_t end_of_place(std::size_t i) const {
    std::size_t at = end_of_proper(i);
    if (key(at) == "-" && capital(at + 1)) at = end_of_proper(at + 1);
    return at;
  }

  /// "chủ đầu tư các khu chung cư" goes on with its group, "Thanh tra Sở" with the Sở it serves.
  std::size_t body_qualifier(std::size_t i, std::size_t at) const {
    if (key(at) == "sở" && text_[at].capital && !(lex_.fields_.has(text_, at + 1) && capital(at + 1))) return at + 1;
    if (!text_[i].all_capitals && key(at) == "các" && lex_.groups_.has(text_, at + 1)) return end_of_group(at + 1);
    return end_of_qualifier(at);
  }

  // ---- names that the lexicon does not know: a head and capitalised words
  AgencyMention read_open(std::size_t i) const {
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

  AgencyMention read_capitalised(std::size_t first, std::size_t at, const std::string& head) const {
    std::size_t last = at;
    while (last < text_.size()) {
      if (const auto inner = lex_.inside_.at(text_, last);
          inner && (last > at || capital(last) || head.find(' ') != std::string::npos)) {
        last += inner.length;
      } else if (capital(last) && !(last > at && starts_agency(last))) {
        last = end_of_lower_run(last + 1);
      } else if (is_joint(last) && (capital(last + 1) || lex_.inside_.has(text_, last + 1)) &&
                 !starts_agency(last + 1)) {
        ++last;
      } else {
        break;
      }
    }
    if (last == at) return {};
    const std::size_t end = end_of_number(end_of_qualifier(last));
    return mention(head + " " + std::string(text_.words(at, end)), first, end);
  }
  /// "Công chức viên chức", "trung học phổ thông": lower-case syllables of a name, as far as no new phrase begins.
  std::size_t end_of_lower_run(std::size_t i) const {
    constexpr std::size_t kLongest = 6;
    std::size_t at = i;
    while (at < text_.size() && at < i + kLongest && text_.is_word(at) && !capital(at) && !ends_name(at)) ++at;
    // A small link behind the run ("đấu nối cho …") tells that it holds a verb we do not know: no part of the name.
    static const documents::PhraseBook links = [] {
      documents::PhraseBook book;
      for (const char* word : {"cho", "về", "đến", "vào", "ra", "lên", "từ"}) book.add(word, 0);
      return book;
    }();
    if (links.has(text_, at)) return i;
    const bool stopped = at >= text_.size() || !text_.is_word(at) || capital(at) || ends_name(at);
    return stopped ? at : i;
  }
  bool ends_name(std::size_t i) const {
    static const documents::PhraseBook others = [] {
      documents::PhraseBook book;
      for (const char* word : {"và",  "với", "cùng",  "của",  "tại", "ở",   "trên", "các",  "những",     "là",
                               "nơi", "nào", "số",    "gồm",  "để",  "khi", "mà",   "do",   "cho",       "ra",
                               "lên", "vào", "thuộc", "chịu", "nêu", "này", "có",   "được", "liên quan", "biết"})
        book.add(word, 0);
      return book;
    }();
    const DutyWords& words = DutyWords::lexicon();
    return others.has(text_, i) || lex_.levels_.has(text_, i) || words.verbs.has(text_, i) ||
           words.manners.has(text_, i) || words.openings.has(text_, i) || words.states.has(text_, i);
  }
  /// "… số 2", "Bảo Lâm 1"
  std::size_t end_of_number(std::size_t i) const {
    if (key(i) == "số" && text_.is_number(i + 1)) return i + 2;
    const bool alone = text_.is_number(i) && text_[i].key.size() <= 2 &&
                       (i + 1 >= text_.size() || text_[i + 1].kind == Token::Kind::Mark) && key(i + 1) != "/" &&
                       key(i + 1) != "%";
    return alone ? i + 1 : i;
  }

  bool is_joint(std::size_t i) const {
    return key(i) == "và" || key(i) == "-" || key(i) == "&" || key(i) == "của" || (key(i) == "." && text_.glued(i));
  }
  bool starts_agency(std::size_t i) const {
    return lex_.bodies_.at(text_, i).length > 1 || key(i) == "ubnd" || key(i) == "hđnd" || key(i) == "sở" ||
           (key(i) == "công" && key(i + 1) == "an");
  }

  // ---- what may stand behind a name
  /// Capitalised words of a place: "Tiền Hải", "Hải Phòng", "số 1".
  std::size_t end_of_proper(std::size_t i) const {
    std::size_t at = i;
    while (capital(at) && !starts_agency(at) && !(at > i && lex_.levels_.has(text_, at) && !text_[at].all_capitals))
      ++at;
    if (at == i) return text_.is_number(at) ? at + 1 : at;
    return end_of_number(at);
  }

  /// "tỉnh", "thành phố Hải Phòng", "quận", "các xã, phường", "khu vực III", or a place alone ("Quảng Ninh").
  std::size_t end_of_qualifier(std::size_t i) const {
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

  // ---- lists
  std::size_t skip_separators(std::size_t i) const {
    std::size_t at = i;
    while (key(at) == "," || key(at) == ";" || key(at) == "và" || key(at) == "cùng" || key(at) == "&" ||
           (key(at) == "với" && at > i) || (at > i && key(at) == "-"))
      ++at;
    return at;
  }
  std::size_t skip_bracket(std::size_t i) const {
    if (key(i) != "(") return i;
    for (std::size_t at = i + 1; at < std::min(text_.size(), i + 14); ++at)
      if (key(at) == ")") return at + 1;
    return i;
  }

  /// "Sở Tài chính, Xây dựng": the head serves the next name too; "UBND huyện A, huyện B" likewise.
  AgencyMention carried_over(const std::string& previous, std::size_t i) const {
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

  const Agencies& lex_;
  const TokenText& text_;
  bool all_capitals_ = false;  ///< a heading in capitals: capitals tell nothing about names
};

AgencyMention Agencies::one(const TokenText& text, std::size_t i) const {
  return AgencyParser(*this, text).one(i);
}
AgencyMention Agencies::list(const TokenText& text, std::size_t i) const {
  return AgencyParser(*this, text).list(i);
}

namespace {

/// What may stand before the agencies of a heading: "Nhiệm vụ của", "Giao", "Đối với".
std::size_t skip_heading_words(const TokenText& text) {
  static const documents::PhraseBook kWords = [] {
    documents::PhraseBook book;
    for (const char* phrase :
         {"nhiệm vụ của", "trách nhiệm của", "trách nhiệm", "giao", "giao cho", "đối với", "đề nghị", "yêu cầu",
          "về phía", "nhiệm vụ", "phân công", "trách nhiệm thực hiện của", "tổ chức thực hiện của", "đồng ý giao"})
      book.add(phrase, 0);
    return book;
  }();
  const auto match = kWords.at(text, 0);
  return match ? match.length : 0;
}

bool only_closing_words(const TokenText& text, std::size_t i) {
  static const documents::PhraseBook kClosings = [] {
    documents::PhraseBook book;
    for (const char* phrase : {"có trách nhiệm", "chịu trách nhiệm", "chủ trì", "thực hiện", "tổ chức thực hiện",
                               "khác", "có liên quan", "liên quan", "có nhiệm vụ", "theo chức năng, nhiệm vụ được giao",
                               "theo chức năng, nhiệm vụ", "triển khai thực hiện", "các nhiệm vụ sau", "nhiệm vụ sau"})
      book.add(phrase, 0);
    return book;
  }();
  while (i < text.size()) {
    if (text.key(i) == "(") {
      while (i < text.size() && text.key(i) != ")") ++i;
      ++i;
    } else if (const auto match = kClosings.at(text, i)) {
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
