// SPDX-License-Identifier: Apache-2.0
#include "calendar_edits.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "edit_words.hpp"
#include "hours_words.hpp"

namespace haidang::calendar {
namespace {

template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};

}  // namespace

EditLayer::EditLayer(const Calendar& base, std::span<const CalendarEdit> edits) : base_(base) {
  for (const auto& edit : edits) replay(edit);
}

void EditLayer::set(LocalDate date, Meaning meaning) {
  days_.insert_or_assign(day_number(date), std::move(meaning));
}

std::optional<LocalDate> EditLayer::partner_of(LocalDate date) const {
  const auto here = days_.find(day_number(date));
  if (here != days_.end()) {
    const auto* swap = std::get_if<Swap>(&here->second);
    if (!swap) return {};
    return swap->off == date ? swap->worked : swap->off;
  }
  const auto* entry = base_.entry_on(date);
  const bool is_swap = entry && (entry->kind == DayKind::SwapOff || entry->kind == DayKind::SwapWorked);
  return is_swap ? std::optional(entry->partner) : std::nullopt;
}

void EditLayer::give_back(LocalDate date) {
  const auto partner = partner_of(date);
  set(date, Plain{});
  if (partner) set(*partner, Plain{});
}

void EditLayer::replay_days(const CalendarEdit& edit) {
  for (auto date = edit.from; date <= edit.to.value_or(edit.from); date = add_days(date, 1)) {
    if (edit.kind == CalendarEditKind::DaysOff)
      set(date, Off{name_of(edit), source_of(edit)});
    else
      give_back(date);
  }
}

void EditLayer::replay(const CalendarEdit& edit) {
  switch (edit.kind) {
    case CalendarEditKind::DaysOff:
    case CalendarEditKind::RemoveEntry:
      return replay_days(edit);
    case CalendarEditKind::WorkedDay:
      return set(edit.from, SpecialDay{edit.from, spans_of(edit), name_of(edit), source_of(edit)});
    case CalendarEditKind::Swap: {
      const Swap swap{edit.from, edit.worked.value(), spans_of(edit), name_of(edit), source_of(edit)};
      set(swap.off, swap);
      return set(swap.worked, swap);
    }
    case CalendarEditKind::Hours: {
      WeeklyHours hours{weekdays_of(edit), spans_of(edit), edit.from, edit.to, true, source_of(edit)};
      hours.counts_as_working_day = edit.counts_as_working_day.value_or(true);
      hours_.insert(hours_.begin(), std::move(hours));
      return;
    }
    case CalendarEditKind::CompleteUntil:
      complete_until_ = edit.from;
      return;
  }
}

CalendarDefinition EditLayer::definition() const {
  CalendarDefinition layer;
  layer.id = base_.id();
  layer.name = base_.name();
  layer.is_edit = true;
  layer.complete_until = complete_until_;
  layer.weekly_hours = hours_;
  for (const auto& [number, meaning] : days_) {
    const auto date = date_of_day(number);
    std::visit(Overloaded{[&](const Plain&) { layer.plain_days.push_back({date}); },
                          [&](const Off& off) {
                            layer.days_off.push_back({date, date, off.name, off.source});
                          },
                          [&](const SpecialDay& special) { layer.special_days.push_back(special); },
                          [&](const Swap& swap) {
                            if (swap.off == date) layer.swaps.push_back(swap);
                          }},
               meaning);
  }
  return layer;
}

Result<Library> edited_library(const Library& packs, const EditsByCalendar& edits) {
  std::map<std::string, CalendarDefinition, std::less<>> layers;
  for (const auto& [id, list] : edits) {
    const auto base = packs.calendar(id);
    if (!base) continue;  // edits of a calendar that no pack has any more are kept, without effect
    layers.emplace(id, EditLayer(**base, list).definition());
  }
  return packs.with_edits(layers);
}

}  // namespace haidang::calendar
