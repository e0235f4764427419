// SPDX-License-Identifier: Apache-2.0
#include "task_reading.hpp"

#include <algorithm>

#include "agencies.hpp"
#include "base/vietnamese.hpp"
#include "documents/citations.hpp"
#include "phrase_books.hpp"
#include "target_phrases.hpp"

namespace haidang::directives {
namespace {

using documents::PhraseBook;
using documents::Token;
using documents::TokenText;

/// After "Giao": an agency the lexicon does not know, up to the first verb.
Subject unknown_assignee(const TokenText& text, std::size_t i) {
  Subject subject;
  if (i >= text.size() || !text[i].capital) return subject;
  static const PhraseBook stops =
      book_of({"chủ trì",     "phối hợp",    "có trách nhiệm", "chịu trách nhiệm", "theo dõi",
               "khẩn trương", "tiếp tục",    "hướng dẫn",      "tham mưu",         "rà soát",
               "tổng hợp",    "xây dựng",    "tổ chức",        "thực hiện",        "triển khai",
               "đôn đốc",     "căn cứ",      "trên cơ sở",     "kiểm tra",         "báo cáo",
               "chủ động",    "làm đầu mối", "trình",          "hoàn thành",       "bố trí"});
  for (std::size_t at = i + 1; at < std::min(text.size(), i + 14); ++at) {
    if (text.key(at) == "." || text.key(at) == ";" || text.key(at) == ":") return subject;
    if (!stops.has(text, at)) continue;
    subject.agencies = {tidy_agency_name(text.words(i, text.key(at - 1) == "," ? at - 1 : at))};
    subject.duty = at;
    return subject;
  }
  return subject;
}

/// "Các nhà mạng viễn thông nhắn tin …": a group the lexicon does not know, up to the verb.
AgencyMention unknown_group(const TokenText& text, std::size_t i) {
  static const PhraseBook things = book_of(
      {"nhiệm vụ", "nội dung",  "dự án",        "chỉ tiêu",  "hồ sơ",      "văn bản",  "công trình", "giải pháp",
       "thủ tục",  "hoạt động", "chính sách",   "vấn đề",    "trường hợp", "mục tiêu", "đề án",      "kế hoạch",
       "khoản",    "loại",      "hình thức",    "tuyến",     "điểm",       "lĩnh vực", "biện pháp",  "quy định",
       "dịch vụ",  "tiêu chí",  "chương trình", "công việc", "số liệu",    "hành vi",  "vi phạm"});
  if (text.key(i) != "các" || things.has(text, i + 1)) return {};
  for (std::size_t at = i + 2; at < std::min(text.size(), i + 9); ++at) {
    if (!text.is_word(at)) return {};
    if (DutyWords::lexicon().verbs.has(text, at) && !begins_statement(text, at))
      return {{tidy_agency_name("các " + std::string(text.words(i + 1, at)))}, i, at};
    if (begins_statement(text, at)) return {};
  }
  return {};
}

/// May what stands at token i follow the one who acts?
bool follows_subject(const TokenText& text, std::size_t i, bool at_start) {
  if (text.key(i) == ":" || text.key(i) == ",") return follows_subject(text, i + 1, at_start);
  // Verbs are many; after an agency's name at the very start any small word that is no link may be one.
  static const PhraseBook links =
      book_of({"của", "và",    "thuộc", "này", "nêu", "tại", "trên", "ở",  "với", "là",  "có",
               "về",  "trong", "từ",    "đến", "số",  "năm", "đã",   "sẽ", "vừa", "cũng"});
  if (at_start && i < text.size() && text.is_word(i) && !text[i].capital && !links.has(text, i)) return true;
  return begins_duty(text, i) || text.key(i) == "có" || text.key(i) == "được" || text.key(i) == "là";
}

/// "Thanh tra, kiểm tra ít nhất 18 % …": the word is a verb here, not the inspectorate.
bool is_verb_too(const TokenText& text, std::size_t i, const AgencyMention& who) {
  const auto verb = DutyWords::lexicon().verbs.at(text, i);
  return verb && who.last == i + verb.length &&
         (text.key(who.last) == "," || text.key(who.last) == "và" || !begins_duty(text, who.last));
}

Subject subject_at(const TokenText& text, std::size_t i) {
  const Agencies& agencies = Agencies::lexicon();
  Subject subject;
  std::size_t at = i;
  if (const auto assign = DutyWords::lexicon().assigns.at(text, at)) {
    at += assign.length;
    subject.assigned = true;
    if (text.key(at) == ":") ++at;
  }
  AgencyMention who = agencies.list(text, at);
  if (!who) who = unknown_group(text, at);
  if (!who) return subject.assigned && text.key(i) == "giao" ? unknown_assignee(text, at) : Subject{};
  if (!subject.assigned && is_verb_too(text, at, who)) return {};
  std::size_t next = who.last;
  if (text.key(next) == "(")
    while (next < text.size() && text.key(next - 1) != ")") ++next;
  if (!subject.assigned && (!follows_subject(text, next, i <= 3) || begins_statement(text, next))) return {};
  subject.agencies = who.names;
  subject.duty = next;
  while (text.key(subject.duty) == ":" || text.key(subject.duty) == ",") ++subject.duty;
  return subject;
}

/// Where else a sentence may name who acts: behind an opening phrase ("Trước ngày 30/6, …", "Về thể chế: …").
std::vector<std::size_t> later_starts(const TokenText& text) {
  std::vector<std::size_t> starts;
  static const PhraseBook openings = book_of(
      {"trước", "chậm nhất", "trong",     "định kỳ",  "hằng",         "hàng",    "căn cứ", "trên cơ sở", "đối với",
       "về",    "để",        "từ",        "kể từ",    "ngay sau khi", "sau khi", "nhằm",   "theo",       "riêng",
       "khi",   "thực hiện", "đồng thời", "công tác", "việc",         "mỗi",     "đến",    "sau"});
  for (std::size_t i = 1; i < std::min<std::size_t>(text.size(), 45); ++i) {
    const std::string_view key = text.key(i - 1);
    if (key == ":" && i <= 16) starts.push_back(i);
    if (key == "," && openings.has(text, 0)) starts.push_back(i);
    if (key == ";" || key == ".") break;
  }
  return starts;
}

std::string cut(std::string_view text, std::size_t most) {
  std::string clean = collapse_spaces(text);
  while (!clean.empty() && std::string_view(".;:,/ ").find(clean.back()) != std::string_view::npos) clean.pop_back();
  if (count_code_points(clean) <= most) return clean;
  std::u32string points = decode_utf8(clean).substr(0, most);
  const auto space = points.rfind(U' ');
  if (space != std::u32string::npos && space > most / 2) points.resize(space);
  return encode_utf8(points) + "…";
}

/// The duty in one line: from its first word to the phrase that sets its deadline.
std::string summarise(const TokenText& text, std::size_t duty, const std::vector<DeadlineMention>& deadlines) {
  constexpr std::size_t kLongest = 160;
  std::size_t last = text.size();
  for (const DeadlineMention& mention : deadlines) {
    const bool trailing = mention.last + 2 >= text.size() && mention.deadline.kind == DeadlineKind::By;
    if (!trailing || mention.first <= duty + 3) continue;
    last = mention.first;
    while (last > duty + 3 &&
           (text.key(last - 1) == "hoàn" || text.key(last - 1) == "thành" || text.key(last - 1) == "xong" ||
            text.key(last - 1) == ":" || text.key(last - 1) == ";" || text.key(last - 1) == ","))
      --last;
  }
  std::string summary = cut(text.words(duty, last), kLongest);
  if (!summary.empty()) {
    auto points = decode_utf8(summary);
    summary = to_upper(encode_utf8(points.substr(0, 1))) + encode_utf8(points.substr(1));
  }
  return summary;
}

/// "chủ trì, phối hợp với …" is said by the columns already: the summary begins with the work.
std::size_t skip_lead_phrase(const TokenText& text, std::size_t i) {
  std::size_t at = i;
  if (text.key(at) == "có" && text.key(at + 1) == "trách") at += 3;
  if (text.key(at) == "chủ" && text.key(at + 1) == "trì") {
    at += 2;
    if (text.key(at) == ",") ++at;
  }
  if (text.key(at) == "phối" && text.key(at + 1) == "hợp") {
    std::size_t next = at + 2;
    while (text.key(next) == "chặt" || text.key(next) == "chẽ" || text.key(next) == "với" || text.key(next) == "cùng")
      ++next;
    const AgencyMention who = Agencies::lexicon().list(text, next);
    if (who && begins_duty(text, who.last))
      at = who.last;
    else if (at == i)
      return i;
  }
  return begins_duty(text, at) ? at : i;
}

/// "Phòng Nội vụ chưa hoàn thành …", "Trong 9 tháng đầu năm, Ban Tiếp công dân đã tiếp …".
bool states_of_agency(const TokenText& text) {
  for (std::size_t i = 0; i < std::min<std::size_t>(text.size(), 16); ++i) {
    if (i > 0 && text.key(i - 1) != ",") continue;
    const AgencyMention who = Agencies::lexicon().list(text, i);
    if (who && begins_statement(text, who.last)) return true;
    if (i == 0 && who) return false;
  }
  return false;
}

/// Nobody is named: then the words themselves must ask for something, at their start or behind an opening phrase.
bool acts(const TokenText& text, std::size_t i) {
  const DutyWords& words = DutyWords::lexicon();
  if (begins_statement(text, i)) return false;
  if (words.verbs.has(text, i)) return true;
  if (words.openings.has(text, i)) {
    for (std::size_t at = i + 1; at < std::min(text.size(), i + 40); ++at)
      if (text.key(at - 1) == "," && !begins_statement(text, at) &&
          (words.verbs.has(text, at) || (words.manners.has(text, at) && !words.openings.has(text, at))))
        return true;
    return false;
  }
  return words.manners.has(text, i);
}

bool is_duty(const TokenText& text, const Subject& subject, const Inherited& inherited, const Attributes& attributes) {
  if (text.size() < 3) return false;
  if (is_closing(text)) return false;
  if (inherited.section == SectionKind::NoTasks) return false;
  if (attributes.any() && (!attributes.lead.empty() || !attributes.time.empty())) return true;
  if (begins_statement(text, subject.duty) && !subject.assigned) return false;
  if (states_of_agency(text)) return false;
  if (!subject.agencies.empty() || inherited.under_agency || inherited.under_duty || inherited.awaited) return true;
  return acts(text, subject.duty);
}

std::vector<bool> with(std::vector<bool> mask, const std::vector<DeadlineMention>& mentions) {
  for (const DeadlineMention& mention : mentions)
    for (std::size_t i = mention.first; i < mention.last && i < mask.size(); ++i) mask[i] = true;
  return mask;
}

std::vector<Reference> references_of(const std::vector<documents::Citation>& citations) {
  std::vector<Reference> references;
  for (const documents::Citation& citation : citations)
    if (std::none_of(references.begin(), references.end(),
                     [&](const Reference& seen) { return seen.number == citation.number; }))
      references.push_back({citation.number, std::nullopt});
  return references;
}

/// Who is named at the end: "… (giao Sở X chủ trì)", "… (Sở X chủ trì, phối hợp với …)", "…: giao Văn phòng UBND thị
/// xã".
Subject subject_at_end(const TokenText& text) {
  const DutyWords& words = DutyWords::lexicon();
  for (std::size_t i = 2; i < text.size(); ++i) {
    const std::string_view before = text.key(i - 1);
    if (before != "(" && before != ":" && before != ";") continue;
    const auto assign = words.assigns.at(text, i);
    const AgencyMention who = Agencies::lexicon().list(text, i + assign.length);
    if (!who || (assign && text.key(i) != "giao")) continue;
    const bool leads = text.key(who.last) == "chủ" && text.key(who.last + 1) == "trì";
    const bool closes = who.last >= text.size() || text.key(who.last) == ")" || text.key(who.last) == ".";
    if (!leads && !(assign && closes)) continue;
    return {.agencies = who.names, .duty = 0, .assigned = false};
  }
  return {};
}

}  // namespace

Subject read_subject(const TokenText& text) {
  // "Riêng UBND huyện X …", "Đồng thời, Sở Y …"
  static const PhraseBook before = book_of({"riêng", "đồng thời", "đồng thời,", "ngoài ra", "ngoài ra,", "cụ thể",
                                            "trong đó", "trong đó,", "riêng đối với", "trước mắt", "trước mắt,"});
  Subject subject = subject_at(text, before.at(text, 0).length);
  if (!subject.agencies.empty()) return subject;
  for (const std::size_t start : later_starts(text)) {
    Subject later = subject_at(text, start);
    if (!later.agencies.empty()) return later;
  }
  return subject_at_end(text);
}

std::vector<std::string> read_coordinators(const TokenText& text) {
  static const PhraseBook cues = book_of(
      {"phối hợp", "cùng với", "phối hợp chặt chẽ", "phối hợp thường xuyên", "phối hợp đồng bộ", "chủ động phối hợp"});
  const Agencies& agencies = Agencies::lexicon();
  std::vector<std::string> found;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto cue = cues.at(text, i);
    if (!cue) continue;
    std::size_t at = i + cue.length;
    while (text.key(at) == "với" || text.key(at) == "cùng" || text.key(at) == "chặt" || text.key(at) == "chẽ" ||
           text.key(at) == ":")
      ++at;
    const AgencyMention who = agencies.list(text, at);
    found.insert(found.end(), who.names.begin(), who.names.end());
    i = std::max(i, who ? who.last - 1 : at - 1);
  }
  return found;
}

void tidy_people(Task& task) {
  const auto once = [](std::vector<std::string>& names) {
    std::vector<std::string> kept;
    for (std::string& name : names)
      if (!name.empty() &&
          std::none_of(kept.begin(), kept.end(), [&](const std::string& seen) { return fold(seen) == fold(name); }))
        kept.push_back(std::move(name));
    names = std::move(kept);
  };
  once(task.assignees);
  once(task.coordinators);
  std::erase_if(task.coordinators, [&](const std::string& name) {
    return std::any_of(task.assignees.begin(), task.assignees.end(),
                       [&](const std::string& lead) { return fold(lead) == fold(name); });
  });
}

void rate_confidence(TaskReading& reading, const Evidence& evidence, double legibility) {
  Task& task = reading.task;
  const bool doubtful_date = !reading.impossible.empty() || task.other_deadlines.size() > 1;
  const bool derived_date =
      (task.deadline && (task.deadline->inherited || task.deadline->kind == DeadlineKind::Relative)) ||
      !task.other_deadlines.empty();
  task.confidence.task = (evidence.in_table || evidence.begins_with_verb ? 0.97 : 0.8) * legibility;
  task.confidence.assignees = (task.assignees.empty() ? 0.5 : evidence.assignees_named ? 0.97 : 0.74) * legibility;
  task.confidence.coordinators = (evidence.coordinators_inherited ? 0.76 : 0.95) * legibility;
  task.confidence.deadline = (doubtful_date ? 0.6 : derived_date ? 0.8 : 0.95) * legibility;
  task.confidence.targets = (task.targets.size() > 2 ? 0.8 : 0.95) * legibility;
}

void assign_deadlines(std::vector<DeadlineMention> mentions, const std::optional<Deadline>& inherited,
                      TaskReading& reading) {
  const auto impossible =
      std::stable_partition(mentions.begin(), mentions.end(), [](const DeadlineMention& m) { return !m.impossible; });
  reading.impossible.assign(impossible, mentions.end());
  mentions.erase(impossible, mentions.end());
  Task& task = reading.task;
  const bool all_partial = !mentions.empty() && std::all_of(mentions.begin(), mentions.end(),
                                                            [](const DeadlineMention& m) { return m.partial; });
  if (inherited && (mentions.empty() || all_partial) && reading.impossible.empty()) {
    task.deadline = inherited;
    task.deadline->inherited = true;
  } else if (!mentions.empty()) {
    // The final one: the latest day; else a span of time; else a rhythm; else "thường xuyên".
    const auto weight = [](const DeadlineMention& m) {
      const int kind = m.deadline.kind == DeadlineKind::By          ? 3
                       : m.deadline.kind == DeadlineKind::Relative  ? 2
                       : m.deadline.kind == DeadlineKind::Recurring ? 1
                                                                    : 0;
      return std::pair(kind, m.deadline.date.value_or(LocalDate{}));
    };
    const auto final = std::max_element(mentions.begin(), mentions.end(),
                                        [&](const auto& a, const auto& b) { return weight(a) < weight(b); });
    task.deadline = final->deadline;
    mentions.erase(final);
  }
  for (DeadlineMention& mention : mentions) task.other_deadlines.push_back(std::move(mention.deadline));
}

std::optional<TaskReading> read_task(const documents::Paragraph& paragraph, std::size_t begin,
                                     const Inherited& inherited, const Attributes& attributes,
                                     const DeadlineContext& context) {
  const std::string_view whole = std::string_view(paragraph.text).substr(std::min(begin, paragraph.text.size()));
  const std::size_t own_end = attributes.begin > 0 && attributes.begin < whole.size() ? attributes.begin : whole.size();
  const TokenText text(whole.substr(0, own_end));
  const Subject subject = read_subject(text);
  if (!is_duty(text, subject, inherited, attributes)) return std::nullopt;

  TaskReading reading;
  Task& task = reading.task;
  const Agencies& agencies = Agencies::lexicon();
  task.assignees = !attributes.lead.empty()    ? agencies.all_of_cell(attributes.lead)
                   : !subject.agencies.empty() ? subject.agencies
                                               : inherited.assignees;
  task.coordinators = read_coordinators(text);
  if (!attributes.coordinate.empty())
    task.coordinators = agencies.all_of_cell(attributes.coordinate);
  else if (task.coordinators.empty())
    task.coordinators = inherited.coordinators;
  tidy_people(task);

  const auto citations = documents::find_citations(text);
  const auto cited = documents::cited_tokens(text, citations);
  auto deadlines = find_deadlines(text, context, cited);
  const auto masked = with(cited, deadlines);
  if (!attributes.time.empty()) {
    DeadlineContext column = context;
    column.time_column = true;
    auto timed = find_deadlines(TokenText(attributes.time), column, {});
    if (!timed.empty()) deadlines = std::move(timed);
  }
  task.summary = summarise(text, skip_lead_phrase(text, subject.duty), deadlines);
  assign_deadlines(std::move(deadlines), inherited.deadline, reading);
  task.targets = find_targets(text, masked);
  task.references = references_of(citations);
  task.product = attributes.product;
  task.text = std::string(whole);
  task.place = paragraph.place_of(begin, paragraph.text.size());
  rate_confidence(reading,
                  {.begins_with_verb = begins_duty(text, subject.duty),
                   .assignees_named = !attributes.lead.empty() || !subject.agencies.empty() || inherited.under_agency,
                   .coordinators_inherited = attributes.coordinate.empty() && !inherited.coordinators.empty()},
                  paragraph.confidence);
  return reading;
}

}  // namespace haidang::directives
