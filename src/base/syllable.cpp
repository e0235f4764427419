// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <sstream>
#include <unordered_set>

#include "base/vietnamese.hpp"
#include "tones.hpp"

namespace haidang {
namespace {

constexpr std::array<std::u32string_view, 28> kOnsets{
    U"",  U"b",  U"c",   U"ch", U"d", U"đ",  U"g",  U"gh", U"gi", U"h", U"k",  U"kh", U"l", U"m",
    U"n", U"ng", U"ngh", U"nh", U"p", U"ph", U"qu", U"r",  U"s",  U"t", U"th", U"tr", U"v", U"x"};

constexpr const char* kRhymes =
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu "
    "i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu "
    "o oc oi om on ong op ot ooc oong oa oac oach oai oam oan oang oanh oao oap oat oay "
    "oăc oăm oăn oăng oăt oe oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
    "u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uêt uêu uơ uôc uôi uôm uôn uông uôt "
    "uy uya uych uyn uynh uyp uyt uyu uyên uyêt "
    "ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu "
    "y ych ynh yt yêm yên yêng yêt yêu";

const std::unordered_set<std::u32string>& rhymes() {
  static const auto all = [] {
    std::unordered_set<std::u32string> found;
    std::istringstream words(kRhymes);
    for (std::string word; words >> word;) found.insert(decode_utf8(word));
    return found;
  }();
  return all;
}

bool is_front(char32_t vowel) {
  return vowel == U'e' || vowel == U'ê' || vowel == U'i' || vowel == U'y';
}

/// c, g, ng before a o u; k, gh, ngh before e ê i y.
bool onset_fits(std::u32string_view onset, std::u32string_view rhyme) {
  if (onset == U"c" || onset == U"ng") return !is_front(rhyme[0]);
  if (onset == U"g") return !is_front(rhyme[0]) || rhyme[0] == U'i';
  if (onset == U"k") return is_front(rhyme[0]) || rhyme.size() > 1;  // Bắc Kạn, Đắk
  if (onset == U"gh" || onset == U"ngh") return is_front(rhyme[0]);
  return true;
}

/// Syllables that end in c, ch, p, t carry the acute or the dot only (written without tone in foreign names and in
/// ASCII).
bool tone_fits(std::u32string_view plain, std::size_t tone) {
  constexpr std::size_t kAcute = 4, kDot = 5;
  const bool stopped =
      plain.ends_with(U'c') || plain.ends_with(U"ch") || plain.ends_with(U'p') || plain.ends_with(U't');
  return !stopped || tone == 0 || tone == kAcute || tone == kDot;
}

}  // namespace

bool is_vietnamese_syllable(std::u32string_view lower) {
  constexpr std::size_t kLongest = 7;  // nghiêng
  if (lower.empty() || lower.size() > kLongest) return false;
  std::u32string plain;
  std::size_t tone = 0;
  for (const char32_t c : lower) {
    const auto split = split_tone(c);
    if (split.tone != 0 && tone != 0) return false;
    tone += split.tone;
    plain += split.plain;
  }
  if (!tone_fits(plain, tone)) return false;
  for (const auto onset : kOnsets) {
    if (!plain.starts_with(onset) || plain.size() == onset.size()) continue;
    const auto rhyme = plain.substr(onset.size());
    if (rhymes().contains(rhyme) && onset_fits(onset, rhyme)) return true;
  }
  return false;
}

}  // namespace haidang
