// SPDX-License-Identifier: Apache-2.0
#include "duty_words.hpp"

#include <algorithm>
#include <array>

#include "agencies.hpp"
#include "base/ensure.hpp"
#include "embedded/duty_words.hpp"
#include "lexicon_file.hpp"
#include "phrase_books.hpp"

namespace haidang::directives {

using documents::PhraseBook;
using documents::TokenText;

DutyWords::DutyWords() {
  for_each_row(embedded::duty_words(), [this](const std::vector<std::string_view>& columns) {
    ensure(columns.size() >= 2, "every row of duty_words.tsv has a class and a phrase");
    const std::array<std::pair<std::string_view, PhraseBook*>, 14> classes{{{"verb", &verbs},
                                                                            {"manner", &manners},
                                                                            {"opening", &openings},
                                                                            {"state", &states},
                                                                            {"assign", &assigns},
                                                                            {"tasks", &tasks},
                                                                            {"no_tasks", &no_tasks},
                                                                            {"leads_in", &leads_in},
                                                                            {"lead", &lead},
                                                                            {"lead_column", &lead_column},
                                                                            {"coordinate", &coordinate},
                                                                            {"time", &time},
                                                                            {"product", &product},
                                                                            {"content", &content}}};
    const auto found =
        std::find_if(classes.begin(), classes.end(), [&](const auto& c) { return c.first == columns[0]; });
    ensure(found != classes.end(), "every class of duty_words.tsv is known");
    found->second->add(columns[1], 0);
  });
}

const DutyWords& DutyWords::lexicon() {
  static const DutyWords made;
  return made;
}

SectionKind section_kind(std::string_view heading) {
  const TokenText text(heading);
  const DutyWords& words = DutyWords::lexicon();
  if (text.size() == 0 || text.size() > 40) return SectionKind::Unknown;
  std::size_t first = 0;
  while (first < 3 &&
         (text.key(first) == "về" || text.key(first) == "một" || text.key(first) == "số" || text.key(first) == "các" ||
          text.key(first) == "những" || text.key(first) == "công" || text.key(first) == "tác")) {
    if (words.no_tasks.has(text, first)) break;
    ++first;
  }
  bool tasks = false;
  for (std::size_t i = 0; i < std::min<std::size_t>(text.size(), 16); ++i) tasks = tasks || words.tasks.has(text, i);
  if (const auto none = words.no_tasks.at(text, first)) {
    // "MỤC TIÊU, NHIỆM VỤ" holds both; "KẾT QUẢ THỰC HIỆN NHIỆM VỤ" holds no duty.
    const std::string_view behind = text.key(first + none.length);
    const bool both = (behind == "," || behind == "và" || behind == "-") && tasks;
    return both ? SectionKind::Unknown : SectionKind::NoTasks;
  }
  return tasks ? SectionKind::Tasks : SectionKind::Unknown;
}

bool begins_statement(const TokenText& text, std::size_t i) {
  const DutyWords& words = DutyWords::lexicon();
  const auto state = words.states.at(text, i);
  return state && state.length >= words.verbs.at(text, i).length;
}

bool begins_duty(const TokenText& text, std::size_t i) {
  if (begins_statement(text, i)) return false;
  const DutyWords& words = DutyWords::lexicon();
  return words.verbs.has(text, i) || words.manners.has(text, i) || words.openings.has(text, i);
}

namespace {

bool holds(const TokenText& text, const PhraseBook& book) {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (book.has(text, i)) return true;
  return false;
}

/// "nghiêm túc, khẩn trương tổ chức triển khai thực hiện (Chỉ thị này)": nothing but carrying out this document.
bool only_carries_out(const TokenText& text, std::size_t i) {
  static const PhraseBook words = book_of({"nghiêm túc",
                                           "khẩn trương",
                                           "tổ chức",
                                           "triển khai",
                                           "quán triệt",
                                           "thực hiện",
                                           "nghiêm",
                                           "hiệu quả",
                                           "kịp thời",
                                           "đồng bộ",
                                           "có hiệu quả",
                                           "quyết liệt",
                                           "chủ động",
                                           "phối hợp",
                                           "các nội dung",
                                           "nội dung",
                                           "chỉ thị này",
                                           "kế hoạch này",
                                           "văn bản này",
                                           "công văn này",
                                           "công điện này",
                                           "thông báo này",
                                           "quyết định này",
                                           "chương trình này",
                                           "trên",
                                           "nêu trên",
                                           "chỉ đạo",
                                           "tốt",
                                           "đầy đủ",
                                           "các nhiệm vụ",
                                           "nhiệm vụ",
                                           "được giao",
                                           "tại",
                                           "theo",
                                           "yêu cầu",
                                           "đúng",
                                           "nhiệm vụ nêu trên",
                                           "và",
                                           "phổ biến",
                                           "có trách nhiệm",
                                           "thi hành",
                                           "chịu trách nhiệm",
                                           "những",
                                           "các",
                                           "này",
                                           "kế hoạch",
                                           "chỉ thị",
                                           "nghị quyết này",
                                           "hướng dẫn này",
                                           "kết luận này",
                                           "biết",
                                           "để",
                                           "của",
                                           "ubnd",
                                           "tỉnh",
                                           "thành phố",
                                           "ủy ban nhân dân",
                                           "chủ tịch",
                                           "nêu",
                                           "căn cứ",
                                           "chức năng",
                                           "tinh thần",
                                           "ý kiến",
                                           "đảm bảo",
                                           "bảo đảm",
                                           "chất lượng",
                                           "tiến độ",
                                           "thời gian",
                                           "quan tâm",
                                           "tích cực",
                                           "đề nghị",
                                           "nội dung trên",
                                           "văn bản",
                                           "địa phương mình",
                                           "đơn vị mình",
                                           "phương án này",
                                           "nghiêm chỉnh"});
  bool carries = false;
  for (; i < text.size();) {
    if (text[i].kind == documents::Token::Kind::Mark) {
      ++i;
      continue;
    }
    const auto match = words.at(text, i);
    if (!match) return false;
    carries = carries || text.key(i) == "thực" || text.key(i) == "thi" || text.key(i + match.length - 1) == "hiện";
    i += match.length;
  }
  return carries;
}

}  // namespace

bool is_closing(const TokenText& text) {
  static const PhraseBook anywhere =
      book_of({"có hiệu lực kể từ", "có hiệu lực thi hành", "có hiệu lực từ", "chịu trách nhiệm thi hành",
               "thông báo để các", "chịu trách nhiệm thực hiện quyết định này", "căn cứ quyết định thi hành",
               "nhận được văn bản này", "thông báo đến các", "rất mong nhận được"});
  static const PhraseBook at_start =
      book_of({"trân trọng thông báo", "xin thông báo", "trong quá trình thực hiện", "trong quá trình triển khai",
               "trong quá trình tổ chức", "trên đây là", "quá trình thực hiện", "quá trình triển khai",
               "nếu có vướng mắc", "nếu có khó khăn", "nhận được", "trên đây là", "đây là"});
  const bool assigns = text.key(0) == "giao";
  // "Kết luận này thay thế …", "Chỉ thị này được phổ biến đến chi bộ": the document speaks of itself.
  if (text.key(2) == "này" &&
      (text.key(0) == "chỉ" || text.key(0) == "kết" || text.key(0) == "kế" || text.key(0) == "quyết" ||
       text.key(0) == "nghị" || text.key(0) == "công" || text.key(0) == "thông" || text.key(0) == "chương" ||
       text.key(0) == "phương" || text.key(0) == "hướng"))
    return true;
  if (!assigns && (holds(text, anywhere) || at_start.has(text, 0))) return true;
  std::size_t at = 0;
  const Agencies& agencies = Agencies::lexicon();
  // "Ủy ban nhân dân thành phố yêu cầu Thủ trưởng các sở … nghiêm túc …": the issuer comes first.
  if (const AgencyMention issuer = agencies.one(text, 0);
      issuer && (text.key(issuer.last) == "yêu" || text.key(issuer.last) == "đề"))
    at = issuer.last;
  if (const auto assign = DutyWords::lexicon().assigns.at(text, at)) at += assign.length;
  const AgencyMention who = agencies.list(text, at);
  if (!who && at == 0) return false;
  return only_carries_out(text, who ? who.last : at);
}

}  // namespace haidang::directives
