// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "base/json.hpp"
#include "content.hpp"
#include "review/ids.hpp"

/// What the routes of `review` take and give.
namespace haidang::review::api {

enum class DocumentState {
  Queued,    ///< uploaded, waits for its turn
  Reading,   ///< being read; a scan tells how many pages are done
  Ready,     ///< read, nobody has decided anything yet
  InReview,  ///< people are at work on the proposals
  Planned,   ///< a plan is saved; commands are refused until the review is reopened
  Failed     ///< `failure` says why and what to do
};
BOOST_DESCRIBE_ENUM(DocumentState, Queued, Reading, Ready, InReview, Planned, Failed)

/// What a file is by its content.
enum class FileKind { Text, Docx, Odt, Doc, Rtf, Pdf, Picture };
BOOST_DESCRIBE_ENUM(FileKind, Text, Docx, Odt, Doc, Rtf, Pdf, Picture)

struct DocumentOrganisation {
  OrganisationId id{0};
  std::string name;
};
BOOST_DESCRIBE_STRUCT(DocumentOrganisation, (), (id, name))

struct DocumentPerson {
  AccountId id{0};
  std::string name;
};
BOOST_DESCRIBE_STRUCT(DocumentPerson, (), (id, name))

/// Why a document could not be read, in the language of the request.
struct DocumentFailure {
  int code = 0;
  std::string name, message, advice;
};
BOOST_DESCRIBE_STRUCT(DocumentFailure, (), (code, name, message, advice))

struct DocumentCounts {
  int tasks = 0;  ///< all that stand in the review: open + accepted + skipped
  int open = 0, accepted = 0, skipped = 0;
  int findings = 0;
};
BOOST_DESCRIBE_STRUCT(DocumentCounts, (), (tasks, open, accepted, skipped, findings))

/// Pages read so far of all; both 0 while nothing is known.
struct ReadingProgress {
  int pages_read = 0, pages = 0;
};
BOOST_DESCRIBE_STRUCT(ReadingProgress, (), (pages_read, pages))

/// What the document says of itself.
struct DocumentFacts {
  std::optional<std::string> number, place, issuer, kind, subject, signer, signer_title;
  std::optional<LocalDate> issued_on;
  std::optional<LocalDate> issued_not_before, issued_not_after;  ///< inferred where the date line is blank
};
BOOST_DESCRIBE_STRUCT(DocumentFacts, (),
                      (number, place, issuer, kind, subject, signer, signer_title, issued_on, issued_not_before,
                       issued_not_after))

/// One row of the list, also GET /api/documents/{document} and the answer of an upload.
struct DocumentEntry {
  DocumentId id{0};
  std::string file_name;
  FileKind kind{};
  DocumentState state{};
  std::optional<DocumentFailure> failure;   ///< `failed`
  std::optional<ReadingProgress> progress;  ///< `queued`, `reading`
  int pages = 0;                            ///< 0 where the format has none, or not read yet
  std::int64_t size = 0;                    ///< bytes
  DocumentFacts facts;
  DocumentOrganisation organisation;
  DocumentPerson uploaded_by;
  Instant uploaded_at;
  DocumentCounts counts;
  std::optional<int> plan_version;  ///< of the latest saved plan
  bool may_review = false;          ///< whether the asker may decide here
};
BOOST_DESCRIBE_STRUCT(DocumentEntry, (),
                      (id, file_name, kind, state, failure, progress, pages, size, facts, organisation, uploaded_by,
                       uploaded_at, counts, plan_version, may_review))

/// GET /api/documents?q=&state=&organisation=&cursor=
struct DocumentList {
  std::vector<DocumentEntry> items;  ///< the newest first
  std::optional<std::string> next;   ///< the cursor of the following page
};
BOOST_DESCRIBE_STRUCT(DocumentList, (), (items, next))

/// POST /api/documents/{document}/reading
struct ReadAgain {
  bool discard_review = false;  ///< needed when somebody has already decided something
};
BOOST_DESCRIBE_STRUCT(ReadAgain, (), (discard_review))

struct TextLine {
  std::string text;
  std::int64_t from = 0, to = 0;  ///< code points of the whole text
  std::optional<PageBox> box;
  bool paragraph = false;  ///< a whole paragraph of a word-processor file, not a printed line
  bool blank_before = false, bold = false, italic = false, centred = false;
  double indent = 0;               ///< points
  std::optional<int> table;        ///< lines of a table: which one of the document, from 1,
  std::optional<int> row, column;  ///< and which cell, from 1
};
BOOST_DESCRIBE_STRUCT(TextLine, (),
                      (text, from, to, box, paragraph, blank_before, bold, italic, centred, indent, table, row, column))

struct TextPage {
  int number = 0;                ///< from 1; a format without pages is one page, number 1
  double width = 0, height = 0;  ///< points; 0 where there are no pages
  bool has_image = false;        ///< GET …/pages/{page} gives it
  int rotation = 0;  ///< degrees clockwise by which the picture must be turned so that the boxes fit: 0, 90, 180, 270
  std::vector<TextLine> lines;
};
BOOST_DESCRIBE_STRUCT(TextPage, (), (number, width, height, has_image, rotation, lines))

/// GET /api/documents/{document}/text
struct DocumentText {
  DocumentId document{0};
  std::vector<TextPage> pages;
  std::vector<std::string> remarks;  ///< "ocr", "rotated-page", "tracked-changes-accepted", "encoding:TCVN3"
};
BOOST_DESCRIBE_STRUCT(DocumentText, (), (document, pages, remarks))

/// A deadline with what follows from it.
struct DeadlineView {
  ReviewDeadline stated;
  std::optional<LocalDate> due;          ///< the last day in time; absent when it is continuous, recurring, or unknown
  std::optional<std::string> due_time;   ///< "17:00"
  std::vector<std::string> explanation;  ///< how the due date was counted, in the language of the request
};
BOOST_DESCRIBE_STRUCT(DeadlineView, (), (stated, due, due_time, explanation))

/// A proposal and what people made of it.
struct ReviewItem {
  ItemId id{0};
  std::int64_t version = 0;  ///< to be sent back with a command
  double position = 0;       ///< items stand in this order
  ItemState state{};
  ItemOrigin origin{};
  std::string clause, summary, text;
  TextPlace place;
  std::vector<ReviewParty> owners, coordinators;
  std::optional<DeadlineView> deadline;
  std::vector<DeadlineView> other_deadlines;
  std::vector<ReviewTarget> targets;
  std::vector<ReviewReference> references;
  std::string product, note;
  ReviewConfidence confidence;
  std::optional<DocumentPerson> edited_by;  ///< the last one who decided something about it
  std::optional<Instant> edited_at;
};
BOOST_DESCRIBE_STRUCT(ReviewItem, (),
                      (id, version, position, state, origin, clause, summary, text, place, owners, coordinators,
                       deadline, other_deadlines, targets, references, product, note, confidence, edited_by, edited_at))

/// Something wrong with the document itself.
struct ReviewFinding {
  std::string code;  ///< "deadline-before-issue", "impossible-date", "missing-date", "no-owner", …
  std::string clause;
  std::string message;  ///< in the language of the request
  TextPlace place;
};
BOOST_DESCRIBE_STRUCT(ReviewFinding, (), (code, clause, message, place))

enum class CommandKind { Accept, Skip, ProposeAgain, Edit, Split, Merge, Add, AcceptMany, Undo };
BOOST_DESCRIBE_ENUM(CommandKind, Accept, Skip, ProposeAgain, Edit, Split, Merge, Add, AcceptMany, Undo)

/// What `undo` would take back for the asker.
struct UndoOffer {
  CommandKind kind{};
  std::vector<ItemId> items;
  bool overtaken = false;  ///< another person has changed one of them since: undo would be refused
};
BOOST_DESCRIBE_STRUCT(UndoOffer, (), (kind, items, overtaken))

/// GET /api/documents/{document}/review
struct Review {
  DocumentEntry document;
  std::int64_t version = 0;  ///< rises with every command
  std::vector<ReviewItem> items;
  std::vector<ReviewFinding> findings;
  std::vector<std::string> addressees, recipients;
  std::optional<UndoOffer> undo;
};
BOOST_DESCRIBE_STRUCT(Review, (), (document, version, items, findings, addressees, recipients, undo))

/// An agency as a person enters it: with `organisation` that one is meant, else with `group` that group, else the name
/// is looked up.
struct PartyEdit {
  std::string name;
  std::optional<OrganisationId> organisation;
  std::optional<std::string> group;
};
BOOST_DESCRIBE_STRUCT(PartyEdit, (), (name, organisation, group))

/// The fields to change; what is absent stays (edit), or is empty (add), or comes from the task split.
struct ItemFields {
  std::optional<std::string> clause, summary, text, product, note;
  std::optional<std::vector<PartyEdit>> owners, coordinators;
  std::optional<ReviewDeadline> deadline;
  std::optional<bool> no_deadline;  ///< true: takes the deadline away
  std::optional<std::vector<ReviewTarget>> targets;
  std::optional<std::int64_t> from, to;  ///< the words of the text that say it
};
BOOST_DESCRIBE_STRUCT(ItemFields, (),
                      (clause, summary, text, product, note, owners, coordinators, deadline, no_deadline, targets, from,
                       to))

struct ItemVersion {
  ItemId item{0};
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(ItemVersion, (), (item, version))

/// POST /api/documents/{document}/review/commands
///   accept, skip, propose_again  item, item_version
///   edit                         item, item_version, fields; confirmed when a date lies before the issue
///   split                        item, item_version, parts (two or more)
///   merge                        items (two or more; the first gives the position), fields for what shall differ
///   add                          fields (summary), after (an item; absent: at the end)
///   accept_many                  items
///   undo                         nothing: takes back the asker's last command on this document
struct ReviewCommand {
  CommandKind kind{};
  std::optional<ItemId> item;
  std::optional<std::int64_t> item_version;
  std::optional<std::vector<ItemVersion>> items;
  std::optional<ItemFields> fields;
  std::optional<std::vector<ItemFields>> parts;
  std::optional<ItemId> after;
  std::optional<bool> confirmed;
};
BOOST_DESCRIBE_STRUCT(ReviewCommand, (), (kind, item, item_version, items, fields, parts, after, confirmed))

/// What a command changed. `removed` are items that no longer stand in the review (replaced, or an addition undone).
struct ReviewChanged {
  std::int64_t version = 0;
  std::vector<ReviewItem> items;
  std::vector<ItemId> removed;
  DocumentState state{};
  DocumentCounts counts;
  std::optional<UndoOffer> undo;
};
BOOST_DESCRIBE_STRUCT(ReviewChanged, (), (version, items, removed, state, counts, undo))

/// POST /api/documents/{document}/plan. `version` is the review's as the person saw it.
struct SavePlan {
  std::optional<std::int64_t> version;
};
BOOST_DESCRIBE_STRUCT(SavePlan, (), (version))

struct PlanSaved {
  DocumentId document{0};
  int version = 0;
  int tasks = 0;
};
BOOST_DESCRIBE_STRUCT(PlanSaved, (), (document, version, tasks))

/// One version of a saved plan.
struct PlanVersion {
  int version = 0;
  Instant saved_at;
  DocumentPerson saved_by;
  int tasks = 0;
};
BOOST_DESCRIBE_STRUCT(PlanVersion, (), (version, saved_at, saved_by, tasks))

struct PlanTask {
  ItemId id{0};    ///< the review item it was accepted as
  int number = 0;  ///< from 1, in the order of the document
  std::string clause, summary, text;
  TextPlace place;
  std::vector<ReviewParty> owners, coordinators;
  std::optional<DeadlineView> deadline;
  std::vector<DeadlineView> other_deadlines;
  std::vector<ReviewTarget> targets;
  std::vector<ReviewReference> references;
  std::string product, note;
};
BOOST_DESCRIBE_STRUCT(PlanTask, (),
                      (id, number, clause, summary, text, place, owners, coordinators, deadline, other_deadlines,
                       targets, references, product, note))

/// Tasks of one lead agency; a task with two owners stands under both.
struct PlanAgency {
  std::string name;
  std::optional<OrganisationId> organisation;
  std::vector<ItemId> tasks;          ///< by deadline, then in the order of the document
  int with_date = 0;                  ///< tasks with a due date
  std::optional<LocalDate> next_due;  ///< the earliest due date
};
BOOST_DESCRIBE_STRUCT(PlanAgency, (), (name, organisation, tasks, with_date, next_due))

enum class DueGroupKind { Month, Recurring, Continuous, Event, None };
BOOST_DESCRIBE_ENUM(DueGroupKind, Month, Recurring, Continuous, Event, None)

/// Tasks due within one month, or without a date of their own.
struct PlanDueGroup {
  DueGroupKind kind{};
  std::optional<LocalDate> month;  ///< its first day
  std::vector<ItemId> tasks;
};
BOOST_DESCRIBE_STRUCT(PlanDueGroup, (), (kind, month, tasks))

struct PlanCounts {
  int tasks = 0, agencies = 0, with_date = 0, recurring = 0, continuous = 0, without_deadline = 0, targets = 0;
};
BOOST_DESCRIBE_STRUCT(PlanCounts, (), (tasks, agencies, with_date, recurring, continuous, without_deadline, targets))

/// GET /api/documents/{document}/plan?version=
struct SavedPlan {
  DocumentEntry document;
  PlanVersion saved;
  std::vector<PlanVersion> versions;  ///< the newest first
  PlanCounts counts;
  std::vector<PlanTask> tasks;
  std::vector<PlanAgency> by_agency;
  std::vector<PlanDueGroup> by_deadline;
};
BOOST_DESCRIBE_STRUCT(SavedPlan, (), (document, saved, versions, counts, tasks, by_agency, by_deadline))

/// GET /api/plans?q=&cursor=: the latest plan of every document.
struct PlanEntry {
  DocumentId document{0};
  std::string file_name;
  DocumentFacts facts;
  DocumentOrganisation organisation;
  PlanVersion saved;
  bool reopened = false;  ///< the review is open again: a newer version is being prepared
};
BOOST_DESCRIBE_STRUCT(PlanEntry, (), (document, file_name, facts, organisation, saved, reopened))

struct PlanList {
  std::vector<PlanEntry> items;
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(PlanList, (), (items, next))

/// One line of GET /api/documents/{document}/history. `kind` is the journal's: "document_uploaded", "document_read",
/// "reading_failed", "review_item_accepted", "review_item_edited", "review_undone", "plan_saved", …
struct DocumentHappening {
  std::int64_t sequence = 0;
  Instant at;
  std::optional<DocumentPerson> by;  ///< absent: the program
  std::string kind;
  std::vector<ItemId> items;
  std::vector<std::string> clauses;  ///< of the items
  std::vector<std::string> fields;   ///< what an edit changed: "summary", "owners", "deadline", …
};
BOOST_DESCRIBE_STRUCT(DocumentHappening, (), (sequence, at, by, kind, items, clauses, fields))

struct DocumentHistory {
  std::vector<DocumentHappening> items;  ///< the newest first
};
BOOST_DESCRIBE_STRUCT(DocumentHistory, (), (items))

}  // namespace haidang::review::api
