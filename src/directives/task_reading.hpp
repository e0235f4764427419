// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attributes.hpp"
#include "deadline_phrases.hpp"
#include "directives/plan.hpp"
#include "documents/paragraph.hpp"
#include "duty_words.hpp"

namespace haidang::directives {

/// What a clause inherits from the headings and lead-ins above it.
struct Inherited {
  std::vector<std::string> assignees;
  std::vector<std::string> coordinators;
  std::optional<Deadline> deadline;
  SectionKind section = SectionKind::Unknown;
  bool under_agency = false;  ///< the assignees come from a heading that names them
  bool awaited = false;       ///< the lead-in told somebody to do what follows
  bool under_duty = false;    ///< a lead-in above begins a duty ("Tham mưu UBND thành phố:")
};

/// Who is named at the start of a sentence as the one who acts, and where the duty itself begins.
struct Subject {
  std::vector<std::string> agencies;
  std::size_t duty = 0;   ///< token
  bool assigned = false;  ///< by "Giao", "Đề nghị", "Yêu cầu"
};

Subject read_subject(const documents::TokenText&);
/// Whoever follows "phối hợp (với, cùng)", "cùng với".
std::vector<std::string> read_coordinators(const documents::TokenText&);

/// Reads one duty: the facts of a task from its words. `Attributes` are the named parts that belong to it.
/// Nothing when the words are no duty (a statement, a goal, a closing formula).
struct TaskReading {
  Task task;
  std::vector<DeadlineMention> impossible;  ///< deadlines on days that do not exist
};
std::optional<TaskReading> read_task(const documents::Paragraph&, std::size_t begin, const Inherited&,
                                     const Attributes&, const DeadlineContext&);

/// Puts deadlines of a text into a task: the final one, and the others.
void assign_deadlines(std::vector<DeadlineMention>, const std::optional<Deadline>& inherited, TaskReading&);

/// How the parts of a task were found; decides its confidence.
struct Evidence {
  bool begins_with_verb = true;
  bool assignees_named = false;  ///< in its own sentence, a heading above or a table's cell; not only addressed
  bool coordinators_inherited = false;
  bool in_table = false;
};
/// `legibility` is that of the text (OCR), 0 to 1.
void rate_confidence(TaskReading&, const Evidence&, double legibility);

/// Removes double names; coordinators that are assignees too.
void tidy_people(Task&);

}  // namespace haidang::directives
