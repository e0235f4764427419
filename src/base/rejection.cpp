// SPDX-License-Identifier: Apache-2.0
#include "base/rejection.hpp"

#include "base/ensure.hpp"
#include "rejection_table.hpp"

namespace haidang {
namespace {

std::string fill(std::string_view pattern, const Rejection& rejection) {
  std::string text(pattern);
  for (const auto& [name, value] : rejection.parameters) {
    const std::string hole = "{" + name + "}";
    for (auto at = text.find(hole); at != std::string::npos; at = text.find(hole, at + value.size()))
      text.replace(at, hole.size(), value);
  }
  return text;
}

}  // namespace

const RejectionEntry& catalogue_entry(Code code) {
  for (const auto& entry : rejection_table())
    if (entry.code == code) return entry;
  throw Bug("a rejection code that is not in the catalogue: " + std::to_string(static_cast<int>(code)));
}

std::string message(const Rejection& rejection, Language language) {
  const auto& entry = catalogue_entry(rejection.code);
  return fill(language == Language::Vietnamese ? entry.vietnamese : entry.english, rejection);
}

std::string advice(const Rejection& rejection, Language language) {
  const auto& entry = catalogue_entry(rejection.code);
  return fill(language == Language::Vietnamese ? entry.vietnamese_advice : entry.english_advice, rejection);
}

}  // namespace haidang
