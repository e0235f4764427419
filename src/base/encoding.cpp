// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/vietnamese.hpp"
#include "capitals.hpp"
#include "legacy_tables.hpp"
#include "text_plausibility.hpp"
#include "utf16.hpp"

namespace haidang {
namespace {

struct EncodingRow {
  Encoding encoding;
  std::string_view name, mark;  // byte-order mark
};
constexpr std::array<EncodingRow, 6> kEncodings{{{Encoding::Utf8, "UTF-8", "\xEF\xBB\xBF"},
                                                 {Encoding::Utf16LittleEndian, "UTF-16 LE", "\xFF\xFE"},
                                                 {Encoding::Utf16BigEndian, "UTF-16 BE", "\xFE\xFF"},
                                                 {Encoding::Windows1258, "Windows-1258", ""},
                                                 {Encoding::Tcvn3, "TCVN3 (ABC)", ""},
                                                 {Encoding::Vni, "VNI", ""}}};
constexpr std::array kLegacy{Encoding::Tcvn3, Encoding::Vni, Encoding::Windows1258};

const EncodingRow& row_of(Encoding encoding) {
  return kEncodings[static_cast<std::size_t>(encoding)];
}

std::string_view without_mark(std::string_view bytes, Encoding encoding) {
  if (bytes.starts_with(row_of(encoding).mark)) bytes.remove_prefix(row_of(encoding).mark.size());
  return bytes;
}

bool is_high(char byte) {
  return static_cast<unsigned char>(byte) >= 0x80;
}

/// A DOS editor's end of file.
std::string_view without_final_mark(std::string_view bytes) {
  while (!bytes.empty() && bytes.back() == '\x1A') bytes.remove_suffix(1);
  return bytes;
}

/// Code points as the bytes say, impossible ones as U+FFFD; nothing when the bytes cannot even be split into units.
std::optional<std::u32string> decode_loosely(std::string_view bytes, Encoding encoding) {
  bytes = without_mark(bytes, encoding);
  switch (encoding) {
    case Encoding::Utf8:
      return decode_utf8(bytes);
    case Encoding::Utf16LittleEndian:
      return decode_utf16(bytes, ByteOrder::Little);
    case Encoding::Utf16BigEndian:
      return decode_utf16(bytes, ByteOrder::Big);
    case Encoding::Windows1258:
    case Encoding::Tcvn3:
    case Encoding::Vni:
      return decode_legacy(bytes, encoding);
  }
  return std::nullopt;
}

/// \r\n, \r, vertical tabs and Unicode line ends become \n; what is left of control characters becomes a space.
std::u32string with_clean_controls(std::u32string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    const bool plain = (c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c < 0x2028);
    if (plain) {
      out += c;
      continue;
    }
    const bool newline = c == U'\r' || c == U'\n' || c == U'\v' || c == 0x2028 || c == 0x2029;
    const bool control = (c < 0x20 && c != U'\t' && c != U'\f') || (c >= 0x7F && c < 0xA0);
    if (c == U'\r' && i + 1 < text.size() && text[i + 1] == U'\n') continue;
    if (c == 0xFEFF) continue;
    out += newline ? U'\n' : control ? U' ' : c;
  }
  return out;
}

DecodedText finished(std::u32string_view loose, Encoding encoding, double confidence) {
  auto text = with_clean_controls(loose);
  if (encoding == Encoding::Tcvn3) text = restore_capitals(std::move(text));
  return {to_nfc(text), encoding, confidence};
}

tl::unexpected<Rejection> not_text(std::string for_log) {
  return reject(Code::NotText, {}, std::move(for_log));
}

bool has_replacement(std::u32string_view text) {
  return text.find(kNoCharacter) != std::u32string_view::npos;
}

Result<DecodedText> decode_unicode(std::string_view bytes, Encoding encoding) {
  const auto text = decode_loosely(bytes, encoding);
  if (!text || !looks_written(*text) || text->find(U'\0') != std::u32string::npos)
    return not_text("not " + std::string(row_of(encoding).name));
  return finished(*text, encoding, 1);
}

/// Without a mark, UTF-16 shows by its zero bytes, which no 8-bit text has; the byte order that makes the better
/// Latin text is the right one.
Result<DecodedText> decode_with_zeros(std::string_view bytes) {
  for (const auto encoding : {Encoding::Utf16LittleEndian, Encoding::Utf16BigEndian}) {
    const auto text = decode_loosely(bytes, encoding);
    if (!text || text->empty()) continue;
    const auto latin = std::count_if(text->begin(), text->end(), [](char32_t c) {
      return (c >= 0x20 && c < 0x0340) || (c >= 0x1E00 && c < 0x2100) || (c >= 0x09 && c <= 0x0D);
    });
    if (static_cast<std::size_t>(latin) * 10 >= text->size() * 9) return decode_unicode(bytes, encoding);
  }
  return not_text("zero bytes, and no UTF-16");
}

/// A piece around the first bytes beyond ASCII is enough to tell an encoding, however long the file.
std::string_view sample_of(std::string_view bytes) {
  constexpr std::size_t kBefore = 256, kLength = 16384;
  const auto first = static_cast<std::size_t>(std::find_if(bytes.begin(), bytes.end(), is_high) - bytes.begin());
  return bytes.substr(first > kBefore ? first - kBefore : 0, kLength);
}

struct Candidate {
  Encoding encoding;
  double share;
};

/// The encodings by how Vietnamese they make the sample, best first.
std::array<Candidate, 4> ranked(std::string_view sample) {
  std::array<Candidate, 4> candidates{{{Encoding::Utf8, 0}, {kLegacy[0], 0}, {kLegacy[1], 0}, {kLegacy[2], 0}}};
  for (auto& [encoding, share] : candidates) {
    const auto counted = plausibility_of(*decode_loosely(sample, encoding));
    share = counted.marked_words == 0 ? 0 : counted.syllables / static_cast<double>(counted.marked_words);
  }
  std::stable_sort(candidates.begin(), candidates.end(), [](auto a, auto b) { return a.share > b.share; });
  return candidates;
}

/// Text of western Europe, which Windows-1258 shares with Windows-1252: few high bytes, all of them characters,
/// letters between letters.
bool reads_as_western(std::u32string_view text) {
  if (has_replacement(text)) return false;
  const auto high = std::count_if(text.begin(), text.end(), [](char32_t c) { return c >= 0xC0; });
  const auto symbols = std::count_if(text.begin(), text.end(), [](char32_t c) { return c >= 0xA1 && c < 0xC0; });
  return static_cast<std::size_t>(high) * 3 <= text.size() && static_cast<std::size_t>(symbols) * 10 <= text.size();
}

Result<DecodedText> decode_eight_bit(std::string_view bytes) {
  const auto sample = sample_of(bytes);
  const auto candidates = ranked(sample);
  const auto& best = candidates[0];
  constexpr double kMostWords = 0.5;
  if (best.share >= kMostWords) {
    const auto text = *decode_loosely(bytes, best.encoding);
    if (!looks_written(text)) return not_text("too many impossible characters");
    return finished(text, best.encoding, std::min(1.0, (best.share - candidates[1].share) / best.share));
  }
  const auto western = decode_legacy(bytes, Encoding::Windows1258);
  constexpr double kUnsure = 0.2;
  if (looks_written(western) && reads_as_western(western)) return finished(western, Encoding::Windows1258, kUnsure);
  return not_text("reads as Vietnamese in no encoding");
}

bool is_valid_utf8(std::string_view bytes) {
  // U+FFFD may also be written in the file itself, which is no reason to doubt it.
  const auto text = decode_utf8(bytes);
  return !has_replacement(text) || encode_utf8(text) == bytes;
}

}  // namespace

std::string_view name_of(Encoding encoding) {
  return row_of(encoding).name;
}

Result<DecodedText> decode_text(std::string_view bytes) {
  bytes = without_final_mark(bytes);
  for (const auto& row : kEncodings)
    if (!row.mark.empty() && bytes.starts_with(row.mark)) return decode_unicode(bytes, row.encoding);
  if (bytes.find('\0') != std::string_view::npos) return decode_with_zeros(bytes);
  if (is_valid_utf8(bytes)) return decode_unicode(bytes, Encoding::Utf8);
  return decode_eight_bit(bytes);
}

Result<DecodedText> decode_text_as(std::string_view bytes, Encoding encoding) {
  const auto text = decode_loosely(without_final_mark(bytes), encoding);
  const bool possible = text && (encoding == Encoding::Utf8 ? is_valid_utf8(bytes) : !has_replacement(*text));
  if (!possible || !looks_written(*text) || text->find(U'\0') != std::u32string::npos)
    return not_text("impossible in " + std::string(row_of(encoding).name));
  return finished(*text, encoding, 1);
}

Result<std::string> encode_text_as(std::string_view utf8, Encoding encoding) {
  const auto text = decode_utf8(to_nfc(utf8));
  const auto mark = std::string(row_of(encoding).mark);
  if (encoding == Encoding::Utf8) return encode_utf8(text);
  if (encoding == Encoding::Utf16LittleEndian) return mark + encode_utf16(text, ByteOrder::Little);
  if (encoding == Encoding::Utf16BigEndian) return mark + encode_utf16(text, ByteOrder::Big);
  std::string bytes;
  for (const char32_t c : text) {
    const auto code = encode_legacy(c, encoding);
    if (!code)
      return reject(Code::NotInEncoding,
                    {{"character", encode_utf8({&c, 1})}, {"encoding", std::string(name_of(encoding))}});
    bytes += *code;
  }
  return bytes;
}

}  // namespace haidang
