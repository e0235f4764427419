// SPDX-License-Identifier: Apache-2.0
#include "plan_sample.hpp"

#include "base/ensure.hpp"
#include "base/vietnamese.hpp"

namespace haidang::directives {
namespace {

using std::chrono::minutes;

constexpr std::string_view kText =
    "ỦY BAN NHÂN DÂN\n"
    "TỈNH BẮC SÔNG\n"
    "Số: 12/CT-UBND\n"
    "Bắc Sông, ngày 10 tháng 3 năm 2025\n"
    "\n"
    "CHỈ THỊ\n"
    "Về việc nâng cao chất lượng tiếp nhận và trả kết quả hồ sơ tại bộ phận Một cửa\n"
    "\n"
    "Thực hiện Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ, Chủ tịch UBND tỉnh yêu cầu:\n"
    "1. Sở Nội vụ\n"
    "a) Chủ trì, phối hợp với Văn phòng UBND tỉnh kiểm tra việc niêm yết thủ tục tại ít nhất 12 xã, phường; báo cáo "
    "kết quả trước 17 giờ 00 ngày 30/5/2025.\n"
    "b) Tổng hợp số hồ sơ trễ hạn, gửi UBND tỉnh trước ngày 25 hằng tháng.\n"
    "c) Mở lớp tập huấn cho công chức một cửa trong tháng 4/2025.\n"
    "2. Văn phòng UBND tỉnh\n"
    "a) Thường xuyên theo dõi phản ánh, kiến nghị trên Cổng Dịch vụ công; bảo đảm từ 95% phản ánh trở lên được trả lời "
    "đúng hạn.\n"
    "b) Công khai số điện thoại đường dây nóng trong vòng 10 ngày làm việc kể từ ngày ban hành Chỉ thị này.\n"
    "c) Chuyển phản ánh đến cơ quan xử lý trong 01 ngày làm việc kể từ khi nhận được phản ánh.\n"
    "3. Sở Khoa học và Công nghệ nâng cấp hệ thống một cửa điện tử, xong trước ngày 15/2/2025; giảm 30% thời gian xử "
    "lý.\n"
    "4. UBND các xã, phường\n"
    "a) Số hóa 100% hồ sơ tiếp nhận mới; hằng quý gửi báo cáo về Sở Nội vụ theo Kế hoạch số 45/KH-UBND ngày "
    "20/01/2025.\n"
    "b) Bố trí đủ ghế chờ, nước uống và nhân viên hướng dẫn cho người cao tuổi, người khuyết tật.\n"
    "5. Rà soát, cắt giảm giấy tờ trong thành phần hồ sơ, hoàn thành trong quý III/2025.\n"
    "Nơi nhận:\n"
    "- Như trên;\n"
    "- Lưu: VT.\n"
    "KT. CHỦ TỊCH\n"
    "PHÓ CHỦ TỊCH\n"
    "Lê Thị Hải Yến\n";

LocalDate day(int year, unsigned month, unsigned number) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{number};
}

Deadline by(LocalDate date, std::string phrase, std::optional<minutes> time = {}) {
  return {.kind = DeadlineKind::By, .date = date, .time = time, .phrase = std::move(phrase)};
}

Deadline recurring(Every every, std::optional<int> number, std::string phrase) {
  return {.kind = DeadlineKind::Recurring, .every = every, .day = number, .phrase = std::move(phrase)};
}

Target target(std::int64_t value, Comparison comparison, std::string unit, std::string phrase) {
  return {Decimal(value), comparison, std::move(unit), std::move(phrase)};
}

documents::Place place_of(const documents::SourceDocument& source, std::string_view words) {
  const std::size_t at = source.text.find(words);
  ensure(at != std::string::npos, "the sample's words stand in its text");
  const std::size_t begin = count_code_points(std::string_view(source.text).substr(0, at));
  return {.begin = begin, .end = begin + count_code_points(words)};
}

/// The rest of the line that starts with `start`, where the words of one task stand.
std::string line_from(const documents::SourceDocument& source, std::string_view start) {
  const std::size_t at = source.text.find(start);
  ensure(at != std::string::npos, "the sample's words stand in its text");
  return source.text.substr(at, source.text.find('\n', at) - at);
}

Task task(const documents::SourceDocument& source, std::string clause, std::vector<std::string> assignees,
          std::string_view start, std::string summary, std::optional<Deadline> deadline = {}) {
  Task made{.clause = std::move(clause),
            .assignees = std::move(assignees),
            .deadline = std::move(deadline),
            .summary = std::move(summary)};
  made.text = line_from(source, start);
  made.place = place_of(source, made.text);
  made.confidence = {.task = 0.96, .deadline = 0.94};
  return made;
}

documents::Line add_line(documents::SourceDocument& source, std::string text) {
  const std::size_t begin = count_code_points(source.text);
  documents::Line line{
      .text = text, .place = {.begin = begin, .end = begin + count_code_points(text)}, .whole_paragraph = true};
  source.text += text + "\n";
  return line;
}

/// Two rows under a head; the agency's cell spans both.
documents::Table add_table(documents::SourceDocument& source) {
  const std::vector<std::vector<std::string>> words{
      {"STT", "Nội dung", "Đơn vị chủ trì", "Thời hạn", "Sản phẩm"},
      {"1", "Lắp máy lấy số tự động tại 20 xã, phường", "Sở Xây dựng", "30/6/2025", "Biên bản nghiệm thu"},
      {"2", "Kẻ vạch lối đi cho xe lăn", "", "31/12/2025", "Ảnh hiện trạng"}};
  documents::Table table;
  table.place.begin = count_code_points(source.text);
  for (int row = 0; row < 3; ++row) {
    auto& cells = table.rows.emplace_back();
    for (int column = 0; column < 5; ++column) {
      documents::Cell cell{.origin_row = row, .origin_column = column};
      const std::string& text = words[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
      if (text.empty()) cell.origin_row = row - 1;
      if (!text.empty()) cell.lines.push_back(add_line(source, text));
      cells.push_back(std::move(cell));
    }
  }
  table.place.end = count_code_points(source.text);
  return table;
}

documents::SourceDocument sample_source() {
  documents::SourceDocument source;
  std::string_view rest = kText;
  for (bool blank = false; !rest.empty(); rest.remove_prefix(rest.find('\n') + 1)) {
    const std::string_view words = rest.substr(0, rest.find('\n'));
    if (!words.empty()) {
      auto line = add_line(source, std::string(words));
      line.blank_before = blank;
      line.centred = line.place.begin < 160;
      line.bold = to_upper(words) == words;
      source.blocks.emplace_back(std::move(line));
    }
    blank = words.empty();
  }
  auto title = add_line(source, "PHỤ LỤC");
  title.centred = title.bold = true;
  source.blocks.emplace_back(title);
  source.blocks.emplace_back(add_table(source));
  return source;
}

void add_tasks(const documents::SourceDocument& source, std::vector<Task>& tasks) {
  const std::vector<std::string> communes{"UBND các xã, phường"}, office{"Văn phòng UBND tỉnh"};
  tasks.push_back(task(source, "1.a", {"Sở Nội vụ"}, "Chủ trì, phối hợp với Văn phòng",
                       "Kiểm tra việc niêm yết thủ tục tại các xã, phường",
                       by(day(2025, 5, 30), "trước 17 giờ 00 ngày 30/5/2025", minutes{17 * 60})));
  tasks.back().coordinators = office;
  tasks.back().targets = {target(12, Comparison::AtLeast, "xã, phường", "ít nhất 12 xã, phường")};
  tasks.push_back(task(source, "1.b", {"Sở Nội vụ"}, "Tổng hợp số hồ sơ trễ hạn",
                       "Tổng hợp số hồ sơ trễ hạn, gửi UBND tỉnh",
                       recurring(Every::Month, 25, "trước ngày 25 hằng tháng")));
  tasks.push_back(task(source, "1.c", {"Sở Nội vụ"}, "Mở lớp tập huấn", "Mở lớp tập huấn cho công chức một cửa",
                       by(day(2025, 4, 30), "trong tháng 4/2025")));
  tasks.push_back(task(source, "2.a", office, "Thường xuyên theo dõi",
                       "Theo dõi phản ánh, kiến nghị trên Cổng Dịch vụ công",
                       Deadline{.kind = DeadlineKind::Continuous, .phrase = "Thường xuyên"}));
  tasks.back().targets = {target(95, Comparison::AtLeast, "%", "từ 95% phản ánh trở lên")};
  tasks.push_back(task(source, "2.b", office, "Công khai số điện thoại", "Công khai số điện thoại đường dây nóng",
                       Deadline{.kind = DeadlineKind::Relative,
                                .count = 10,
                                .unit = DayUnit::WorkingDay,
                                .from = From::Issue,
                                .phrase = "trong vòng 10 ngày làm việc kể từ ngày ban hành Chỉ thị này"}));
  tasks.push_back(task(source, "2.c", office, "Chuyển phản ánh đến", "Chuyển phản ánh đến cơ quan xử lý",
                       Deadline{.kind = DeadlineKind::Relative,
                                .count = 1,
                                .unit = DayUnit::WorkingDay,
                                .from = From::Event,
                                .event = "nhận được phản ánh",
                                .phrase = "trong 01 ngày làm việc kể từ khi nhận được phản ánh"}));
  tasks.push_back(task(source, "3", {"Sở Khoa học và Công nghệ"}, "Sở Khoa học và Công nghệ nâng cấp",
                       "Nâng cấp hệ thống một cửa điện tử", by(day(2025, 2, 14), "trước ngày 15/2/2025")));
  tasks.back().targets = {target(30, Comparison::Decrease, "%", "giảm 30%")};
  tasks.push_back(task(source, "4.a", communes, "Số hóa 100%", "Số hóa hồ sơ tiếp nhận mới; gửi báo cáo về Sở Nội vụ",
                       recurring(Every::Quarter, {}, "hằng quý")));
  tasks.back().targets = {target(100, Comparison::Equal, "%", "100%")};
  tasks.back().references = {{"45/KH-UBND", day(2025, 1, 20)}};
  tasks.push_back(
      task(source, "4.b", communes, "Bố trí đủ ghế chờ", "Bố trí đủ ghế chờ, nước uống và nhân viên hướng dẫn"));
  tasks.back().confidence = {.task = 0.9, .assignees = 0.62};
  tasks.push_back(task(source, "5", {}, "Rà soát, cắt giảm", "Rà soát, cắt giảm giấy tờ trong thành phần hồ sơ",
                       by(day(2025, 9, 30), "trong quý III/2025")));
  tasks.push_back(task(source, "PL1.1", {"Sở Xây dựng"}, "Lắp máy lấy số", "Lắp máy lấy số tự động tại 20 xã, phường",
                       by(day(2025, 6, 30), "30/6/2025")));
  tasks.back().product = "Biên bản nghiệm thu";
  tasks.push_back(task(source, "PL1.2", {"Sở Xây dựng"}, "Kẻ vạch lối đi", "Kẻ vạch lối đi cho xe lăn",
                       by(day(2025, 12, 31), "31/12/2025")));
  tasks.back().product = "Ảnh hiện trạng";
  tasks.back().other_deadlines = {by(day(2025, 6, 30), "30/6/2025")};
  tasks.back().deadline->inherited = true;
}

template <class Function>
void for_each_text(Plan& plan, Function change) {
  for (std::string* text : {&plan.document.number, &plan.document.place, &plan.document.issuer, &plan.document.kind,
                            &plan.document.subject, &plan.document.signer, &plan.document.signer_title})
    change(*text);
  for (std::string& text : plan.addressees) change(text);
  for (std::string& text : plan.recipients) change(text);
  for (Task& task : plan.tasks) {
    for (std::string* text : {&task.clause, &task.product, &task.summary, &task.text}) change(*text);
    for (std::string& text : task.assignees) change(text);
    for (std::string& text : task.coordinators) change(text);
    for (Target& each : task.targets) change(each.unit), change(each.phrase);
    for (Reference& reference : task.references) change(reference.number);
    if (task.deadline) change(task.deadline->phrase), change(task.deadline->event);
  }
  for (Reference& reference : plan.references) change(reference.number);
  for (Finding& finding : plan.findings) change(finding.vietnamese), change(finding.english), change(finding.clause);
}

}  // namespace

Sample sample_plan() {
  Sample sample{.source = sample_source()};
  sample.plan.document = {.number = "12/CT-UBND",
                          .issued_on = day(2025, 3, 10),
                          .issued_year = 2025,
                          .place = "Bắc Sông",
                          .issuer = "UBND tỉnh Bắc Sông",
                          .kind = "chỉ thị",
                          .subject = "Về việc nâng cao chất lượng tiếp nhận và trả kết quả hồ sơ tại bộ phận Một cửa",
                          .signer = "Lê Thị Hải Yến",
                          .signer_title = "Phó Chủ tịch"};
  sample.plan.recipients = {"Như trên", "Lưu: VT"};
  add_tasks(sample.source, sample.plan.tasks);
  sample.plan.references = {{"118/2025/NĐ-CP", day(2025, 6, 9)}, {"45/KH-UBND", day(2025, 1, 20)}};
  sample.plan.findings = {
      {FindingCode::DeadlineBeforeIssue, "3",
       "Hạn 14/2/2025 nằm trước ngày ban hành 10/3/2025. Cần hỏi lại cơ quan ban hành.",
       "The deadline 14 February 2025 lies before the date of issue, 10 March 2025. Ask the issuing office.",
       place_of(sample.source, "trước ngày 15/2/2025")},
      {FindingCode::ReferenceBeforeExistence, "",
       "Nghị định số 118/2025/NĐ-CP ngày 9/6/2025 được viện dẫn trước khi ban hành.",
       "Decree 118/2025/NĐ-CP of 9 June 2025 is cited before it was issued.",
       place_of(sample.source, "118/2025/NĐ-CP ngày 09/6/2025")},
      {FindingCode::NoOwner, "5", "Điểm 5 không nêu cơ quan thực hiện.", "Clause 5 names no agency.",
       place_of(sample.source, "Rà soát, cắt giảm")}};
  return sample;
}

Sample hostile_plan() {
  static const std::string kHostile =
      "=HYPERLINK(\"http://invalid\")</script><!--<script>document.title='hacked'</script><img src=x "
      "onerror=\"document.title='hacked'\">"
      "\x1b[31m\u202e&amp;'\"\u2028";
  Sample sample = sample_plan();
  for_each_text(sample.plan, [](std::string& text) { text = kHostile + text; });
  documents::Line line = add_line(sample.source, kHostile);
  sample.plan.tasks.front().place = line.place;
  sample.source.blocks.emplace_back(std::move(line));
  sample.source.remarks = {kHostile, "encoding:" + kHostile};
  return sample;
}

Sample large_plan(std::size_t count) {
  Sample sample = sample_plan();
  const std::size_t of_sample = sample.plan.tasks.size();
  for (std::size_t at = of_sample; at < count; ++at) {
    Task copy = sample.plan.tasks[at % of_sample];
    copy.clause = "II." + std::to_string(at);
    documents::Line line = add_line(sample.source, std::to_string(at) + ". " + copy.text);
    copy.place = line.place;
    sample.source.blocks.emplace_back(std::move(line));
    sample.plan.tasks.push_back(std::move(copy));
  }
  return sample;
}

}  // namespace haidang::directives
