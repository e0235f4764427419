// SPDX-License-Identifier: Apache-2.0
// A calendar file from anywhere is rejected or computes: no crash, no endless loop, and the sums hold.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ensure.hpp"
#include "calendar/deadline.hpp"
#include "calendar/library.hpp"

namespace {

using namespace haidang;
using namespace haidang::calendar;

void compute_with(const std::shared_ptr<const Calendar>& calendar) {
  const auto start =
      at(LocalDate{std::chrono::year{2024}, std::chrono::April, std::chrono::day{26}}, std::chrono::minutes{1000});
  const auto later = calendar->add_working_minutes(start, 5000);
  if (later != Calendar::last_moment())
    ensure(calendar->working_minutes_between(start, later) == 5000, "what was added can be measured");
  DeadlineCase matter;
  matter.calendar = calendar;
  matter.start = start;
  matter.rule.id = "fuzz";
  matter.rule.terms.budget.amount = 15;
  matter.pauses.push_back({start + std::chrono::hours{30}, start + std::chrono::hours{99}, PauseReason::Other, ""});
  // A calendar with a few working days in a century leads far away; such an explanation takes long to walk, not to
  // compute.
  if (const auto deadline = compute(matter); deadline && deadline->due < start + std::chrono::hours{24 * 400})
    ensure(replay(deadline->steps) == deadline->due, "the explanation recomputes");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const auto library = Library::with_packs();
  auto definition = parse_calendar({reinterpret_cast<const char*>(bytes), size});
  if (!definition) {
    ensure(!message(definition.error(), Language::Vietnamese).empty(), "every rejection has its sentence");
    return 0;
  }
  if (const auto calendar = library.compile(std::move(*definition))) compute_with(*calendar);
  return 0;
}
