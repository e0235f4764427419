// SPDX-License-Identifier: Apache-2.0
#include "lexicon_file.hpp"

namespace haidang::directives {
namespace {

std::vector<std::string_view> split(std::string_view line) {
  std::vector<std::string_view> columns;
  while (true) {
    const auto tab = line.find('\t');
    columns.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return columns;
    line.remove_prefix(tab + 1);
  }
}

}  // namespace

void for_each_row(std::string_view tsv, const std::function<void(const std::vector<std::string_view>&)>& row) {
  while (!tsv.empty()) {
    const auto line = tsv.substr(0, tsv.find('\n'));
    tsv.remove_prefix(std::min(tsv.size(), line.size() + 1));
    if (!line.empty() && !line.starts_with('#')) row(split(line));
  }
}

}  // namespace haidang::directives
