// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "plans.hpp"

namespace haidang::review {

struct Exported {
  std::string bytes, content_type, file_name;
};

/// Rejects ExportFormatUnknown.
Result<Exported> exported(const Printable&, std::string_view format);

/// A Content-Disposition for a name with Vietnamese letters (RFC 6266).
std::string disposition(std::string_view how, const std::string& file_name);

}  // namespace haidang::review
