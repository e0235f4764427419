// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <mutex>

#include "commands.hpp"
#include "jobs/jobs.hpp"
#include "plans.hpp"
#include "platform/clock.hpp"
#include "platform/files.hpp"
#include "review/parts.hpp"
#include "upload.hpp"

/// A small city with people in it, for the tests of the store.
namespace haidang::review::testing {

inline constexpr TenantId kCity{1};
inline constexpr OrganisationId kRoot{1}, kOffice{2}, kHomeAffairs{3}, kDistrict{4};

/// Keeps what was published.
class HeardEvents : public http::Events {
 public:
  void publish(std::string_view topic, std::string_view event, std::string_view data) override;
  std::vector<std::string> of(const std::string& topic) const;

 private:
  mutable std::mutex mutex_;
  std::vector<std::pair<std::string, std::string>> heard_;
};

class Office {
 public:
  explicit Office(db::Database&);

  /// A person of the example, as of the day of the test: "vanphong" uploads and reviews for the office, "lanhdao"
  /// reads and reviews everything, "thutruong.coso" heads a district, "chuyenvien" only reads plans.
  Context as(const std::string& user_name) const;

  Result<DocumentRow> upload(const Context&, const std::string& file_name, const std::string& content,
                             OrganisationId = kOffice);
  /// Uploads the sample directive and lets it be read.
  DocumentRow read_sample(const std::string& note = {});
  DocumentRow document(DocumentId);
  void read_all();  ///< runs the jobs that are due

  db::Database& database;
  platform::TemporaryFolder folder;
  platform::FixedClock clock;
  platform::FileStore files;
  organisations::Directory directory;
  HeardEvents events;
  calendar::TenantCalendars calendars;
  Parts parts;
};

/// A directive with five tasks: two of "Sở Nội vụ", one of all districts, one of an agency nobody knows, one without a
/// deadline. `note` makes it another file.
std::string sample_directive(const std::string& note = {});

/// Runs the test on SQLite and on PostgreSQL, in a city of its own each time.
void on_both_engines(const std::function<void(Office&)>& test);

}  // namespace haidang::review::testing
