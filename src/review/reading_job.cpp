// SPDX-License-Identifier: Apache-2.0
#include "review/reading_job.hpp"

#include "announce.hpp"
#include "base/codec.hpp"
#include "base/ensure.hpp"
#include "directives/read_plan.hpp"
#include "documents/source_json.hpp"
#include "item_store.hpp"
#include "journal/journal.hpp"
#include "parties.hpp"
#include "platform/new_id.hpp"
#include "reading_details.hpp"
#include "sql.hpp"
#include "stored_json.hpp"

namespace haidang::review {
namespace {

using State = api::DocumentState;

struct Order {
  DocumentId document{0};
  int reading = 0;
};
BOOST_DESCRIBE_STRUCT(Order, (), (document, reading))

/// The document, if this order still stands: not withdrawn, not read already, not ordered anew.
std::optional<DocumentRow> find_ordered(db::Read& read, TenantId tenant, const Order& order) {
  auto document = find_document(read, tenant, order.document);
  const bool waits = document && (document->state == State::Queued || document->state == State::Reading);
  return waits && document->reading == order.reading ? document : std::nullopt;
}

std::optional<DocumentRow> start(const Parts& parts, TenantId tenant, const Order& order) {
  std::optional<DocumentRow> document;
  (void)parts.database.write([&](db::Write& write) -> Result<db::Done> {
    document = find_ordered(write, tenant, order);
    if (!document) return db::Done{};
    write.execute(sql::kUpdateDocumentState, {tenant, order.document, codec::word_of(State::Reading), std::nullopt});
    announce(parts, write, tenant, order.document, "reading_started");
    return db::Done{};
  });
  return document;
}

struct Read {
  documents::SourceDocument source;
  directives::Plan plan;
  std::string source_hash;
};

Result<Read> read_file(const Parts& parts, TenantId tenant, const DocumentRow& document) {
  const auto path = parts.files.find(tenant, document.file_hash);
  if (!path) return reject(Code::FileNotFound, {{"file", document.file_name}});
  auto source = documents::read_document(*path, parts.limits, parts.reader);
  if (!source) return pass_on(source);
  Read read{.source = std::move(*source), .plan = {}, .source_hash = {}};
  read.plan = directives::read_plan(read.source);
  read.source_hash = parts.files.put_bytes(tenant, json::compact(documents::to_json(read.source))).hash;
  return read;
}

ReadingDetails details_of(const directives::Plan& plan, const PlaceFinder& places) {
  ReadingDetails details{
      .findings = {}, .addressees = plan.addressees, .recipients = plan.recipients, .references = {}};
  for (const auto& finding : plan.findings) details.findings.push_back(finding_of(finding, places));
  for (const auto& reference : plan.references) details.references.push_back({reference.number, reference.date});
  return details;
}

/// Consecutive ids: hundreds of random ones of one moment would clash.
std::vector<Item> proposals(const directives::Plan& plan, const PlaceFinder& places, const PartyResolver& parties,
                            Instant now) {
  std::vector<Item> items;
  const auto first = platform::new_id_number(now);
  for (const auto& task : plan.tasks) {
    const auto at = static_cast<std::int64_t>(items.size());
    Item item{.id = ItemId{first + at}, .position = static_cast<double>(at + 1), .content = {}};
    item.content = content_of(task, places, [&](const std::string& name) { return parties.of_name(name); });
    items.push_back(std::move(item));
  }
  return items;
}

void store(const Parts& parts, db::Write& write, TenantId tenant, const DocumentRow& document, const Read& read,
           Instant now) {
  const auto uploaded_on = date_of(to_vietnam(document.uploaded_at));
  const PartyResolver parties(parts.organisations.history(write, tenant),
                              date_of_names(read.plan.document, uploaded_on), read.plan.document.issuer);
  const PlaceFinder places(read.source);
  const auto details = details_of(read.plan, places);
  const auto items = proposals(read.plan, places, parties, now);
  const auto facts = facts_of(read.plan.document);
  write.execute(sql::kInsertReading, {tenant, document.id, document.reading, read.source_hash, stored_json(details)});
  for (const Item& item : items) insert_item(write, tenant, document, item);
  write.execute(sql::kFinishReading,
                {tenant, document.id, static_cast<std::int64_t>(read.source.pages.size()), stored_json(facts),
                 search_text(document.file_name, facts), static_cast<std::int64_t>(items.size()),
                 static_cast<std::int64_t>(details.findings.size())});
  json::Array ids;
  for (const Item& item : items) ids.push_back(codec::write(item.id));
  journal::record(write, tenant, now,
                  {.kind = "document_read",
                   .subject = subject_of(document.id),
                   .body = json::Object{{"reading", document.reading},
                                        {"source", read.source_hash},
                                        {"items", std::move(ids)},
                                        {"findings", static_cast<std::int64_t>(details.findings.size())}}});
  announce(parts, write, tenant, document.id, "document_read");
}

Result<db::Done> work(const Parts& parts, const platform::Clock& clock, const jobs::Job& job) {
  const auto order = from_stored_value<Order>(job.payload);
  const auto document = start(parts, job.tenant, order);
  if (!document) return db::Done{};
  const auto read = read_file(parts, job.tenant, *document);
  if (!read) return pass_on(read);
  const Instant now = clock.now();
  return parts.database.write([&](db::Write& write) -> Result<db::Done> {
    if (find_ordered(write, job.tenant, order)) store(parts, write, job.tenant, *document, *read, now);
    return db::Done{};
  });
}

/// A fault of the machine is told in words that speak of the document.
Rejection told(const Rejection& why) {
  return why.code == Code::JobGivenUp ? Rejection{Code::ReadingGivenUp, {}, why.for_log} : why;
}

void give_up(const Parts& parts, const platform::Clock& clock, const jobs::Job& job, const Rejection& why) {
  const auto order = from_stored_value<Order>(job.payload);
  const Instant now = clock.now();
  (void)parts.database.write([&](db::Write& write) -> Result<db::Done> {
    if (!find_ordered(write, job.tenant, order)) return db::Done{};
    write.execute(sql::kUpdateDocumentState,
                  {job.tenant, order.document, codec::word_of(State::Failed), stored_json(stored(told(why)))});
    journal::record(write, job.tenant, now,
                    {.kind = "reading_failed",
                     .subject = subject_of(order.document),
                     .body = json::Object{{"reading", order.reading}, {"code", static_cast<int>(why.code)}}});
    announce(parts, write, job.tenant, order.document, "reading_failed");
    return db::Done{};
  });
}

}  // namespace

jobs::Handler reading_handler(const Parts& parts, const platform::Clock& clock) {
  return {
      .kind = "read_document",
      .attempts = 3,
      .work = [&parts, &clock](const jobs::Job& job) { return work(parts, clock, job); },
      .given_up = [&parts, &clock](const jobs::Job& job, const Rejection& why) { give_up(parts, clock, job, why); }};
}

}  // namespace haidang::review
