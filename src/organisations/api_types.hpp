// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "organisations/event.hpp"
#include "platform/actor.hpp"

/// What the routes of `organisations` take and give. `from` is the first day and `until` the last day on which
/// something held; without `until` it still holds, as far as is known.
namespace haidang::organisations::api {

/// GET /api/organisations?on=: one row of the tree.
struct OrganisationRow {
  OrganisationId id{0};
  std::string name;
  std::optional<std::string> short_name;
  OrganisationKind kind{};
  std::optional<std::string> code;  ///< General Statistics Office code, or the agency identifier
  std::optional<OrganisationId> parent;
  LocalDate from;
  std::optional<LocalDate> until;
  bool verified = false;  ///< false: "chưa kiểm chứng"
  int children = 0;       ///< direct ones on that date
};
BOOST_DESCRIBE_STRUCT(OrganisationRow, (), (id, name, short_name, kind, code, parent, from, until, verified, children))

struct OrganisationsOnDate {
  LocalDate on;
  std::vector<OrganisationRow> organisations;  ///< parents before children, siblings by kind and name
};
BOOST_DESCRIBE_STRUCT(OrganisationsOnDate, (), (on, organisations))

/// An organisation where it is only mentioned: enough to show and to open it. The name is that of the date asked for,
/// or of its last day. `within` is the name of its parent then, which tells namesakes apart.
struct OrganisationLink {
  OrganisationId id{0};
  std::string name;
  OrganisationKind kind{};
  std::optional<std::string> within;
  LocalDate from;
  std::optional<LocalDate> until;
};
BOOST_DESCRIBE_STRUCT(OrganisationLink, (), (id, name, kind, within, from, until))

/// GET /api/organisations/search?q=&on=&kind=&limit=: exact spelling first, then the same letters with other tone
/// marks, then names that begin with or contain the words.
enum class MatchedHow { Exact, OtherMarks, Beginning, Inside };
BOOST_DESCRIBE_ENUM(MatchedHow, Exact, OtherMarks, Beginning, Inside)

struct OrganisationMatch {
  OrganisationLink organisation;
  std::optional<std::string> short_name;
  MatchedHow matched{};
};
BOOST_DESCRIBE_STRUCT(OrganisationMatch, (), (organisation, short_name, matched))

struct OrganisationMatches {
  LocalDate on;
  std::vector<OrganisationMatch> items;
};
BOOST_DESCRIBE_STRUCT(OrganisationMatches, (), (on, items))

/// One event as it is told: subjects are what it happened to, results what came out of it (the new or receiving
/// organisations; for a move the new parent).
struct ReorganisationStep {
  std::string reorganisation;  ///< the act it belongs to
  EventKind kind{};
  LocalDate on;
  LegalSource source;
  std::vector<OrganisationLink> subjects, results;
  std::optional<OrganisationLink> answerer;            ///< of a merged, split or closed subject
  std::optional<std::string> name_before, name_after;  ///< of a rename
  bool verified = false;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(ReorganisationStep, (),
                      (reorganisation, kind, on, source, subjects, results, answerer, name_before, name_after, verified,
                       note))

struct OrganisationNamePeriod {
  std::string name;
  std::optional<std::string> short_name;
  OrganisationKind kind{};
  std::optional<std::string> code;
  LocalDate from;
  std::optional<LocalDate> until;
};
BOOST_DESCRIBE_STRUCT(OrganisationNamePeriod, (), (name, short_name, kind, code, from, until))

struct OrganisationParentPeriod {
  OrganisationLink parent;
  LocalDate from;
  std::optional<LocalDate> until;
};
BOOST_DESCRIBE_STRUCT(OrganisationParentPeriod, (), (parent, from, until))

struct GroupLink {
  std::string code;  ///< "districts"
  std::string name;  ///< "UBND các quận, huyện"
};
BOOST_DESCRIBE_STRUCT(GroupLink, (), (code, name))

/// GET /api/organisations/{organisation}?on=
struct OrganisationDetail {
  LocalDate on;
  bool exists = false;           ///< on that date
  OrganisationRow organisation;  ///< on that date; else on its last day, or its first when the date lies before
  std::vector<OrganisationNamePeriod> names;      ///< oldest first
  std::vector<OrganisationParentPeriod> parents;  ///< oldest first
  std::vector<ReorganisationStep> history;  ///< everything that happened to it, oldest first; the first one made it
  std::optional<ReorganisationStep> ended_by;
  std::vector<OrganisationLink> predecessors;
  std::vector<OrganisationLink> successors;  ///< all that parts of it went to
  std::optional<OrganisationLink> answerer;  ///< who answers for it on that date: itself while it exists; nothing
                                             ///< before it began
  std::vector<OrganisationLink> children;    ///< on that date
  std::vector<GroupLink> groups;             ///< it belongs to on that date
};
BOOST_DESCRIBE_STRUCT(OrganisationDetail, (),
                      (on, exists, organisation, names, parents, history, ended_by, predecessors, successors, answerer,
                       children, groups))

/// GET /api/organisations/{organisation}/answerer?on=
struct OrganisationAnswerer {
  LocalDate on;
  OrganisationLink organisation, answerer;
  std::vector<OrganisationLink> chain;  ///< from the organisation to the answerer, both included
};
BOOST_DESCRIBE_STRUCT(OrganisationAnswerer, (), (on, organisation, answerer, chain))

/// GET /api/structure?from=&to=: every unit of the earlier date and the one unit that answers for it on the later.
struct StructureRow {
  OrganisationLink organisation;  ///< as it was on `from`
  OrganisationLink answerer;      ///< as it is on `to`
  bool changed = false;           ///< another organisation, or the same under another name
  bool verified = false;          ///< every step between them is
};
BOOST_DESCRIBE_STRUCT(StructureRow, (), (organisation, answerer, changed, verified))

struct StructureOverTime {
  LocalDate from, to;
  std::vector<StructureRow> rows;
};
BOOST_DESCRIBE_STRUCT(StructureOverTime, (), (from, to, rows))

/// GET /api/groups?on=
struct OrganisationGroup {
  std::string code, name;
  std::vector<OrganisationLink> members;  ///< by rule, on that date
};
BOOST_DESCRIBE_STRUCT(OrganisationGroup, (), (code, name, members))

struct GroupsOnDate {
  LocalDate on;
  std::vector<OrganisationGroup> items;
};
BOOST_DESCRIBE_STRUCT(GroupsOnDate, (), (on, items))

/// POST /api/organisations/resolve
struct ResolveNames {
  std::vector<std::string> names;        ///< as a document writes them: "UBND các quận, huyện", "Sở LĐTBXH"
  LocalDate on;                          ///< the document's date
  std::optional<OrganisationId> within;  ///< the issuer, when known: "Phường Trần Hưng Đạo" within one district
};
BOOST_DESCRIBE_STRUCT(ResolveNames, (), (names, on, within))

enum class ResolveOutcome { One, Group, Ambiguous, Unknown };
BOOST_DESCRIBE_ENUM(ResolveOutcome, One, Group, Ambiguous, Unknown)

struct ResolvedName {
  std::string name;
  ResolveOutcome outcome{};
  std::optional<GroupLink> group;
  std::vector<OrganisationLink> organisations;  ///< one, or the members of the group
  std::vector<OrganisationLink> candidates;     ///< ambiguous: all who bear the name; unknown: names like it, a hint
};
BOOST_DESCRIBE_STRUCT(ResolvedName, (), (name, outcome, group, organisations, candidates))

struct ResolvedNames {
  LocalDate on;
  std::vector<ResolvedName> items;  ///< in the order asked
};
BOOST_DESCRIBE_STRUCT(ResolvedNames, (), (on, items))

/// An organisation that exists (`id`), or one that another step of the same act makes (`key`).
struct OrganisationRef {
  std::optional<OrganisationId> id;
  std::optional<std::string> key;
};
BOOST_DESCRIBE_STRUCT(OrganisationRef, (), (id, key))

/// A new organisation of an act. `key` is a name of the caller's choice by which other steps refer to it.
struct NewOrganisation {
  std::optional<std::string> key;
  std::string name;
  std::optional<std::string> short_name;
  OrganisationKind kind{};
  std::optional<std::string> code;
  std::optional<OrganisationRef> parent;  ///< absent: at the top
};
BOOST_DESCRIBE_STRUCT(NewOrganisation, (), (key, name, short_name, kind, code, parent))

enum class StepKind { Create, Rename, Merge, Split, Move, Close };
BOOST_DESCRIBE_ENUM(StepKind, Create, Rename, Merge, Split, Move, Close)

/// create: created. rename: one subject and how it is called from now on: name, organisation_kind, and short_name and
/// code where it has them.
/// merge: subjects and created or into (into may be one of the subjects: it takes in the others). split: one subject;
/// parts_created and parts (which may hold the subject itself: it goes on, smaller); answerer, one of the parts.
/// move: subjects and parent. close: subjects and answerer.
struct StepDraft {
  StepKind kind{};
  std::optional<std::vector<OrganisationRef>> subjects;
  std::optional<NewOrganisation> created;
  std::optional<OrganisationRef> into;
  std::optional<std::vector<NewOrganisation>> parts_created;
  std::optional<std::vector<OrganisationRef>> parts;
  std::optional<OrganisationRef> answerer;
  std::optional<OrganisationRef> parent;
  std::optional<std::string> name, short_name, code;
  std::optional<OrganisationKind> organisation_kind;
  std::optional<bool> doubtful;  ///< this step needs checking, whatever the source is
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(StepDraft, (),
                      (kind, subjects, created, into, parts_created, parts, answerer, parent, name, short_name, code,
                       organisation_kind, doubtful, note))

/// POST /api/reorganisations and POST /api/reorganisations/preview: what one legal document does on one day, in one
/// step or several.
struct ReorganisationDraft {
  LocalDate on;
  LegalSource source;
  std::vector<StepDraft> steps;
};
BOOST_DESCRIBE_STRUCT(ReorganisationDraft, (), (on, source, steps))

enum class WarningKind {
  NamesAlike,             ///< two names that differ only in marks, within the same parent
  ChildrenWithoutParent,  ///< they go to the answerer of the parent that ends
  InThePast,              ///< takes effect before today: reports of that time change
  SourceUnverified,
  BeforeStart,        ///< blocking: a subject did not exist yet, or no longer, on that date
  LaterEventDepends,  ///< blocking: a later event would no longer be possible
};
BOOST_DESCRIBE_ENUM(WarningKind, NamesAlike, ChildrenWithoutParent, InThePast, SourceUnverified, BeforeStart,
                    LaterEventDepends)

struct PreviewWarning {
  WarningKind kind{};
  bool blocking = false;  ///< it would be refused
  std::vector<OrganisationLink> organisations;
  std::string message;  ///< the sentence of a blocking one, in the reader's language; else ""
};
BOOST_DESCRIBE_STRUCT(PreviewWarning, (), (kind, blocking, organisations, message))

struct WhoAnswers {
  OrganisationLink organisation, answerer;
};
BOOST_DESCRIBE_STRUCT(WhoAnswers, (), (organisation, answerer))

/// The answer to a preview. `before` is the day before `on`, `after` the day itself, around what the act touches:
/// what is named, its parents and its children. New organisations have ids that only hold for this preview.
struct ReorganisationPreview {
  std::vector<OrganisationRow> before, after;
  std::vector<WhoAnswers> answering;  ///< for everything that ends
  std::vector<PreviewWarning> warnings;
  bool acceptable = false;
};
BOOST_DESCRIBE_STRUCT(ReorganisationPreview, (), (before, after, answering, warnings, acceptable))

/// The answer to POST /api/reorganisations.
struct ReorganisationRecorded {
  std::string id;
  std::vector<OrganisationLink> created;
};
BOOST_DESCRIBE_STRUCT(ReorganisationRecorded, (), (id, created))

/// GET /api/reorganisations: an act. `steps` holds at most twenty of `step_count` there, all of them in
/// GET /api/reorganisations/{reorganisation}.
struct Reorganisation {
  std::string id;
  LocalDate on;
  LegalSource source;
  Instant recorded_at;
  std::optional<AccountId> recorded_by;  ///< nothing: came with a pack
  int step_count = 0;
  int created = 0, ended = 0, unverified = 0;
  std::vector<ReorganisationStep> steps;
};
BOOST_DESCRIBE_STRUCT(Reorganisation, (),
                      (id, on, source, recorded_at, recorded_by, step_count, created, ended, unverified, steps))

struct Reorganisations {
  std::vector<Reorganisation> items;  ///< newest first
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(Reorganisations, (), (items, next))

}  // namespace haidang::organisations::api
