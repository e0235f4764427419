// SPDX-License-Identifier: Apache-2.0
#include "legacy_tables.hpp"

#include <array>
#include <unordered_map>

#include "base/ensure.hpp"
#include "base/vietnamese.hpp"
#include "tones.hpp"

namespace haidang {
namespace {

using ByteTable = std::array<char32_t, 256>;

constexpr char32_t kNone = kNoCharacter;

/// 0x80 to 0x9F of the Windows code pages: quotation marks, dashes, bullets.
constexpr std::array<char32_t, 32> kWindowsPunctuation{
    U'€',  kNone, U'‚', U'ƒ', U'„', U'…', U'†', U'‡', U'ˆ', U'‰', kNone, U'‹', U'Œ', kNone, kNone, kNone,
    kNone, U'‘',  U'’', U'“', U'”', U'•', U'–', U'—', U'˜', U'™', kNone, U'›', U'œ', kNone, kNone, U'Ÿ'};

ByteTable latin_table() {
  ByteTable table{};
  for (char32_t i = 0; i < 256; ++i) table[i] = i;
  for (std::size_t i = 0; i < kWindowsPunctuation.size(); ++i) table[0x80 + i] = kWindowsPunctuation[i];
  return table;
}

/// Tone marks as combining characters, in the order of tones.hpp.
constexpr std::array<char32_t, kToneCount> kCombining{0, 0x0300, 0x0309, 0x0303, 0x0301, 0x0323};

/// Windows-1258: Windows-1252 with five combining tones and the letters ă đ ơ ư.
ByteTable windows1258_table() {
  auto table = latin_table();
  constexpr std::array<std::pair<unsigned char, char32_t>, 14> kDifferences{{{0xC3, U'Ă'},
                                                                             {0xCC, 0x0300},
                                                                             {0xD0, U'Đ'},
                                                                             {0xD2, 0x0309},
                                                                             {0xD5, U'Ơ'},
                                                                             {0xDD, U'Ư'},
                                                                             {0xDE, 0x0303},
                                                                             {0xE3, U'ă'},
                                                                             {0xEC, 0x0301},
                                                                             {0xF0, U'đ'},
                                                                             {0xF2, 0x0323},
                                                                             {0xF5, U'ơ'},
                                                                             {0xFD, U'ư'},
                                                                             {0xFE, U'₫'}}};
  for (const auto& [byte, c] : kDifferences) table[byte] = c;
  return table;
}

/// TCVN 5712:1993, the third set: seven plain capitals, then small letters with their tones.
ByteTable tcvn3_table() {
  auto table = latin_table();
  constexpr std::u32string_view kLetters =
      U"ĂÂÊÔƠƯĐăâêôơưđ"                                             // A1 to AE
      U"\uFFFD\u0300\u0309\u0303\u0301\u0323àảãáạ\uFFFDằẳẵắ\uFFFD"  // AF to BF
      U"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDặầẩẫấậè\uFFFDẻẽ"        // C0 to CF
      U"éẹềểễếệìỉ\uFFFD\uFFFD\uFFFDĩíịò"                            // D0 to DF
      U"\uFFFDỏõóọồổỗốộờởỡớợù\uFFFDủũúụừửữứựỳỷỹýỵ\uFFFD";           // E0 to FF
  static_assert(kLetters.size() == 0xFF - 0xA1 + 1);
  for (std::size_t i = 0; i < kLetters.size(); ++i) table[0xA1 + i] = kLetters[i];
  return table;
}

/// VNI: the bytes that are letters by themselves; marks that follow a vowel are below.
ByteTable vni_table() {
  auto table = latin_table();
  for (std::size_t i = 0xC0; i < 256; ++i) table[i] = kNone;
  constexpr std::u32string_view kSmall = U"ơưđíìỉĩịỵ", kCapital = U"ƠƯĐÍÌỈĨỊỴ";
  constexpr std::array<unsigned char, 9> kBytes{0xF4, 0xF6, 0xF1, 0xED, 0xEC, 0xE6, 0xF3, 0xF2, 0xEE};
  for (std::size_t i = 0; i < kBytes.size(); ++i) {
    table[kBytes[i]] = kSmall[i];
    table[kBytes[i] - 0x20U] = kCapital[i];
  }
  return table;
}

/// A VNI mark: what it makes of the vowels in `takes`, one for one, and the tone it adds.
struct VniMark {
  unsigned char byte;  // of the small form; the capital form is 0x20 below
  std::u32string_view takes, makes;
  std::size_t tone;
};
constexpr std::u32string_view kVowels = U"aeouyơưAEOUYƠƯ", kHatless = U"aeoAEO", kHats = U"âêôÂÊÔ";
constexpr std::array<VniMark, 17> kVniMarks{{{0xF8, kVowels, kVowels, 1},
                                             {0xFB, kVowels, kVowels, 2},
                                             {0xF5, kVowels, kVowels, 3},
                                             {0xF9, kVowels, kVowels, 4},
                                             {0xEF, kVowels, kVowels, 5},
                                             {0xE2, kHatless, kHats, 0},
                                             {0xE0, kHatless, kHats, 1},
                                             {0xE5, kHatless, kHats, 2},
                                             {0xE3, kHatless, kHats, 3},
                                             {0xE1, kHatless, kHats, 4},
                                             {0xE4, kHatless, kHats, 5},
                                             {0xEA, U"aA", U"ăĂ", 0},
                                             {0xE8, U"aA", U"ăĂ", 1},
                                             {0xFA, U"aA", U"ăĂ", 2},
                                             {0xFC, U"aA", U"ăĂ", 3},
                                             {0xE9, U"aA", U"ăĂ", 4},
                                             {0xEB, U"aA", U"ăĂ", 5}}};

/// The letter that a VNI mark makes of the one before it, or 0.
char32_t marked(char32_t before, unsigned char byte) {
  if (byte < 0xC0) return 0;
  for (const auto& mark : kVniMarks) {
    if (mark.byte != (byte | 0x20U)) continue;
    const auto at = mark.takes.find(before);
    if (at != std::u32string_view::npos) return with_tone(mark.makes[at], mark.tone);
  }
  return 0;
}

const ByteTable& table_of(Encoding encoding) {
  static const ByteTable windows1258 = windows1258_table(), tcvn3 = tcvn3_table(), vni = vni_table();
  ensure(encoding >= Encoding::Windows1258, "only 8-bit encodings have a byte table");
  return encoding == Encoding::Windows1258 ? windows1258 : encoding == Encoding::Tcvn3 ? tcvn3 : vni;
}

/// The last letter and a combining tone as one letter, or 0.
char32_t composed(char32_t before, char32_t combining) {
  for (std::size_t tone = 1; tone < kToneCount; ++tone)
    if (kCombining[tone] == combining && split_tone(before).tone == 0) return with_tone(before, tone);
  return 0;
}

std::string one_byte(std::size_t byte) {
  return std::string(1, static_cast<char>(byte));
}

using Codes = std::unordered_map<char32_t, std::string>;

Codes codes_of(Encoding encoding) {
  Codes codes;
  const auto& table = table_of(encoding);
  for (std::size_t byte = 0; byte < 256; ++byte)
    if (table[byte] != kNone) codes.emplace(table[byte], one_byte(byte));
  if (encoding == Encoding::Vni) {
    for (const auto& mark : kVniMarks)
      for (std::size_t i = 0; i < mark.takes.size(); ++i) {
        const bool capital = i >= mark.takes.size() / 2;
        codes.emplace(with_tone(mark.makes[i], mark.tone),
                      codes.at(mark.takes[i]) + one_byte(mark.byte - (capital ? 0x20U : 0U)));
      }
    return codes;
  }
  for (const char32_t plain : decode_utf8("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"))
    for (std::size_t tone = 1; tone < kToneCount; ++tone) {
      const auto letter = with_tone(plain, tone);
      if (encoding == Encoding::Windows1258) codes.emplace(letter, codes.at(plain) + codes.at(kCombining[tone]));
    }
  if (encoding == Encoding::Tcvn3)
    for (const char32_t capital : decode_utf8("AĂÂEÊIOÔƠUƯY"))
      for (std::size_t tone = 1; tone < kToneCount; ++tone) {
        const auto letter = with_tone(capital, tone);
        codes.emplace(letter, codes.at(decode_utf8(to_lower(encode_utf8({&letter, 1})))[0]));
      }
  return codes;
}

}  // namespace

std::u32string decode_legacy(std::string_view bytes, Encoding encoding) {
  const auto& table = table_of(encoding);
  std::u32string text;
  text.reserve(bytes.size());
  for (const char raw : bytes) {
    const auto byte = static_cast<unsigned char>(raw);
    char32_t c = table[byte];
    if (byte >= 0x80 && !text.empty()) {
      const auto joined = encoding == Encoding::Vni ? marked(text.back(), byte) : composed(text.back(), c);
      if (joined != 0) {
        text.back() = joined;
        continue;
      }
    }
    if (encoding == Encoding::Tcvn3 && byte == 0xB0) c = U'°';  // a grave accent on no vowel
    text += c;
  }
  return text;
}

std::optional<std::string> encode_legacy(char32_t c, Encoding encoding) {
  static const Codes windows1258 = codes_of(Encoding::Windows1258), tcvn3 = codes_of(Encoding::Tcvn3),
                     vni = codes_of(Encoding::Vni);
  const auto& codes = encoding == Encoding::Windows1258 ? windows1258 : encoding == Encoding::Tcvn3 ? tcvn3 : vni;
  const auto found = codes.find(c);
  if (found == codes.end()) return std::nullopt;
  return found->second;
}

}  // namespace haidang
