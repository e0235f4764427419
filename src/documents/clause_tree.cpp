// SPDX-License-Identifier: Apache-2.0
#include "clause_tree.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace haidang::documents {
namespace {

constexpr int kHeadingRank = 85;  // a heading without a mark stands above dashes and below numbers
constexpr int kFirstBulletRank = 90;

int fixed_rank(MarkKind kind) {
  switch (kind) {
    case MarkKind::Part:
      return 0;
    case MarkKind::Chapter:
      return 5;
    case MarkKind::Section:
      return 10;
    case MarkKind::Upper:
      return 20;
    case MarkKind::Roman:
      return 30;
    case MarkKind::Article:
      return 40;
    case MarkKind::Number:
      return 50;
    case MarkKind::Number2:
      return 60;
    case MarkKind::Number3:
      return 65;
    case MarkKind::Letter:
      return 70;
    case MarkKind::Bracketed:
      return 80;
    default:
      return kFirstBulletRank;
  }
}

bool is_bullet(MarkKind kind) {
  return kind >= MarkKind::Dash;
}
/// Levels that a label leaves out when the numbers below run on across them.
bool is_container(MarkKind kind) {
  return fixed_rank(kind) <= fixed_rank(MarkKind::Roman);
}
bool is_counted(MarkKind kind) {
  return kind == MarkKind::Number || kind == MarkKind::Article;
}

std::string roman_text(int value) {
  static constexpr std::array<std::pair<int, const char*>, 9> kSteps{
      {{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}};
  std::string text;
  for (const auto& [step, numeral] : kSteps)
    for (; value >= step; value -= step) text += numeral;
  return text;
}

/// The first and last numbers (or articles) under a clause, in order of appearance.
void collect_numbers(const Clause& clause, std::vector<int>& numbers) {
  for (const Clause& child : clause.children) {
    if (child.mark && is_counted(child.mark->kind))
      numbers.push_back(child.mark->ordinal);
    else
      collect_numbers(child, numbers);
  }
}

/// Do the numbers under the clauses of this kind run on (I: 1, 2; II: 3, 4) instead of starting again?
bool numbers_run_on(const Clause& root, MarkKind kind) {
  std::vector<const Clause*> containers;
  const std::function<void(const Clause&)> gather = [&](const Clause& clause) {
    for (const Clause& child : clause.children) {
      if (child.mark && child.mark->kind == kind) containers.push_back(&child);
      gather(child);
    }
  };
  gather(root);
  int last = 0;
  bool runs_on = false;
  for (const Clause* container : containers) {
    std::vector<int> numbers;
    collect_numbers(*container, numbers);
    if (numbers.empty()) continue;
    if (last > 0 && numbers.front() == last + 1)
      runs_on = true;
    else if (last > 0)
      return false;
    last = numbers.back();
  }
  return runs_on;
}

std::string own_label(const Clause& clause, int count, std::string_view parent) {
  const ClauseMark& mark = *clause.mark;
  if (is_bullet(mark.kind)) return std::to_string(count);
  if (mark.kind == MarkKind::Part || mark.kind == MarkKind::Chapter) return roman_text(mark.ordinal);
  if (mark.kind != MarkKind::Number2 && mark.kind != MarkKind::Number3) return mark.label;
  // "1.2" under "1." adds only the 2: the path says the rest.
  const auto dot = mark.label.rfind('.');
  const std::string_view stem = std::string_view(mark.label).substr(0, dot);
  const bool under_it = parent == stem || parent.ends_with("." + std::string(stem));
  return under_it ? mark.label.substr(dot + 1) : mark.label;
}

class Labeller {
 public:
  explicit Labeller(const Clause& root) {
    for (const MarkKind kind : {MarkKind::Part, MarkKind::Chapter, MarkKind::Section, MarkKind::Upper, MarkKind::Roman})
      silent_[kind] = numbers_run_on(root, kind);
  }

  void label(Clause& clause, const std::string& path) {
    int count = 0;
    for (Clause& child : clause.children) {
      if (!child.mark) {
        label(child, path);
        continue;
      }
      const MarkKind kind = child.mark->kind;
      const std::string own = own_label(child, ++count, path);
      child.label = path.empty() ? own : path + "." + own;
      label(child, is_container(kind) && silent_[kind] ? path : child.label);
    }
  }

 private:
  std::map<MarkKind, bool> silent_;
};

}  // namespace

std::string_view Clause::heading() const {
  if (paragraphs.empty()) return {};
  return std::string_view(paragraphs.front().text)
      .substr(mark ? std::min(mark->length, paragraphs.front().text.size()) : 0);
}

int ClauseTreeBuilder::rank_of(const ClauseMark& mark) const {
  if (is_bullet(mark.kind)) return bullet_rank(mark.kind);
  // "1)" under "a)" goes deeper, "1)" above "a)" does not: whichever came first is the outer one.
  if (mark.kind == MarkKind::Letter)
    for (const Open& open : open_)
      if (open.clause.mark && open.clause.mark->kind == MarkKind::Bracketed && open.rank < fixed_rank(MarkKind::Letter))
        return fixed_rank(MarkKind::Letter);
  if (mark.kind == MarkKind::Bracketed) {
    for (const Open& open : open_)
      if (open.clause.mark && open.clause.mark->kind == MarkKind::Bracketed) return open.rank;
    const bool letters_open = std::any_of(open_.begin(), open_.end(), [](const Open& open) {
      return open.clause.mark && open.clause.mark->kind == MarkKind::Letter;
    });
    return letters_open ? fixed_rank(MarkKind::Bracketed) : fixed_rank(MarkKind::Letter) - 2;
  }
  return fixed_rank(mark.kind);
}

int ClauseTreeBuilder::bullet_rank(MarkKind kind) const {
  int deepest = kFirstBulletRank - 1;
  for (const Open& open : open_) {
    if (!open.clause.mark || !is_bullet(open.clause.mark->kind)) continue;
    if (open.clause.mark->kind == kind) return open.rank;
    deepest = std::max(deepest, open.rank);
  }
  return deepest + 1;
}

void ClauseTreeBuilder::close_down_to(int rank) {
  while (!open_.empty() && open_.back().rank >= rank) {
    Clause done = std::move(open_.back().clause);
    open_.pop_back();
    (open_.empty() ? root_ : open_.back().clause).children.push_back(std::move(done));
  }
}

void ClauseTreeBuilder::push(Clause clause, int rank) {
  close_down_to(rank);
  open_.push_back({std::move(clause), rank});
}

/// A scan reads "a)" as "8)": an eight that no seven stands before is the first letter.
void ClauseTreeBuilder::mend_scanned(ClauseMark& mark) const {
  if (mark.kind != MarkKind::Bracketed || mark.label != "8") return;
  const bool counted = std::any_of(open_.begin(), open_.end(), [](const Open& open) {
    return open.clause.mark && open.clause.mark->kind == MarkKind::Bracketed;
  });
  if (counted) return;
  mark.kind = MarkKind::Letter;
  mark.label = "a";
  mark.ordinal = 1;
}

void ClauseTreeBuilder::add(Paragraph paragraph) {
  auto mark = read_mark(paragraph.text, marks_);
  if (mark && marks_ == MarkReading::Scanned) mend_scanned(*mark);
  if (mark) {
    const int rank = rank_of(*mark);
    Clause clause{.mark = std::move(mark)};
    clause.paragraphs.push_back(std::move(paragraph));
    push(std::move(clause), rank);
  } else if (is_heading_(paragraph.text)) {
    Clause clause;
    clause.paragraphs.push_back(std::move(paragraph));
    const bool bullets_only =
        std::all_of(open_.begin(), open_.end(), [](const Open& open) { return open.rank >= kHeadingRank; });
    push(std::move(clause), bullets_only ? 0 : kHeadingRank);
  } else if (open_.empty() && root_.children.empty()) {
    before.push_back(std::move(paragraph));
  } else {
    (open_.empty() ? root_ : open_.back().clause).paragraphs.push_back(std::move(paragraph));
  }
}

void ClauseTreeBuilder::add(const Table* table) {
  (open_.empty() ? root_ : open_.back().clause).tables.push_back(table);
}

Clause ClauseTreeBuilder::finish(std::string_view prefix) {
  close_down_to(-1);
  Labeller(root_).label(root_, std::string(prefix));
  root_.label = prefix;
  return std::move(root_);
}

}  // namespace haidang::documents
