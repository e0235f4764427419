// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "from_plan.hpp"

namespace haidang::review {

/// What a reading found besides the tasks, kept with it.
struct ReadingDetails {
  std::vector<StoredFinding> findings;
  std::vector<std::string> addressees, recipients;
  std::vector<ReviewReference> references;
};
BOOST_DESCRIBE_STRUCT(ReadingDetails, (), (findings, addressees, recipients, references))

}  // namespace haidang::review
