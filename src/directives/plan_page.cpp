// SPDX-License-Identifier: Apache-2.0
#include "directives/plan_page.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "base/ensure.hpp"
#include "embedded/plan_page_template.hpp"
#include "plan_json_value.hpp"
#include "plan_page_view.hpp"
#include "plan_words.hpp"

namespace haidang::directives {
namespace {

std::string replaced(std::string_view text,
                     std::initializer_list<std::pair<std::string_view, std::string_view>> pairs) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto found =
        std::find_if(pairs.begin(), pairs.end(), [&](const auto& each) { return text.starts_with(each.first); });
    const std::size_t used = found == pairs.end() ? 1 : found->first.size();
    out += found == pairs.end() ? text.substr(0, 1) : found->second;
    text.remove_prefix(used);
  }
  return out;
}

/// JSON inside a script element: no character that could end it or start a comment. The two separators are line
/// ends in old JavaScript.
std::string inside_script(std::string_view json) {
  return replaced(json,
                  {{"<", "\\u003c"}, {">", "\\u003e"}, {"&", "\\u0026"}, {"\u2028", "\\u2028"}, {"\u2029", "\\u2029"}});
}

std::string inside_markup(std::string_view text) {
  return replaced(text, {{"<", "&lt;"}, {">", "&gt;"}, {"&", "&amp;"}, {"\"", "&quot;"}, {"'", "&#39;"}});
}

std::string title_of(const Plan& plan, std::string_view source_name) {
  const Header& header = plan.document;
  if (header.number.empty() && header.kind.empty()) return std::string(source_name);
  return capitalised(header.kind.empty() ? "văn bản" : header.kind) +
         (header.number.empty() ? "" : " " + header.number);
}

json::Object page_data(const Plan& plan, const documents::SourceDocument& source, std::string_view source_name,
                       Language language) {
  json::Array findings, remarks;
  for (const Finding& finding : plan.findings) findings.push_back(both(words_of(finding.code)));
  for (const std::string& remark : source.remarks) remarks.push_back(both(words_of_remark(remark)));
  return {{"plan", plan_value(plan, source)},
          {"view", json::Object{{"source_name", source_name},
                                {"language", language == Language::Vietnamese ? "vi" : "en"},
                                {"issued", both(issue_date_words(plan.document))},
                                {"remarks", std::move(remarks)},
                                {"findings", std::move(findings)},
                                {"tasks", task_views(plan)},
                                {"text", source.text},
                                {"blocks", text_blocks(source)}}}};
}

}  // namespace

std::string plan_page(const Plan& plan, const documents::SourceDocument& source, std::string_view source_name,
                      Language language) {
  static constexpr std::string_view kTitle = "{{title}}", kData = "{{data}}";
  const std::string_view page = embedded::plan_page_template();
  const std::size_t title = page.find(kTitle), data = page.rfind(kData);
  ensure(title != page.npos && data != page.npos && title < data, "the page has a place for its title and its data");
  std::string out(page.substr(0, title));
  out += inside_markup(title_of(plan, source_name)) + " · Hải Đăng";
  out += page.substr(title + kTitle.size(), data - title - kTitle.size());
  out += inside_script(json::compact(page_data(plan, source, source_name, language)));
  out += page.substr(data + kData.size());
  return out;
}

}  // namespace haidang::directives
