// SPDX-License-Identifier: Apache-2.0
#include "document_store.hpp"

#include <limits>

#include "base/codec.hpp"
#include "base/ensure.hpp"
#include "base/vietnamese.hpp"
#include "sql.hpp"
#include "stored_json.hpp"

namespace haidang::review {

StoredFailure stored(const Rejection& rejection) {
  StoredFailure failure{.code = static_cast<int>(rejection.code), .names = {}, .values = {}};
  for (const auto& [name, value] : rejection.parameters) {
    failure.names.push_back(name);
    failure.values.push_back(value);
  }
  return failure;
}

Rejection rejection_of(const StoredFailure& failure) {
  Rejection rejection{static_cast<Code>(failure.code), {}, {}};
  for (std::size_t at = 0; at < failure.names.size() && at < failure.values.size(); ++at)
    rejection.parameters.emplace_back(failure.names[at], failure.values[at]);
  return rejection;
}

DocumentRow document_of(const db::Rows::Row& row) {
  DocumentRow document;
  document.id = row.id<DocumentId>(0);
  document.version = row.integer(1);
  document.organisation = row.id<OrganisationId>(2);
  document.file_name = row.text(3);
  document.kind = from_stored_word<api::FileKind>(row.text(4));
  document.file_hash = row.text(5);
  document.size = row.integer(6);
  document.state = from_stored_word<api::DocumentState>(row.text(7));
  if (const auto failure = row.text_if(8)) document.failure = from_stored<StoredFailure>(*failure);
  document.pages = static_cast<int>(row.integer(9));
  document.facts = from_stored<api::DocumentFacts>(row.text(10));
  document.uploaded_by = row.id<AccountId>(11);
  document.uploaded_at = row.instant(12);
  document.reading = static_cast<int>(row.integer(13));
  document.counts.open = static_cast<int>(row.integer(14));
  document.counts.accepted = static_cast<int>(row.integer(15));
  document.counts.skipped = static_cast<int>(row.integer(16));
  document.counts.tasks = document.counts.open + document.counts.accepted + document.counts.skipped;
  document.counts.findings = static_cast<int>(row.integer(17));
  document.plan_version = static_cast<int>(row.integer(18));
  document.may_review = row.truth(19);
  return document;
}

Result<DocumentRow> find_document(db::Read& read, const Context& context, Permission permission, DocumentId id) {
  const auto rows =
      read.query(sql::kFindDocument, {context.actor.tenant, id, context.actor.account, permission.name, context.today});
  if (rows.empty()) return reject(Code::DocumentNotFound);
  return document_of(rows.front());
}

std::optional<DocumentRow> find_document(db::Read& read, TenantId tenant, DocumentId id) {
  const auto rows = read.query(sql::kFindDocumentForReading, {tenant, id});
  return rows.empty() ? std::nullopt : std::optional(document_of(rows.front()));
}

bool may_at(db::Read& read, const Context& context, Permission permission, OrganisationId organisation) {
  return !read.query(sql::kMayAt,
                     {context.actor.tenant, context.actor.account, permission.name, organisation, context.today})
              .empty();
}

std::vector<DocumentRow> list_documents(db::Read& read, const Context& context, const DocumentFilter& filter) {
  const auto before = filter.before ? filter.before->value() : std::numeric_limits<std::int64_t>::max();
  const auto organisation = filter.organisation ? filter.organisation->value() : 0;
  const auto rows =
      read.query(sql::kListDocuments, {context.actor.tenant, context.actor.account, kReadDocuments.name, context.today,
                                       search_pattern(filter.words), filter.state, organisation, before, filter.most});
  std::vector<DocumentRow> documents;
  for (const auto row : rows) documents.push_back(document_of(row));
  return documents;
}

std::string search_pattern(std::string_view words) {
  std::string pattern = "%";
  for (const char c : fold(collapse_spaces(words))) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += c;
  }
  return pattern == "%" ? pattern : pattern + "%";
}

std::string search_text(const std::string& file_name, const api::DocumentFacts& facts) {
  std::string text = file_name;
  for (const auto& part : {facts.number, facts.subject, facts.issuer, facts.kind, facts.signer})
    if (part) text += "\n" + *part;
  return fold(text);
}

std::optional<StoredReading> find_reading(db::Read& read, TenantId tenant, const DocumentRow& document) {
  const auto rows = read.query(sql::kFindReading, {tenant, document.id, document.reading});
  if (rows.empty()) return std::nullopt;
  auto details = json::parse(rows.front().text(1));
  ensure(details.has_value(), "what was stored of a reading is JSON");
  return StoredReading{rows.front().text(0), std::move(*details)};
}

}  // namespace haidang::review
