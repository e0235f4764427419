// SPDX-License-Identifier: Apache-2.0
#include "findings.hpp"

#include <fmt/format.h>

#include <map>

namespace haidang::directives {
namespace {

using fmt::format;

void add(std::vector<Finding>& found, FindingCode code, const std::string& clause, const documents::Place& place,
         std::string vietnamese, std::string english) {
  found.push_back({code, clause, std::move(vietnamese), std::move(english), place});
}

void check_deadline(const Header& header, const Task& task, std::vector<Finding>& found) {
  if (!task.deadline || task.deadline->kind != DeadlineKind::By || !task.deadline->date || !header.issued_not_before)
    return;
  const LocalDate due = *task.deadline->date, issued = *header.issued_not_before;
  if (due >= issued) return;
  const bool blank = !header.issued_on;
  add(found, FindingCode::DeadlineBeforeIssue, task.clause, task.place,
      format("Điểm {}: hạn {} trước ngày ban hành văn bản ({}{}).", task.clause, on_paper(due),
             blank ? "sớm nhất " : "", on_paper(issued)),
      format("Clause {}: the deadline {} lies before the document was issued ({}{}).", task.clause, on_paper(due),
             blank ? "at the earliest " : "", on_paper(issued)));
}

void check_citations(const Header& header, const std::vector<CitedReference>& cited, std::vector<Finding>& found) {
  std::map<std::string, LocalDate> dates;
  for (const CitedReference& citation : cited) {
    const auto& [number, date] = citation.reference;
    if (!date) continue;
    const auto [seen, fresh] = dates.emplace(number, *date);
    if (!fresh && seen->second != *date)
      add(found, FindingCode::ReferenceDateConflict, citation.clause, citation.place,
          format("Văn bản số {} được dẫn với hai ngày khác nhau: {} và {}.", number, on_paper(seen->second),
                 on_paper(*date)),
          format("Document {} is cited with two dates: {} and {}.", number, on_paper(seen->second), on_paper(*date)));
    if (header.issued_on && *date > *header.issued_on)
      add(found, FindingCode::ReferenceBeforeExistence, citation.clause, citation.place,
          format("Văn bản số {} được dẫn với ngày {}, sau ngày ban hành văn bản này ({}).", number, on_paper(*date),
                 on_paper(*header.issued_on)),
          format("Document {} is cited with the date {}, after this document was issued ({}).", number, on_paper(*date),
                 on_paper(*header.issued_on)));
  }
}

}  // namespace

std::vector<Finding> find_problems(const Header& header, const std::vector<TaskReading>& readings,
                                   const std::vector<CitedReference>& cited) {
  std::vector<Finding> found;
  if (!header.issued_on)
    add(found, FindingCode::MissingDate, "", {}, "Văn bản không ghi đủ ngày, tháng, năm ban hành.",
        "The document does not state its full date of issue.");
  for (const TaskReading& reading : readings) {
    const Task& task = reading.task;
    check_deadline(header, task, found);
    for (const DeadlineMention& mention : reading.impossible)
      add(found, FindingCode::ImpossibleDate, task.clause, task.place,
          format("Điểm {}: “{}” là ngày không có trong lịch.", task.clause, mention.deadline.phrase),
          format("Clause {}: “{}” is a day that is not in the calendar.", task.clause, mention.deadline.phrase));
    if (task.assignees.empty())
      add(found, FindingCode::NoOwner, task.clause, task.place,
          format("Điểm {}: không nêu cơ quan nào thực hiện.", task.clause),
          format("Clause {}: no agency is named to do it.", task.clause));
  }
  check_citations(header, cited, found);
  return found;
}

}  // namespace haidang::directives
