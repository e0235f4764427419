// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "documents/tokens.hpp"

namespace haidang::directives {

/// The words of packs/lexicon/duty_words.tsv.
struct DutyWords {
  documents::PhraseBook verbs, manners, openings, states, assigns, tasks, no_tasks, leads_in, lead, lead_column,
      coordinate, time, product, content;
  DutyWords();
  static const DutyWords& lexicon();
};

enum class SectionKind { Unknown, Tasks, NoTasks };

/// What a section with this heading holds ("II. MỤC TIÊU" no duties, "III. NHIỆM VỤ" duties).
SectionKind section_kind(std::string_view heading);

/// Does a duty begin at token i ("Chủ trì …", "Thường xuyên kiểm tra …", "Không để …")?
bool begins_duty(const documents::TokenText&, std::size_t i);
/// Does a statement begin at token i ("đã hoàn thành …", "chưa trình …")?
bool begins_statement(const documents::TokenText&, std::size_t i);

/// The closing formulas of a document, no duties of their own: "Yêu cầu các đơn vị nghiêm túc thực hiện./.",
/// "… có hiệu lực kể từ ngày ký", "… chịu trách nhiệm thi hành Quyết định này".
bool is_closing(const documents::TokenText&);

}  // namespace haidang::directives
