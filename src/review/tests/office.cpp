// SPDX-License-Identifier: Apache-2.0
#include "tests/office.hpp"

#include <array>

#include "base/ensure.hpp"
#include "db/testing.hpp"
#include "identity/example_accounts.hpp"
#include "identity/role_pack.hpp"
#include "journal/journal.hpp"
#include "organisations/store.hpp"
#include "review/reading_job.hpp"

namespace haidang::review::testing {
namespace {

using organisations::Event;
using organisations::EventKind;
using organisations::OrganisationKind;

const LocalDate kToday = std::chrono::year{2022} / 7 / 1;

Event created(OrganisationId id, std::string name, OrganisationKind kind, std::optional<OrganisationId> parent) {
  Event event;
  event.kind = EventKind::Created;
  event.subjects = {id};
  event.naming = organisations::Naming{std::move(name), std::nullopt, kind, std::nullopt};
  event.parent = parent;
  event.verified = true;
  return event;
}

organisations::Act founding() {
  organisations::Act act{.id = organisations::ReorganisationId(1),
                         .on = std::chrono::year{2021} / 1 / 1,
                         .source = {},
                         .events = {},
                         .origin = {}};
  act.source.document = "Nghị quyết 1/NQ";
  act.source.verified = true;
  act.events = {created(kRoot, "Thành phố Hải Phòng", OrganisationKind::Province, std::nullopt),
                created(kOffice, "Văn phòng Ủy ban nhân dân thành phố", OrganisationKind::Department, kRoot),
                created(kHomeAffairs, "Sở Nội vụ", OrganisationKind::Department, kRoot),
                created(kDistrict, "Quận Hồng Bàng", OrganisationKind::UrbanDistrict, kRoot)};
  return act;
}

void found_city(db::Database& database, organisations::Directory& directory, Instant now) {
  const auto founded = database.write([&](db::Write& write) -> Result<db::Done> {
    organisations::ensure_tenant(write, {kCity, "Hải Phòng"}, kToday);
    const auto before = directory.history(write, kCity);
    const auto history = organisations::record_acts(write, {kCity, std::nullopt, now}, *before, {founding()});
    if (!history) return pass_on(history);
    return db::Done{};
  });
  ensure(founded.has_value(), "the city of the tests can be founded");
  identity::store_roles(database, kCity, identity::built_in_roles());
  const auto accounts =
      identity::example_accounts({kRoot, kOffice, kHomeAffairs, kDistrict}, [] { return "mat khau thu nghiem 7"; });
  identity::create_example_accounts(database, kCity, accounts, now, identity::HashCost::Tests);
}

}  // namespace

void HeardEvents::publish(std::string_view topic, std::string_view event, std::string_view) {
  const std::lock_guard lock(mutex_);
  heard_.emplace_back(topic, event);
}

std::vector<std::string> HeardEvents::of(const std::string& topic) const {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> events;
  for (const auto& [where, event] : heard_)
    if (where == topic) events.push_back(event);
  return events;
}

Office::Office(db::Database& used)
    : database(used),
      clock(to_instant(at(kToday, std::chrono::hours{9}))),
      files(folder.path() / "files"),
      parts{.database = used,
            .files = files,
            .organisations = directory,
            .events = events,
            .wake_jobs = [] {},
            .calendars = calendars,
            .name_of_account = [](db::Read&, TenantId,
                                  AccountId account) { return "Người số " + std::to_string(account.value()); }} {
  parts.reader = {{DOCUMENTS_TEST_READER}};
  found_city(database, directory, clock.now());
}

Context Office::as(const std::string& user_name) const {
  const auto rows = db::testing::query_sql(
      database, "SELECT account_id FROM accounts WHERE tenant_id = $1 AND user_name = $2", {kCity, user_name});
  ensure(rows.size() == 1, "the person is one of the example");
  return {.actor = {.tenant = kCity, .account = rows.front().id<AccountId>(0), .name = user_name, .grants = {}},
          .now = clock.now(),
          .today = clock.today(),
          .language = Language::Vietnamese};
}

Result<DocumentRow> Office::upload(const Context& context, const std::string& file_name, const std::string& content,
                                   OrganisationId organisation) {
  const auto path = folder.path() / "upload";
  ensure(platform::write_file(path, content).has_value(), "the file to upload can be written");
  clock.advance(std::chrono::seconds{1});
  return take_upload(parts, context, {.file_name = file_name, .organisation = organisation, .content = path});
}

DocumentRow Office::read_sample(const std::string& note) {
  const auto uploaded = upload(as("vanphong"), "chi-thi.txt", sample_directive(note));
  ensure(uploaded.has_value(), "the sample can be uploaded");
  read_all();
  return document(uploaded->id);
}

DocumentRow Office::document(DocumentId id) {
  return *database.read([&](db::Read& read) { return find_document(read, kCity, id); });
}

void Office::read_all() {
  jobs::Worker worker(database, clock, {reading_handler(parts, clock)}, 2);
  worker.drain();
}

std::string sample_directive(const std::string& note) {
  return "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG\n\nSố: 12/CT-UBND\n\nHải Phòng, ngày 29 tháng 6 năm 2022\n\nCHỈ THỊ\n"
         "Về việc nâng cao chất lượng tiếp nhận hồ sơ tại bộ phận Một cửa" +
         note +
         "\n\nChủ tịch Ủy ban nhân dân thành phố chỉ thị:\n"
         "1. Sở Nội vụ\n"
         "a) Rà soát toàn bộ thủ tục hành chính, báo cáo Ủy ban nhân dân thành phố trước ngày 31/8/2022.\n"
         "b) Công khai số điện thoại đường dây nóng trong vòng 10 ngày làm việc kể từ ngày ký ban hành Chỉ thị này.\n"
         "2. Ủy ban nhân dân các quận, huyện\n"
         "a) Bố trí đủ ghế chờ và nhân viên hướng dẫn tại bộ phận Một cửa, hoàn thành trong tháng 9/2022.\n"
         "3. Sở Phép thuật\n"
         "a) Xây dựng kế hoạch kiểm tra, trình Ủy ban nhân dân thành phố trước ngày 15/10/2022.\n"
         "4. Văn phòng Ủy ban nhân dân thành phố\n"
         "a) Theo dõi, đôn đốc việc thực hiện Chỉ thị này.\n\n"
         "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nNguyễn Văn Tùng\n";
}

void on_both_engines(const std::function<void(Office&)>& test) {
  const std::array modules{journal::migrations(),  jobs::migrations(),     organisations::migrations(),
                           identity::migrations(), calendar::migrations(), review::migrations()};
  db::testing::on_both_engines(modules, [&](db::Database& database) {
    Office office(database);
    test(office);
  });
}

}  // namespace haidang::review::testing
