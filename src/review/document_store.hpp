// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>

#include "api_types.hpp"
#include "base/result.hpp"
#include "db/database.hpp"
#include "review/permissions.hpp"

/// The tables of documents and their readings.
namespace haidang::review {

/// Why a reading failed, kept so that it can be told in either language.
struct StoredFailure {
  int code = 0;
  std::vector<std::string> names, values;  ///< of its parameters
};
BOOST_DESCRIBE_STRUCT(StoredFailure, (), (code, names, values))
StoredFailure stored(const Rejection&);
Rejection rejection_of(const StoredFailure&);

struct DocumentRow {
  DocumentId id{0};
  std::int64_t version = 0;
  OrganisationId organisation{0};
  std::string file_name;
  api::FileKind kind{};
  std::string file_hash;
  std::int64_t size = 0;
  api::DocumentState state{};
  std::optional<StoredFailure> failure;
  int pages = 0;
  api::DocumentFacts facts;
  AccountId uploaded_by{0};
  Instant uploaded_at;
  int reading = 1;  ///< how often the file was read anew
  api::DocumentCounts counts;
  int plan_version = 0;
  bool may_review = false;
};

DocumentRow document_of(const db::Rows::Row&);

/// The document, when the actor holds the permission at its organisation today. Rejects DocumentNotFound.
Result<DocumentRow> find_document(db::Read&, const Context&, Permission, DocumentId);
/// For the program itself.
std::optional<DocumentRow> find_document(db::Read&, TenantId, DocumentId);
bool may_at(db::Read&, const Context&, Permission, OrganisationId);

struct DocumentFilter {
  std::string words;
  std::string state;  ///< or empty
  std::optional<OrganisationId> organisation;
  std::optional<DocumentId> before;  ///< ids below
  int most = 50;
};
std::vector<DocumentRow> list_documents(db::Read&, const Context&, const DocumentFilter&);

/// "%sở nội vụ%" for LIKE with "!" as escape, folded as `search_text` is.
std::string search_pattern(std::string_view words);
std::string search_text(const std::string& file_name, const api::DocumentFacts&);

struct StoredReading {
  std::string source_hash;
  json::Value details;
};
std::optional<StoredReading> find_reading(db::Read&, TenantId, const DocumentRow&);

}  // namespace haidang::review
