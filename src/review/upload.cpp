// SPDX-License-Identifier: Apache-2.0
#include "upload.hpp"

#include "announce.hpp"
#include "base/codec.hpp"
#include "base/vietnamese.hpp"
#include "documents/kind.hpp"
#include "jobs/jobs.hpp"
#include "journal/journal.hpp"
#include "platform/files.hpp"
#include "platform/new_id.hpp"
#include "sql.hpp"

namespace haidang::review {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} << 20;
constexpr std::size_t kLongestName = 200;

static_assert(static_cast<int>(documents::Kind::Picture) == static_cast<int>(api::FileKind::Picture));

struct Examined {
  api::FileKind kind;
  std::int64_t size;
};

/// What can be told without opening the file; the rest is told by the reading.
Result<Examined> examine(const Upload& upload) {
  auto bytes = platform::read_file(upload.content, kMostBytes);
  if (!bytes && bytes.error().code == Code::FileTooLarge)
    return reject(Code::FileTooLarge, {{"file", upload.file_name}, {"limit", "64 MB"}});
  if (!bytes) return pass_on(bytes);
  const auto kind = documents::guess_kind(*bytes);
  if (!kind) return pass_on(kind);
  return Examined{static_cast<api::FileKind>(static_cast<int>(*kind)), static_cast<std::int64_t>(bytes->size())};
}

std::optional<Rejection> already_there(db::Read& read, TenantId tenant, OrganisationId organisation,
                                       const std::string& hash) {
  const auto rows = read.query(sql::kFindDocumentByFile, {tenant, organisation, hash});
  if (rows.empty()) return std::nullopt;
  return reject(Code::DocumentAlreadyThere,
                {{"document", std::to_string(rows.front().integer(0))}, {"file", rows.front().text(1)}})
      .value();
}

/// One person's documents are read one after the other, so that many of them, or a bad one, keep nobody else waiting.
void order_reading(const Parts& parts, db::Write& write, const Context& context, DocumentId document, int reading) {
  const json::Object payload{{"document", std::to_string(document.value())}, {"reading", reading}};
  jobs::enqueue(write, context.actor.tenant, context.now,
                {.kind = "read_document",
                 .payload = payload,
                 .queue = "account/" + std::to_string(context.actor.account.value())});
  write.after_commit([&parts] { parts.wake_jobs(); });
}

}  // namespace

Result<std::string> shown_name(std::string_view file_name) {
  const auto slash = file_name.find_last_of("/\\");
  std::u32string kept;
  for (const char32_t c :
       decode_utf8(to_nfc(slash == std::string_view::npos ? file_name : file_name.substr(slash + 1))))
    if (c >= 0x20 && c != 0x7f && !(c >= 0x202a && c <= 0x202e) && !(c >= 0x2066 && c <= 0x2069)) kept += c;
  const std::string name = collapse_spaces(encode_utf8(kept));
  if (name.empty() || name == "." || name == "..") return reject(Code::UploadNameMissing);
  const auto letters = decode_utf8(name);
  if (letters.size() <= kLongestName) return name;
  return encode_utf8(letters.substr(letters.size() - kLongestName));  // the end says what it is
}

Result<DocumentRow> take_upload(const Parts& parts, const Context& context, const Upload& upload) {
  const auto name = shown_name(upload.file_name);
  if (!name) return pass_on(name);
  const TenantId tenant = context.actor.tenant;
  const bool permitted =
      parts.database.read([&](db::Read& read) { return may_at(read, context, kUploadDocuments, upload.organisation); });
  if (!permitted) return reject(Code::UploadNotPermittedThere);
  const auto examined = examine(upload);
  if (!examined) return pass_on(examined);
  const auto file = parts.files.put(tenant, upload.content);
  return parts.database.write([&](db::Write& write) -> Result<DocumentRow> {
    if (auto problem = already_there(write, tenant, upload.organisation, file.hash))
      return tl::unexpected<Rejection>(std::move(*problem));
    const auto id = platform::new_id<DocumentId>(context.now);
    write.execute(sql::kInsertDocument,
                  {tenant, id, upload.organisation, *name, codec::word_of(examined->kind), file.hash, examined->size,
                   search_text(*name, {}), context.actor.account, context.now});
    journal::record(write, context,
                    {.kind = "document_uploaded",
                     .subject = subject_of(id),
                     .body = json::Object{{"organisation", std::to_string(upload.organisation.value())},
                                          {"file", file.hash},
                                          {"size", examined->size}}});
    order_reading(parts, write, context, id, 1);
    announce(parts, write, tenant, id, "document_uploaded");
    return *find_document(write, tenant, id);
  });
}

Result<DocumentRow> read_again(const Parts& parts, const Context& context, DocumentId id,
                               const api::ReadAgain& wanted) {
  return parts.database.write([&](db::Write& write) -> Result<DocumentRow> {
    const auto document = find_document(write, context, kUploadDocuments, id);
    if (!document) return pass_on(document);
    using State = api::DocumentState;
    if (document->state == State::Queued || document->state == State::Reading) return reject(Code::ReadingUnderWay);
    if (document->state == State::Planned) return reject(Code::ReviewClosed);
    if (document->state == State::InReview && !wanted.discard_review)
      return reject(Code::ReviewStarted,
                    {{"decided", std::to_string(document->counts.accepted + document->counts.skipped)}});
    write.execute(sql::kStartNewReading, {context.actor.tenant, id});
    journal::record(write, context,
                    {.kind = "reading_ordered",
                     .subject = subject_of(id),
                     .body = json::Object{{"reading", document->reading + 1}}});
    order_reading(parts, write, context, id, document->reading + 1);
    announce(parts, write, context.actor.tenant, id, "reading_ordered");
    return *find_document(write, context.actor.tenant, id);
  });
}

Result<db::Done> withdraw(const Parts& parts, const Context& context, DocumentId id) {
  return parts.database.write([&](db::Write& write) -> Result<db::Done> {
    const auto document = find_document(write, context, kUploadDocuments, id);
    if (!document) return pass_on(document);
    if (document->plan_version > 0) return reject(Code::DocumentHasPlan);
    write.execute(sql::kWithdrawDocument, {context.actor.tenant, id});
    journal::record(write, context, {.kind = "document_withdrawn", .subject = subject_of(id), .body = json::Object{}});
    announce(parts, write, context.actor.tenant, id, "document_withdrawn");
    return db::Done{};
  });
}

}  // namespace haidang::review
