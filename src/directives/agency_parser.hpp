// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "agencies.hpp"
#include "documents/tokens.hpp"

namespace haidang::directives {

/// One pass over a text. Each `read_…` takes a token index and returns what stands there, or an empty mention; each
/// `skip_…` and `end_of_…` returns the token behind it, or the index itself when nothing of the kind stands there.
class AgencyParser {
 public:
  AgencyParser(const Agencies& lexicon, const documents::TokenText& text);

  AgencyMention one(std::size_t i) const;
  AgencyMention list(std::size_t i) const;

 private:
  std::string_view key(std::size_t i) const { return text_.key(i); }
  bool capital(std::size_t i) const {
    return i < text_.size() && text_[i].kind == documents::Token::Kind::Word && text_[i].capital;
  }
  const std::string& written_out(const documents::PhraseBook::Match& match) const {
    return lex_.written_out_[static_cast<std::size_t>(match.value)];
  }
  AgencyMention mention(std::string name, std::size_t first, std::size_t last) const;

  // Groups: "các sở, ban, ngành tỉnh", "các Sở: A, B", "các cơ quan, đơn vị liên quan".
  AgencyMention read_group(std::size_t i) const;
  /// "sở, ngành liên quan", "cơ quan, đơn vị liên quan": a group without its "các".
  bool is_bare_group(std::size_t i) const;
  /// "các Sở: Tài chính, Xây dựng", "các Sở Tài chính, Xây dựng", "các Bộ: Công an, Quốc phòng".
  AgencyMention written_out_list(std::size_t at) const;
  /// "các phòng chuyên môn thuộc Sở: Nghiệp vụ Y, Kế hoạch - Tài chính; Thanh tra Sở"
  AgencyMention named_rooms(std::size_t noun, std::size_t at) const;
  std::size_t end_of_group(std::size_t at) const;
  /// "trên địa bàn tỉnh" says where, not who.
  std::size_t skip_location(std::size_t i) const;

  // Committees: "UBND tỉnh", "Ủy ban nhân dân các huyện, thị xã", "HĐND và UBND quận", "UBND huyện Tiền Hải", and
  // their offices: "Văn phòng HĐND và UBND quận", "VP UBND TP".
  std::size_t committee_word(std::size_t i, std::string& name) const;
  AgencyMention read_committee(std::size_t i) const;
  AgencyMention territories(const std::string& name, std::size_t first, std::size_t at) const;
  /// "các huyện, thị xã, thành phố", "các huyện: A, B và C", "các xã A, B", "các cấp".
  AgencyMention territory_group(const std::string& name, std::size_t first, std::size_t at) const;
  AgencyMention named_territories(const std::string& prefix, std::size_t at) const;
  AgencyMention read_office(std::size_t i) const;

  // Departments (Sở, Phòng, Bộ with a field), whole names of the lexicon with a level or a place behind, and party
  // bodies inside an agency: "Đảng ủy Công an tỉnh", "Ban cán sự đảng UBND tỉnh", "Đảng ủy các xã, phường".
  AgencyMention read_over(std::size_t i) const;
  std::string head_of(std::size_t i) const;
  AgencyMention read_department(std::size_t i) const;
  AgencyMention read_body(std::size_t i) const;
  /// "chủ đầu tư các khu chung cư" goes on with its group, "Thanh tra Sở" with the Sở it serves.
  std::size_t body_qualifier(std::size_t i, std::size_t at) const;

  // Names that the lexicon does not know: a head and capitalised words; and how far a name goes.
  AgencyMention read_open(std::size_t i) const;
  AgencyMention read_capitalised(std::size_t first, std::size_t at, const std::string& head) const;
  /// "… Khu kinh tế cửa khẩu Đồng Đăng", "… Văn hóa nghệ thuật tỉnh": small words that lead to a place or a level.
  std::size_t end_of_inner_name(std::size_t at) const;
  /// "Đồng Đăng - Lạng Sơn"
  std::size_t end_of_place(std::size_t i) const;
  /// "Công chức viên chức", "trung học phổ thông": lower-case syllables of a name, as far as no new phrase begins.
  std::size_t end_of_lower_run(std::size_t i) const;
  bool ends_name(std::size_t i) const;
  /// "… số 2", "Bảo Lâm 1"
  std::size_t end_of_number(std::size_t i) const;
  bool is_joint(std::size_t i) const;
  bool starts_agency(std::size_t i) const;
  /// Capitalised words of a place: "Tiền Hải", "Hải Phòng", "số 1".
  std::size_t end_of_proper(std::size_t i) const;
  /// "tỉnh", "thành phố Hải Phòng", "quận", "các xã, phường", "khu vực III", or a place alone ("Quảng Ninh").
  std::size_t end_of_qualifier(std::size_t i) const;

  // Titles before a name, and what joins the names of a list.
  /// "Giám đốc Sở X" → at "Sở"; "Trưởng phòng Nội vụ" → at "phòng". Only when an agency follows.
  std::size_t skip_titles(std::size_t i) const;
  std::size_t skip_separators(std::size_t i) const;
  std::size_t skip_bracket(std::size_t i) const;
  /// "Sở Tài chính, Xây dựng": the head serves the next name too; "UBND huyện A, huyện B" likewise.
  AgencyMention carried_over(const std::string& previous, std::size_t i) const;

  const Agencies& lex_;
  const documents::TokenText& text_;
  bool all_capitals_ = false;  ///< a heading in capitals: capitals tell nothing about names
};

}  // namespace haidang::directives
