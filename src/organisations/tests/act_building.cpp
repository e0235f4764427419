// SPDX-License-Identifier: Apache-2.0
#include "tests/act_building.hpp"

#include <algorithm>

namespace haidang::organisations::testing {

namespace {

Event event(EventKind kind, std::vector<OrganisationId> subjects) {
  Event made;
  made.kind = kind;
  made.subjects = std::move(subjects);
  made.verified = true;
  return made;
}

std::int64_t next_sequence() {
  static std::int64_t sequence = 0;
  return ++sequence;
}

}  // namespace

Event created(OrganisationId id, const std::string& name, OrganisationKind kind, std::optional<OrganisationId> parent) {
  Event made = event(EventKind::Created, {id});
  made.naming = Naming{name, std::nullopt, kind, std::nullopt};
  made.parent = parent;
  return made;
}
Event renamed(OrganisationId id, const std::string& name, OrganisationKind kind) {
  Event made = event(EventKind::Renamed, {id});
  made.naming = Naming{name, std::nullopt, kind, std::nullopt};
  return made;
}
Event merged(std::vector<OrganisationId> subjects, OrganisationId into) {
  Event made = event(EventKind::Merged, std::move(subjects));
  made.answerer = into;
  made.results = {into};
  return made;
}
Event split(OrganisationId subject, std::vector<OrganisationId> parts, OrganisationId answerer) {
  Event made = event(EventKind::Split, {subject});
  made.results = std::move(parts);
  made.answerer = answerer;
  return made;
}
Event moved(std::vector<OrganisationId> subjects, std::optional<OrganisationId> parent) {
  Event made = event(EventKind::Moved, std::move(subjects));
  made.parent = parent;
  return made;
}
Event closed(std::vector<OrganisationId> subjects, OrganisationId answerer) {
  Event made = event(EventKind::Closed, std::move(subjects));
  made.answerer = answerer;
  return made;
}

RecordedAct act(const char* on, std::vector<Event> events) {
  return act(day(on), std::move(events));
}
RecordedAct act(LocalDate on, std::vector<Event> events) {
  RecordedAct made;
  made.sequence = next_sequence();
  made.act.id = ReorganisationId(made.sequence);
  made.act.on = on;
  made.act.source = {.document = "Quyết định thử nghiệm", .issued_on = {}, .issuer = {}, .verified = true, .note = {}};
  made.act.events = std::move(events);
  return made;
}

History history_of(std::vector<RecordedAct> acts) {
  auto folded = History::fold(std::move(acts));
  if (!folded) throw std::runtime_error(message(folded.error(), Language::English));
  return std::move(*folded);
}

namespace {

class RandomAct {
 public:
  RandomAct(std::mt19937& random, const History& history) : random_(random), history_(history) {
    on_ = add_days(day("2020-01-01"), below(2000));
    living_ = history.existing_on(on_);
  }

  RecordedAct make() {
    std::vector<Event> events;
    const int count = 1 + below(3);
    for (int i = 0; i < count; ++i) add_step(events);
    // New organisations first, as every act has them.
    std::stable_partition(events.begin(), events.end(),
                          [](const Event& event) { return event.kind == EventKind::Created; });
    return act(on_, std::move(events));
  }

 private:
  int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }
  OrganisationId any() {
    return living_.empty() ? org(1) : living_[static_cast<std::size_t>(below(static_cast<int>(living_.size())))]->id;
  }
  std::string name() { return "Đơn vị " + std::to_string(below(100'000)); }

  OrganisationId make_new(std::vector<Event>& events) {
    const OrganisationId id = org(1'000'000 + below(1'000'000'000));
    events.push_back(created(id, name(), OrganisationKind::Division, any()));
    return id;
  }

  void add_step(std::vector<Event>& events) {
    switch (below(7)) {
      case 0:
      case 1:
        make_new(events);
        break;
      case 2:
        events.push_back(renamed(any(), name(), OrganisationKind::Division));
        break;
      case 3: {
        const OrganisationId into = below(2) == 0 ? any() : make_new(events);
        events.push_back(merged({any(), any()}, into));
        break;
      }
      case 4: {
        const OrganisationId subject = any(), first = make_new(events);
        const OrganisationId second = below(3) == 0 ? subject : below(2) == 0 ? any() : make_new(events);
        events.push_back(split(subject, {first, second}, second));
        break;
      }
      case 5:
        events.push_back(moved({any()}, any()));
        break;
      default:
        events.push_back(closed({any()}, any()));
        break;
    }
  }

  std::mt19937& random_;
  const History& history_;
  LocalDate on_;
  std::vector<const Life*> living_;
};

}  // namespace

RecordedAct random_act(std::mt19937& random, const History& history) {
  return RandomAct(random, history).make();
}

History random_history(std::mt19937& random, int acts) {
  std::vector<Event> first{created(org(1), "Thành phố", OrganisationKind::Province)};
  for (int i = 2; i < 8; ++i)
    first.push_back(created(org(i), "Sở " + std::to_string(i), OrganisationKind::Department, org(1)));
  History history = history_of({act("2019-01-01", first)});
  for (int accepted = 0; accepted < acts;) {
    auto more = history.with(random_act(random, history));
    if (!more) continue;
    history = std::move(*more);
    ++accepted;
  }
  return history;
}

}  // namespace haidang::organisations::testing
