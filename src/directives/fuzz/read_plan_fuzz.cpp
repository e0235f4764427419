// SPDX-License-Identifier: Apache-2.0
// Any text has a plan, with every task's words where its span says they are.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ensure.hpp"
#include "base/vietnamese.hpp"
#include "directives/plan_json.hpp"
#include "directives/read_plan.hpp"
#include "documents/source.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace haidang;
  constexpr std::size_t kLongest = 20'000;
  if (size > kLongest) return 0;
  const auto source = documents::read_text({reinterpret_cast<const char*>(data), size});
  if (!source) return 0;
  const directives::Plan plan = directives::read_plan(*source);
  const std::size_t length = count_code_points(source->text);
  for (const directives::Task& task : plan.tasks) {
    ensure(!task.text.empty() && !task.clause.empty(), "a task has words and a clause");
    ensure(task.place.begin <= task.place.end && task.place.end <= length, "a task lies inside the text");
  }
  directives::plan_json(plan, *source);
  return 0;
}
