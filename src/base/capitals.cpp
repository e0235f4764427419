// SPDX-License-Identifier: Apache-2.0
#include "capitals.hpp"

#include <algorithm>
#include <array>

#include "base/vietnamese.hpp"
#include "cased_words.hpp"
#include "sentence_starts.hpp"
#include "tones.hpp"

namespace haidang {
namespace {

using Text = std::u32string_view;

/// Two words of which one carries a capital by its meaning: names of places and bodies that begin with a letter
/// whose capital TCVN3 (or a careless typist) lacks. The word to raise is marked; the other stays as it is.
struct NamePair {
  Text first, second;
  bool raise_first, raise_second;
  Text two_before = {};  ///< when given, only behind this word and one more: "Kế hoạch và Đầu tư"
};
constexpr std::array<NamePair, 41> kNames{{
    {U"ủy", U"ban", true, false},
    {U"ấn", U"độ", true, true},
    {U"ả", U"rập", true, false},
    {U"châu", U"á", false, true},
    {U"châu", U"âu", false, true},
    {U"châu", U"úc", false, true},
    {U"đông", U"á", true, true},
    {U"ý", U"yên", true, false},
    {U"ứng", U"hòa", true, false},
    {U"ô", U"môn", true, false},
    {U"ân", U"thi", true, false},
    {U"bình", U"định", false, true},
    {U"nam", U"định", false, true},
    {U"lâm", U"đồng", false, true},
    {U"hà", U"đông", false, true},
    {U"đồng", U"nai", true, false},
    {U"đồng", U"tháp", true, false},
    {U"đồng", U"văn", true, false},
    {U"đồng", U"hới", true, false},
    {U"đồng", U"hỷ", true, false},
    {U"đà", U"nẵng", true, false},
    {U"đà", U"lạt", true, false},
    {U"điện", U"biên", true, false},
    {U"đắk", U"lắk", true, false},
    {U"đắk", U"nông", true, false},
    {U"đông", U"anh", true, false},
    {U"đông", U"hưng", true, false},
    {U"đông", U"triều", true, false},
    {U"đông", U"nam", true, false},
    {U"đảng", U"ủy", true, false},
    {U"đảng", U"bộ", true, false},
    {U"đoàn", U"thanh", true, false},
    {U"đoàn", U"đại", true, false},
    {U"đồ", U"sơn", true, false},
    {U"đống", U"đa", true, true},
    {U"âu", U"cơ", true, false},
    {U"âu", U"lạc", true, false},
    {U"ái", U"quốc", true, false},
    {U"đài", U"phát", true, false},
    {U"đầu", U"tư", true, false, U"hoạch"},
    {U"điện", U"lực", true, false, U"công"},
}};

constexpr std::array<Text, 20> kFamilyNames{U"nguyễn", U"trần", U"lê",   U"phạm", U"hoàng", U"huỳnh", U"phan",
                                            U"vũ",     U"võ",   U"đặng", U"bùi",  U"đỗ",    U"hồ",    U"ngô",
                                            U"dương",  U"lý",   U"đinh", U"đoàn", U"trịnh", U"tạ"};

/// Small words that may stand between two names without being one.
constexpr std::array<Text, 25> kNeverNames{U"ở",    U"ấy",   U"à",    U"ạ",    U"đi",  U"đến", U"để",  U"đã",  U"đó",
                                           U"đều",  U"được", U"đối",  U"đang", U"đưa", U"đề",  U"ông", U"ứng", U"ủng",
                                           U"đồng", U"điều", U"đóng", U"ước",  U"ép",  U"đạt", U"đốc"};

/// Small against capital first letters in one position of the text, counted on ASCII letters.
struct Votes {
  std::size_t capital, small;
};

class Restorer {
 public:
  explicit Restorer(std::u32string text)
      : text_(std::move(text)), words_(cased_words(text_)), positions_(positions_of(text_, words_)) {}

  std::u32string restore() {
    raise_capital_words();
    learn();
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (may_raise(i) && (starts_sentence(i) || is_name(i))) raise(words_[i].begin);
    return std::move(text_);
  }

 private:
  Text text_of(std::size_t i) const { return Text(text_).substr(words_[i].begin, words_[i].end - words_[i].begin); }
  void raise(std::size_t at) { text_[at] = upper_of(text_[at]); }
  void raise_word(std::size_t i) {
    for (auto at = words_[i].begin; at < words_[i].end; ++at) raise(at);
    raised_[i] = true;
  }

  void raise_capital_words();
  std::vector<signed char> evidence() const;
  bool is_consonant_code(std::size_t i) const;

  void learn();
  bool may_raise(std::size_t i) const;
  bool starts_sentence(std::size_t i) const;

  bool is_name(std::size_t i) const;
  bool in_name_pair(std::size_t i) const;
  bool in_personal_name(std::size_t i) const;
  bool adjacent(std::size_t i, std::size_t j) const;
  bool is_title(std::size_t i) const;

  std::u32string text_;
  std::vector<CasedWord> words_;
  std::vector<Position> positions_;
  std::vector<bool> raised_ = std::vector<bool>(words_.size());
  std::array<bool, kPositionCount> capital_at_{};
  bool plain_letters_certain_ = false;
};

/// +1: surely in capitals, -1: surely not, 0: says nothing about its neighbours (Roman numbers, "UBND").
std::vector<signed char> Restorer::evidence() const {
  std::vector<signed char> all(words_.size());
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const auto word = text_of(i);
    if (words_[i].shape == WordShape::Lower) all[i] = -1;
    if (words_[i].shape != WordShape::Capitals || word.find_first_not_of(U"IVX") == Text::npos) continue;
    if (is_vietnamese_syllable(lower_word(word))) all[i] = 1;
  }
  return all;
}

/// "Qđ", "Nđ": no vowel, so an abbreviation, of which every letter is a capital.
bool Restorer::is_consonant_code(std::size_t i) const {
  const auto word = text_of(i);
  return word.size() > 1 &&
         std::none_of(word.begin(), word.end(), [](char32_t c) { return with_tone(split_tone(c).plain, 0) != 0; });
}

void Restorer::raise_capital_words() {
  const auto says = evidence();
  const auto count = words_.size();
  std::vector<signed char> before(count), after(count);  // the nearest evidence in the same cell
  for (std::size_t i = 1; i < count; ++i)
    if (words_[i].cell == words_[i - 1].cell) before[i] = says[i - 1] != 0 ? says[i - 1] : before[i - 1];
  for (std::size_t i = count; i-- > 1;)
    if (words_[i].cell == words_[i - 1].cell) after[i - 1] = says[i] != 0 ? says[i] : after[i];
  for (std::size_t i = 0; i < count; ++i) {
    const auto shape = words_[i].shape;
    const bool open = shape == WordShape::Initial || shape == WordShape::Open;
    const bool by_neighbours = open && before[i] >= 0 && after[i] >= 0 && before[i] + after[i] > 0;
    const bool code = shape == WordShape::Initial && is_consonant_code(i);
    if (shape == WordShape::Capitals || by_neighbours || code) raise_word(i);
  }
}

/// A text that writes "Đồng" somewhere means "đồng" elsewhere; and what it does with ASCII letters at the start of
/// its lines, it does with the others.
void Restorer::learn() {
  std::array<Votes, kPositionCount> votes{{{0, 1}, {2, 0}, {2, 0}, {2, 0}, {0, 2}, {1, 0}}};
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const auto first = text_[words_[i].begin];
    auto& vote = votes[static_cast<std::size_t>(positions_[i])];
    if (is_ascii_letter(first)) ++(is_upper(first) ? vote.capital : vote.small);
    if (!raised_[i] && first >= 0x80 && is_upper(first) && words_[i].shape == WordShape::Lower)
      plain_letters_certain_ = true;
  }
  for (std::size_t p = 0; p < kPositionCount; ++p) {
    // Names may begin a wrapped line, so that more capitals are needed to show that lines are not wrapped at all.
    const std::size_t weight = p == static_cast<std::size_t>(Position::WrappedLine) ? 4 : 1;
    capital_at_[p] = votes[p].capital >= votes[p].small * weight;
  }
  capital_at_[static_cast<std::size_t>(Position::Inside)] = false;
}

bool Restorer::may_raise(std::size_t i) const {
  const auto first = text_[words_[i].begin];
  if (raised_[i] || first < 0x80 || is_upper(first)) return false;
  if (is_plain_small(first) && plain_letters_certain_) return false;
  const auto end = words_[i].end;
  const bool marker = end - words_[i].begin == 1 && end < text_.size() && Text(U").").find(text_[end]) != Text::npos;
  return !marker;  // "đ)" numbers an item
}

bool Restorer::starts_sentence(std::size_t i) const {
  return capital_at_[static_cast<std::size_t>(positions_[i])];
}

bool Restorer::is_name(std::size_t i) const {
  return in_name_pair(i) || in_personal_name(i);
}

/// Only blanks and line breaks lie between the words (text from a PDF may have a blank line after every line).
bool Restorer::adjacent(std::size_t i, std::size_t j) const {
  if (j >= words_.size()) return false;
  const auto gap = Text(text_).substr(words_[i].end, words_[j].begin - words_[i].end);
  return !gap.empty() && gap.find_first_not_of(U" \n\t\u00A0") == Text::npos &&
         std::count(gap.begin(), gap.end(), U'\n') <= 2;
}

bool Restorer::is_title(std::size_t i) const {
  return !raised_[i] && words_[i].shape != WordShape::Capitals && is_upper(text_[words_[i].begin]) &&
         words_[i].end - words_[i].begin > 1;
}

bool Restorer::in_name_pair(std::size_t i) const {
  const auto raises = [&](std::size_t a, bool second) {
    if (!adjacent(a, a + 1)) return false;
    const auto first_word = lower_word(text_of(a)), second_word = lower_word(text_of(a + 1));
    return std::any_of(kNames.begin(), kNames.end(), [&](const NamePair& pair) {
      if (!pair.two_before.empty() && (a < 2 || lower_word(text_of(a - 2)) != pair.two_before)) return false;
      return (second ? pair.raise_second : pair.raise_first) && pair.first == first_word && pair.second == second_word;
    });
  };
  const auto next = text_.find_first_not_of(U" \n\u00A0", words_[i].end);
  const bool article = lower_word(text_of(i)) == U"điều" && next != std::u32string::npos && next != words_[i].end &&
                       is_digit(text_[next]);
  return article || raises(i, false) || (i > 0 && raises(i - 1, true));
}

/// "Nguyễn ái Quốc", "Lê Thị ánh".
bool Restorer::in_personal_name(std::size_t i) const {
  if (i == 0 || !adjacent(i - 1, i) || !is_title(i - 1)) return false;
  if (std::find(kNeverNames.begin(), kNeverNames.end(), lower_word(text_of(i))) != kNeverNames.end()) return false;
  const bool between = adjacent(i, i + 1) && is_title(i + 1);
  const bool third =
      i > 1 && adjacent(i - 2, i - 1) && is_title(i - 2) &&
      std::find(kFamilyNames.begin(), kFamilyNames.end(), lower_word(text_of(i - 2))) != kFamilyNames.end();
  return between || third;
}

}  // namespace

std::u32string restore_capitals(std::u32string text) {
  return Restorer(std::move(text)).restore();
}

}  // namespace haidang
