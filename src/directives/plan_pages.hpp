// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <string>
#include <vector>

#include "directives/plan.hpp"
#include "directives/plan_print.hpp"

/// What a printed plan says, in Vietnamese, before it becomes a Word document or a PDF.
namespace haidang::directives {

inline constexpr std::size_t kPrintColumns = 6;

struct PrintColumn {
  const char* heading;
  int width;  ///< of the whole, in thousandths
};
inline constexpr std::array<PrintColumn, kPrintColumns> kPrintHead{{{"STT", 45},
                                                                    {"Điểm", 70},
                                                                    {"Nhiệm vụ", 395},
                                                                    {"Cơ quan phối hợp", 170},
                                                                    {"Thời hạn", 160},
                                                                    {"Chỉ tiêu, sản phẩm", 160}}};

struct PrintGroup {
  std::string agency;
  std::vector<std::array<std::string, kPrintColumns>> rows;
};

struct PrintedPlan {
  std::string title, subtitle, subject, totals;
  std::vector<PrintGroup> groups;
};

PrintedPlan printed(const Plan&, PlanStatus);

inline constexpr const char* kDraftMark = "DỰ THẢO";

}  // namespace haidang::directives
