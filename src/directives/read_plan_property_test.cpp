// SPDX-License-Identifier: Apache-2.0
// What must hold for every document, whatever it says.
#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <random>

#include "base/vietnamese.hpp"
#include "directives/plan_json.hpp"
#include "directives/read_plan.hpp"

namespace haidang::directives {
namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t bound) {
  return random() % bound;
}

/// Pieces of which directives are made, and pieces that do not belong there.
constexpr std::array kPieces{"1. ",
                             "2. ",
                             "12. ",
                             "a) ",
                             "đ) ",
                             "- ",
                             "+ ",
                             "I. ",
                             "II. ",
                             "IV. ",
                             "Điều 3. ",
                             "Phần II. ",
                             "1.2. ",
                             "(1) ",
                             "A. ",
                             "Phụ lục I",
                             "PHỤ LỤC",
                             "Sở Nội vụ",
                             "Sở TT&TT",
                             "các Sở: Tài chính, Xây dựng",
                             "UBND các huyện, thành phố",
                             "các sở, ban, ngành",
                             "Giám đốc Sở Y tế",
                             "Công an tỉnh",
                             "chủ trì, phối hợp với ",
                             "phối hợp",
                             "rà soát quy trình nội bộ",
                             "báo cáo kết quả",
                             "Không để xảy ra tình trạng",
                             "trước ngày 30/6/2022",
                             "trước 17h00 ngày 31/9/2022",
                             "trong quý III/2022",
                             "hằng tháng, trước ngày 20",
                             "ngay sau khi có hướng dẫn",
                             "kể từ ngày ký",
                             "10 ngày làm việc",
                             "thường xuyên",
                             "đạt tối thiểu 95%",
                             "không quá 02 lần",
                             "giảm 20%",
                             "Quyết định số 12/QĐ-UBND ngày 05/01/2022",
                             "số 05-NQ/TU",
                             "Kính gửi: ",
                             "Nơi nhận:",
                             "TM. ỦY BAN NHÂN DÂN",
                             "KT. CHỦ TỊCH",
                             "Lê Minh Hà",
                             "./.",
                             "CHỈ THỊ",
                             "QUYẾT ĐỊNH",
                             "MỤC TIÊU",
                             "NHIỆM VỤ",
                             "Số:   /KH-UBND",
                             "Quảng An, ngày   tháng   năm 2022",
                             "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                             "Độc lập - Tự do - Hạnh phúc",
                             "Cơ quan chủ trì: ",
                             "Thời gian: ",
                             ":",
                             ";",
                             ".",
                             ",",
                             "(",
                             ")",
                             "/",
                             "%",
                             "…",
                             "“",
                             "99999999999999",
                             "\n",
                             "\n",
                             "\n",
                             "\n\n",
                             "\t",
                             "     ",
                             "\xEF\xBF\xBD",
                             "日本語",
                             "🙂",
                             "́",
                             "|",
                             "STT | Nội dung | Cơ quan chủ trì | Thời gian"};

std::string clause_soup(Random& random) {
  std::string text;
  const std::size_t pieces = 1 + below(random, 120);
  for (std::size_t i = 0; i < pieces; ++i) {
    text += kPieces[below(random, kPieces.size())];
    if (below(random, 3)) text += ' ';
  }
  return text;
}

Plan plan_of(std::string_view bytes) {
  const auto source = documents::read_text(bytes);
  REQUIRE(source);
  return read_plan(*source);
}

/// The plan without what may differ between two spellings of one document: places and the words as printed.
std::string essence(const Plan& plan) {
  std::string all = plan.document.number + "|" + to_lower(plan.document.issuer) + "|" + plan.document.kind + "|" +
                    fold(plan.document.signer) + "\n";
  for (const Task& task : plan.tasks) {
    all += task.clause + ":";
    for (const auto& name : task.assignees) all += " " + fold(name);
    all += " <-";
    for (const auto& name : task.coordinators) all += " " + fold(name);
    if (task.deadline) all += " @ " + (task.deadline->date ? iso(*task.deadline->date) : fold(task.deadline->phrase));
    for (const Target& target : task.targets)
      all += " # " + target.value.text() + " " + std::to_string(static_cast<int>(target.comparison));
    for (const Reference& reference : task.references) all += " ^ " + reference.number;
    all += " " + std::to_string(count_code_points(task.text)) + "\n";
  }
  for (const Finding& finding : plan.findings) all += std::string(code_of(finding.code)) + "@" + finding.clause + " ";
  return all;
}

std::string file_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file, path);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string utf16(std::string_view text) {
  std::string bytes = "\xFF\xFE";
  for (char32_t c : decode_utf8(text)) {
    const auto unit = [&](unsigned value) {
      bytes += {static_cast<char>(value & 0xFF), static_cast<char>(value >> 8)};
    };
    if (c < 0x10000) {
      unit(static_cast<unsigned>(c));
    } else {
      unit(0xD800 + static_cast<unsigned>((c - 0x10000) >> 10));
      unit(0xDC00 + static_cast<unsigned>((c - 0x10000) & 0x3FF));
    }
  }
  return bytes;
}

/// Every Vietnamese letter taken apart into its base and its marks.
std::string decomposed(std::string_view text) {
  static const std::map<std::u32string, std::u32string> kParts = [] {
    std::map<std::u32string, std::u32string> parts;
    const auto add = [&](std::u32string base, char32_t mark) {
      const std::u32string apart = base + mark, whole = decode_utf8(to_nfc(encode_utf8(apart)));
      if (whole.size() == 1) parts[whole] = apart;
    };
    for (const char32_t base : U"aăâeêioôơuưyAĂÂEÊIOÔƠUƯY")
      for (const char32_t mark : {0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323})
        add({base}, static_cast<char32_t>(mark));
    return parts;
  }();
  std::u32string apart;
  const std::function<void(char32_t)> take = [&](char32_t c) {
    const auto found = kParts.find({c});
    if (found == kParts.end()) {
      apart += c;
      return;
    }
    take(found->second[0]);
    apart += found->second[1];
  };
  for (const char32_t c : decode_utf8(text)) take(c);
  return encode_utf8(apart);
}

constexpr std::array kDocuments{"tests/directives/d01_chithi_quangninh_2023.txt",
                                "tests/directives/t01_chithi_thutuong_2018.txt",
                                "tests/directives/t06_kehoach_phuong_2025.txt"};

}  // namespace

TEST_CASE("reading is total: any soup of clauses gives a plan whose tasks have words and a place") {
  Random random(20221105);
  for (int round = 0; round < 400; ++round) {
    const std::string soup = clause_soup(random);
    CAPTURE(soup);
    const auto source = documents::read_text(soup);
    if (!source) continue;
    const Plan plan = read_plan(*source);
    const auto points = decode_utf8(source->text);
    for (const Task& task : plan.tasks) {
      CHECK_FALSE(task.text.empty());
      CHECK(task.place.begin < task.place.end);
      CHECK(task.place.end <= points.size());
      CHECK(task.confidence.least() >= 0);
      CHECK(task.confidence.task <= 1);
      if (task.deadline && task.deadline->date) CHECK(task.deadline->date->ok());
    }
    CHECK_FALSE(plan_json(plan, *source).empty());
  }
}

TEST_CASE("the place of a task is where its words stand in the source") {
  for (const char* path : kDocuments) {
    CAPTURE(path);
    const auto source = documents::read_text(file_text(path));
    REQUIRE(source);
    const auto points = decode_utf8(source->text);
    for (const Task& task : read_plan(*source).tasks) {
      CAPTURE(task.clause);
      REQUIRE(task.place.end <= points.size());
      const std::string words = encode_utf8(points.substr(task.place.begin, task.place.end - task.place.begin));
      CHECK(collapse_spaces(words) == collapse_spaces(task.text));
    }
  }
}

TEST_CASE("the plan does not depend on how the letters are stored") {
  for (const char* path : kDocuments) {
    CAPTURE(path);
    const std::string text = to_nfc(file_text(path));
    const std::string expected = essence(plan_of(text));
    CHECK(decomposed(text).size() > text.size());
    CHECK(to_nfc(decomposed(text)) == text);
    CHECK(essence(plan_of(decomposed(text))) == expected);
    CHECK(essence(plan_of(utf16(text))) == expected);
    CHECK(essence(plan_of("\xEF\xBB\xBF" + text)) == expected);
  }
}

TEST_CASE("the plan does not depend on where the tone marks are put or how lines end") {
  for (const char* path : kDocuments) {
    CAPTURE(path);
    const std::string text = to_nfc(file_text(path));
    const std::string expected = essence(plan_of(text));
    CHECK(essence(plan_of(with_tone_placement(text, TonePlacement::LastVowel))) == expected);
    CHECK(essence(plan_of(with_tone_placement(text, TonePlacement::FirstVowel))) == expected);
    std::string windows;
    for (const char c : text) windows += c == '\n' ? "\r\n" : std::string(1, c);
    CHECK(essence(plan_of(windows)) == expected);
  }
}

TEST_CASE("one more recipient changes no task") {
  for (const char* path : kDocuments) {
    CAPTURE(path);
    std::string text = file_text(path);
    const Plan before = plan_of(text);
    const auto at = text.find("Nơi nhận:");
    REQUIRE(at != std::string::npos);
    const auto end = text.find('\n', at) + 1;
    text.insert(end, "- Sở Giao thông vận tải (phối hợp), trước ngày 30/6;\n");
    const Plan after = plan_of(text);
    CHECK(after.recipients.size() == before.recipients.size() + 1);
    REQUIRE(after.tasks.size() == before.tasks.size());
    for (std::size_t i = 0; i < before.tasks.size(); ++i) CHECK(after.tasks[i].text == before.tasks[i].text);
    CHECK(after.findings.size() == before.findings.size());
  }
}

TEST_CASE("dashes in the place of points change the labels and nothing else") {
  const std::string head = "CHỈ THỊ\nVề việc rà soát quy trình\n\nChủ tịch UBND tỉnh yêu cầu các sở, ban, ngành:\n";
  const std::array clauses{
      "Chủ trì, phối hợp với Sở Tài chính rà soát toàn bộ quy trình nội bộ, hoàn thành trước ngày 30/6/2022.",
      "Báo cáo kết quả với UBND tỉnh trước ngày 25 hằng tháng.", "Bảo đảm 100% hồ sơ được giải quyết đúng hạn."};
  std::string lettered = head + "1. Sở Nội vụ:\n", dashed = lettered;
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    lettered += std::string(1, static_cast<char>('a' + i)) + ") " + clauses[i] + "\n";
    dashed += std::string("- ") + clauses[i] + "\n";
  }
  const Plan by_letters = plan_of(lettered), by_dashes = plan_of(dashed);
  REQUIRE(by_letters.tasks.size() == clauses.size());
  REQUIRE(by_dashes.tasks.size() == clauses.size());
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    const Task &left = by_letters.tasks[i], &right = by_dashes.tasks[i];
    CHECK(left.clause == "1." + std::string(1, static_cast<char>('a' + i)));
    CHECK(right.clause == "1." + std::to_string(i + 1));
    CHECK(left.text == right.text);
    CHECK(left.assignees == right.assignees);
    CHECK(left.coordinators == right.coordinators);
    CHECK(left.deadline.has_value() == right.deadline.has_value());
    CHECK(left.targets.size() == right.targets.size());
  }
}

}  // namespace haidang::directives
