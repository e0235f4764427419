// SPDX-License-Identifier: Apache-2.0
#include "documents/structure.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "base/vietnamese.hpp"
#include "listed.hpp"

namespace haidang::documents {
namespace {

/// A document with its parts; the parts point into the source, so both stay together.
struct Understood {
  SourceDocument source;
  Structure structure;
};

/// Every line a paragraph, as in a word-processor file.
SourceDocument paragraphs_of(std::string_view text) {
  SourceDocument source{.format = Format::Docx};
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const std::size_t begin = count_code_points(source.text);
    if (!line.empty())
      source.blocks.emplace_back(Line{.text = std::string(line),
                                      .place = {.begin = begin, .end = begin + count_code_points(line)},
                                      .whole_paragraph = true});
    if (!line.empty()) source.text += std::string(line) + "\n";
  }
  return source;
}

Understood understood(std::string_view text) {
  Understood made{paragraphs_of(text), {}};
  const auto names_an_office = [](std::string_view line) {
    return line.starts_with("Sở ") && line.size() < 60 && line.find(',') == std::string_view::npos &&
           !line.ends_with('.');
  };
  made.structure = understand(made.source, names_an_office);
  return made;
}

void add_labels(const Clause& clause, std::string& labels) {
  for (const Clause& child : clause.children) {
    labels += (labels.empty() ? "" : " ") + (child.label.empty() ? "?" : child.label);
    add_labels(child, labels);
  }
}
std::string labels_of(const Clause& root) {
  std::string labels;
  add_labels(root, labels);
  return labels;
}

struct TreeCase {
  std::string_view what, text, labels;
};

}  // namespace

TEST_CASE("clauses are labelled by the marks of their levels") {
  static constexpr auto kCases = std::to_array<TreeCase>({
      {"numbers and points", "1. Một\na) Nhỏ\nb) Nhỏ\nđ) Nhỏ\n2. Hai\na) Nhỏ\n", "1 1.a 1.b 1.đ 2 2.a"},
      {"Roman sections whose numbers start again", "I. MỘT\n1. Nhỏ\n2. Nhỏ\na) Nhỏ\nb) Nhỏ\nII. HAI\n1. Nhỏ\n",
       "I I.1 I.2 I.2.a I.2.b II II.1"},
      {"Roman sections across which the numbers run on", "I. MỘT\n1. Nhỏ\n2. Nhỏ\nII. HAI\n3. Nhỏ\n4. Nhỏ\na) Nhỏ\n",
       "I 1 2 II 3 4 4.a"},
      {"dashes counted under their parent", "5. Năm\ne) Nhỏ\n- Một\n- Hai\ng) Nhỏ\n- Một\n",
       "5 5.e 5.e.1 5.e.2 5.g 5.g.1"},
      {"pluses below dashes", "1. Một\n- Gạch\n+ Cộng\n+ Cộng\n- Gạch\n", "1 1.1 1.1.1 1.1.2 1.2"},
      {"dashes below pluses where these come first", "1. Một\n+ Cộng\n- Gạch\n+ Cộng\n", "1 1.1 1.1.1 1.2"},
      {"articles, clauses and points",
       "Điều 1. Phê duyệt\n1. Nhỏ\na) Nhỏ\nb) Nhỏ\n2. Nhỏ\nĐiều 2. Giao\n1. Nhỏ\na) Nhỏ\n",
       "1 1.1 1.1.a 1.1.b 1.2 2 2.1 2.1.a"},
      {"numbers of two and three levels", "1. Một\n1.1. Nhỏ\n1.2. Nhỏ\n1.2.1. Bé\n2. Hai\n2.1. Nhỏ\n",
       "1 1.1 1.2 1.2.1 2 2.1"},
      {"parts with Roman sections", "Phần I. ĐÁNH GIÁ\nI. MỘT\n1. Nhỏ\nPhần II. NHIỆM VỤ\nI. MỘT\n1. Nhỏ\n",
       "I I.I I.I.1 II II.I II.I.1"},
      {"bracketed numbers below points", "1. Một\na) Nhỏ\n(1) Nhỏ\n(2) Nhỏ\nb) Nhỏ\n", "1 1.a 1.a.1 1.a.2 1.b"},
      {"capital letters above Roman numerals", "A. TÌNH HÌNH\nI. MỘT\n1. Nhỏ\nB. NHIỆM VỤ\nI. MỘT\n1. Nhỏ\n",
       "A A.I A.I.1 B B.I B.I.1"},
      {"an office's name without a mark heads what follows",
       "Sở Nội vụ\n- Gạch một\n- Gạch hai\nSở Tài chính\n- Gạch một\n", "? 1 2 ? 1"},
      {"an office's name below a number", "1. Phân công\nSở Nội vụ\n- Gạch một\nSở Tài chính\n- Gạch một\n",
       "1 ? 1.1 ? 1.1"},
  });
  for (const TreeCase& c : kCases) {
    CAPTURE(c.what);
    CHECK(labels_of(understood("KẾ HOẠCH\nRà soát quy trình\nThực hiện chỉ đạo của cấp trên:\n" + std::string(c.text))
                        .structure.root) == c.labels);
  }
}

TEST_CASE("the heading of a clause is its first paragraph without the mark") {
  const auto document = understood("1. Sở Nội vụ:\na) Rà soát quy trình.\nThêm một đoạn không có dấu.\n");
  const Clause& first = document.structure.root.children.at(0);
  CHECK(first.heading() == "Sở Nội vụ:");
  REQUIRE(first.children.size() == 1);
  CHECK(first.children[0].heading() == "Rà soát quy trình.");
  REQUIRE(first.children[0].paragraphs.size() == 2);
  CHECK(first.children[0].paragraphs[1].text == "Thêm một đoạn không có dấu.");
}

TEST_CASE("paragraphs before the first clause are the preamble") {
  const auto document = understood(
      "Thời gian qua, công tác cải cách hành chính có chuyển biến.\nỦy ban nhân dân tỉnh yêu cầu:\n1. Sở Nội vụ rà "
      "soát.\n");
  CHECK(document.structure.preamble.size() == 2);
  CHECK(labels_of(document.structure.root) == "1");
}

TEST_CASE("addressees stand behind Kính gửi, one or many") {
  const std::string head = "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG AN\nSố: 12/UBND-NC\nV/v rà soát quy trình\n\n";
  CHECK(listed(understood(head + "Kính gửi: Sở Nội vụ.\n\nNội dung.\n").structure.addressees) == "Sở Nội vụ");
  CHECK(listed(understood(head + "Kính gửi:\n- Các sở, ban, ngành tỉnh;\n- UBND các huyện, thành phố.\n\nNội dung.\n")
                   .structure.addressees) == "Các sở, ban, ngành tỉnh | UBND các huyện, thành phố");
}

TEST_CASE("recipients and signature end the text and are no clauses") {
  const auto document = understood(
      "1. Sở Nội vụ rà soát./.\n\nNơi nhận:\n- Như trên;\n- Các sở, ban, ngành;\n- Lưu: VT, NC.\n\nTM. ỦY BAN NHÂN "
      "DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Minh Hà\n");
  CHECK(labels_of(document.structure.root) == "1");
  CHECK(listed(document.structure.recipients) == "Như trên | Các sở, ban, ngành | Lưu: VT, NC");
  CHECK(document.structure.head.signer == "Lê Minh Hà");
  CHECK(listed(document.structure.head.signature_lines) == "TM. ỦY BAN NHÂN DÂN | KT. CHỦ TỊCH | PHÓ CHỦ TỊCH");
}

TEST_CASE("the signer is found behind the note that the document is signed") {
  for (const char* line : {"(Đã ký) Lê Minh Hà", "Đã ký: Lê Minh Hà", "Đồng chí Lê Minh Hà"}) {
    CAPTURE(line);
    CHECK(understood(std::string("1. Sở Nội vụ rà soát./.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n") + line + "\n")
              .structure.head.signer == "Lê Minh Hà");
  }
}

TEST_CASE("an annex has its number and its own clauses") {
  const auto document = understood(
      "1. Sở Nội vụ rà soát./.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Minh Hà\n\nPHỤ LỤC II\nPHÂN CÔNG NHIỆM VỤ\n\nI. "
      "MỘT\n1. Rà soát\n2. Báo cáo\nII. HAI\n1. Kiểm tra\n");
  REQUIRE(document.structure.annexes.size() == 1);
  const Annex& annex = document.structure.annexes[0];
  CHECK(annex.number == 2);
  CHECK(labels_of(annex.root) == "PL2.I PL2.I.1 PL2.I.2 PL2.II PL2.II.1");
}

TEST_CASE("an annex mentioned in a sentence begins none") {
  const auto document =
      understood("1. Sở Nội vụ rà soát theo Phụ lục I kèm theo.\n2. Phụ lục kèm theo được cập nhật hằng năm.\n");
  CHECK(document.structure.annexes.empty());
  CHECK(labels_of(document.structure.root) == "1 2");
}

TEST_CASE("a text that is no document has no clauses and makes no trouble") {
  for (const char* text :
       {"x", "Xin chào.", "1.", "a)", "-", "Kính gửi:", "Nơi nhận:", "PHỤ LỤC", "TM. ỦY BAN NHÂN DÂN"}) {
    CAPTURE(text);
    const auto document = understood(text);
    CHECK(document.structure.recipients.empty());
  }
}

}  // namespace haidang::documents
