// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "jobs/jobs.hpp"
#include "platform/clock.hpp"
#include "review/parts.hpp"

namespace haidang::review {

/// The job "read_document": opens the file in a child process, reads its plan, looks the agencies up, and stores the
/// proposals. What cannot be read leaves the document in the state `failed` with the reason.
jobs::Handler reading_handler(const Parts&, const platform::Clock&);

}  // namespace haidang::review
