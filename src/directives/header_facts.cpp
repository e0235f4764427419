// SPDX-License-Identifier: Apache-2.0
#include "header_facts.hpp"

#include <algorithm>
#include <array>

#include "agencies.hpp"
#include "base/vietnamese.hpp"
#include "documents/tokens.hpp"

namespace haidang::directives {
namespace {

using documents::TokenText;

struct Spelling {
  std::string_view capitals, shown;
};

/// Names in the head are printed in capitals: "TỈNH QUẢNG NINH" is "tỉnh Quảng Ninh".
std::string from_capitals(std::string_view text) {
  static constexpr std::array<std::string_view, 15> kCommon{
      "tỉnh", "thành", "phố", "huyện", "quận", "thị", "xã", "phường", "trấn", "đặc", "khu", "và", "các", "của", "ủy"};
  std::string shortened(text);
  constexpr std::string_view kCommittee = "ỦY BAN NHÂN DÂN", kOldTone = "UỶ BAN NHÂN DÂN";
  for (const std::string_view name : {kCommittee, kOldTone})
    if (const auto at = shortened.find(name); at != std::string::npos) shortened.replace(at, name.size(), "UBND");
  const TokenText words(shortened);
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && words[i].space_before) out += ' ';
    const std::string_view raw = words.words(i, i + 1);
    const bool word = words[i].kind == documents::Token::Kind::Word;
    const bool abbreviation = raw == "UBND" || raw == "HĐND" || raw == "TW" || raw == "MTTQ";
    const bool common = std::find(kCommon.begin(), kCommon.end(), words.key(i)) != kCommon.end();
    if (!word || abbreviation)
      out += raw;
    else if (common && i > 0)
      out += to_lower(raw);
    else
      out += std::string(raw.substr(0, encode_utf8(decode_utf8(raw).substr(0, 1)).size())) +
             to_lower(encode_utf8(decode_utf8(raw).substr(1)));
  }
  return out;
}

bool is_territory(std::string_view line) {
  static constexpr std::array<std::string_view, 10> kLevels{"tinh ", "thanh pho ", "quan ",     "huyen ",   "thi xa ",
                                                            "xa ",   "phuong ",    "thi tran ", "dac khu ", "tp "};
  const std::string folded = fold(line);
  return std::any_of(kLevels.begin(), kLevels.end(), [&](std::string_view level) { return folded.starts_with(level); });
}

/// A known agency in its usual spelling, else the capitals made small.
std::string spelt(std::string_view capitals) {
  const std::string small = from_capitals(capitals);
  const TokenText words(small);
  const AgencyMention known = Agencies::lexicon().one(words, 0);
  if (known && known.last == words.size() && known.names.size() == 1) return known.names.front();
  return tidy_agency_name(small);
}

/// Does a line of the head begin the name of a body, or go on with the one above?
bool begins_body(std::string_view line) {
  static constexpr std::array<std::string_view, 38> kHeads{
      "ubnd",    "uy ban",    "hdnd",     "hoi dong", "so ",      "bo ",       "ban ",         "van phong",
      "phong ",  "trung tam", "chi cuc",  "cuc ",     "tong cuc", "cong an",   "to ",          "hoi ",
      "dang uy", "thanh tra", "bao hiem", "kho bac",  "truong ",  "cong ty",   "tong cong ty", "lien doan",
      "tinh uy", "thanh uy",  "huyen uy", "quan uy",  "thi uy",   "chinh phu", "thu tuong",    "chu tich",
      "vien ",   "benh vien", "quoc hoi", "doan ",    "mat tran", "ngan hang"};
  const std::string folded = fold(line);
  return std::any_of(kHeads.begin(), kHeads.end(), [&](std::string_view head) { return folded.starts_with(head); });
}

/// "ỦY BAN NHÂN DÂN" + "TỈNH X"; "UBND TỈNH X" + "VĂN PHÒNG"; "UBND TỈNH X" + "SỞ Y"; "BỘ X"; "THỦ TƯỚNG CHÍNH PHỦ".
std::string issuer_of(const std::vector<std::string>& lines) {
  if (lines.empty()) return {};
  std::vector<std::string> units;
  for (const std::string& line : lines) {
    if (fold(line).find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos) continue;
    const bool joins = is_territory(line) && !units.empty();
    const bool goes_on = !units.empty() && !begins_body(line);
    if (joins || goes_on)
      units.back() += " " + line;
    else
      units.push_back(line);
  }
  const std::string own = spelt(units.back());
  if (units.size() == 1) return own;
  const std::string parent = spelt(units[units.size() - 2]);
  const std::string folded = fold(own);
  if (folded == "van phong") return "Văn phòng " + parent;
  const auto at = parent.find("UBND ");
  const bool complete = folded.find(" tinh") != std::string::npos || folded.find(" thanh pho") != std::string::npos ||
                        folded.find(" huyen") != std::string::npos || folded.find(" quan ") != std::string::npos ||
                        folded.starts_with("ubnd");
  if (at == 0 && !complete && !is_territory(own)) return own + " " + parent.substr(5);
  return own;
}

/// Without a head: "TM. ỦY BAN NHÂN DÂN" signs, and the place names the territory.
std::string issuer_from_signature(const documents::Structure& structure) {
  for (const std::string& line : structure.head.signature_lines) {
    const std::string folded = fold(line);
    const auto body = folded.find("uy ban nhan dan");
    if (body == std::string::npos && folded.find("ubnd") == std::string::npos) continue;
    std::string territory = from_capitals(line.substr(std::min(
        line.size(),
        line.find("DÂN") == std::string::npos ? line.size() : line.find("DÂN") + std::string_view("DÂN").size())));
    territory = collapse_spaces(territory);
    if (!territory.empty()) return "UBND " + territory;
    // "Ủy ban nhân dân thành phố yêu cầu" tells the level, the date line the place.
    for (const auto& paragraph : structure.preamble) {
      const TokenText words(paragraph.text);
      for (std::size_t i = 0; i < words.size(); ++i) {
        const bool named = (words.key(i) == "ủy" && words.key(i + 3) == "dân") || words.key(i) == "ubnd";
        const std::size_t level = words.key(i) == "ubnd" ? i + 1 : i + 4;
        if (!named || !words.is_word(level)) continue;
        const std::string_view first = words.key(level);
        if (first != "tỉnh" && first != "thành" && first != "quận" && first != "huyện" && first != "thị" &&
            first != "xã" && first != "phường")
          continue;
        const std::string name = first == "thành" || first == "thị" ? std::string(words.words(level, level + 2))
                                                                    : std::string(words.words(level, level + 1));
        return collapse_spaces("UBND " + name + " " + structure.head.place);
      }
    }
    return collapse_spaces("UBND " + structure.head.place);
  }
  return {};
}

std::optional<LocalDate> whole_date(const documents::LetterHead& head) {
  if (!head.day || !head.month || !head.year) return std::nullopt;
  const LocalDate date(std::chrono::year(*head.year), std::chrono::month(static_cast<unsigned>(*head.month)),
                       std::chrono::day(static_cast<unsigned>(*head.day)));
  return date.ok() ? std::optional(date) : std::nullopt;
}

/// "V/v", "Về việc" and the mark behind them.
std::string tidy_subject(std::string_view subject) {
  std::string clean = collapse_spaces(subject);
  while (!clean.empty() && (clean.front() == ':' || clean.front() == ' ')) clean.erase(0, 1);
  return clean;
}

}  // namespace

Header read_header(const documents::Structure& structure, const std::vector<Reference>&) {
  const documents::LetterHead& head = structure.head;
  Header header;
  const bool blank = head.number.empty() || head.number.front() == '/' || head.number.front() == '-';
  header.number = blank ? std::string() : head.number;
  header.issued_on = whole_date(head);
  header.issued_year = head.year;
  header.place = head.place;
  header.issuer = issuer_of(head.issuer_lines);
  if (header.issuer.empty()) header.issuer = issuer_from_signature(structure);
  header.kind = head.kind;
  header.subject = tidy_subject(head.subject);
  header.signer = head.signer;
  for (const std::string& line : head.signature_lines)
    header.signer_title += (header.signer_title.empty() ? "" : " / ") + line;
  return header;
}

void infer_issue_dates(Header& header, const std::vector<Reference>& cited, const std::vector<Task>& tasks) {
  if (header.issued_on) {
    header.issued_not_before = header.issued_not_after = header.issued_on;
    return;
  }
  std::optional<LocalDate> earliest, latest;
  if (header.issued_year) {
    earliest = LocalDate(std::chrono::year(*header.issued_year), std::chrono::January, std::chrono::day(1));
    latest = LocalDate(std::chrono::year(*header.issued_year), std::chrono::December, std::chrono::day(31));
  }
  for (const Reference& reference : cited) {
    if (!reference.date || (latest && *reference.date > *latest)) continue;
    if (!earliest || *reference.date > *earliest) earliest = reference.date;
  }
  for (const Task& task : tasks) {
    if (!task.deadline || !task.deadline->date || !earliest || *task.deadline->date < *earliest) continue;
    if (!latest || *task.deadline->date < *latest) latest = task.deadline->date;
  }
  header.issued_not_before = earliest;
  header.issued_not_after = latest;
}

}  // namespace haidang::directives
