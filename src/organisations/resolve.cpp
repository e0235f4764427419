// SPDX-License-Identifier: Apache-2.0
#include "organisations/resolve.hpp"

#include <algorithm>
#include <set>

#include "name_phrase.hpp"
#include "order.hpp"
#include "organisations/groups.hpp"

namespace haidang::organisations {

namespace {

constexpr std::size_t kMostHints = 12;

bool is_territorial(OrganisationKind kind) {
  return kind == OrganisationKind::Province || is_district(kind) || is_commune(kind);
}

enum class Only { Anything, Territories };

/// One name, read at one place.
class Resolving {
 public:
  Resolving(const History& history, std::string_view name, const Reading& reading)
      : history_(history), reading_(reading), words_(words_of(name)), existing_(history.existing_on(reading.on)) {
    if (reading.within) territory_ = territory_of(history, *reading.within, reading.on);
    if (const auto root = history.root(); root && history.find(*root)->began <= reading.on)
      root_ = history.answers_for(*root, reading.on);
    if (root_) root_words_ = words_of(named_now(*history.find(*root_)).naming.name);
  }

  Resolution resolve() {
    Resolution answer = decide();
    sort(answer.candidates);
    return answer;
  }

 private:
  Resolution decide() const {
    if (words_.empty()) return {};
    if (auto group = as_group(); group.outcome != Outcome::Unknown || !group.candidates.empty()) return group;
    Words rest = words_;
    const bool committee = drop_front(rest, "ủy ban nhân dân");
    if (committee)
      if (auto by_level = as_level(rest)) return *by_level;
    const Only only = committee ? Only::Territories : Only::Anything;
    for (const Words& form : forms_of(rest)) {
      if (auto found = choose(named(joined(form), only)); found.outcome != Outcome::Unknown) return found;
    }
    if (auto found = within_named_place(rest, only)) return *found;
    if (committee || rest.size() >= 2)
      if (auto found = by_bare_name(rest)) return *found;
    return unknown(rest);
  }

  void sort(std::vector<OrganisationId>& ids) const {
    std::vector<const Life*> lives;
    for (const OrganisationId id : ids) lives.push_back(history_.find(id));
    sort_by_kind_and_name(lives, reading_.on);
    std::transform(lives.begin(), lives.end(), ids.begin(), [](const Life* life) { return life->id; });
  }
  bool within(OrganisationId id, std::optional<OrganisationId> place) const {
    return place && history_.is_within(id, *place, reading_.on);
  }
  const NamedSince& named_now(const Life& life) const { return life.named_on(reading_.on); }

  // "các sở, ban, ngành", "UBND các quận, huyện", "các sở, ngành liên quan".
  Resolution as_group() const {
    Words rest = words_;
    drop_front(rest, "ủy ban nhân dân");
    const bool several = drop_front(rest, "các");
    const bool related = drop_back(rest, "liên quan");
    if (related) drop_back(rest, "có");
    const GroupRule* rule = group_named(rest, several);
    if (!rule) {
      drop_root(rest);
      for (const char* tail : {"trên địa bàn", "trực thuộc", "thuộc", "của"}) drop_back(rest, tail);
      rule = group_named(rest, several);
    }
    if (!rule) return {};
    Resolution answer{.outcome = Outcome::Group, .group = rule->code, .organisations = {}, .candidates = {}};
    for (const Life* life : members_of(history_, *rule, reading_.on, territory_))
      answer.organisations.push_back(life->id);
    if (answer.organisations.empty()) return {};
    if (related) {  // which of them is for a person to say
      answer.outcome = Outcome::Ambiguous;
      answer.candidates = std::move(answer.organisations);
      answer.organisations.clear();
    }
    return answer;
  }

  /// The rule whose level words are all that stands there.
  static const GroupRule* group_named(const Words& words, bool several) {
    std::set<std::string> levels;
    for (std::size_t at = 0; at < words.size();) {
      if (words[at] == "các") {
        ++at;
        continue;
      }
      const std::size_t length = level_word_at(words, at);
      if (length == 0) return nullptr;
      levels.insert(joined(words, at, at + length));
      at += length;
    }
    if (levels.empty() || (!several && levels.size() < 2)) return nullptr;
    for (const GroupRule& rule : group_rules()) {
      const bool all = std::all_of(levels.begin(), levels.end(), [&](const std::string& level) {
        return std::find(rule.words.begin(), rule.words.end(), level) != rule.words.end();
      });
      if (all && levels.size() >= rule.least) return &rule;
    }
    return nullptr;
  }

  // "UBND", "UBND thành phố", "UBND huyện": the committee of that level above the issuer.
  std::optional<Resolution> as_level(const Words& rest) const {
    if (rest.empty()) return territory_ ? one(*territory_) : Resolution{};
    if (level_word_at(rest, 0) != rest.size()) return std::nullopt;
    const auto bears_level = [&](OrganisationId id) {
      return named_now(*history_.find(id)).keys.spelling.starts_with(joined(rest) + ' ');
    };
    if (territory_) {
      for (const OrganisationId above : history_.ancestors_of(*territory_, reading_.on))
        if (bears_level(above)) return one(above);
    } else if (root_ && bears_level(*root_)) {
      return one(*root_);
    }
    return Resolution{};
  }

  /// The name as it stands, and without the tenant's own name behind it ("Sở Nội vụ thành phố Hải Phòng").
  std::vector<Words> forms_of(const Words& words) const {
    std::vector<Words> forms{words};
    Words shorter = words;
    if (drop_root(shorter) && !shorter.empty()) forms.push_back(std::move(shorter));
    return forms;
  }

  bool drop_root(Words& words) const {
    if (!root_) return false;
    const std::string level = joined(root_words_, 0, level_word_at(root_words_, 0));
    for (const std::string& tail : {joined(root_words_), bare_name(root_words_), level})
      if (!tail.empty() && words.size() > 1 && drop_back(words, tail)) return true;
    return false;
  }

  std::vector<OrganisationId> named(const std::string& spelling, Only only) const {
    std::vector<OrganisationId> found;
    if (spelling.empty()) return found;
    for (const Life* life : existing_) {
      const NamedSince& name = named_now(*life);
      if (only == Only::Territories && !is_territorial(name.naming.kind)) continue;
      if (name.keys.spelling == spelling || name.short_spelling == spelling ||
          (!is_territorial(name.naming.kind) && spelled_without_root(name) == spelling))
        found.push_back(life->id);
    }
    return found;
  }
  std::string spelled_without_root(const NamedSince& name) const {
    Words words = split_words(name.keys.spelling);
    drop_root(words);
    return joined(words);
  }

  /// Those of the issuer's own territory first, then the tenant's own, then neighbours.
  Resolution choose(const std::vector<OrganisationId>& found) const {
    if (found.size() <= 1) return found.empty() ? Resolution{} : one(found.front());
    for (const auto& place : {territory_, root_}) {
      std::vector<OrganisationId> near;
      std::copy_if(found.begin(), found.end(), std::back_inserter(near),
                   [&](OrganisationId id) { return within(id, place); });
      if (near.size() == 1) return one(near.front());
      if (near.size() > 1) return ambiguous(near);
    }
    return ambiguous(found);
  }

  // "phường Trần Hưng Đạo, quận Hồng Bàng", "Xã Hồng Phong (huyện Nam Sách)", "Phòng Nội vụ huyện An Lão".
  std::optional<Resolution> within_named_place(const Words& words, Only only) const {
    for (std::size_t at = 1; at < words.size(); ++at) {
      if (level_word_at(words, at) == 0) continue;
      const auto places = named(joined(words, at), Only::Territories);
      std::vector<OrganisationId> found;
      for (const OrganisationId id : named(joined(words, 0, at), only))
        if (std::any_of(places.begin(), places.end(), [&](OrganisationId place) { return within(id, place); }))
          found.push_back(id);
      if (!found.empty()) return choose(found);
    }
    return std::nullopt;
  }

  // "UBND Thủy Nguyên", "Hồng Bàng": taken only when a single unit bears the name at any level.
  std::optional<Resolution> by_bare_name(const Words& words) const {
    if (level_word_at(words, 0) != 0) return std::nullopt;
    const auto found = bearing(joined(words));
    if (found.empty()) return std::nullopt;
    return found.size() == 1 ? one(found.front()) : ambiguous(found);
  }
  std::vector<OrganisationId> bearing(const std::string& bare) const {
    std::vector<OrganisationId> found;
    for (const Life* life : existing_)
      if (is_territorial(named_now(*life).naming.kind) && named_now(*life).bare_spelling == bare)
        found.push_back(life->id);
    return found;
  }

  /// Hints: who answers today for one that bore the name at another time; the same name at another level; the same
  /// letters with other marks.
  Resolution unknown(const Words& words) const {
    Resolution answer;
    const auto add = [&](OrganisationId id) {
      auto& hints = answer.candidates;
      if (hints.size() < kMostHints && std::find(hints.begin(), hints.end(), id) == hints.end()) hints.push_back(id);
    };
    for (const Words& form : forms_of(words)) {
      for (const auto& [id, life] : history_.lives())
        for (const NamedSince& name : life.names)
          if (name.keys.spelling == joined(form) && life.began <= reading_.on)
            add(history_.answers_for(id, reading_.on));
      for (const OrganisationId id : bearing(bare_name(form))) add(id);
      const std::string letters = keys_of(joined(form)).letters;
      for (const Life* life : existing_)
        if (named_now(*life).keys.letters == letters) add(life->id);
    }
    return answer;
  }

  static Resolution one(OrganisationId id) {
    return {.outcome = Outcome::One, .group = std::nullopt, .organisations = {id}, .candidates = {}};
  }
  static Resolution ambiguous(std::vector<OrganisationId> among) {
    return {.outcome = Outcome::Ambiguous, .group = std::nullopt, .organisations = {}, .candidates = std::move(among)};
  }

  const History& history_;
  const Reading& reading_;
  Words words_;
  std::vector<const Life*> existing_;
  std::optional<OrganisationId> territory_, root_;
  Words root_words_;
};

}  // namespace

Resolution resolve(const History& history, std::string_view name, const Reading& reading) {
  return Resolving(history, name, reading).resolve();
}

std::optional<OrganisationId> find_issuer(const History& history, std::string_view issuer, LocalDate on) {
  const Resolution found = resolve(history, issuer, {.on = on, .within = std::nullopt});
  if (found.outcome != Outcome::One) return std::nullopt;
  return found.organisations.front();
}

}  // namespace haidang::organisations
