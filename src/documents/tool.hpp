// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "documents/source.hpp"
#include "platform/child_process.hpp"

namespace haidang::documents {

/// Runs one of the programs that reading needs (poppler, Tesseract, LibreOffice) under the limits of this reading.
/// Only what a person should know becomes a rejection: ReaderMissing, ReadingTooSlow, DocumentTooBig; whether the
/// program was content with its input is in the outcome.
Result<platform::ChildOutcome> run_tool(std::vector<std::string> arguments, const std::filesystem::path& folder,
                                        const ReadLimits&);

}  // namespace haidang::documents
