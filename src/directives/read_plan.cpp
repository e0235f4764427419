// SPDX-License-Identifier: Apache-2.0
#include "directives/read_plan.hpp"

#include <algorithm>

#include "agencies.hpp"
#include "base/vietnamese.hpp"
#include "documents/citations.hpp"
#include "documents/structure.hpp"
#include "findings.hpp"
#include "header_facts.hpp"
#include "plan_builder.hpp"
#include "time_points.hpp"

namespace haidang::directives {
namespace {

using documents::Clause;
using documents::Paragraph;
using documents::TokenText;

/// Gathers the citations of every paragraph and cell, in reading order.
class CitationGatherer {
 public:
  explicit CitationGatherer(std::string own_number) : own_(std::move(own_number)) {}

  void add(const Paragraph& paragraph, const std::string& clause) {
    add_text(paragraph.text, clause, paragraph.place());
  }
  void add(const Clause& clause) {
    for (const Paragraph& paragraph : clause.paragraphs) add(paragraph, clause.label);
    for (const documents::Table* table : clause.tables) add(*table, clause.label);
    for (const Clause& child : clause.children) add(child);
  }
  std::vector<CitedReference> found;

 private:
  void add(const documents::Table& table, const std::string& clause) {
    for (const auto& row : table.rows)
      for (const auto& cell : row)
        if (!cell.lines.empty()) add_text(documents::text_of_cell(cell), clause, cell.lines.front().place);
  }
  void add_text(std::string_view words, const std::string& clause, const documents::Place& place) {
    const TokenText text(words);
    for (const auto& citation : documents::find_citations(text)) {
      if (citation.number == own_) continue;
      CitedReference cited{{citation.number, std::nullopt}, clause, place};
      if (citation.date_last > citation.date_first)
        if (const auto point = read_time_point(text, citation.date_first)) cited.reference.date = point->last_day(0);
      found.push_back(std::move(cited));
    }
  }

  std::string own_;
};

std::vector<CitedReference> gather_citations(const documents::Structure& structure) {
  CitationGatherer gatherer(structure.head.number);
  for (const Paragraph& paragraph : structure.preamble) gatherer.add(paragraph, "");
  gatherer.add(structure.root);
  for (const Paragraph& note : structure.notes) gatherer.add(note, "");
  for (const documents::Annex& annex : structure.annexes) {
    for (const Paragraph& title : annex.titles) gatherer.add(title, "");
    gatherer.add(annex.root);
  }
  return std::move(gatherer.found);
}

std::vector<Reference> distinct(const std::vector<CitedReference>& cited) {
  std::vector<Reference> references;
  for (const CitedReference& citation : cited) {
    const auto seen = std::find_if(references.begin(), references.end(),
                                   [&](const Reference& r) { return r.number == citation.reference.number; });
    if (seen == references.end())
      references.push_back(citation.reference);
    else if (!seen->date)
      seen->date = citation.reference.date;
  }
  return references;
}

void fill_reference_dates(std::vector<TaskReading>& readings, const std::vector<Reference>& references) {
  for (TaskReading& reading : readings)
    for (Reference& reference : reading.task.references)
      for (const Reference& known : references)
        if (known.number == reference.number) reference.date = known.date;
}

bool heads_what_follows(std::string_view text) {
  return count_code_points(text) < 160 && !Agencies::lexicon().all_of(text).empty();
}

}  // namespace

Plan read_plan(const documents::SourceDocument& source) {
  const documents::Structure structure = documents::understand(source, heads_what_follows);
  const auto cited = gather_citations(structure);
  Plan plan;
  plan.references = distinct(cited);
  std::erase_if(plan.references, [&](const Reference& reference) { return reference.number == structure.head.number; });
  plan.document = read_header(structure, plan.references);
  plan.addressees = structure.addressees;
  plan.recipients = structure.recipients;
  infer_issue_dates(plan.document, plan.references, {});

  DeadlineContext context{.year = plan.document.issued_year, .issued_on = plan.document.issued_not_before};
  if (!context.year && plan.document.issued_not_before)
    context.year = static_cast<int>(plan.document.issued_not_before->year());
  auto readings = PlanBuilder(structure, context).build();
  fill_reference_dates(readings, plan.references);
  std::vector<Task> tasks;
  for (const TaskReading& reading : readings) tasks.push_back(reading.task);
  infer_issue_dates(plan.document, plan.references, tasks);
  plan.findings = find_problems(plan.document, readings, cited);
  plan.tasks = std::move(tasks);
  return plan;
}

}  // namespace haidang::directives
