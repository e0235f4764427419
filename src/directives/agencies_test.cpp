// SPDX-License-Identifier: Apache-2.0
#include "agencies.hpp"

#include <doctest/doctest.h>

#include <array>

namespace haidang::directives {
namespace {

using documents::TokenText;

struct NamesCase {
  std::string_view text, names;  ///< names separated by a bar
};

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : " | ") + name;
  return all;
}

/// The agencies named at the start of the text, and the words behind them.
std::pair<std::string, std::string> named_at_start(std::string_view words) {
  const TokenText text(words);
  const AgencyMention found = Agencies::lexicon().list(text, 0);
  return {joined(found.names), std::string(text.words(found.last, text.size()))};
}

}  // namespace

TEST_CASE("an agency at the start of a sentence is named in full") {
  static constexpr auto kCases = std::to_array<NamesCase>({
      {"Sở Nội vụ chủ trì", "Sở Nội vụ"},
      {"Giám đốc Sở Nội vụ chủ trì", "Sở Nội vụ"},
      {"Sở TT&TT chủ trì", "Sở Thông tin và Truyền thông"},
      {"Sở NN&PTNT chủ trì", "Sở Nông nghiệp và Phát triển nông thôn"},
      {"Sở Nông nghiệp và PTNT chủ trì", "Sở Nông nghiệp và Phát triển nông thôn"},
      {"Sở KH&ĐT chủ trì", "Sở Kế hoạch và Đầu tư"},
      {"STTTT chủ trì", "Sở Thông tin và Truyền thông"},
      {"Sở Lao động - Thương binh và Xã hội chủ trì", "Sở Lao động - Thương binh và Xã hội"},
      {"Sở Văn hóa, Thể thao và Du lịch chủ trì", "Sở Văn hóa, Thể thao và Du lịch"},
      {"Văn phòng UBND tỉnh theo dõi", "Văn phòng UBND tỉnh"},
      {"VP UBND TP theo dõi", "Văn phòng UBND thành phố"},
      {"Chánh Văn phòng UBND tỉnh theo dõi", "Văn phòng UBND tỉnh"},
      {"Chủ tịch UBND các huyện, thành phố chỉ đạo", "UBND các huyện, thành phố"},
      {"Ủy ban nhân dân các quận, huyện chỉ đạo", "UBND các quận, huyện"},
      {"Uỷ ban nhân dân thành phố chỉ đạo", "UBND thành phố"},
      {"UBND cấp xã rà soát", "UBND cấp xã"},
      {"Công an tỉnh chủ trì", "Công an tỉnh"},
      {"Cục Thuế tỉnh chủ trì", "Cục Thuế tỉnh"},
      {"Bảo hiểm xã hội tỉnh chủ trì", "Bảo hiểm xã hội tỉnh"},
      {"Thanh tra tỉnh chủ trì", "Thanh tra tỉnh"},
      {"Phòng Nội vụ tham mưu", "Phòng Nội vụ"},
      {"Trưởng phòng Nội vụ tham mưu", "Phòng Nội vụ"},
      {"Bộ Tài chính hướng dẫn", "Bộ Tài chính"},
      {"Bộ trưởng Bộ Tài chính hướng dẫn", "Bộ Tài chính"},
  });
  for (const NamesCase& c : kCases) {
    CAPTURE(c.text);
    CHECK(named_at_start(c.text).first == c.names);
  }
}

TEST_CASE("groups stay groups") {
  for (const std::string_view group :
       {"các sở, ban, ngành", "các sở, ban, ngành tỉnh", "các cơ quan, đơn vị", "các đơn vị liên quan",
        "các sở, ngành, địa phương", "các xã, phường, thị trấn"}) {
    CAPTURE(group);
    CHECK(named_at_start(std::string(group) + " thực hiện").first == group);
  }
  CHECK(named_at_start("Thủ trưởng các sở, ban, ngành tỉnh thực hiện").first == "các sở, ban, ngành tỉnh");
  CHECK(named_at_start("Các sở, ban, ngành thực hiện").first == "các sở, ban, ngành");
}

TEST_CASE("lists are written out, the head of the first serves the others") {
  static constexpr auto kCases = std::to_array<NamesCase>({
      {"các Sở: Tài chính, Xây dựng, Tư pháp", "Sở Tài chính | Sở Xây dựng | Sở Tư pháp"},
      {"các Sở Tài chính, Xây dựng và Tư pháp", "Sở Tài chính | Sở Xây dựng | Sở Tư pháp"},
      {"Sở Tài chính, Xây dựng", "Sở Tài chính | Sở Xây dựng"},
      {"Sở Tài chính, Sở Xây dựng, Công an tỉnh", "Sở Tài chính | Sở Xây dựng | Công an tỉnh"},
      {"Sở Tài chính và Sở Xây dựng", "Sở Tài chính | Sở Xây dựng"},
      {"UBND các huyện: Bình An, Tân Hòa", "UBND huyện Bình An | UBND huyện Tân Hòa"},
      {"UBND huyện Bình An, huyện Tân Hòa", "UBND huyện Bình An | UBND huyện Tân Hòa"},
      {"các Bộ: Công an, Quốc phòng", "Bộ Công an | Bộ Quốc phòng"},
      {"Sở Tài chính, các sở, ban, ngành", "Sở Tài chính | các sở, ban, ngành"},
  });
  for (const NamesCase& c : kCases) {
    CAPTURE(c.text);
    CHECK(named_at_start(std::string(c.text) + " thực hiện").first == c.names);
  }
}

TEST_CASE("a sentence that begins with no agency names none") {
  for (const std::string_view text :
       {"Rà soát quy trình nội bộ", "Các nhiệm vụ sau", "Công khai thủ tục", "Bộ thủ tục hành chính",
        "Phòng chống thiên tai", "Sở hữu trí tuệ", "các thủ tục hành chính", ""}) {
    CAPTURE(text);
    CHECK(named_at_start(text).first == "");
  }
}

TEST_CASE("a heading that is nothing but agencies names them") {
  static constexpr auto kCases = std::to_array<NamesCase>({
      {"Sở Nội vụ", "Sở Nội vụ"},
      {"Sở Nội vụ:", "Sở Nội vụ"},
      {"Nhiệm vụ của các sở, ban, ngành", "các sở, ban, ngành"},
      {"Giao Sở Nội vụ:", "Sở Nội vụ"},
      {"Đối với UBND các huyện, thành phố", "UBND các huyện, thành phố"},
      {"SỞ NỘI VỤ", "Sở Nội vụ"},
      {"Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các huyện, thị xã, thành phố",
       "các sở, ban, ngành | UBND các huyện, thị xã, thành phố"},
      {"Sở Nội vụ có trách nhiệm:", "Sở Nội vụ"},
      {"Công an tỉnh, Bảo hiểm xã hội tỉnh, Cục Thuế tỉnh", "Công an tỉnh | Bảo hiểm xã hội tỉnh | Cục Thuế tỉnh"},
      {"Sở Nội vụ rà soát quy trình", ""},
      {"Nhiệm vụ trọng tâm", ""},
      {"TỔ CHỨC THỰC HIỆN", ""},
  });
  for (const NamesCase& c : kCases) {
    CAPTURE(c.text);
    CHECK(joined(Agencies::lexicon().all_of(c.text)) == c.names);
  }
}

TEST_CASE("a table cell may name agencies that no list knows") {
  CHECK(joined(Agencies::lexicon().all_of_cell("Sở Nội vụ; Ban Điều phối Xanh")) == "Sở Nội vụ | Ban Điều phối Xanh");
  CHECK(joined(Agencies::lexicon().all_of_cell("Các sở, ban, ngành")) == "các sở, ban, ngành");
  CHECK(joined(Agencies::lexicon().all_of_cell("")) == "");
}

TEST_CASE("an unknown office behind a known head is named as far as its name goes") {
  CHECK(named_at_start("Trung tâm Điều phối Xanh chủ trì").first == "Trung tâm Điều phối Xanh");
  CHECK(named_at_start("Sở Đại dương chủ trì").first == "Sở Đại dương");
}

TEST_CASE("names are tidied: committees abbreviated, cities written out") {
  CHECK(tidy_agency_name("Ủy ban nhân dân tỉnh Quảng An:") == "UBND tỉnh Quảng An");
  CHECK(tidy_agency_name("UBND TP. Quảng An") == "UBND thành phố Quảng An");
  CHECK(tidy_agency_name("- Sở Nội vụ;") == "Sở Nội vụ");
}

}  // namespace haidang::directives
