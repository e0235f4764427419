// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "deadline_phrases.hpp"
#include "directives/plan.hpp"
#include "documents/structure.hpp"
#include "task_reading.hpp"

namespace haidang::directives {

/// Walks the clause tree and collects the tasks of its leaves.
class PlanBuilder {
 public:
  PlanBuilder(const documents::Structure&, const DeadlineContext&);

  std::vector<TaskReading> build();

 private:
  void walk_children(const documents::Clause&, const Inherited&);
  void walk(const documents::Clause&, const Inherited&);
  void read_parent(const documents::Clause&, const Inherited&);
  void read_leaf(const documents::Clause&, const Inherited&, const Attributes&);
  void read_free_paragraphs(const std::vector<documents::Paragraph>&, bool before_clauses);
  void read_annex(const documents::Annex&);
  void read_tables(const documents::Clause&, const std::string& label, const Inherited&);
  Inherited below(const documents::Clause&, const Inherited&) const;
  void inherit_from(const documents::Paragraph&, std::size_t begin, bool heading, Inherited&) const;
  bool emit(const documents::Paragraph&, std::size_t begin, const std::string& label, const Inherited&,
            const Attributes&);
  std::string next_free_label();

  const documents::Structure& structure_;
  DeadlineContext context_;
  Inherited start_;
  bool is_decision_ = false;
  bool led_in_ = false;
  int free_paragraphs_ = 0;
  std::vector<TaskReading> tasks_;
};

}  // namespace haidang::directives
