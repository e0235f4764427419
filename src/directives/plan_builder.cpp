// SPDX-License-Identifier: Apache-2.0
#include "plan_builder.hpp"

#include <algorithm>

#include "agencies.hpp"
#include "base/vietnamese.hpp"
#include "table_tasks.hpp"

namespace haidang::directives {
namespace {

using documents::Clause;
using documents::Paragraph;
using documents::TokenText;

bool ends_with_colon(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text.ends_with(':');
}

bool holds(const TokenText& text, const documents::PhraseBook& book) {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (book.has(text, i)) return true;
  return false;
}

/// "… yêu cầu …:", "… đề nghị …:" ask; "… thông báo như sau:" tells.
bool asks(const TokenText& text) {
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((text.key(i) == "yêu" && text.key(i + 1) == "cầu") || (text.key(i) == "đề" && text.key(i + 1) == "nghị") ||
        (text.key(i) == "chỉ" && text.key(i + 1) == "thị"))
      return true;
  return false;
}

/// Who is told to act in a lead-in: "UBND tỉnh yêu cầu các sở, ban, ngành thực hiện các nội dung sau:".
std::vector<std::string> told_in_lead_in(const TokenText& text) {
  const DutyWords& words = DutyWords::lexicon();
  std::vector<std::string> found;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto assign = words.assigns.at(text, i);
    const std::size_t at = assign                                             ? i + assign.length
                           : text.key(i) == "chỉ" && text.key(i + 1) == "đạo" ? i + 2
                           : text.key(i) == "điện" && text.key(i + 1) == ":"  ? i + 2
                                                                              : 0;
    if (at == 0) continue;
    const AgencyMention who = Agencies::lexicon().list(text, at);
    if (who) found = who.names;
  }
  return found;
}

/// A clause all of whose children are named parts of it: "- Cơ quan chủ trì: …", "- Thời gian: …".
bool only_attributes(const Clause& clause) {
  return !clause.children.empty() &&
         std::all_of(clause.children.begin(), clause.children.end(), [](const Clause& child) {
           if (!child.children.empty() || child.paragraphs.size() != 1) return false;
           const Attributes named = read_attributes(child.heading());
           return named.any() && named.begin == 0;
         });
}

void merge(Attributes& into, const Attributes& from) {
  for (const auto field : {&Attributes::lead, &Attributes::coordinate, &Attributes::time, &Attributes::product})
    if ((into.*field).empty()) into.*field = from.*field;
}

/// "Điều 1. Giao nhiệm vụ phục vụ mùa du lịch …" says again what the decision is about.
bool repeats_subject(std::string_view words, std::string_view subject) {
  const TokenText about(subject), said(words);
  std::size_t count = 0, again = 0;
  for (std::size_t i = 0; i < about.size(); ++i) {
    if (about[i].kind != documents::Token::Kind::Word || i < 2) continue;
    ++count;
    for (std::size_t k = 0; k < said.size(); ++k)
      if (said[k].key == about[i].key) {
        ++again;
        break;
      }
  }
  return count >= 5 && again * 10 >= count * 9 && said.size() < about.size() * 3;
}

std::size_t mark_length(const Clause& clause) {
  return clause.mark ? clause.mark->length : 0;
}

}  // namespace

PlanBuilder::PlanBuilder(const documents::Structure& structure, const DeadlineContext& context)
    : structure_(structure),
      context_(context),
      is_decision_(structure.head.kind == "quyết định" || structure.head.kind == "nghị quyết") {
  const Agencies& agencies = Agencies::lexicon();
  for (const std::string& addressee : structure.addressees) {
    const auto names = agencies.all_of_cell(addressee);
    start_.assignees.insert(start_.assignees.end(), names.begin(), names.end());
  }
}

std::vector<TaskReading> PlanBuilder::build() {
  read_free_paragraphs(structure_.preamble, true);
  led_in_ = true;
  walk_children(structure_.root, start_);
  read_free_paragraphs(structure_.root.paragraphs, false);
  read_tables(structure_.root, "", start_);
  for (const documents::Annex& annex : structure_.annexes) read_annex(annex);
  return std::move(tasks_);
}

std::string PlanBuilder::next_free_label() {
  return "P" + std::to_string(++free_paragraphs_);
}

/// Paragraphs without a mark, outside the clauses: lead-ins, and "Giao Sở X …" on its own.
void PlanBuilder::read_free_paragraphs(const std::vector<Paragraph>& paragraphs, bool before_clauses) {
  for (const Paragraph& paragraph : paragraphs) {
    const TokenText text(paragraph.text);
    if (ends_with_colon(paragraph.text)) {
      if (!holds(text, DutyWords::lexicon().leads_in)) continue;
      led_in_ = true;
      if (auto told = told_in_lead_in(text); !told.empty()) start_.assignees = std::move(told);
      start_.awaited = !start_.assignees.empty() && asks(text);
      continue;
    }
    const Subject subject = read_subject(text);
    if (subject.agencies.empty() || subject.duty >= text.size()) continue;
    if (before_clauses && !subject.assigned && !(led_in_ && structure_.root.children.empty())) continue;
    if (!subject.assigned && !begins_duty(text, subject.duty)) continue;
    if (is_closing(text)) continue;
    emit(paragraph, 0, next_free_label(), start_, {});
  }
}

void PlanBuilder::walk_children(const Clause& clause, const Inherited& inherited) {
  for (const Clause& child : clause.children) walk(child, inherited);
}

void PlanBuilder::walk(const Clause& clause, const Inherited& inherited) {
  if (only_attributes(clause)) {
    Attributes named;
    for (const Clause& child : clause.children) merge(named, read_attributes(child.heading()));
    return read_leaf(clause, inherited, named);
  }
  if (!clause.children.empty() || !clause.tables.empty()) return read_parent(clause, inherited);
  read_leaf(clause, inherited, {});
}

/// What a heading or lead-in hands down: who, by when, and whether duties follow at all.
void PlanBuilder::inherit_from(const Paragraph& paragraph, std::size_t begin, bool heading,
                               Inherited& inherited) const {
  const std::string_view words = std::string_view(paragraph.text).substr(std::min(begin, paragraph.text.size()));
  const TokenText text(words);
  const Agencies& agencies = Agencies::lexicon();
  auto named = agencies.all_of(words);
  const bool alone = !named.empty();
  if (!alone) {
    const Subject subject = read_subject(text);
    named = subject.agencies;
    if (named.empty() && ends_with_colon(words)) named = told_in_lead_in(text);
    // "2. Về kiểm tra, xử lý vi phạm: Công an thành phố"
    if (const auto colon = words.find(':'); named.empty() && colon != std::string_view::npos)
      named = agencies.all_of(words.substr(colon + 1));
    inherited.under_duty = ends_with_colon(words) && begins_duty(text, subject.duty);
    if (auto helpers = read_coordinators(text); !helpers.empty() && ends_with_colon(words))
      inherited.coordinators = std::move(helpers);
  }
  if (!named.empty()) {
    inherited.assignees = std::move(named);
    inherited.under_agency = true;
    if (alone) inherited.coordinators.clear();
  }
  if (heading && !alone)
    if (const SectionKind kind = section_kind(words); kind != SectionKind::Unknown) inherited.section = kind;
  DeadlineContext context = context_;
  context.heading = heading && text.size() <= 30;
  const auto mentions = find_deadlines(text, context, {});
  for (const DeadlineMention& mention : mentions)
    if (!mention.impossible && mention.deadline.kind != DeadlineKind::Relative) inherited.deadline = mention.deadline;
}

Inherited PlanBuilder::below(const Clause& clause, const Inherited& inherited) const {
  Inherited handed = inherited;
  handed.under_duty = false;
  for (std::size_t i = 0; i < clause.paragraphs.size(); ++i) {
    // "Phần thứ nhất" stands alone; its title is the next paragraph.
    const bool title = i == 0 || (i == 1 && clause.heading().empty());
    if (title || ends_with_colon(clause.paragraphs[i].text))
      inherit_from(clause.paragraphs[i], i == 0 ? mark_length(clause) : 0, title, handed);
  }
  return handed;
}

void PlanBuilder::read_parent(const Clause& clause, const Inherited& inherited) {
  const Inherited handed = below(clause, inherited);
  // A duty of its own between the heading and the points below it.
  for (std::size_t i = 1; i < clause.paragraphs.size(); ++i) {
    const Paragraph& paragraph = clause.paragraphs[i];
    const TokenText text(paragraph.text);
    if (ends_with_colon(paragraph.text) || handed.section == SectionKind::NoTasks) continue;
    const Subject subject = read_subject(text);
    if (begins_duty(text, subject.duty) && (handed.under_agency || !subject.agencies.empty()))
      emit(paragraph, 0, clause.label, handed, {});
  }
  if (clause.paragraphs.empty() && clause.children.empty()) return;
  read_tables(clause, clause.label, handed);
  walk_children(clause, handed);
}

void PlanBuilder::read_leaf(const Clause& clause, const Inherited& inherited, const Attributes& named) {
  if (clause.paragraphs.empty()) return;
  const std::string_view heading = clause.heading();
  const std::string label = clause.label.empty() ? next_free_label() : clause.label;
  const bool has_more = clause.paragraphs.size() > 1;
  const TokenText text(heading);
  const bool heads = has_more && !named.any() &&
                     (!Agencies::lexicon().all_of(heading).empty() || ends_with_colon(heading) ||
                      (text.size() <= 14 && !heading.ends_with('.') && !heading.ends_with(';')));
  Inherited own = inherited;
  std::size_t first = 0;
  if (heads) {
    own = below(clause, inherited);
    first = 1;
  } else if (!has_more && !named.any() && !Agencies::lexicon().all_of(heading).empty()) {
    return;  // an agency's name alone sets no duty
  }
  Attributes parts = named;
  std::vector<std::size_t> duties;
  for (std::size_t i = first; i < clause.paragraphs.size(); ++i) {
    const Attributes line = i > 0 ? read_attributes(clause.paragraphs[i].text) : Attributes{};
    if (line.any() && line.begin == 0)
      merge(parts, line);
    else
      duties.push_back(i);
  }
  int emitted = 0;
  for (const std::size_t i : duties) {
    const Paragraph& paragraph = clause.paragraphs[i];
    const std::size_t begin = i == 0 ? mark_length(clause) : 0;
    if (i > first && ends_with_colon(paragraph.text)) {
      inherit_from(paragraph, 0, false, own);
      continue;
    }
    if (i > first && emitted > 0) {
      const TokenText words(paragraph.text);
      const Subject subject = read_subject(words);
      if (!begins_duty(words, subject.duty) || is_closing(words)) continue;
    }
    Attributes all = parts;
    merge(all, read_attributes(std::string_view(paragraph.text).substr(begin)));
    all.begin = read_attributes(std::string_view(paragraph.text).substr(begin)).begin;
    if (emit(paragraph, begin, emitted == 0 ? label : label + "/" + std::to_string(emitted + 1), own, all)) ++emitted;
  }
}

void PlanBuilder::read_tables(const Clause& clause, const std::string& label, const Inherited& inherited) {
  if (inherited.section == SectionKind::NoTasks) return;
  Inherited for_rows = inherited;
  if (!inherited.under_agency) for_rows.assignees.clear();
  for (const documents::Table* table : clause.tables)
    for (TaskReading& reading : read_table_tasks(*table, label, for_rows, context_))
      tasks_.push_back(std::move(reading));
}

void PlanBuilder::read_annex(const documents::Annex& annex) {
  Inherited inherited;
  for (const Paragraph& title : annex.titles) {
    const TokenText text(title.text);
    DeadlineContext context = context_;
    context.heading = true;
    const auto mentions = find_deadlines(text, context, std::vector<bool>(text.size(), title.text.starts_with("(")));
    for (const DeadlineMention& mention : mentions)
      if (!mention.impossible && mention.deadline.kind == DeadlineKind::By) inherited.deadline = mention.deadline;
  }
  read_tables(annex.root, annex.root.label, inherited);
  walk_children(annex.root, inherited);
}

bool PlanBuilder::emit(const Paragraph& paragraph, std::size_t begin, const std::string& label,
                       const Inherited& inherited, const Attributes& attributes) {
  Inherited handed = inherited;
  if (is_decision_ && repeats_subject(paragraph.text, structure_.head.subject)) return false;
  // A decision's articles speak of themselves; only what is given to somebody is a duty.
  auto reading = read_task(paragraph, begin, handed, attributes, context_);
  if (!reading) return false;
  if (reading->task.assignees.empty() && is_decision_ && inherited.section != SectionKind::Tasks) return false;
  reading->task.clause = label;
  tasks_.push_back(std::move(*reading));
  return true;
}

}  // namespace haidang::directives
