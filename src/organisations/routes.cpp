// SPDX-License-Identifier: Apache-2.0
#include "organisations/routes.hpp"

#include <algorithm>
#include <charconv>

#include "organisations/permissions.hpp"
#include "reorganise.hpp"
#include "views.hpp"

namespace haidang::organisations {

namespace {

using http::Call;
using http::Method;
using http::QueryParameter;

constexpr std::size_t kMostMatches = 100;
constexpr std::size_t kPage = 50;
const http::Needs kManageAll{kManage, http::Scope::WholeTenant};

QueryParameter on_parameter() {
  return {.name = "on", .description = "The date asked for, 2022-07-08; today when absent"};
}

std::shared_ptr<const History> history_of(const RouteParts& parts, const Call& call) {
  return parts.database.read(
      [&](db::Read& read) { return parts.directory.history(read, call.context().actor.tenant); });
}

Result<LocalDate> date_of_query(const Call& call, std::string_view name) {
  const std::string_view text = call.query(name);
  if (text.empty()) return call.today;
  return parse_date(text);
}

std::size_t number_of_query(const Call& call, std::string_view name, std::size_t otherwise) {
  const std::string_view text = call.query(name);
  std::size_t number = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// A question about one date.
template <class Answer, class Function>
std::function<Result<Answer>(const Call&)> on_date(RouteParts parts, Function function) {
  return [parts, function](const Call& call) -> Result<Answer> {
    const auto on = date_of_query(call, "on");
    if (!on) return pass_on(on);
    return function(*history_of(parts, call), call, *on);
  };
}

Result<api::OrganisationMatches> search_named(const History& history, const Call& call, LocalDate on) {
  Search wanted{.text = call.query("q"), .kind = std::nullopt, .limit = number_of_query(call, "limit", 20)};
  wanted.limit = std::min(wanted.limit, kMostMatches);
  if (!call.query("kind").empty()) wanted.kind = codec::from_word<OrganisationKind>(call.query("kind"));
  return search(history, wanted, on);
}

Result<api::StructureOverTime> structure_asked(const RouteParts& parts, const Call& call) {
  const auto from = date_of_query(call, "from");
  if (!from) return pass_on(from);
  const auto to = date_of_query(call, "to");
  if (!to) return pass_on(to);
  return structure_of(*history_of(parts, call), *from, *to);
}

Result<api::Reorganisations> list_reorganisations(const RouteParts& parts, const Call& call) {
  const auto history = history_of(parts, call);
  const std::size_t skip = number_of_query(call, "after", 0), count = history->acts().size();
  api::Reorganisations answer;
  for (std::size_t i = skip; i < std::min(count, skip + kPage); ++i)
    answer.items.push_back(reorganisation_of(*history, count - 1 - i, Steps::Some));
  if (skip + kPage < count) answer.next = std::to_string(skip + kPage);
  return answer;
}

Result<api::Reorganisation> one_reorganisation(const RouteParts& parts, const Call& call) {
  const auto history = history_of(parts, call);
  const auto id = call.id<ReorganisationId>("reorganisation");
  for (std::size_t i = 0; i < history->acts().size(); ++i)
    if (history->acts()[i].act.id == id) return reorganisation_of(*history, i, Steps::All);
  return reject(Code::ReorganisationUnknown, {{"reorganisation", std::to_string(id.value())}});
}

Result<api::ReorganisationRecorded> record(const RouteParts& parts, const Call& call,
                                           const api::ReorganisationDraft& draft) {
  const std::string topic = "tenant/" + std::to_string(call.context().actor.tenant.value()) + "/organisations";
  return parts.database.write([&](db::Write& transaction) {
    auto recorded = reorganise(transaction, parts.directory, call.context(), draft);
    if (recorded)
      transaction.after_commit([&events = parts.events, topic, id = recorded->id] {
        events.publish(topic, "organisations_changed", R"({"reorganisation":")" + id + R"("})");
      });
    return recorded;
  });
}

void add_questions(http::Router& router, const RouteParts& parts) {
  router.add<api::OrganisationsOnDate>(
      {.method = Method::Get,
       .path = "/api/organisations",
       .access = http::SignedIn{},
       .operation = "list_organisations",
       .summary = "All organisations that exist on a date, as a flat tree.",
       .query = {on_parameter()},
       .rejections = {Code::DateUnreadable, Code::DateImpossible}},
      on_date<api::OrganisationsOnDate>(parts, [](const History& history, const Call&, LocalDate on) {
        return Result<api::OrganisationsOnDate>(organisations_on(history, on));
      }));
  router.add<api::OrganisationMatches>(
      {.method = Method::Get,
       .path = "/api/organisations/search",
       .access = http::SignedIn{},
       .operation = "search_organisations",
       .summary = "Organisations by name: exact spelling first, namesakes and look-alikes each on their own.",
       .query = {{.name = "q", .description = "What was typed", .required = true},
                 on_parameter(),
                 {.name = "kind", .description = "Only this kind"},
                 {.name = "limit", .description = "At most so many, 20 when absent, never more than 100"}},
       .rejections = {Code::DateUnreadable, Code::DateImpossible}},
      on_date<api::OrganisationMatches>(parts, search_named));
  router.add<api::OrganisationDetail>(
      {.method = Method::Get,
       .path = "/api/organisations/{organisation}",
       .access = http::SignedIn{},
       .operation = "get_organisation",
       .summary = "One organisation: names, parents, events, predecessors, successors, who answers for it.",
       .query = {on_parameter()},
       .rejections = {Code::OrganisationUnknown, Code::DateUnreadable, Code::DateImpossible}},
      on_date<api::OrganisationDetail>(parts, [](const History& history, const Call& call, LocalDate on) {
        return detail_of(history, call.id<OrganisationId>("organisation"), on);
      }));
  router.add<api::OrganisationAnswerer>(
      {.method = Method::Get,
       .path = "/api/organisations/{organisation}/answerer",
       .access = http::SignedIn{},
       .operation = "get_organisation_answerer",
       .summary = "The one organisation that answers for it on a date.",
       .query = {on_parameter()},
       .rejections = {Code::OrganisationUnknown, Code::OrganisationNotThen, Code::DateUnreadable,
                      Code::DateImpossible}},
      on_date<api::OrganisationAnswerer>(parts, [](const History& history, const Call& call, LocalDate on) {
        return answerer_of(history, call.id<OrganisationId>("organisation"), on);
      }));
}

void add_overviews(http::Router& router, const RouteParts& parts) {
  router.add<api::StructureOverTime>(
      {.method = Method::Get,
       .path = "/api/structure",
       .access = http::SignedIn{},
       .operation = "get_structure",
       .summary = "Every organisation of one date with the one that answers for it on a later date.",
       .query = {{.name = "from", .description = "The earlier date; today when absent"},
                 {.name = "to", .description = "The later date; today when absent"}},
       .rejections = {Code::StructureDatesReversed, Code::DateUnreadable, Code::DateImpossible}},
      [parts](const Call& call) { return structure_asked(parts, call); });
  router.add<api::GroupsOnDate>(
      {.method = Method::Get,
       .path = "/api/groups",
       .access = http::SignedIn{},
       .operation = "list_groups",
       .summary = "Groups that documents address by level, with their members on a date.",
       .query = {on_parameter()},
       .rejections = {Code::DateUnreadable, Code::DateImpossible}},
      on_date<api::GroupsOnDate>(parts, [](const History& history, const Call&, LocalDate on) {
        return Result<api::GroupsOnDate>(groups_on(history, on));
      }));
  router.add<api::ResolveNames, api::ResolvedNames>(
      {.method = Method::Post,
       .path = "/api/organisations/resolve",
       .access = http::SignedIn{},
       .operation = "resolve_organisation_names",
       .summary = "Whom the names in a document of a date mean: one, a group, several possible, or nobody known.",
       .rejections = {Code::TooManyNames}},
      [parts](const Call& call, const api::ResolveNames& asked) {
        return resolve_all(*history_of(parts, call), asked);
      });
}

void add_reorganisations(http::Router& router, const RouteParts& parts) {
  const std::vector<Code> refusals{
      Code::OrganisationUnknown,      Code::OrganisationNotThen,    Code::OrganisationEndsOnItsFirstDay,
      Code::ReorganisationIncomplete, Code::MergeWithItself,        Code::SplitNeedsParts,
      Code::AnswererNotAmongParts,    Code::AnswererWithin,         Code::ParentWithin,
      Code::NothingRenamed,           Code::OrganisationNameTaken,  Code::LaterEventContradicts,
      Code::ReorganisationKeyUnknown, Code::ReorganisationKeyTwice, Code::ReorganisationDateFar,
      Code::ReorganisationMeanwhile};
  router.add<api::Reorganisations>({.method = Method::Get,
                                    .path = "/api/reorganisations",
                                    .access = http::SignedIn{},
                                    .operation = "list_reorganisations",
                                    .summary = "Reorganisations, the latest in effect first.",
                                    .query = {{.name = "after", .description = "`next` of the page before"}}},
                                   [parts](const Call& call) { return list_reorganisations(parts, call); });
  router.add<api::Reorganisation>({.method = Method::Get,
                                   .path = "/api/reorganisations/{reorganisation}",
                                   .access = http::SignedIn{},
                                   .operation = "get_reorganisation",
                                   .summary = "One reorganisation with all its steps.",
                                   .rejections = {Code::ReorganisationUnknown}},
                                  [parts](const Call& call) { return one_reorganisation(parts, call); });
  router.add<api::ReorganisationDraft, api::ReorganisationPreview>(
      {.method = Method::Post,
       .path = "/api/reorganisations/preview",
       .access = kManageAll,
       .operation = "preview_reorganisation",
       .summary = "What a reorganisation would do: the tree before and after, who will answer for what, warnings.",
       .rejections = refusals},
      [parts](const Call& call, const api::ReorganisationDraft& draft) {
        return preview_reorganisation(*history_of(parts, call), call.context(), draft);
      });
  router.add<api::ReorganisationDraft, api::ReorganisationRecorded>(
      {.method = Method::Post,
       .path = "/api/reorganisations",
       .access = kManageAll,
       .operation = "record_reorganisation",
       .summary = "Records what one legal document does to organisations on one day.",
       .rejections = refusals,
       .success = 201},
      [parts](const Call& call, const api::ReorganisationDraft& draft) { return record(parts, call, draft); });
}

}  // namespace

void add_routes(http::Router& router, RouteParts parts) {
  add_questions(router, parts);
  add_overviews(router, parts);
  add_reorganisations(router, parts);
}

}  // namespace haidang::organisations
