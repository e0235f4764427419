// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <set>

#include "organisations/structure.hpp"
#include "tests/act_building.hpp"

namespace haidang::organisations {

namespace {

constexpr int kHistories = 60;
constexpr int kActs = 40;

void for_random_histories(const std::function<void(std::mt19937&, const History&)>& check) {
  static const std::vector<History> histories = [] {
    std::vector<History> made;
    for (unsigned seed = 1; seed <= kHistories; ++seed) {
      std::mt19937 random(seed);
      made.push_back(testing::random_history(random, kActs));
    }
    return made;
  }();
  for (unsigned seed = 1; seed <= kHistories; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed + 1000);  // not the numbers that made the history
    check(random, histories[seed - 1]);
  }
}

LocalDate random_day(std::mt19937& random) {
  return add_days(testing::day("2019-01-01"), std::uniform_int_distribution<int>(0, 2600)(random));
}

}  // namespace

TEST_CASE("after any reorganisations every unit of any date has exactly one answerer on every later date") {
  for_random_histories([](std::mt19937& random, const History& history) {
    const LocalDate from = random_day(random);
    const LocalDate to = add_days(from, std::uniform_int_distribution<int>(0, 900)(random));
    for (const Life* life : history.existing_on(from)) {
      const OrganisationId answerer = history.answers_for(life->id, to);
      REQUIRE(history.find(answerer));
      CHECK(history.find(answerer)->exists_on(to));
      if (life->exists_on(to)) CHECK(answerer == life->id);
    }
  });
}

TEST_CASE("the organisations of any date form a tree whose parents exist") {
  for_random_histories([](std::mt19937& random, const History& history) {
    const LocalDate on = random_day(random);
    for (const Life* life : history.existing_on(on)) {
      const auto line = history.ancestors_of(life->id, on);
      for (const OrganisationId above : line) CHECK(history.find(above)->exists_on(on));
      CHECK(std::set<OrganisationId>(line.begin(), line.end()).size() == line.size());
    }
  });
}

TEST_CASE("nothing is counted twice and nothing is lost when figures are given in another structure") {
  for_random_histories([](std::mt19937& random, const History& history) {
    const LocalDate from = random_day(random), to = add_days(from, 700);
    std::vector<std::pair<OrganisationId, std::int64_t>> figures;
    std::int64_t total = 0;
    for (const Life* life : history.existing_on(from)) {
      figures.emplace_back(life->id, std::uniform_int_distribution<int>(1, 1000)(random));
      total += figures.back().second;
    }
    const auto sums = regroup<std::int64_t>(history, figures, to);
    std::int64_t regrouped = 0;
    for (const auto& [organisation, sum] : sums) regrouped += sum;
    CHECK(regrouped == total);
    CHECK(sums.size() <= figures.size());
  });
}

TEST_CASE("mapping by way of a date between gives the same as mapping at once") {
  for_random_histories([](std::mt19937& random, const History& history) {
    const LocalDate from = random_day(random), between = add_days(from, 300), to = add_days(from, 800);
    const auto at_once = in_structure_of(history, from, to);
    REQUIRE(at_once.has_value());
    for (const Mapped& mapped : *at_once)
      CHECK(history.answers_for(history.answers_for(mapped.organisation, between), to) == mapped.answerer);
  });
}

TEST_CASE("a rename changes no identity, no parent and no answerer") {
  for_random_histories([](std::mt19937& random, const History& history) {
    const LocalDate on = random_day(random);
    const auto existing = history.existing_on(on);
    if (existing.empty()) return;
    const OrganisationId subject = existing[random() % existing.size()]->id;
    const auto more =
        history.with(testing::act(on, {testing::renamed(subject, "Tên mới", OrganisationKind::Division)}));
    if (!more) return;
    CHECK(more->lives().size() == history.lives().size());
    for (const auto& [id, life] : history.lives()) {
      const Life& after = *more->find(id);
      CHECK(after.began == life.began);
      CHECK(after.parents.size() == life.parents.size());
      CHECK(more->answers_for(id, testing::day("2026-01-01")) == history.answers_for(id, testing::day("2026-01-01")));
    }
  });
}

TEST_CASE("an act entered late gives the same history as one entered in time") {
  for_random_histories([](std::mt19937&, const History& history) {
    auto acts = history.acts();
    std::reverse(acts.begin(), acts.end());
    const History again = testing::history_of(acts);
    REQUIRE(again.lives().size() == history.lives().size());
    for (const auto& [id, life] : history.lives()) {
      CHECK(again.find(id)->names.size() == life.names.size());
      CHECK(again.find(id)->ending.has_value() == life.ending.has_value());
      if (life.ending) CHECK(again.find(id)->ending->answerer == life.ending->answerer);
    }
  });
}

TEST_CASE("an act that is refused leaves a reason, and one that is accepted keeps what is later") {
  for_random_histories([](std::mt19937& random, const History& history) {
    const auto more = history.with(testing::random_act(random, history));
    if (!more) {
      CHECK(more.error().code >= Code::OrganisationUnknown);
      CHECK(more.error().code <= Code::LaterEventContradicts);
      return;
    }
    for (const auto& [id, life] : history.lives())
      if (life.ending) CHECK(more->find(id)->ending.has_value());
  });
}

}  // namespace haidang::organisations
