// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string>
#include <vector>

#include "base/rejection.hpp"
#include "directives/plan.hpp"

namespace haidang::directives {

/// The same sentence in both languages: a page holds both, a table or a sheet shows one or both.
struct Words {
  std::string vietnamese, english;
  const std::string& in(Language language) const { return language == Language::Vietnamese ? vietnamese : english; }
};

/// "thứ Sáu 8/7/2022, 17:00", "hằng tháng, ngày 20", "10 ngày làm việc kể từ ngày ban hành".
Words words_of(const Deadline&);
/// "ít nhất 95 %", "giảm 20 %".
Words words_of(const Target&);
/// "Hạn nằm trước ngày ban hành".
Words words_of(FindingCode);
/// What a person should know about how the document was read ("ocr", "encoding:TCVN3"); an unknown key is its own
/// words.
Words words_of_remark(const std::string& key);
/// The date of issue, or what is known of it.
Words issue_date_words(const Header&);

/// A proposal that a person should compare with the text before anything else.
bool needs_review(const Task&);

/// How many of them; each counted once.
std::size_t count_lead_agencies(const Plan&);
std::size_t count_with_deadline(const Plan&);
std::size_t count_to_review(const Plan&);

std::string join(std::span<const std::string> names, std::string_view between);
std::string join_numbers(std::span<const Reference>, std::string_view between);

/// First letter upper case: "chỉ thị" → "Chỉ thị".
std::string capitalised(std::string_view);

}  // namespace haidang::directives
