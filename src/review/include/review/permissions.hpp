// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "platform/actor.hpp"

namespace haidang::review {

/// All three hold at the document's organisation; `plans.read` gives the saved plans without the documents' review.
inline constexpr Permission kReadDocuments{"documents.read"};
inline constexpr Permission kUploadDocuments{"documents.upload"};
inline constexpr Permission kReviewDocuments{"documents.review"};
inline constexpr Permission kReadPlans{"plans.read"};

}  // namespace haidang::review
