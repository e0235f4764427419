// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>

namespace haidang::documents {

/// A zip archive with these parts (name → content), made with libzip.
std::string zip_of(const std::map<std::string, std::string>& parts);

/// The body of a Word document as a whole file; styles and numbering are the inner XML of those parts, or empty.
std::string docx_of(const std::string& body, const std::string& styles = {}, const std::string& numbering = {});

/// A paragraph with one run.
std::string paragraph(const std::string& text, const std::string& properties = {},
                      const std::string& run_properties = {});

}  // namespace haidang::documents
