// SPDX-License-Identifier: Apache-2.0
#include "plan_pages.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "plan_words.hpp"

namespace haidang::directives {
namespace {

constexpr const char* kNobody = "Chưa rõ cơ quan chủ trì";

std::string deadline_text(const Task& task) {
  if (!task.deadline) return "không nêu";
  std::string text = words_of(*task.deadline).vietnamese;
  for (const Deadline& other : task.other_deadlines) text += "\nmốc khác: " + words_of(other).vietnamese;
  return text;
}

std::string results_text(const Task& task) {
  std::vector<std::string> words;
  for (const Target& target : task.targets) words.push_back(words_of(target).vietnamese);
  if (!task.product.empty()) words.push_back(task.product);
  return join(words, "\n");
}

PrintGroup& group_of(std::vector<PrintGroup>& groups, const std::string& agency) {
  const auto found =
      std::find_if(groups.begin(), groups.end(), [&](const PrintGroup& group) { return group.agency == agency; });
  return found != groups.end() ? *found : groups.emplace_back(PrintGroup{agency, {}});
}

void add_row(PrintGroup& group, const Task& task) {
  group.rows.push_back({std::to_string(group.rows.size() + 1), task.clause,
                        task.summary.empty() ? task.text : task.summary, join(task.coordinators, "\n"),
                        deadline_text(task), results_text(task)});
}

std::string subtitle_of(const Header& header) {
  std::string text = "(theo " + (header.kind.empty() ? std::string("văn bản") : capitalised(header.kind));
  if (!header.number.empty()) text += " số " + header.number;
  if (header.issued_on) text += " ngày " + on_paper(*header.issued_on);
  if (!header.issuer.empty()) text += " của " + header.issuer;
  return text + ")";
}

}  // namespace

PrintedPlan printed(const Plan& plan, PlanStatus status) {
  PrintedPlan pages{.title = status == PlanStatus::Draft ? "DỰ THẢO KẾ HOẠCH THỰC HIỆN" : "KẾ HOẠCH THỰC HIỆN",
                    .subtitle = subtitle_of(plan.document),
                    .subject = plan.document.subject,
                    .totals = {},
                    .groups = {}};
  for (const Task& task : plan.tasks) {
    for (const auto& agency : task.assignees) add_row(group_of(pages.groups, agency), task);
    if (task.assignees.empty()) add_row(group_of(pages.groups, kNobody), task);
  }
  const auto with_deadline = count_with_deadline(plan);
  pages.totals = fmt::format("{} nhiệm vụ, {} cơ quan chủ trì, {} nhiệm vụ có thời hạn.", plan.tasks.size(),
                             count_lead_agencies(plan), with_deadline);
  return pages;
}

}  // namespace haidang::directives
