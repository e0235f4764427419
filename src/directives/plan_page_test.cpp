// SPDX-License-Identifier: Apache-2.0
#include "directives/plan_page.hpp"

#include <doctest/doctest.h>

#include "base/json.hpp"
#include "directives/plan_json.hpp"
#include "plan_page_view.hpp"
#include "plan_sample.hpp"
#include "plan_words.hpp"

using namespace haidang;
using namespace haidang::directives;

namespace {

std::size_t count(std::string_view text, std::string_view wanted) {
  std::size_t found = 0;
  for (std::size_t at = text.find(wanted); at != text.npos; at = text.find(wanted, at + 1)) ++found;
  return found;
}

std::string data_of(std::string_view page) {
  static constexpr std::string_view kStart = "<script type=\"application/json\" id=\"plan\">";
  const std::size_t begin = page.find(kStart) + kStart.size();
  return std::string(page.substr(begin, page.find("</script>", begin) - begin));
}

}  // namespace

TEST_CASE("the page carries the same plan as the JSON file") {
  const Sample sample = sample_plan();
  const auto data = json::parse(data_of(plan_page(sample.plan, sample.source, "mau.txt")));
  REQUIRE(data.has_value());
  CHECK(json::pretty(data->at("plan")) == plan_json(sample.plan, sample.source));
}

TEST_CASE("nothing in a document becomes markup") {
  const Sample sample = hostile_plan(), calm = sample_plan();
  const std::string page = plan_page(sample.plan, sample.source, "<img src=x>.txt");
  const std::string plain = plan_page(calm.plan, calm.source, "mau.txt");
  CHECK(count(page, "<script") == count(plain, "<script"));
  CHECK(count(page, "<!--") == count(plain, "<!--"));
  CHECK(count(page, "<img") == 0);
  const auto data = json::parse(data_of(page));
  REQUIRE(data.has_value());
  CHECK(json::pretty(data->at("plan")) == plan_json(sample.plan, sample.source));
}

TEST_CASE("the page asks for nothing from a network") {
  const Sample sample = sample_plan();
  const std::string page = plan_page(sample.plan, sample.source, "mau.txt");
  CHECK(page.find("default-src 'none'") != page.npos);
  CHECK(count(page, "'unsafe-inline'") == 0);
  CHECK(count(page, "https://") == 0);
  CHECK(count(page, "http://") == 0);
  CHECK(count(page, "{{") == 0);
}

TEST_CASE("a merged cell is one cell of the page") {
  const std::string blocks = json::compact(json::Value(text_blocks(sample_plan().source)));
  CHECK(count(blocks, "\"rowspan\":2") == 1);
  CHECK(count(blocks, "\"rowspan\"") == 14);
}

TEST_CASE("a page of a scan is announced where it begins") {
  documents::SourceDocument source;
  for (const int page : {1, 1, 2}) {
    documents::Line line{
        .text = "Điều khoản.", .place = {.page = page, .begin = source.text.size()}, .whole_paragraph = true};
    line.place.end = line.place.begin + 11;
    source.text += "Dieu khoan.\n";
    source.blocks.emplace_back(line);
  }
  CHECK(count(json::compact(json::Value(text_blocks(source))), "{\"page\":2}") == 1);
}

TEST_CASE("deadlines are told as people say them") {
  const Deadline friday{.kind = DeadlineKind::Recurring, .every = Every::Week, .weekday = 5};
  CHECK(words_of(friday).vietnamese == "hằng tuần, thứ Sáu");
  const Deadline yearly{.kind = DeadlineKind::Recurring, .every = Every::Year, .day = 15, .month = 12};
  CHECK(words_of(yearly).vietnamese == "hằng năm, ngày 15/12");
  const Deadline at_once{.kind = DeadlineKind::Relative, .count = 0, .from = From::Event, .event = "có kết quả"};
  CHECK(words_of(at_once).vietnamese == "ngay sau khi có kết quả");
  const Deadline one{.kind = DeadlineKind::Relative, .count = 1, .unit = DayUnit::WorkingDay, .from = From::Issue};
  CHECK(words_of(one).english == "1 working day after issue");
}
