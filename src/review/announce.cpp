// SPDX-License-Identifier: Apache-2.0
#include "announce.hpp"

namespace haidang::review {

std::string topic_of(TenantId tenant, DocumentId document) {
  return "tenant/" + std::to_string(tenant.value()) + "/document/" + std::to_string(document.value());
}

std::string topic_of_list(TenantId tenant) {
  return "tenant/" + std::to_string(tenant.value()) + "/documents";
}

std::string subject_of(DocumentId document) {
  return "document/" + std::to_string(document.value());
}

void announce(const Parts& parts, db::Write& write, TenantId tenant, DocumentId document, std::string_view event) {
  write.after_commit([&events = parts.events, tenant, document, event = std::string(event)] {
    const auto id = std::to_string(document.value());
    events.publish(topic_of(tenant, document), event, "{\"document\":\"" + id + "\"}");
    events.publish(topic_of_list(tenant), "documents_changed", "{}");
  });
}

}  // namespace haidang::review
