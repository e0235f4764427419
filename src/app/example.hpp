// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "command.hpp"
#include "platform/log.hpp"
#include "wiring.hpp"

namespace haidang::app {

/// Loads Hải Phòng and its people, what is missing of them; their passwords are random and printed once, when they are
/// made, and kept in the data folder. Rejects ExampleNotHere (the tenant is another province), …
Result<db::Done> load_example_city(Wiring&, CommandContext&);

/// Uploads the documents in examples/ as the office of the city would, those that are not there yet. In the way a
/// browser does, through the route.
void upload_example_documents(Wiring&, platform::Log&);

}  // namespace haidang::app
