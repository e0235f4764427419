// SPDX-License-Identifier: Apache-2.0
#include "table_tasks.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "agencies.hpp"
#include "base/vietnamese.hpp"
#include "documents/citations.hpp"
#include "documents/clause_mark.hpp"
#include "target_phrases.hpp"

namespace haidang::directives {
namespace {

using documents::Cell;
using documents::Table;
using documents::TokenText;

enum Column { Number, Content, Lead, Coordinate, Time, Product, kColumnKinds };

/// Which grid column holds what; -1 where the table has no such column.
struct Columns {
  std::array<int, kColumnKinds> at{-1, -1, -1, -1, -1, -1};
  std::size_t header_rows = 0;
  bool of_duties() const { return at[Content] >= 0 && (at[Lead] >= 0 || at[Time] >= 0); }
};

/// A cell of the grid, a merged one wherever it reaches.
const Cell& cell_at(const Table& table, std::size_t row, std::size_t column) {
  const Cell& cell = table.rows[row][column];
  const bool inside = cell.origin_row >= 0 && cell.origin_column >= 0 &&
                      static_cast<std::size_t>(cell.origin_row) < table.rows.size() &&
                      static_cast<std::size_t>(cell.origin_column) < table.rows[row].size();
  return inside ? table.rows[static_cast<std::size_t>(cell.origin_row)][static_cast<std::size_t>(cell.origin_column)]
                : cell;
}
std::string text_at(const Table& table, std::size_t row, std::size_t column) {
  return documents::text_of_cell(cell_at(table, row, column));
}

/// What a column heading says its column holds; kColumnKinds when nothing we know.
int column_kind(std::string_view heading) {
  const TokenText text(heading);
  const std::string folded = fold(heading);
  if (text.size() > 12 || heading.find(':') != std::string_view::npos) return kColumnKinds;
  if (folded == "stt" || folded == "tt" || folded == "so tt" || folded == "so thu tu" || folded == "so") return Number;
  const DutyWords& words = DutyWords::lexicon();
  struct Class {
    const documents::PhraseBook* book;
    int kind;
  };
  int best = kColumnKinds;
  std::size_t length = 0;
  for (const Class& c :
       {Class{&words.content, Content}, Class{&words.lead, Lead}, Class{&words.lead_column, Lead},
        Class{&words.coordinate, Coordinate}, Class{&words.time, Time}, Class{&words.product, Product}}) {
    const auto match = c.book->at(text, 0);
    if (!match || match.length <= length) continue;
    length = match.length;
    best = c.kind;
  }
  return best;
}

bool is_sub_heading(const Table& table, std::size_t row) {
  // "(1) (2) (3)" or "A B C" under the headings.
  std::size_t filled = 0;
  for (std::size_t c = 0; c < table.rows[row].size(); ++c) {
    const std::string text = text_at(table, row, c);
    if (text.empty()) continue;
    ++filled;
    const TokenText tokens(text);
    const bool index = (tokens.size() == 3 && tokens.key(0) == "(" && tokens.is_number(1)) ||
                       (tokens.size() == 1 && (tokens.is_number(0) || text.size() == 1) && row > 0 && c > 0);
    if (!index && c > 0) return false;
  }
  return filled > 1;
}

Columns find_columns(const Table& table) {
  for (std::size_t row = 0; row < std::min<std::size_t>(4, table.rows.size()); ++row) {
    Columns columns;
    int known = 0;
    for (std::size_t c = 0; c < table.rows[row].size(); ++c) {
      std::string heading = text_at(table, row, c);
      int kind = column_kind(heading);
      // Two rows of headings: "Cơ quan thực hiện" above "Chủ trì" and "Phối hợp".
      if (row + 1 < table.rows.size() && table.rows[row + 1][c].origin_row != static_cast<int>(row)) {
        const int below = column_kind(text_at(table, row + 1, c));
        if (below == Lead || below == Coordinate) kind = below;
      }
      if (kind == kColumnKinds || columns.at[static_cast<std::size_t>(kind)] >= 0) continue;
      columns.at[static_cast<std::size_t>(kind)] = static_cast<int>(c);
      ++known;
    }
    if (known < 2 || !columns.of_duties()) continue;
    columns.header_rows = row + 1;
    while (columns.header_rows < table.rows.size() &&
           (column_kind(text_at(table, columns.header_rows,
                                static_cast<std::size_t>(columns.at[Lead] >= 0 ? columns.at[Lead]
                                                                               : columns.at[Time]))) != kColumnKinds ||
            is_sub_heading(table, columns.header_rows)))
      ++columns.header_rows;
    return columns;
  }
  return {};
}

/// Where text stands in the row: every distinct cell once.
std::vector<std::pair<std::size_t, std::string>> distinct_cells(const Table& table, std::size_t row) {
  std::vector<std::pair<std::size_t, std::string>> cells;
  std::set<const Cell*> seen;
  for (std::size_t c = 0; c < table.rows[row].size(); ++c) {
    const Cell& cell = cell_at(table, row, c);
    if (!seen.insert(&cell).second) continue;
    const std::string text = documents::text_of_cell(cell);
    if (!text.empty()) cells.emplace_back(c, text);
  }
  return cells;
}

std::string tidy_number(std::string_view text) {
  std::string number(text);
  std::erase_if(number, [](char c) { return c == ' ' || c == '(' || c == ')'; });
  while (!number.empty() && (number.back() == '.' || number.back() == '/')) number.pop_back();
  return number;
}

class TableReader {
 public:
  TableReader(const Table& table, const std::string& label, const Inherited& inherited, const DeadlineContext& context)
      : table_(table), columns_(find_columns(table)), label_(label), inherited_(inherited), context_(context) {}

  std::vector<TaskReading> read() {
    if (!columns_.of_duties()) return {};
    numbers_restart_ = numbers_restart();
    for (std::size_t row = columns_.header_rows; row < table_.rows.size(); ++row) read_row(row);
    return std::move(tasks_);
  }

 private:
  std::string column_text(std::size_t row, Column column) const {
    const int at = columns_.at[static_cast<std::size_t>(column)];
    return at < 0 ? std::string() : text_at(table_, row, static_cast<std::size_t>(at));
  }
  /// The text belongs to this row alone, not to a cell merged from above.
  bool owns(std::size_t row, Column column) const {
    const int at = columns_.at[static_cast<std::size_t>(column)];
    return at >= 0 && !table_.rows[row][static_cast<std::size_t>(at)].lines.empty() &&
           table_.rows[row][static_cast<std::size_t>(at)].origin_row == static_cast<int>(row);
  }

  /// A row across the table, or a Roman number or letter with a title and nothing else.
  bool is_group(std::size_t row) const {
    const auto cells = distinct_cells(table_, row);
    if (cells.empty()) return false;
    const std::string number = tidy_number(column_text(row, Number));
    const bool outer = !number.empty() && (documents::roman_value(number) > 0 ||
                                           (count_code_points(number) == 1 && is_upper(decode_utf8(number)[0])));
    const bool lead_or_time = owns_content_elsewhere(row);
    if (cells.size() == 1)
      return table_.rows[row].size() > 1 &&
             !(cells[0].first == static_cast<std::size_t>(std::max(0, columns_.at[Content])) && !number.empty()) &&
             count_code_points(cells[0].second) < 200;
    if (outer && !lead_or_time) return true;
    return !lead_or_time && cells.size() == 2 && !number.empty() && is_mostly_capitals(column_text(row, Content));
  }
  bool owns_content_elsewhere(std::size_t row) const {
    return filled(row, Lead) || filled(row, Time) || filled(row, Coordinate);
  }
  bool filled(std::size_t row, Column column) const {
    const int at = columns_.at[static_cast<std::size_t>(column)];
    if (at < 0) return false;
    const Cell& cell = cell_at(table_, row, static_cast<std::size_t>(at));
    const bool across = &cell == &cell_at(table_, row, static_cast<std::size_t>(std::max(0, columns_.at[Content])));
    return !across && !documents::text_of_cell(cell).empty() &&
           table_.rows[row][static_cast<std::size_t>(at)].origin_row == static_cast<int>(row);
  }
  static bool is_mostly_capitals(std::string_view text) {
    std::size_t upper = 0, letters = 0;
    for (const char32_t c : decode_utf8(text))
      if (is_letter(c)) {
        ++letters;
        upper += is_upper(c);
      }
    return letters > 3 && upper * 10 > letters * 9;
  }

  bool numbers_restart() const {
    std::set<std::string> seen;
    for (std::size_t row = columns_.header_rows; row < table_.rows.size(); ++row) {
      if (is_group(row)) continue;
      const std::string number = tidy_number(column_text(row, Number));
      if (!number.empty() && owns(row, Number) && !seen.insert(number).second) return true;
    }
    return false;
  }

  void read_row(std::size_t row) {
    if (distinct_cells(table_, row).empty()) return;
    if (is_group(row)) return read_group(row);
    const std::string content = column_text(row, Content);
    if (content.empty()) return;
    const bool goes_on = columns_.at[Number] >= 0 && !owns(row, Number) && !owns(row, Content);
    if (goes_on) return;
    ++count_;
    tasks_.push_back(read_task(row, content));
  }

  void read_group(std::size_t row) {
    const auto cells = distinct_cells(table_, row);
    std::string number = tidy_number(column_text(row, Number));
    std::string title = cells.back().second;
    if (cells.size() == 1) {
      if (const auto mark = documents::read_mark(title)) {
        number = mark->label;
        title = title.substr(mark->length);
      } else {
        number.clear();
      }
    }
    group_ = number;
    count_ = 0;
    group_deadline_.reset();
    group_agencies_ = Agencies::lexicon().all_of(title);
    DeadlineContext context = context_;
    context.heading = true;
    const auto mentions = find_deadlines(TokenText(title), context, {});
    if (!mentions.empty() && !mentions.back().impossible) group_deadline_ = mentions.back().deadline;
  }

  std::string label_of(std::size_t row) const {
    std::string number = tidy_number(column_text(row, Number));
    if (number.empty() || !owns(row, Number)) number = std::to_string(count_);
    const bool grouped = !group_.empty() && (numbers_restart_ || columns_.at[Number] < 0);
    const std::string own = grouped && !number.starts_with(group_ + ".") ? group_ + "." + number : number;
    return label_.empty() ? own : label_ + "." + own;
  }

  TaskReading read_task(std::size_t row, const std::string& content) {
    TaskReading reading;
    Task& task = reading.task;
    task.clause = label_of(row);
    read_people(row, task);
    const TokenText text(content);
    const auto citations = documents::find_citations(text);
    auto masked = documents::cited_tokens(text, citations);
    for (const auto& citation : citations) task.references.push_back({citation.number, std::nullopt});
    read_deadlines(row, text, masked, reading);
    task.targets = find_targets(text, masked);
    task.product = column_text(row, Product);
    task.text = content;
    task.summary = content;
    task.place = place_of(row);
    rate_confidence(reading, {.assignees_named = !column_text(row, Lead).empty(), .in_table = true}, 1);
    return reading;
  }

  void read_people(std::size_t row, Task& task) const {
    const Agencies& agencies = Agencies::lexicon();
    const std::string lead = column_text(row, Lead);
    if (!lead.empty() && lead.find("hối hợp") != std::string::npos)
      read_shared_cell(lead, task);
    else if (!lead.empty())
      task.assignees = agencies.all_of_cell(lead);
    else if (!group_agencies_.empty())
      task.assignees = group_agencies_;
    else if (columns_.at[Lead] < 0)
      task.assignees = inherited_.assignees;
    if (const std::string coordinate = column_text(row, Coordinate);
        !coordinate.empty() && columns_.at[Coordinate] != columns_.at[Lead])
      task.coordinators = agencies.all_of_cell(coordinate);
    if (columns_.at[Lead] < 0 || task.assignees.empty()) {
      const Subject subject = read_subject(TokenText(column_text(row, Content)));
      if (!subject.agencies.empty()) task.assignees = subject.agencies;
    }
    tidy_people(task);
  }

  /// One cell for both: "Sở Nội vụ chủ trì; phối hợp: các sở, ngành", "Chủ trì: … Phối hợp: …".
  static void read_shared_cell(const std::string& cell, Task& task) {
    const Attributes named = read_attributes(cell);
    if (!named.lead.empty() || !named.coordinate.empty()) {
      const std::string lead = !named.lead.empty() ? named.lead : cell.substr(0, named.begin);
      task.assignees = Agencies::lexicon().all_of_cell(lead);
      if (!named.coordinate.empty()) task.coordinators = Agencies::lexicon().all_of_cell(named.coordinate);
      return;
    }
    const TokenText text(cell);
    const AgencyMention who = Agencies::lexicon().list(text, 0);
    task.assignees = who.names;
    task.coordinators = read_coordinators(text);
    if (task.coordinators.empty()) {
      // "Sở A (chủ trì); Sở B, Sở C (phối hợp)"
      task.assignees.clear();
      std::size_t at = 0;
      while (at < text.size()) {
        const AgencyMention next = Agencies::lexicon().one(text, at);
        if (!next) {
          ++at;
          continue;
        }
        std::size_t end = next.last;
        while (end < text.size() && text.key(end) != "(" && text.key(end) != ";") ++end;
        const bool helps = text.key(end) == "(" && text.key(end + 1) == "phối";
        auto& side = helps ? task.coordinators : task.assignees;
        side.insert(side.end(), next.names.begin(), next.names.end());
        at = next.last;
      }
    }
  }

  void read_deadlines(std::size_t row, const TokenText& text, std::vector<bool>& masked, TaskReading& reading) const {
    DeadlineContext column = context_;
    column.time_column = true;
    auto deadlines = find_deadlines(TokenText(column_text(row, Time)), column, {});
    auto in_text = find_deadlines(text, context_, masked);
    for (const auto& mention : in_text)
      for (std::size_t i = mention.first; i < mention.last && i < masked.size(); ++i) masked[i] = true;
    if (deadlines.empty()) deadlines = std::move(in_text);
    assign_deadlines(std::move(deadlines), group_deadline_ ? group_deadline_ : inherited_.deadline, reading);
  }

  documents::Place place_of(std::size_t row) const {
    const Cell& cell = cell_at(table_, row, static_cast<std::size_t>(columns_.at[Content]));
    documents::Place place;
    for (const auto& line : cell.lines) {
      if (place.end == 0) place = line.place;
      place.end = std::max(place.end, line.place.end);
      if (place.box && line.place.box && line.place.page == place.page)
        place.box = documents::Box{
            std::min(place.box->left, line.place.box->left), std::min(place.box->top, line.place.box->top),
            std::max(place.box->right, line.place.box->right), std::max(place.box->bottom, line.place.box->bottom)};
    }
    return place;
  }

  const Table& table_;
  Columns columns_;
  std::string label_;
  const Inherited& inherited_;
  const DeadlineContext& context_;
  std::vector<TaskReading> tasks_;
  std::string group_;
  std::optional<Deadline> group_deadline_;
  std::vector<std::string> group_agencies_;
  int count_ = 0;
  bool numbers_restart_ = false;
};

}  // namespace

std::vector<TaskReading> read_table_tasks(const Table& table, const std::string& label, const Inherited& inherited,
                                          const DeadlineContext& context) {
  if (table.rows.empty()) return {};
  return TableReader(table, label, inherited, context).read();
}

}  // namespace haidang::directives
