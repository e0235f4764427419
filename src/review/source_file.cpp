// SPDX-License-Identifier: Apache-2.0
#include "source_file.hpp"

#include <stdexcept>

#include "documents/source_json.hpp"
#include "platform/files.hpp"

namespace haidang::review {

Result<documents::SourceDocument> load_source(const Parts& parts, db::Read& read, TenantId tenant,
                                              const DocumentRow& document) {
  const auto reading = find_reading(read, tenant, document);
  if (!reading) return reject(Code::DocumentNotReadYet);
  const auto path = parts.files.find(tenant, reading->source_hash);
  if (!path) throw std::runtime_error("the file store lost what was read: " + reading->source_hash);
  const auto bytes = platform::read_file(*path);
  if (!bytes) return pass_on(bytes);
  const auto value = json::parse(*bytes);
  if (!value) return pass_on(value);
  return documents::source_from_json(*value);
}

}  // namespace haidang::review
