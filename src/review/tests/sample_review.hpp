// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "decide.hpp"

/// A small review for the tests of decisions.
namespace haidang::review::testing {

inline constexpr AccountId kLan{11}, kMinh{12};

Instant noon();
ReviewParty home_affairs();
Item proposal(std::int64_t id, double position, std::string summary);

/// Who decides with what: command and item numbers are counted up, names resolve to one organisation.
class Desk {
 public:
  Deciding deciding(AccountId by);

 private:
  std::int64_t next_command_ = 1'000, next_item_ = 100;
};

api::ReviewCommand on(api::CommandKind, const Item&);
api::ReviewCommand edit_summary(const Item&, std::string summary);

}  // namespace haidang::review::testing
