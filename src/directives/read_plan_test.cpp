// SPDX-License-Identifier: Apache-2.0
#include "directives/read_plan.hpp"

#include <doctest/doctest.h>

namespace haidang::directives {
namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : " | ") + name;
  return all;
}

/// A whole directive around the clauses.
std::string directive(std::string_view clauses, std::string_view date = "Quảng An, ngày 12 tháng 5 năm 2022") {
  return "ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
         "TỈNH QUẢNG AN            Độc lập - Tự do - Hạnh phúc\n\n"
         "Số: 09/CT-UBND           " +
         std::string(date) +
         "\n\n"
         "CHỈ THỊ\n"
         "Về việc rà soát quy trình nội bộ\n\n"
         "Thời gian qua, các cơ quan, đơn vị trong tỉnh đã tiếp nhận và giải quyết nhiều hồ sơ thủ tục hành chính, tỷ "
         "lệ đúng hạn đạt 97,6%. Bên cạnh đó, Sở Tài chính chưa hoàn thành báo cáo theo hạn ngày 31/12/2021.\n"
         "Để khắc phục các hạn chế nêu trên, Chủ tịch UBND tỉnh yêu cầu các sở, ban, ngành; UBND các huyện, thành phố "
         "thực hiện các nhiệm vụ sau:\n" +
         std::string(clauses) +
         "Yêu cầu các cơ quan, đơn vị, địa phương nghiêm túc triển khai thực hiện Chỉ thị này./.\n\n"
         "Nơi nhận:\n- Thường trực Tỉnh ủy (báo cáo);\n- Các sở, ban, ngành tỉnh;\n- Lưu: VT, NC.\n\n"
         "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Minh Hà\n";
}

Plan plan_of(std::string_view text) {
  const auto source = documents::read_text(text);
  REQUIRE(source);
  return read_plan(*source);
}

/// "clause: lead <- helpers @ due", one task a line.
std::string outline(const Plan& plan) {
  std::string all;
  for (const Task& task : plan.tasks) {
    all += task.clause + ": " + joined(task.assignees);
    if (!task.coordinators.empty()) all += " <- " + joined(task.coordinators);
    if (task.deadline) all += " @ " + (task.deadline->date ? iso(*task.deadline->date) : task.deadline->phrase);
    all += "\n";
  }
  return all;
}
std::string codes(const Plan& plan) {
  std::string all;
  for (const Finding& finding : plan.findings)
    all += (all.empty() ? "" : " ") + std::string(code_of(finding.code)) +
           (finding.clause.empty() ? "" : "@" + finding.clause);
  return all;
}

}  // namespace

TEST_CASE("a directive with points under agencies becomes its tasks") {
  const Plan plan = plan_of(directive(
      "1. Sở Nội vụ\n"
      "a) Chủ trì, phối hợp với Văn phòng UBND tỉnh rà soát quy trình nội bộ, hoàn thành trước ngày 30/6/2022.\n"
      "b) Tổng hợp, báo cáo UBND tỉnh trước ngày 25 hằng tháng.\n"
      "2. Sở Tài chính bố trí kinh phí thực hiện trong quý III/2022.\n"
      "3. UBND các huyện, thành phố\n"
      "a) Công khai 100% thủ tục hành chính tại trụ sở.\n"
      "b) Thường xuyên kiểm tra việc chấp hành giờ giấc làm việc của công chức.\n"));
  CHECK(outline(plan) ==
        "1.a: Sở Nội vụ <- Văn phòng UBND tỉnh @ 2022-06-29\n"
        "1.b: Sở Nội vụ @ trước ngày 25 hằng tháng\n"
        "2: Sở Tài chính @ 2022-09-30\n"
        "3.a: UBND các huyện, thành phố\n"
        "3.b: UBND các huyện, thành phố @ Thường xuyên\n");
  CHECK(codes(plan) == "");
  CHECK(plan.document.number == "09/CT-UBND");
  CHECK(plan.document.issuer == "UBND tỉnh Quảng An");
  CHECK(plan.document.kind == "chỉ thị");
  CHECK(plan.document.signer == "Lê Minh Hà");
  CHECK(plan.recipients.size() == 3);
}

TEST_CASE("the preamble, goals and closing words are no tasks") {
  CHECK(outline(plan_of(directive(""))) == "");
  const Plan plan =
      plan_of(directive("I. MỤC TIÊU\n"
                        "1. Đến năm 2025, 100% hồ sơ được số hóa.\n"
                        "2. Nâng cao chất lượng phục vụ người dân.\n"
                        "II. NHIỆM VỤ\n"
                        "1. Sở Nội vụ rà soát quy trình nội bộ, hoàn thành trước ngày 30/6/2022.\n"));
  CHECK(outline(plan) == "II.1: Sở Nội vụ @ 2022-06-29\n");
}

TEST_CASE("a prohibition is a task") {
  const Plan plan =
      plan_of(directive("1. Sở Nội vụ\na) Không để xảy ra tình trạng công chức yêu cầu người dân nộp thêm giấy tờ.\nb) "
                        "Rà soát quy trình.\n"));
  CHECK(outline(plan) == "1.a: Sở Nội vụ\n1.b: Sở Nội vụ\n");
}

TEST_CASE("a clause that names its own subject is not its heading's") {
  const Plan plan =
      plan_of(directive("1. Sở Nội vụ\na) Rà soát quy trình nội bộ.\nb) Sở Tài chính có trách nhiệm bố trí kinh phí "
                        "trong tháng 6/2022.\n"));
  CHECK(outline(plan) == "1.a: Sở Nội vụ\n1.b: Sở Tài chính @ 2022-06-30\n");
}

TEST_CASE("a clause that names nobody is everybody's whom the lead-in names") {
  const Plan plan = plan_of(directive("1. Rà soát quy trình nội bộ, trình phê duyệt trước ngày 30/6/2022.\n"));
  CHECK(outline(plan) == "1: các sở, ban, ngành | UBND các huyện, thành phố @ 2022-06-29\n");
}

TEST_CASE("urging, sending to and passing through are no coordination") {
  const Plan plan =
      plan_of(directive("1. Sở Nội vụ theo dõi, đôn đốc UBND các huyện thực hiện.\n"
                        "2. Sở Tài chính gửi báo cáo về Sở Tư pháp trước ngày 30/6/2022.\n"
                        "3. Sở Y tế báo cáo UBND tỉnh (qua Sở Nội vụ) theo hướng dẫn của Sở Tư pháp.\n"));
  CHECK(outline(plan) == "1: Sở Nội vụ\n2: Sở Tài chính @ 2022-06-29\n3: Sở Y tế\n");
}

TEST_CASE("a section heading with a month sets the deadline of what stands below") {
  const Plan plan =
      plan_of(directive("I. NHIỆM VỤ THÁNG 6/2022\n1. Sở Nội vụ rà soát quy trình.\n2. Sở Y tế báo cáo kết quả trước "
                        "ngày 15/6/2022.\nII. NHIỆM VỤ THÁNG 7/2022\n1. Sở Nội vụ công bố danh mục.\n"));
  CHECK(outline(plan) == "I.1: Sở Nội vụ @ 2022-06-30\nI.2: Sở Y tế @ 2022-06-14\nII.1: Sở Nội vụ @ 2022-07-31\n");
  REQUIRE(plan.tasks.size() == 3);
  CHECK(plan.tasks[0].deadline->inherited);
  CHECK_FALSE(plan.tasks[1].deadline->inherited);
}

TEST_CASE("a second paragraph of the same clause is a task of its own") {
  const Plan plan =
      plan_of(directive("1. Sở Nội vụ\n"
                        "a) Rà soát toàn bộ quy trình nội bộ, quy trình điện tử trong giải quyết thủ tục hành chính "
                        "thuộc phạm vi quản lý của các sở, ban, ngành và Ủy ban nhân dân các cấp.\n"
                        "Tổng hợp kết quả rà soát, báo cáo Chủ tịch UBND tỉnh trước ngày 15/7/2022, trong đó nêu rõ "
                        "trách nhiệm của từng cơ quan, đơn vị, từng cá nhân và giải pháp khắc phục.\n"
                        "b) Công bố danh mục.\n"));
  CHECK(outline(plan) == "1.a: Sở Nội vụ\n1.a/2: Sở Nội vụ @ 2022-07-14\n1.b: Sở Nội vụ\n");
}

TEST_CASE("paragraphs without a mark that give work are numbered P1, P2") {
  const Plan plan = plan_of(
      "ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH QUẢNG AN            Độc lập - Tự do - Hạnh "
      "phúc\n\n"
      "Số: 345/UBND-NC          Quảng An, ngày 12 tháng 5 năm 2022\nV/v rà soát quy trình nội bộ\n\n"
      "Kính gửi: Các sở, ban, ngành tỉnh.\n\n"
      "Thực hiện chỉ đạo của Thủ tướng Chính phủ về tiếp tục đẩy mạnh cải cách thủ tục hành chính, nâng cao chất lượng "
      "phục vụ người dân và doanh nghiệp trên địa bàn tỉnh, Chủ tịch UBND tỉnh có ý kiến như sau:\n"
      "Giao Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp rà soát quy trình nội bộ của các cơ quan, báo cáo UBND tỉnh "
      "trước ngày 30/6/2022.\n"
      "Giao Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện Công văn này của các cơ quan, đơn vị, địa phương "
      "trong tỉnh./.\n");
  CHECK(outline(plan) == "P1: Sở Nội vụ <- Sở Tư pháp @ 2022-06-29\nP2: Văn phòng UBND tỉnh\n");
}

TEST_CASE("the articles of a decision that give work are tasks, its closing article is none") {
  const Plan plan = plan_of(
      "ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH QUẢNG AN            Độc lập - Tự do - Hạnh "
      "phúc\n\n"
      "Số: 345/QĐ-UBND          Quảng An, ngày 12 tháng 5 năm 2022\n\nQUYẾT ĐỊNH\nPhê duyệt Đề án rà soát quy trình "
      "nội bộ\n\n"
      "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;\nTheo đề nghị của Giám đốc Sở Nội "
      "vụ.\n\nQUYẾT ĐỊNH:\n\n"
      "Điều 1. Phê duyệt Đề án rà soát quy trình nội bộ của các cơ quan hành chính nhà nước trên địa bàn tỉnh.\n"
      "Điều 2. Tổ chức thực hiện\n"
      "1. Sở Nội vụ:\na) Chủ trì, phối hợp với Sở Tư pháp triển khai Đề án; hoàn thành trước ngày 30/6/2022.\nb) Báo "
      "cáo kết quả với UBND tỉnh trong quý III/2022.\n"
      "2. Sở Tài chính bố trí kinh phí thực hiện Đề án.\n"
      "Điều 3. Quyết định này có hiệu lực kể từ ngày ký.\n"
      "Điều 4. Chánh Văn phòng UBND tỉnh, Giám đốc các Sở: Nội vụ, Tài chính và Thủ trưởng các cơ quan có liên quan "
      "chịu trách nhiệm thi hành Quyết định này./.\n");
  CHECK(outline(plan) ==
        "2.1.a: Sở Nội vụ <- Sở Tư pháp @ 2022-06-29\n2.1.b: Sở Nội vụ @ 2022-09-30\n2.2: Sở Tài chính\n");
}

TEST_CASE("named parts behind a task tell who, with whom, and by when") {
  const Plan plan = plan_of(
      directive("1. Nâng cấp hệ thống thông tin giải quyết thủ tục hành chính.\n- Cơ quan chủ trì: Sở Thông tin và "
                "Truyền thông.\n- Cơ quan phối hợp: Các sở, ban, ngành.\n- Thời gian hoàn thành: Quý III/2022.\n"
                "2. Tập huấn cán bộ một cửa. Cơ quan chủ trì: Sở Nội vụ; thời gian hoàn thành: Tháng 6/2022.\n"));
  CHECK(outline(plan) ==
        "1: Sở Thông tin và Truyền thông <- các sở, ban, ngành @ 2022-09-30\n2: Sở Nội vụ @ 2022-06-30\n");
}

TEST_CASE("what is wrong with the document is found where it stands") {
  const Plan plan =
      plan_of(directive("1. Sở Nội vụ rà soát quy trình, hoàn thành trước ngày 01/5/2022.\n"
                        "2. Sở Tài chính báo cáo kết quả trước ngày 31/9/2022.\n"
                        "3. Sở Y tế thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2022.\n"
                        "4. Sở Tư pháp thực hiện Kế hoạch số 12/KH-UBND ngày 06/01/2022.\n"
                        "5. Sở Công Thương thực hiện Kế hoạch số 99/KH-UBND ngày 20/5/2022.\n"));
  CHECK(codes(plan) ==
        "deadline-before-issue@1 impossible-date@2 reference-date-conflict@4 reference-before-existence@5");
}

TEST_CASE("a blank date line is found, and the possible days are inferred") {
  const Plan plan =
      plan_of(directive("1. Sở Nội vụ thực hiện Kế hoạch số 12/KH-UBND ngày 05/3/2022, báo cáo trước ngày "
                        "30/6/2022.\n2. Sở Y tế báo cáo trước ngày 20/7/2022.\n",
                        "Quảng An, ngày      tháng     năm 2022"));
  CHECK(codes(plan) == "missing-date");
  CHECK_FALSE(plan.document.issued_on);
  CHECK(plan.document.issued_year == 2022);
  REQUIRE(plan.document.issued_not_before);
  CHECK(iso(*plan.document.issued_not_before) == "2022-03-05");
  REQUIRE(plan.document.issued_not_after);
  CHECK(iso(*plan.document.issued_not_after) == "2022-06-29");
}

TEST_CASE("a clause that asks for something and names nobody is found") {
  const std::string text =
      "KẾ HOẠCH\nRà soát quy trình nội bộ\n\nII. NHIỆM VỤ\n1. Rà soát toàn bộ quy trình nội bộ, quy trình điện tử "
      "trong giải quyết thủ tục hành chính, hoàn thành trước ngày 30/6/2022.\n";
  const Plan plan = plan_of(text);
  CHECK(outline(plan) == "II.1:  @ 2022-06-29\n");
  CHECK(codes(plan) == "missing-date no-owner@II.1");
}

TEST_CASE("references are gathered once each, the document's own number left out") {
  const Plan plan =
      plan_of(directive("1. Sở Nội vụ thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 và Chỉ thị số 09/CT-UBND.\n2. Sở "
                        "Y tế thực hiện Nghị quyết số 76/NQ-CP.\n"));
  REQUIRE(plan.references.size() == 1);
  CHECK(plan.references[0].number == "76/NQ-CP");
  REQUIRE(plan.tasks.size() == 2);
  REQUIRE(plan.tasks[1].references.size() == 1);
  CHECK(plan.tasks[1].references[0].date == plan.references[0].date);
}

TEST_CASE("a text that is no directive has no tasks") {
  for (const char* text : {"x", "Xin chào các bạn.", "Hôm nay trời đẹp, chúng tôi đi chơi xa.", "1", "."}) {
    CAPTURE(text);
    CHECK(plan_of(text).tasks.empty());
  }
}

}  // namespace haidang::directives
