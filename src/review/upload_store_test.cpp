// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "../documents/tests/docx_building.hpp"
#include "announce.hpp"
#include "db/testing.hpp"
#include "jobs/jobs.hpp"
#include "platform/files.hpp"
#include "tests/office.hpp"

using namespace haidang;
using namespace haidang::review;
using namespace haidang::review::testing;
using State = api::DocumentState;

namespace {

Code refused(const Result<DocumentRow>& result) {
  REQUIRE(!result);
  return result.error().code;
}

std::vector<DocumentRow> listed(Office& office, const Context& context, DocumentFilter filter = {}) {
  return office.database.read([&](db::Read& read) { return list_documents(read, context, filter); });
}

std::string file(const char* path) {
  return platform::read_file(path).value();
}

}  // namespace

TEST_CASE("an uploaded directive is read into proposals whose agencies are known") {
  on_both_engines([](Office& office) {
    const auto uploaded = office.upload(office.as("vanphong"), "C:\\van ban\\chi-thi.txt", sample_directive());
    REQUIRE(uploaded);
    CHECK(uploaded->state == State::Queued);
    CHECK(uploaded->file_name == "chi-thi.txt");
    office.read_all();
    const auto document = office.document(uploaded->id);
    CHECK(document.state == State::Ready);
    CHECK(document.facts.number == "12/CT-UBND");
    CHECK(document.facts.issued_on == LocalDate{std::chrono::year{2022} / 6 / 29});
    CHECK(document.counts.open == 5);
    const auto review = show_review(office.parts, office.as("vanphong"), document.id);
    REQUIRE(review);
    REQUIRE(review->items.size() == 5);
    CHECK(review->items[0].owners.front().organisation->id == kHomeAffairs);
    CHECK(review->items[1].deadline->due == LocalDate{std::chrono::year{2022} / 7 / 13});
    CHECK(review->items[2].owners.front().resolution == PartyResolution::Group);
    CHECK(review->items[3].owners.front().resolution == PartyResolution::Unknown);
    CHECK(office.events.of(topic_of(kCity, document.id)) ==
          std::vector<std::string>{"document_uploaded", "reading_started", "document_read"});
  });
}

TEST_CASE("the same content is taken once in an organisation, and the answer names the document that is there") {
  on_both_engines([](Office& office) {
    const auto vanphong = office.as("vanphong");
    const auto first = office.upload(vanphong, "a.txt", sample_directive());
    REQUIRE(first);
    const auto again = office.upload(vanphong, "b.txt", sample_directive());
    CHECK(refused(again) == Code::DocumentAlreadyThere);
    CHECK(again.error().parameters.front().second == std::to_string(first->id.value()));
    REQUIRE(withdraw(office.parts, vanphong, first->id));
    CHECK(listed(office, vanphong).empty());
    CHECK(office.upload(vanphong, "b.txt", sample_directive()));
  });
}

TEST_CASE("what is no document is refused at the door") {
  on_both_engines([](Office& office) {
    const auto vanphong = office.as("vanphong");
    CHECK(refused(office.upload(vanphong, "a.txt", "")) == Code::DocumentEmpty);
    CHECK(refused(office.upload(vanphong, "a.pdf",
                                "\x7f"
                                "ELF\x02\x01\x01")) == Code::KindUnsupported);
    CHECK(refused(office.upload(vanphong, "a.exe",
                                std::string("MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff\0\0", 16) + std::string(200, '\1'))) ==
          Code::NotADocument);
    CHECK(refused(office.upload(vanphong, "..", sample_directive())) == Code::UploadNameMissing);
    CHECK(refused(office.upload(vanphong, "a.txt", std::string((std::size_t{64} << 20) + 1, 'a'))) ==
          Code::FileTooLarge);
    CHECK(listed(office, vanphong).empty());
  });
}

TEST_CASE("a file that turns out to be locked or broken fails with its reason, can be tried again, and blocks nobody") {
  on_both_engines([](Office& office) {
    const auto locked = office.upload(office.as("vanphong"), "khoa.pdf", file("tests/documents/password.pdf"));
    const auto cut = office.upload(office.as("vanphong"), "hong.docx",
                                   file("tests/documents/decision.docx").substr(0, 900) + "word/document.xml");
    const auto good = office.upload(office.as("vanphong"), "tot.txt", sample_directive());
    REQUIRE(locked);
    REQUIRE(cut);
    REQUIRE(good);
    office.read_all();
    CHECK(office.document(good->id).state == State::Ready);
    const auto failed = office.document(locked->id);
    CHECK(failed.state == State::Failed);
    CHECK(failed.failure->code == static_cast<int>(Code::DocumentEncrypted));
    CHECK(office.document(cut->id).state == State::Failed);
    const auto again = read_again(office.parts, office.as("vanphong"), locked->id, {});
    REQUIRE(again);
    CHECK(again->state == State::Queued);
    CHECK(refused(read_again(office.parts, office.as("vanphong"), locked->id, {})) == Code::ReadingUnderWay);
  });
}

TEST_CASE(
    "an archive that swells when it is opened fails alone, and each person's files wait in a queue of their own") {
  on_both_engines([](Office& office) {
    office.parts.limits.unpacked_bytes = std::size_t{1} << 20;
    const auto body = documents::paragraph(std::string(std::size_t{4} << 20, 'a'));
    const auto swelling = office.upload(office.as("vanphong"), "bom.docx", documents::docx_of(body));
    const auto good = office.upload(office.as("vanphong"), "tot.txt", sample_directive());
    REQUIRE(swelling);
    REQUIRE(good);
    const auto queues = db::testing::query_sql(office.database, "SELECT DISTINCT queue FROM jobs");
    REQUIRE(queues.size() == 1);
    CHECK(queues.front().text(0) == "account/" + std::to_string(office.as("vanphong").actor.account.value()));
    office.read_all();
    CHECK(office.document(swelling->id).failure->code == static_cast<int>(Code::UnpackedTooLarge));
    CHECK(office.document(good->id).state == State::Ready);
  });
}

TEST_CASE("a person sees and changes documents only where a role gives it, and learns nothing of the others") {
  on_both_engines([](Office& office) {
    const auto document = office.read_sample();
    const auto find = [&](const char* who, Permission permission) {
      return office.database.read(
          [&](db::Read& read) { return find_document(read, office.as(who), permission, document.id).has_value(); });
    };
    CHECK(find("vanphong", kReviewDocuments));
    CHECK(find("lanhdao", kReviewDocuments));
    CHECK(!find("lanhdao", kUploadDocuments));
    CHECK(find("giamsat", kReadDocuments));
    CHECK(!find("giamsat", kReviewDocuments));
    for (const char* outside : {"thutruong", "thutruong.coso", "chuyenvien", "chuyenvien.coso", "quantri"})
      CHECK(!find(outside, kReadDocuments));
    CHECK(listed(office, office.as("thutruong.coso")).empty());
    CHECK(listed(office, office.as("giamsat")).size() == 1);
    api::ReviewCommand command;
    command.kind = api::CommandKind::Undo;
    CHECK(carry_out(office.parts, office.as("thutruong.coso"), document.id, command).error().code ==
          Code::DocumentNotFound);
    CHECK(refused(office.upload(office.as("vanphong"), "x.txt", "Một văn bản khác.", kDistrict)) ==
          Code::UploadNotPermittedThere);
    CHECK(refused(office.upload(office.as("thutruong.coso"), "x.txt", "Một văn bản khác.", kDistrict)) ==
          Code::UploadNotPermittedThere);
  });
}

TEST_CASE("documents are found by number, subject and file name, without marks, and page by page") {
  on_both_engines([](Office& office) {
    const auto first = office.read_sample(), second = office.read_sample(" năm 2022");
    const auto vanphong = office.as("vanphong");
    CHECK(listed(office, vanphong, {.words = "12/ct-ubnd"}).size() == 2);
    CHECK(listed(office, vanphong, {.words = "mot cua NAM 2022"}).size() == 1);
    CHECK(listed(office, vanphong, {.words = "100%"}).empty());
    CHECK(listed(office, vanphong, {.state = "failed"}).empty());
    const auto page = listed(office, vanphong, {.most = 1});
    REQUIRE(page.size() == 1);
    CHECK(page.front().id == second.id);
    const auto next = listed(office, vanphong, {.before = page.front().id, .most = 1});
    REQUIRE(next.size() == 1);
    CHECK(next.front().id == first.id);
  });
}
