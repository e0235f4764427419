// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "platform/actor.hpp"

/// What a task of a review consists of: the same types stand in the API, in the rows, and in the journal.
namespace haidang::review {

/// A rectangle of a page, in points from its top left corner.
struct PageBox {
  int page = 0;
  double left = 0, top = 0, right = 0, bottom = 0;
};
BOOST_DESCRIBE_STRUCT(PageBox, (), (page, left, top, right, bottom))

/// Where the words stand: `from` (inclusive) and `to` (exclusive) count code points of the document's text, as the
/// lines of GET …/text do. Both 0: a person wrote the task, nothing in the text says it.
struct TextPlace {
  std::optional<int> page;  ///< the first one; absent where the format has no pages
  std::int64_t from = 0, to = 0;
  std::vector<PageBox> boxes;  ///< one for each printed line that the words touch
};
BOOST_DESCRIBE_STRUCT(TextPlace, (), (page, from, to, boxes))

/// How the name of an agency became an organisation. `one` and `group` can be acted on; the others need a person.
enum class PartyResolution { One, Group, Ambiguous, Unknown };
BOOST_DESCRIBE_ENUM(PartyResolution, One, Group, Ambiguous, Unknown)

struct PartyOrganisation {
  OrganisationId id{0};
  std::string name;
  std::optional<std::string> within;  ///< its parent then: tells namesakes apart
};
BOOST_DESCRIBE_STRUCT(PartyOrganisation, (), (id, name, within))

/// An agency that a task names.
struct ReviewParty {
  std::string name;  ///< as the document says it, or the official name of what a person chose
  PartyResolution resolution = PartyResolution::Unknown;
  std::optional<PartyOrganisation> organisation;  ///< `one`
  std::optional<std::string> group;               ///< `group`: its key
  int members = 0;                                ///< `group`: how many it has on the document's date
  std::vector<PartyOrganisation> candidates;      ///< `ambiguous`, and near spellings of `unknown`
};
BOOST_DESCRIBE_STRUCT(ReviewParty, (), (name, resolution, organisation, group, members, candidates))

enum class DeadlineShape { By, Continuous, Recurring, Relative };
BOOST_DESCRIBE_ENUM(DeadlineShape, By, Continuous, Recurring, Relative)
enum class DeadlineEvery { Day, Week, HalfMonth, Month, Quarter, HalfYear, Year };
BOOST_DESCRIBE_ENUM(DeadlineEvery, Day, Week, HalfMonth, Month, Quarter, HalfYear, Year)
enum class DeadlineUnit { Day, WorkingDay, Month, Hour };
BOOST_DESCRIBE_ENUM(DeadlineUnit, Day, WorkingDay, Month, Hour)
enum class DeadlineFrom { Issue, Event };
BOOST_DESCRIBE_ENUM(DeadlineFrom, Issue, Event)

/// When a task must be done. `by`: date (the last day in time) and perhaps time. `recurring`: every, perhaps day,
/// month, weekday (1 = Monday). `relative`: count, unit, from, and event when it counts from one.
struct ReviewDeadline {
  DeadlineShape shape{};
  std::optional<LocalDate> date;
  std::optional<std::string> time;  ///< "17:00"
  std::optional<DeadlineEvery> every;
  std::optional<int> day, month, weekday;
  std::optional<int> count;
  std::optional<DeadlineUnit> unit;
  std::optional<DeadlineFrom> from;
  std::optional<std::string> event;
  std::string phrase;      ///< the words of the document; empty when a person set it
  bool inherited = false;  ///< from a heading or the lead-in
};
BOOST_DESCRIBE_STRUCT(ReviewDeadline, (),
                      (shape, date, time, every, day, month, weekday, count, unit, from, event, phrase, inherited))

enum class TargetComparison { Equal, AtLeast, AtMost, Decrease };
BOOST_DESCRIBE_ENUM(TargetComparison, Equal, AtLeast, AtMost, Decrease)

/// A figure to be reached.
struct ReviewTarget {
  std::string value;  ///< "93.5"
  TargetComparison comparison{};
  std::string unit;  ///< "%" or the noun counted
  std::string phrase;
};
BOOST_DESCRIBE_STRUCT(ReviewTarget, (), (value, comparison, unit, phrase))

/// A cited document.
struct ReviewReference {
  std::string number;
  std::optional<LocalDate> date;
};
BOOST_DESCRIBE_STRUCT(ReviewReference, (), (number, date))

/// How sure the reading of each part is, 0 to 1; what a person set is 1.
struct ReviewConfidence {
  double task = 1, assignees = 1, coordinators = 1, deadline = 1, targets = 1;
};
BOOST_DESCRIBE_STRUCT(ReviewConfidence, (), (task, assignees, coordinators, deadline, targets))

/// All that a person can change of a task, and where it came from.
struct ItemContent {
  std::string clause;   ///< "1.c", "II.3.b", "PL1.4"; empty when a person added the task
  std::string summary;  ///< the duty in one line
  std::string text;     ///< the exact words
  TextPlace place;
  std::vector<ReviewParty> owners, coordinators;
  std::optional<ReviewDeadline> deadline;
  std::vector<ReviewDeadline> other_deadlines;  ///< earlier stages
  std::vector<ReviewTarget> targets;
  std::vector<ReviewReference> references;
  std::string product;
  std::string note;  ///< of the reviewer
  ReviewConfidence confidence;
};
BOOST_DESCRIBE_STRUCT(ItemContent, (),
                      (clause, summary, text, place, owners, coordinators, deadline, other_deadlines, targets,
                       references, product, note, confidence))

/// `replaced`: its parts, or what it was merged into, stand for it; it is kept so that undo brings it back.
enum class ItemState { Proposed, Accepted, Skipped, Replaced };
BOOST_DESCRIBE_ENUM(ItemState, Proposed, Accepted, Skipped, Replaced)
enum class ItemOrigin { Read, Added, Split, Merged };
BOOST_DESCRIBE_ENUM(ItemOrigin, Read, Added, Split, Merged)

}  // namespace haidang::review
