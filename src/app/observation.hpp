// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <exception>
#include <optional>

#include "base/rejection.hpp"
#include "http/dispatcher.hpp"
#include "platform/log.hpp"
#include "platform/metrics.hpp"

namespace haidang::app {

/// Tells log and metrics of one answered request.
void observe(platform::Log&, platform::Metrics&, const http::Observation&);

/// What a person is told of a fault that will pass: the database is away, the disk is full or read-only. Nothing for
/// any other exception.
std::optional<Rejection> rejection_of_fault(const std::exception&);

}  // namespace haidang::app
