// SPDX-License-Identifier: Apache-2.0
#include "phrase_table.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <fstream>

namespace haidang::directives {

std::vector<std::vector<std::string>> read_phrase_table(const std::string& path, std::size_t least,
                                                        std::size_t columns) {
  std::ifstream file(path);
  REQUIRE_MESSAGE(file, path);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> cells(1);
    for (const char c : line) {
      if (c == '\t')
        cells.emplace_back();
      else
        cells.back() += c;
    }
    REQUIRE_MESSAGE((cells.size() >= least && cells.size() <= columns), line);
    cells.resize(columns);
    rows.push_back(std::move(cells));
  }
  return rows;
}

std::optional<LocalDate> parse_paper_date(const std::string& text) {
  unsigned day = 0, month = 0;
  int year = 0;
  if (std::sscanf(text.c_str(), "%u/%u/%d", &day, &month, &year) != 3) return std::nullopt;
  const LocalDate date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  return date.ok() ? std::optional(date) : std::nullopt;
}

}  // namespace haidang::directives
