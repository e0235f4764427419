// SPDX-License-Identifier: Apache-2.0
#include "review/routes.hpp"

#include "announce.hpp"
#include "commands.hpp"
#include "document_text.hpp"
#include "export.hpp"
#include "history.hpp"
#include "page_picture.hpp"
#include "plans.hpp"
#include "source_file.hpp"
#include "sql.hpp"
#include "stored_json.hpp"
#include "upload.hpp"
#include "views.hpp"

namespace haidang::review {
namespace {

using http::Call;
using http::Method;
using http::Needs;
using http::Response;

constexpr int kPage = 50;

const http::QueryParameter kCursor{.name = "cursor", .description = "`next` of the page before"};
const http::QueryParameter kWords{.name = "q", .description = "words of number, subject, issuer or file name"};

DocumentId document_id(const Call& call) {
  return call.id<DocumentId>("document");
}

template <class AnyId>
std::optional<AnyId> id_of(std::string_view text) {
  const auto number = codec::parse_id(text);
  return number ? std::optional(AnyId(*number)) : std::nullopt;
}

std::optional<int> version_of(const Call& call) {
  const auto number = codec::parse_id(call.query("version"));
  return number && *number < 1'000'000 ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

api::DocumentEntry entry_of(const Parts& parts, db::Read& read, const Context& context, const DocumentRow& row) {
  return Views(parts, read, context.actor.tenant, context.today, context.language).entry(row);
}

Result<api::DocumentEntry> shown(const Parts& parts, const Context& context, const Result<DocumentRow>& row) {
  if (!row) return pass_on(row);
  return parts.database.read([&](db::Read& read) { return entry_of(parts, read, context, *row); });
}

DocumentFilter filter_of(const Call& call) {
  return {.words = std::string(call.query("q")),
          .state = std::string(call.query("state")),
          .organisation = id_of<OrganisationId>(call.query("organisation")),
          .before = id_of<DocumentId>(call.query("cursor")),
          .most = kPage};
}

api::DocumentList list(const Parts& parts, const Context& context, DocumentFilter filter) {
  return parts.database.read([&](db::Read& read) {
    filter.most = kPage + 1;
    Views views(parts, read, context.actor.tenant, context.today, context.language);
    api::DocumentList page;
    for (const auto& row : list_documents(read, context, filter)) {
      if (page.items.size() == kPage) {
        page.next = std::to_string(page.items.back().id.value());
        break;
      }
      page.items.push_back(views.entry(row));
    }
    return page;
  });
}

/// Where no organisation is named, the document belongs to the first one that the account uploads for.
Result<OrganisationId> organisation_of(const Call& call) {
  if (const auto named = id_of<OrganisationId>(call.query("organisation"))) return *named;
  const auto scopes = call.context().actor.scopes_of(kUploadDocuments);
  if (scopes.empty()) return reject(Code::UploadNotPermittedThere);
  return scopes.front();
}

Result<api::DocumentEntry> upload(const Parts& parts, const Call& call) {
  const auto organisation = organisation_of(call);
  if (!organisation) return pass_on(organisation);
  if (!call.request.spooled) return reject(Code::DocumentEmpty);
  const auto row = take_upload(parts, call.context(),
                               {.file_name = std::string(call.query("file_name")),
                                .organisation = *organisation,
                                .content = call.request.spooled->path});
  return shown(parts, call.context(), row);
}

Result<api::DocumentText> text(const Parts& parts, const Call& call) {
  return parts.database.read([&](db::Read& read) -> Result<api::DocumentText> {
    const auto row = find_document(read, call.context(), kReadDocuments, document_id(call));
    if (!row) return pass_on(row);
    const auto source = load_source(parts, read, call.context().actor.tenant, *row);
    if (!source) return pass_on(source);
    auto text = document_text(*source);
    text.document = row->id;
    return text;
  });
}

Result<Response> original(const Parts& parts, const Call& call) {
  const auto row = parts.database.read(
      [&](db::Read& read) { return find_document(read, call.context(), kReadDocuments, document_id(call)); });
  if (!row) return pass_on(row);
  const auto path = parts.files.find(call.context().actor.tenant, row->file_hash);
  if (!path) return reject(Code::FileNotFound, {{"file", row->file_name}});
  Response response{.status = 200, .headers = {}, .body = http::FileBody{*path}};
  response.headers.set("Content-Type", "application/octet-stream");
  response.headers.set("Content-Disposition", disposition("attachment", row->file_name));
  response.headers.set("Cache-Control", "private, no-cache");
  return response;
}

Result<Response> picture(const Parts& parts, const Call& call) {
  const auto page = codec::parse_id(call.path_value("page"));
  const auto found =
      page_picture(parts, call.context(), document_id(call), page && *page < 100'000 ? static_cast<int>(*page) : 0);
  if (!found) return pass_on(found);
  Response response{.status = 200, .headers = {}, .body = http::FileBody{found->path}};
  response.headers.set("Content-Type", found->content_type);
  response.headers.set("Cache-Control", "private, max-age=86400");
  return response;
}

Result<Response> listen(const Parts& parts, const Call& call) {
  const auto row = parts.database.read(
      [&](db::Read& read) { return find_document(read, call.context(), kReadDocuments, document_id(call)); });
  if (!row) return pass_on(row);
  return Response{
      .status = 200, .headers = {}, .body = http::EventStreamBody{{topic_of(call.context().actor.tenant, row->id)}}};
}

Result<Response> listen_to_list(const Call& call) {
  return Response{
      .status = 200, .headers = {}, .body = http::EventStreamBody{{topic_of_list(call.context().actor.tenant)}}};
}

/// The answer to a command that came too late carries the item as it stands now.
Response too_late(const Parts& parts, const Call& call, const Rejection& rejection) {
  Response response = http::problem_response(rejection, call.request);
  const auto item = id_of<ItemId>(rejection.parameters.front().second);
  const auto current = item ? show_item(parts, call.context(), document_id(call), *item) : std::nullopt;
  auto problem = json::parse(std::get<std::string>(response.body));
  if (!current || !problem) return response;
  problem->as_object()["current"] = codec::write(*current);
  response.body = json::compact(*problem);
  return response;
}

Result<Response> command(const Parts& parts, const Call& call) {
  const auto value = json::parse(call.request.body);
  if (!value) return pass_on(value);
  const auto wanted = codec::read<api::ReviewCommand>(*value);
  if (!wanted) return pass_on(wanted);
  const auto changed = carry_out(parts, call.context(), document_id(call), *wanted);
  if (changed) return http::json_response(200, stored_json(*changed));
  if (changed.error().code == Code::ReviewItemChanged) return too_late(parts, call, changed.error());
  return pass_on(changed);
}

Result<Response> export_plan(const Parts& parts, const Call& call) {
  const bool draft = call.query("draft") == "true";
  const auto plan = printable(parts, call.context(), document_id(call), version_of(call), draft);
  if (!plan) return pass_on(plan);
  auto file = exported(*plan, call.query("format"));
  if (!file) return pass_on(file);
  Response response{.status = 200, .headers = {}, .body = std::move(file->bytes)};
  response.headers.set("Content-Type", file->content_type);
  response.headers.set("Content-Disposition", disposition("attachment", file->file_name));
  return response;
}

void add_document_routes(http::Router& router, const Parts& parts) {
  const Needs reading{kReadDocuments}, uploading{kUploadDocuments};
  router.add<api::DocumentList>(
      {.method = Method::Get,
       .path = "/api/documents",
       .access = reading,
       .operation = "list_documents",
       .summary = "The uploaded documents that the account may see, the newest first.",
       .query = {kWords,
                 {.name = "state",
                  .description = "only documents in this state",
                  .choices = codec::detail::enum_words<api::DocumentState>()},
                 {.name = "organisation", .description = "only documents of this organisation"},
                 kCursor}},
      [&parts](const Call& call) -> Result<api::DocumentList> { return list(parts, call.context(), filter_of(call)); });
  router.add<api::DocumentEntry>(
      {.method = Method::Post,
       .path = "/api/documents",
       .access = uploading,
       .operation = "upload_document",
       .summary = "Uploads a document; the body is the file. It is read in the background.",
       .query = {{.name = "file_name", .description = "the name of the file", .required = true},
                 {.name = "organisation", .description = "for whom; otherwise the first one the account uploads for"}},
       .rejections = {Code::UploadNameMissing, Code::UploadNotPermittedThere, Code::FileTooLarge, Code::DocumentEmpty,
                      Code::NotADocument, Code::KindUnsupported, Code::DocumentEncrypted, Code::DocumentAlreadyThere},
       .success = 201,
       .takes_upload = true},
      [&parts](const Call& call) { return upload(parts, call); });
  router.add<api::DocumentEntry>({.method = Method::Get,
                                  .path = "/api/documents/{document}",
                                  .access = reading,
                                  .operation = "get_document",
                                  .summary = "One document.",
                                  .rejections = {Code::DocumentNotFound}},
                                 [&parts](const Call& call) {
                                   const auto row = parts.database.read([&](db::Read& read) {
                                     return find_document(read, call.context(), kReadDocuments, document_id(call));
                                   });
                                   return shown(parts, call.context(), row);
                                 });
  router.add<http::Empty>({.method = Method::Delete,
                           .path = "/api/documents/{document}",
                           .access = uploading,
                           .operation = "withdraw_document",
                           .summary = "Takes a document without a saved plan out of the lists; the file is kept.",
                           .rejections = {Code::DocumentNotFound, Code::DocumentHasPlan}},
                          [&parts](const Call& call) -> Result<http::Empty> {
                            const auto done = withdraw(parts, call.context(), document_id(call));
                            if (!done) return pass_on(done);
                            return http::Empty{};
                          });
  router.add<api::ReadAgain, api::DocumentEntry>(
      {.method = Method::Post,
       .path = "/api/documents/{document}/reading",
       .access = uploading,
       .operation = "read_document_again",
       .summary = "Reads the file anew.",
       .rejections = {Code::DocumentNotFound, Code::ReadingUnderWay, Code::ReviewClosed, Code::ReviewStarted}},
      [&parts](const Call& call, const api::ReadAgain& wanted) {
        return shown(parts, call.context(), read_again(parts, call.context(), document_id(call), wanted));
      });
}

void add_content_routes(http::Router& router, const Parts& parts) {
  const Needs reading{kReadDocuments};
  router.add<api::DocumentText>({.method = Method::Get,
                                 .path = "/api/documents/{document}/text",
                                 .access = reading,
                                 .operation = "get_document_text",
                                 .summary = "The text of a document by pages and lines, with their places.",
                                 .rejections = {Code::DocumentNotFound, Code::DocumentNotReadYet}},
                                [&parts](const Call& call) { return text(parts, call); });
  router.add_raw({.method = Method::Get,
                  .path = "/api/documents/{document}/file",
                  .access = reading,
                  .operation = "get_document_file",
                  .summary = "The file as it was uploaded.",
                  .rejections = {Code::DocumentNotFound, Code::FileNotFound},
                  .response_type = "application/octet-stream"},
                 [&parts](const Call& call) { return original(parts, call); });
  router.add_raw({.method = Method::Get,
                  .path = "/api/documents/{document}/pages/{page}",
                  .access = reading,
                  .operation = "get_page_picture",
                  .summary = "The picture of a page of a PDF or a scan.",
                  .rejections = {Code::DocumentNotFound, Code::PageUnknown, Code::PagePictureMissing},
                  .response_type = "image/png"},
                 [&parts](const Call& call) { return picture(parts, call); });
  router.add_raw({.method = Method::Get,
                  .path = "/api/documents/{document}/events",
                  .access = reading,
                  .operation = "listen_to_document",
                  .summary = "Server-sent events: something changed about this document.",
                  .rejections = {Code::DocumentNotFound},
                  .response_type = "text/event-stream"},
                 [&parts](const Call& call) { return listen(parts, call); });
  router.add_raw({.method = Method::Get,
                  .path = "/api/documents/events",
                  .access = reading,
                  .operation = "listen_to_documents",
                  .summary = "Server-sent events: something changed in the list of documents.",
                  .response_type = "text/event-stream"},
                 [](const Call& call) { return listen_to_list(call); });
  router.add<api::DocumentHistory>(
      {.method = Method::Get,
       .path = "/api/documents/{document}/history",
       .access = reading,
       .operation = "get_document_history",
       .summary = "Who did what about a document, from the journal, the newest first.",
       .rejections = {Code::DocumentNotFound}},
      [&parts](const Call& call) { return show_history(parts, call.context(), document_id(call)); });
}

void add_review_routes(http::Router& router, const Parts& parts) {
  const Needs reviewing{kReviewDocuments};
  router.add<api::Review>({.method = Method::Get,
                           .path = "/api/documents/{document}/review",
                           .access = Needs{kReadDocuments},
                           .operation = "get_review",
                           .summary = "The proposals of a document, what people decided, and its findings.",
                           .rejections = {Code::DocumentNotFound, Code::DocumentNotReadYet}},
                          [&parts](const Call& call) { return show_review(parts, call.context(), document_id(call)); });
  http::Route commanding{
      .declaration = {.method = Method::Post,
                      .path = "/api/documents/{document}/review/commands",
                      .access = reviewing,
                      .operation = "command_review",
                      .summary = "Accepts, edits, splits, merges, skips or adds tasks, or takes the last command back.",
                      .rejections = {Code::DocumentNotFound, Code::DocumentNotReadYet, Code::ReviewClosed,
                                     Code::ReviewItemUnknown, Code::ReviewItemChanged, Code::ReviewItemAlready,
                                     Code::CommandFieldMissing, Code::ReviewSummaryMissing, Code::ReviewTextTooLong,
                                     Code::DeadlineIncomplete, Code::DeadlineBeforeIssueUnconfirmed,
                                     Code::TextSpanOutside, Code::ItemSplitNeedsParts, Code::MergeNeedsItems,
                                     Code::NothingToUndo, Code::ReviewUndoOvertaken, Code::NumberUnreadable}},
      .handle = [&parts](const Call& call) { return command(parts, call); },
      .request_schema = [](codec::SchemaBook& schemas) { return schemas.schema_of<api::ReviewCommand>(); },
      .response_schema = [](codec::SchemaBook& schemas) { return schemas.schema_of<api::ReviewChanged>(); }};
  router.add_route(std::move(commanding));
  router.add<http::Empty>({.method = Method::Post,
                           .path = "/api/documents/{document}/review/reopening",
                           .access = reviewing,
                           .operation = "reopen_review",
                           .summary = "Opens the review of a saved plan again; the saved version is kept.",
                           .rejections = {Code::DocumentNotFound, Code::PlanNotSaved}},
                          [&parts](const Call& call) -> Result<http::Empty> {
                            const auto done = reopen_review(parts, call.context(), document_id(call));
                            if (!done) return pass_on(done);
                            return http::Empty{};
                          });
}

void add_plan_routes(http::Router& router, const Parts& parts) {
  const http::QueryParameter version{.name = "version", .description = "of the plan; otherwise the latest"};
  router.add<api::SavePlan, api::PlanSaved>(
      {.method = Method::Post,
       .path = "/api/documents/{document}/plan",
       .access = Needs{kReviewDocuments},
       .operation = "save_plan",
       .summary = "Saves what was accepted as the next version of the plan.",
       .rejections = {Code::DocumentNotFound, Code::DocumentNotReadYet, Code::ReviewClosed, Code::ReviewMovedOn,
                      Code::PlanNotReady, Code::PlanEmpty},
       .success = 201},
      [&parts](const Call& call, const api::SavePlan& wanted) {
        return save_plan(parts, call.context(), document_id(call), wanted);
      });
  router.add<api::SavedPlan>(
      {.method = Method::Get,
       .path = "/api/documents/{document}/plan",
       .access = Needs{kReadPlans},
       .operation = "get_plan",
       .summary = "A saved plan: tasks, by agency, by deadline, counts.",
       .query = {version},
       .rejections = {Code::DocumentNotFound, Code::PlanUnknown}},
      [&parts](const Call& call) { return show_plan(parts, call.context(), document_id(call), version_of(call)); });
  router.add_raw(
      {.method = Method::Get,
       .path = "/api/documents/{document}/plan/export",
       .access = Needs{kReadPlans},
       .operation = "export_plan",
       .summary = "The plan as a file; before it is saved, the proposals as a draft.",
       .query =
           {{.name = "format", .description = "the kind of file", .required = true, .choices = {"xlsx", "docx", "pdf"}},
            version,
            {.name = "draft", .description = "what stands in the review", .choices = {"true", "false"}}},
       .rejections = {Code::DocumentNotFound, Code::DocumentNotReadYet, Code::PlanUnknown, Code::ExportFormatUnknown},
       .response_type = "application/octet-stream"},
      [&parts](const Call& call) { return export_plan(parts, call); });
  router.add<api::PlanList>({.method = Method::Get,
                             .path = "/api/plans",
                             .access = Needs{kReadPlans},
                             .operation = "list_plans",
                             .summary = "The latest saved plan of each document.",
                             .query = {kWords, kCursor}},
                            [&parts](const Call& call) -> Result<api::PlanList> {
                              return parts.database.read([&](db::Read& read) {
                                return list_plans(read, parts, call.context(), filter_of(call));
                              });
                            });
}

}  // namespace

void add_routes(http::Router& router, const Parts& parts) {
  add_document_routes(router, parts);
  add_content_routes(router, parts);
  add_review_routes(router, parts);
  add_plan_routes(router, parts);
}

db::ModuleMigrations migrations() {
  return {"review", sql::migrations()};
}

}  // namespace haidang::review
