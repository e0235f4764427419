// SPDX-License-Identifier: Apache-2.0
#include "directives/plan_sheet.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <new>
#include <span>

#include "base/vietnamese.hpp"
#include "plan_words.hpp"
#include "platform/files.hpp"

namespace haidang::directives {
namespace {

constexpr std::size_t kLongestCell = 32'767;  // characters Excel keeps in a cell
constexpr char kPrintTitle[] = "&L&\"Arial,Bold\"&A&R&P / &N";

struct Column {
  const char* heading;
  double width;  ///< characters
};

/// The looks of cells; the workbook owns them.
struct Formats {
  lxw_format *head, *text, *strong, *date, *moment, *attention;
};

std::string cell_text(std::string_view text) {
  if (count_code_points(text) <= kLongestCell) return std::string(text);
  return encode_utf8(decode_utf8(text).substr(0, kLongestCell - 1)) + "…";
}

Formats make_formats(lxw_workbook* book) {
  const auto make = [book] {
    lxw_format* format = workbook_add_format(book);
    format_set_font_name(format, "Arial");
    format_set_font_size(format, 10);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, 0xD8E0E8);
    return format;
  };
  Formats formats{make(), make(), make(), make(), make(), make()};
  format_set_bold(formats.head);
  format_set_font_color(formats.head, LXW_COLOR_WHITE);
  format_set_bg_color(formats.head, 0x0B2A4A);
  format_set_align(formats.head, LXW_ALIGN_VERTICAL_CENTER);
  format_set_bold(formats.strong);
  format_set_num_format(formats.date, "dd/mm/yyyy");
  format_set_num_format(formats.moment, "dd/mm/yyyy hh:mm");
  for (lxw_format* format : {formats.date, formats.moment}) format_set_align(format, LXW_ALIGN_CENTER);
  format_set_bold(formats.attention);
  format_set_font_color(formats.attention, 0x7A4F0D);
  return formats;
}

/// One sheet that is written row by row under a frozen head.
class Sheet {
 public:
  Sheet(lxw_workbook* book, const Formats& formats, const char* name, std::span<const Column> columns)
      : formats_(formats), sheet_(workbook_add_worksheet(book, name)), columns_(columns) {
    if (!sheet_) throw std::bad_alloc();
    worksheet_set_row(sheet_, 0, 32, nullptr);
    for (lxw_col_t at = 0; at < columns_.size(); ++at) {
      worksheet_set_column(sheet_, at, at, columns_[at].width, nullptr);
      worksheet_write_string(sheet_, 0, at, columns_[at].heading, formats_.head);
    }
    worksheet_freeze_panes(sheet_, 1, 0);
    worksheet_repeat_rows(sheet_, 0, 0);
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, 9);  // A4
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_set_margins(sheet_, 0.5, 0.4, 0.6, 0.5);
    worksheet_set_footer(sheet_, kPrintTitle);
  }
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  void next_row() { ++row_, column_ = 0; }
  void text(std::string_view value, lxw_format* format = nullptr) {
    worksheet_write_string(sheet_, row_, column_++, cell_text(value).c_str(), format ? format : formats_.text);
  }
  void number(double value) { worksheet_write_number(sheet_, row_, column_++, value, formats_.text); }
  void date(const std::optional<LocalDate>& day, std::optional<std::chrono::minutes> time = {}) {
    if (!day) return text("");
    const int minutes = time ? static_cast<int>(time->count()) : 0;
    lxw_datetime moment{static_cast<int>(day->year()),
                        static_cast<int>(static_cast<unsigned>(day->month())),
                        static_cast<int>(static_cast<unsigned>(day->day())),
                        minutes / 60,
                        minutes % 60,
                        0};
    worksheet_write_datetime(sheet_, row_, column_++, &moment, time ? formats_.moment : formats_.date);
  }
  /// The head lets people filter; an empty sheet says why it is empty.
  void finish(std::string_view when_empty) {
    if (row_ == 0) {
      next_row();
      text(when_empty);
    }
    worksheet_autofilter(sheet_, 0, 0, row_, static_cast<lxw_col_t>(columns_.size() - 1));
  }

 private:
  const Formats& formats_;
  lxw_worksheet* sheet_;
  std::span<const Column> columns_;
  lxw_row_t row_ = 0;
  lxw_col_t column_ = 0;
};

constexpr Column kTaskColumns[] = {{"STT\nNo.", 6},
                                   {"Điểm\nClause", 9},
                                   {"Nhiệm vụ\nTask", 48},
                                   {"Cơ quan chủ trì\nLead agency", 26},
                                   {"Cơ quan phối hợp\nCoordinating", 26},
                                   {"Hạn (ngày)\nDue date", 16},
                                   {"Thời hạn\nDeadline", 24},
                                   {"Chỉ tiêu\nTargets", 18},
                                   {"Văn bản viện dẫn\nCites", 20},
                                   {"Sản phẩm\nOutput", 18},
                                   {"Lưu ý\nNote", 13},
                                   {"Nguyên văn\nExact words", 60}};
constexpr Column kReferenceColumns[] = {
    {"STT\nNo.", 6}, {"Số, ký hiệu\nNumber", 28}, {"Ngày\nDate", 14}, {"Điểm viện dẫn\nCited in", 40}};
constexpr Column kFindingColumns[] = {
    {"STT\nNo.", 6}, {"Điểm\nClause", 10}, {"Vấn đề\nProblem", 34}, {"Chi tiết\nDetails", 60}, {"In English", 60}};
constexpr Column kFactColumns[] = {{"Thông tin\nFact", 34}, {"Nội dung\nValue", 90}};

std::string all_words(const std::vector<Target>& targets) {
  std::vector<std::string> words;
  for (const Target& target : targets) words.push_back(words_of(target).vietnamese);
  return join(words, "\n");
}

std::string deadline_text(const Task& task) {
  if (!task.deadline) return "không nêu";
  std::string text = words_of(*task.deadline).vietnamese;
  for (const Deadline& other : task.other_deadlines) text += "\nmốc khác: " + words_of(other).vietnamese;
  return text;
}

void write_tasks(lxw_workbook* book, const Formats& formats, const Plan& plan) {
  Sheet sheet(book, formats, "Nhiệm vụ", kTaskColumns);
  double number = 0;
  for (const Task& task : plan.tasks) {
    const bool dated = task.deadline && task.deadline->kind == DeadlineKind::By;
    sheet.next_row();
    sheet.number(++number);
    sheet.text(task.clause, formats.strong);
    sheet.text(task.summary.empty() ? task.text : task.summary);
    sheet.text(join(task.assignees, "\n"));
    sheet.text(join(task.coordinators, "\n"));
    sheet.date(dated ? task.deadline->date : std::nullopt, dated ? task.deadline->time : std::nullopt);
    sheet.text(deadline_text(task));
    sheet.text(all_words(task.targets));
    sheet.text(join_numbers(task.references, "\n"));
    sheet.text(task.product);
    sheet.text(needs_review(task) ? "cần xem kỹ" : "", formats.attention);
    sheet.text(task.text);
  }
  sheet.finish("Văn bản này không giao nhiệm vụ nào.");
}

std::string clauses_citing(const Plan& plan, const std::string& number) {
  std::vector<std::string> clauses;
  for (const Task& task : plan.tasks)
    for (const Reference& reference : task.references)
      if (reference.number == number && (clauses.empty() || clauses.back() != task.clause))
        clauses.push_back(task.clause);
  return join(clauses, ", ");
}

void write_references(lxw_workbook* book, const Formats& formats, const Plan& plan) {
  Sheet sheet(book, formats, "Văn bản viện dẫn", kReferenceColumns);
  double number = 0;
  for (const Reference& reference : plan.references) {
    sheet.next_row();
    sheet.number(++number);
    sheet.text(reference.number, formats.strong);
    sheet.date(reference.date);
    sheet.text(clauses_citing(plan, reference.number));
  }
  sheet.finish("");
}

void write_findings(lxw_workbook* book, const Formats& formats, const Plan& plan) {
  Sheet sheet(book, formats, "Vấn đề của văn bản", kFindingColumns);
  double number = 0;
  for (const Finding& finding : plan.findings) {
    sheet.next_row();
    sheet.number(++number);
    sheet.text(finding.clause, formats.strong);
    sheet.text(words_of(finding.code).vietnamese, formats.attention);
    sheet.text(finding.vietnamese);
    sheet.text(finding.english);
  }
  sheet.finish("");
}

void write_facts(lxw_workbook* book, const Formats& formats, const Plan& plan) {
  const Header& header = plan.document;
  Sheet sheet(book, formats, "Thông tin văn bản", kFactColumns);
  const auto fact = [&](std::string_view name, std::string_view value) {
    sheet.next_row();
    sheet.text(name, formats.strong);
    sheet.text(value);
  };
  fact("Loại văn bản / Kind", header.kind);
  fact("Số, ký hiệu / Number", header.number.empty() ? "để trống" : header.number);
  fact("Trích yếu / Subject", header.subject);
  fact("Cơ quan ban hành / Issued by", header.issuer);
  sheet.next_row();
  sheet.text("Ngày ban hành / Issued on", formats.strong);
  header.issued_on ? sheet.date(header.issued_on) : sheet.text(issue_date_words(header).vietnamese);
  fact("Nơi ban hành / Place", header.place);
  fact("Người ký / Signed by", header.signer);
  fact("Chức vụ người ký / Title", header.signer_title);
  fact("Kính gửi / To", join(plan.addressees, "\n"));
  fact("Nơi nhận / Recipients", join(plan.recipients, "\n"));
}

}  // namespace

Result<std::filesystem::path> write_plan_sheet(const Plan& plan, const std::filesystem::path& path) {
  const platform::TemporaryFolder folder;
  const std::filesystem::path draft = folder.path() / "plan.xlsx";
  lxw_workbook* book = workbook_new(draft.c_str());
  if (!book) throw std::bad_alloc();
  const Formats formats = make_formats(book);
  write_tasks(book, formats, plan);
  write_references(book, formats, plan);
  write_findings(book, formats, plan);
  write_facts(book, formats, plan);
  if (const lxw_error fault = workbook_close(book); fault != LXW_NO_ERROR)
    return reject(Code::FileUnwritable, {{"file", path.string()}, {"reason", lxw_strerror(fault)}});
  const auto bytes = platform::read_file(draft);
  if (!bytes) return pass_on(bytes);
  return platform::write_file(path, *bytes);
}

}  // namespace haidang::directives
