// SPDX-License-Identifier: Apache-2.0
#include "directives/plan_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "plan_table_cells.hpp"
#include "plan_words.hpp"

namespace haidang::directives {
namespace {

enum class Ink { Plain, Strong, Quiet, Due, Attention };
constexpr std::array<std::string_view, 5> kAnsi{"", "\x1b[1m", "\x1b[2m", "\x1b[36m", "\x1b[33m"};

/// A cell's lines, already as wide as the column allows.
struct Cell {
  std::vector<std::string> lines;
  std::vector<Ink> inks;  ///< of each line

  void add(std::string_view text, std::size_t width, Ink ink = Ink::Plain) {
    if (text.empty()) return;
    for (std::string& line : wrapped(text, width)) {
      lines.push_back(std::move(line));
      inks.push_back(ink);
    }
  }
};

struct Widths {
  std::size_t clause = 0, duty = 0, who = 0, due = 0;  ///< who and due are 0 in a narrow terminal: all in one column
};

class Table {
 public:
  Table(const Plan& plan, int columns, Language language, bool colour)
      : plan_(plan), columns_(static_cast<std::size_t>(std::max(columns, 40))), language_(language), colour_(colour) {}

  std::string text() {
    document();
    figures();
    tasks();
    findings();
    return std::move(out_);
  }

 private:
  static constexpr std::size_t kGap = 2;

  std::string_view word(std::string_view vietnamese, std::string_view english) const {
    return language_ == Language::Vietnamese ? vietnamese : english;
  }
  std::string inked(std::string_view text, Ink ink) const {
    if (!colour_ || ink == Ink::Plain || text.empty()) return std::string(text);
    return fmt::format("{}{}\x1b[0m", kAnsi[static_cast<std::size_t>(ink)], text);
  }
  void paragraph(std::string_view text, Ink ink, std::size_t indent = 0) {
    for (const std::string& line : wrapped(text, columns_ - indent))
      out_ += std::string(indent, ' ') + inked(line, ink) + "\n";
  }

  void document() {
    const Header& header = plan_.document;
    const std::string number =
        header.number.empty() ? std::string(word("(để trống số)", "(number left blank)")) : header.number;
    paragraph(
        fmt::format("{} {}",
                    capitalised(header.kind.empty() ? word("văn bản", "document") : std::string_view(header.kind)),
                    number),
        Ink::Strong);
    if (!header.subject.empty()) paragraph(header.subject, Ink::Strong);
    fact(word("Cơ quan ban hành", "Issued by"), header.issuer);
    fact(word("Ngày ban hành", "Issued on"), issue_date_words(header).in(language_));
    fact(word("Người ký", "Signed by"),
         header.signer_title.empty() ? header.signer : fmt::format("{}, {}", header.signer, header.signer_title));
    fact(word("Kính gửi", "To"), join(plan_.addressees, "; "));
  }
  void fact(std::string_view name, std::string_view value) {
    if (!value.empty()) paragraph(fmt::format("{}: {}", name, value), Ink::Plain);
  }

  void figures() {
    const auto figure = [&](std::size_t count, std::string_view vietnamese, std::string_view english) {
      return fmt::format("{} {}", count, word(vietnamese, english));
    };
    const std::vector<std::string> all{figure(plan_.tasks.size(), "nhiệm vụ", "tasks"),
                                       figure(count_lead_agencies(plan_), "cơ quan chủ trì", "lead agencies"),
                                       figure(count_with_deadline(plan_), "có thời hạn", "with a deadline"),
                                       figure(count_to_review(plan_), "cần xem kỹ", "to check"),
                                       figure(plan_.findings.size(), "vấn đề của văn bản", "problems in the document")};
    out_ += "\n";
    paragraph(join(all, " · "), Ink::Plain);
  }

  Widths widths() const {
    Widths widths;
    widths.clause = display_width(word("Điểm", "Clause"));
    for (const Task& task : plan_.tasks) widths.clause = std::max(widths.clause, display_width(task.clause));
    widths.clause = std::min(widths.clause, std::size_t{12});
    const std::size_t rest = columns_ - widths.clause - kGap;
    if (columns_ < 90) {
      widths.duty = rest;
      return widths;
    }
    widths.who = std::min(rest / 4, std::size_t{32});
    widths.due = std::min(rest / 4, std::size_t{26});
    widths.duty = rest - widths.who - widths.due - 2 * kGap;
    return widths;
  }

  void tasks() {
    if (plan_.tasks.empty()) {
      out_ += "\n";
      return paragraph(word("Văn bản này không giao nhiệm vụ nào.", "This document gives no tasks."), Ink::Plain);
    }
    const Widths width = widths();
    out_ += "\n";
    if (width.who > 0) table_head(width);
    for (const Task& task : plan_.tasks) width.who > 0 ? wide_row(task, width) : narrow_row(task, width);
  }

  void table_head(const Widths& width) {
    Cell clause, duty, who, due;
    clause.add(word("Điểm", "Clause"), width.clause, Ink::Quiet);
    duty.add(word("Nhiệm vụ", "Task"), width.duty, Ink::Quiet);
    who.add(word("Chủ trì", "Lead"), width.who, Ink::Quiet);
    due.add(word("Thời hạn", "Deadline"), width.due, Ink::Quiet);
    row({clause, duty, who, due}, {width.clause, width.duty, width.who, width.due});
    std::string rule;
    for (std::size_t at = 0; at < columns_; ++at) rule += "─";
    out_ += inked(rule, Ink::Quiet) + "\n";
  }

  void wide_row(const Task& task, const Widths& width) {
    Cell clause, duty, who, due;
    clause.add(task.clause, width.clause, Ink::Strong);
    add_duty(duty, task, width.duty);
    add_agencies(who, task, width.who);
    add_deadline(due, task, width.due);
    row({clause, duty, who, due}, {width.clause, width.duty, width.who, width.due});
    out_ += "\n";
  }

  void narrow_row(const Task& task, const Widths& width) {
    Cell clause, all;
    clause.add(task.clause, width.clause, Ink::Strong);
    add_duty(all, task, width.duty);
    add_agencies(all, task, width.duty);
    add_deadline(all, task, width.duty);
    row({clause, all}, {width.clause, width.duty});
    out_ += "\n";
  }

  void add_duty(Cell& cell, const Task& task, std::size_t width) const {
    cell.add(task.summary.empty() ? task.text : task.summary, width);
    for (const Target& target : task.targets)
      cell.add(fmt::format("{}: {}", word("Chỉ tiêu", "Target"), words_of(target).in(language_)), width, Ink::Quiet);
    if (!task.product.empty())
      cell.add(fmt::format("{}: {}", word("Sản phẩm", "Output"), task.product), width, Ink::Quiet);
    if (!task.references.empty())
      cell.add(fmt::format("{}: {}", word("Viện dẫn", "Cites"), join_numbers(task.references, "; ")), width,
               Ink::Quiet);
  }
  void add_agencies(Cell& cell, const Task& task, std::size_t width) const {
    if (task.assignees.empty()) cell.add(word("(không nêu cơ quan)", "(no agency named)"), width, Ink::Attention);
    cell.add(join(task.assignees, "; "), width);
    if (!task.coordinators.empty())
      cell.add(fmt::format("{}: {}", word("phối hợp", "with"), join(task.coordinators, "; ")), width, Ink::Quiet);
  }
  void add_deadline(Cell& cell, const Task& task, std::size_t width) const {
    if (!task.deadline) cell.add(word("(không nêu thời hạn)", "(no deadline)"), width, Ink::Quiet);
    if (task.deadline) cell.add(words_of(*task.deadline).in(language_), width, Ink::Due);
    for (const Deadline& other : task.other_deadlines)
      cell.add(fmt::format("{}: {}", word("mốc khác", "also"), words_of(other).in(language_)), width, Ink::Quiet);
    if (needs_review(task)) cell.add(word("! cần xem kỹ", "! check this"), width, Ink::Attention);
  }

  void row(const std::vector<Cell>& cells, const std::vector<std::size_t>& widths) {
    std::size_t height = 1;
    for (const Cell& cell : cells) height = std::max(height, cell.lines.size());
    for (std::size_t at = 0; at < height; ++at) {
      std::string line;
      std::size_t missing = 0;
      for (std::size_t column = 0; column < cells.size(); ++column) {
        const Cell& cell = cells[column];
        const std::string_view text = at < cell.lines.size() ? std::string_view(cell.lines[at]) : std::string_view{};
        if (!text.empty()) {
          line += std::string(missing, ' ') + inked(text, cell.inks[at]);
          missing = 0;
        }
        missing += widths[column] - std::min(widths[column], display_width(text)) + kGap;
      }
      out_ += line + "\n";
    }
  }

  void findings() {
    if (plan_.findings.empty()) return;
    paragraph(word("Vấn đề của văn bản", "What is wrong with the document"), Ink::Strong);
    for (const Finding& finding : plan_.findings) {
      const std::string where =
          finding.clause.empty() ? "" : fmt::format(" ({} {})", word("điểm", "clause"), finding.clause);
      paragraph(fmt::format("! {}{}", words_of(finding.code).in(language_), where), Ink::Attention);
      paragraph(language_ == Language::Vietnamese ? finding.vietnamese : finding.english, Ink::Plain, 2);
    }
  }

  const Plan& plan_;
  std::size_t columns_;
  Language language_;
  bool colour_;
  std::string out_;
};

}  // namespace

std::string plan_table(const Plan& plan, int columns, Language language, bool colour) {
  return Table(plan, columns, language, colour).text();
}

}  // namespace haidang::directives
