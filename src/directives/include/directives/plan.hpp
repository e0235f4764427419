// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.hpp"
#include "base/time.hpp"
#include "documents/source.hpp"

namespace haidang::directives {

enum class DeadlineKind { By, Continuous, Recurring, Relative };
enum class Every { Day, Week, HalfMonth, Month, Quarter, HalfYear, Year };
enum class DayUnit { Day, WorkingDay, Month, Hour };
enum class From { Issue, Event };

/// When a task must be done, as the document says it.
///   By:         the last day on which it is in time ("trước ngày 8/7" is 7 July); `time` when an hour is named.
///   Continuous: "thường xuyên", no end.
///   Recurring:  `every`, with the `day` (and `month`, or `weekday` 1 = Monday … 7) as printed, when it is.
///   Relative:   `count` `unit`s after the document's issue or after an event that `event` quotes.
struct Deadline {
  DeadlineKind kind = DeadlineKind::By;
  std::optional<LocalDate> date;
  std::optional<std::chrono::minutes> time;
  Every every = Every::Month;
  std::optional<int> day, month, weekday;
  int count = 0;
  DayUnit unit = DayUnit::Day;
  From from = From::Issue;
  std::string event;       ///< Relative to an event: its words
  std::string phrase;      ///< the words that say it
  bool inherited = false;  ///< from a heading, a table's group row, or the lead-in
};

enum class Comparison { Equal, AtLeast, AtMost, Decrease };

/// A figure that must be reached: 95 % or more, at most 2 times, 20 % less.
struct Target {
  Decimal value;
  Comparison comparison = Comparison::Equal;
  std::string unit;  ///< "%" or the noun counted ("lớp", "người")
  std::string phrase;
};

/// A cited document: its number and sign, and the date it is cited with.
struct Reference {
  std::string number;
  std::optional<LocalDate> date;
};

/// How sure the reading of each part is, 0 to 1. A rule of thumb set by how the part was found, not a probability:
/// it tells a person where to look first.
struct Confidence {
  double task = 1;  ///< that this is a duty at all
  double assignees = 1, coordinators = 1, deadline = 1, targets = 1;
  double least() const { return std::min({task, assignees, coordinators, deadline, targets}); }
};

/// A proposal: one duty of one leaf clause. A person accepts or mends it.
struct Task {
  std::string clause;                  ///< "1.c/2", "II.3.b", "PL1.4"
  std::vector<std::string> assignees;  ///< names written out: "Sở Nội vụ", "UBND các quận, huyện"
  std::vector<std::string> coordinators;
  std::optional<Deadline> deadline;       ///< the final one
  std::vector<Deadline> other_deadlines;  ///< earlier stages named in the same clause
  std::vector<Target> targets;
  std::vector<Reference> references;
  std::string product;     ///< the output wanted, where a table names it
  std::string summary;     ///< the duty in one line, without deadline and lead phrases
  std::string text;        ///< the exact words
  documents::Place place;  ///< of those words
  Confidence confidence;
};

enum class FindingCode {
  DeadlineBeforeIssue,
  ImpossibleDate,
  MissingDate,
  NoOwner,
  ReferenceDateConflict,
  ReferenceBeforeExistence
};
std::string_view code_of(FindingCode);  ///< "deadline-before-issue" …

/// Something wrong with the document itself.
struct Finding {
  FindingCode code;
  std::string clause;  ///< empty: the document as a whole
  std::string vietnamese, english;
  documents::Place place;
};

struct Header {
  std::string number;                  ///< "128/KH-UBND"; empty when blank
  std::optional<LocalDate> issued_on;  ///< nothing when the date line is blank
  std::optional<int> issued_year;
  std::optional<LocalDate> issued_not_before, issued_not_after;  ///< inferred where the date line is blank
  std::string place, issuer, kind, subject, signer, signer_title;
};

/// What a directive really contains.
struct Plan {
  Header document;
  std::vector<std::string> addressees;  ///< "Kính gửi"
  std::vector<std::string> recipients;  ///< "Nơi nhận"
  std::vector<Task> tasks;
  std::vector<Reference> references;
  std::vector<Finding> findings;
};

}  // namespace haidang::directives
