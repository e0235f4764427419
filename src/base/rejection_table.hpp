// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>

#include "base/rejection.hpp"

namespace haidang {

/// All rows of the catalogue, in the order of api/rejections.tsv (generated).
std::span<const RejectionEntry> rejection_table();

}  // namespace haidang
