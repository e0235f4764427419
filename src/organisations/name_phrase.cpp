// SPDX-License-Identifier: Apache-2.0
#include "name_phrase.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "embedded/organisation_abbreviations.hpp"
#include "organisations/history.hpp"
#include "pack_table.hpp"

namespace haidang::organisations {

Words split_words(std::string_view text) {
  Words words;
  for (const std::string_view word : listed(text, ' '))
    if (!word.empty()) words.emplace_back(word);
  return words;
}

namespace {

constexpr std::array<std::string_view, 10> kTerritorialLevels{"thị xã", "thành phố", "thị trấn", "đặc khu", "quận",
                                                              "huyện",  "phường",    "xã",       "tỉnh",    "khu phố"};
constexpr std::array<std::string_view, 5> kAgencyLevels{"phòng chuyên môn", "sở", "ban", "ngành", "phòng"};

struct Abbreviations {
  std::map<std::string, Words, std::less<>> written_out;
  std::size_t longest = 1;  ///< in words
};

const Abbreviations& abbreviations() {
  static const Abbreviations read = [] {
    Abbreviations made;
    for (const auto& row : rows_of_table(embedded::organisation_abbreviations(), 2)) {
      made.written_out.emplace(row[0], split_words(row[1]));
      made.longest = std::max(made.longest, split_words(row[0]).size());
    }
    return made;
  }();
  return read;
}

}  // namespace

std::string joined(const Words& words, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t i = first; i < std::min(last, words.size()); ++i) {
    if (!text.empty()) text += ' ';
    text += words[i];
  }
  return text;
}

Words words_of(std::string_view name) {
  const Words found = split_words(keys_of(name).spelling);
  const Abbreviations& known = abbreviations();
  Words written;
  for (std::size_t i = 0; i < found.size();) {
    std::size_t length = std::min(known.longest, found.size() - i);
    for (; length > 0; --length) {
      const auto match = known.written_out.find(joined(found, i, i + length));
      if (match == known.written_out.end()) continue;
      written.insert(written.end(), match->second.begin(), match->second.end());
      break;
    }
    if (length == 0) written.push_back(found[i]);
    i += std::max<std::size_t>(length, 1);
  }
  return written;
}

bool starts_with(const Words& words, std::string_view phrase, std::size_t at) {
  const Words wanted = split_words(phrase);
  return at + wanted.size() <= words.size() &&
         std::equal(wanted.begin(), wanted.end(), words.begin() + static_cast<std::ptrdiff_t>(at));
}

bool ends_with(const Words& words, std::string_view phrase) {
  const std::size_t length = split_words(phrase).size();
  return length <= words.size() && starts_with(words, phrase, words.size() - length);
}

bool drop_front(Words& words, std::string_view phrase) {
  if (!starts_with(words, phrase)) return false;
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(split_words(phrase).size()));
  return true;
}

bool drop_back(Words& words, std::string_view phrase) {
  if (!ends_with(words, phrase)) return false;
  words.resize(words.size() - split_words(phrase).size());
  return true;
}

std::size_t level_word_at(const Words& words, std::size_t at) {
  const auto length = [&](std::string_view level) -> std::size_t {
    return starts_with(words, level, at) ? split_words(level).size() : 0;
  };
  for (const std::string_view level : kTerritorialLevels)
    if (const std::size_t found = length(level)) return found;
  for (const std::string_view level : kAgencyLevels)
    if (const std::size_t found = length(level)) return found;
  return 0;
}

std::string bare_name(const Words& words) {
  for (const std::string_view level : kTerritorialLevels)
    if (starts_with(words, level) && words.size() > split_words(level).size())
      return joined(words, split_words(level).size());
  return joined(words);
}

std::string bare_name(std::string_view spelling) {
  return bare_name(split_words(spelling));
}

}  // namespace haidang::organisations
