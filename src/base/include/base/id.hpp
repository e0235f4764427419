// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <cstdint>
#include <functional>

namespace haidang {

/// A strong id: `using TaskId = Id<struct TaskTag>;`. No default value, no conversion from or to another id.
template <class Tag>
class Id {
 public:
  explicit constexpr Id(std::int64_t value) : value_(value) {}
  constexpr std::int64_t value() const { return value_; }
  friend constexpr auto operator<=>(Id, Id) = default;

 private:
  std::int64_t value_;
};

}  // namespace haidang

template <class Tag>
struct std::hash<haidang::Id<Tag>> {
  std::size_t operator()(haidang::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value()); }
};
