// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "order.hpp"
#include "views.hpp"

namespace haidang::organisations {

namespace {

constexpr std::size_t kMostNames = 1000;

/// How a name answers to what was typed, or nothing. Marks that were typed must be there to be exact; without them
/// every spelling is found, each as its own organisation.
std::optional<api::MatchedHow> matched(const NamedSince& named, const NameKeys& typed) {
  using enum api::MatchedHow;
  if (named.keys.spelling == typed.spelling || named.short_spelling == typed.spelling) return Exact;
  const std::string padded = ' ' + named.keys.spelling;
  if (padded.ends_with(' ' + typed.spelling)) return Exact;  // "Cẩm Giàng" of "Xã Cẩm Giàng"
  const std::string letters = ' ' + named.keys.letters;
  if (letters.ends_with(' ' + typed.letters)) return OtherMarks;
  if (letters.starts_with(' ' + typed.letters)) return Beginning;
  if (letters.find(' ' + typed.letters) != std::string::npos) return Inside;
  return std::nullopt;
}

}  // namespace

api::OrganisationMatches search(const History& history, const Search& wanted, LocalDate date) {
  const NameKeys typed = keys_of(wanted.text);
  std::vector<const Life*> lives = history.existing_on(date);
  sort_by_kind_and_name(lives, date);
  api::OrganisationMatches answer{.on = date, .items = {}};
  for (const Life* life : lives) {
    const NamedSince& named = life->named_on(date);
    if (wanted.kind && named.naming.kind != *wanted.kind) continue;
    if (const auto how = matched(named, typed))
      answer.items.push_back({link_of(history, life->id, date), named.naming.short_name, *how});
  }
  std::stable_sort(answer.items.begin(), answer.items.end(),
                   [](const auto& a, const auto& b) { return a.matched < b.matched; });
  if (answer.items.size() > wanted.limit)
    answer.items.erase(answer.items.begin() + static_cast<std::ptrdiff_t>(wanted.limit), answer.items.end());
  return answer;
}

Result<api::ResolvedNames> resolve_all(const History& history, const api::ResolveNames& asked) {
  if (asked.names.size() > kMostNames) return reject(Code::TooManyNames, {{"limit", std::to_string(kMostNames)}});
  api::ResolvedNames answer{.on = asked.on, .items = {}};
  for (const std::string& name : asked.names) {
    const Resolution found = resolve(history, name, {.on = asked.on, .within = asked.within});
    api::ResolvedName item{.name = name, .outcome = {}, .group = std::nullopt, .organisations = {}, .candidates = {}};
    switch (found.outcome) {
      case Outcome::One:
        item.outcome = api::ResolveOutcome::One;
        break;
      case Outcome::Group:
        item.outcome = api::ResolveOutcome::Group;
        break;
      case Outcome::Ambiguous:
        item.outcome = api::ResolveOutcome::Ambiguous;
        break;
      case Outcome::Unknown:
        item.outcome = api::ResolveOutcome::Unknown;
        break;
    }
    if (found.group)
      if (const GroupRule* rule = find_group(*found.group)) item.group = api::GroupLink{rule->code, rule->vietnamese};
    item.organisations = links_of(history, found.organisations, asked.on);
    item.candidates = links_of(history, found.candidates, asked.on);
    answer.items.push_back(std::move(item));
  }
  return answer;
}

}  // namespace haidang::organisations
