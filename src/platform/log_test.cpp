// SPDX-License-Identifier: Apache-2.0
#include "platform/log.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <stdexcept>

#include "base/json.hpp"
#include "platform/files.hpp"

using namespace haidang;
using platform::ForLog;
using platform::Log;
using platform::LogLevel;
using platform::LogValue;
using platform::Word;

// Whatever a person typed arrives as a string; the log does not take one.
static_assert(!std::is_constructible_v<LogValue, std::string>);
static_assert(!std::is_constructible_v<LogValue, std::string_view>);
static_assert(!std::is_constructible_v<LogValue, const char*>);
static_assert(!std::is_constructible_v<Word, std::string>);

namespace {

using BookId = Id<struct BookTag>;

std::vector<json::Value> lines_of(const std::filesystem::path& file) {
  std::vector<json::Value> lines;
  const auto text = platform::read_file(file).value();
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = text.find('\n', begin);
    REQUIRE(end != std::string::npos);
    lines.push_back(json::parse(text.substr(begin, end - begin)).value());
    begin = end + 1;
  }
  return lines;
}

}  // namespace

TEST_CASE("a line is one JSON object with its fields in order") {
  CHECK(
      platform::log_line("T", LogLevel::Warning, "book_lent",
                         {{"book", BookId(7)},
                          {"days", 3},
                          {"late", true},
                          {"took_ms", std::chrono::microseconds(1'500)},
                          {"shelf", Word("north")}}) ==
      R"({"time":"T","level":"warning","event":"book_lent","book":7,"days":3,"late":true,"took_ms":1.500,"shelf":"north"})");
}

TEST_CASE("control characters and quotes cannot end a line or a text") {
  const auto line =
      platform::log_line("T", LogLevel::Error, "fault",
                         {{"reason", ForLog{"a\n\"b\"\\\x01"}}, {"share", std::numeric_limits<double>::quiet_NaN()}});
  CHECK(line.find('\n') == std::string::npos);
  const auto value = json::parse(line).value();
  CHECK(value.at("reason") == "a\n\"b\"\\\x01");
  CHECK(value.at("share").is_null());
}

TEST_CASE("lines below the level are left out") {
  const platform::TemporaryFolder folder;
  Log log(LogLevel::Warning, folder.path() / "log");
  log.write(LogLevel::Info, "not_seen");
  log.write(LogLevel::Warning, "seen");
  const auto lines = lines_of(folder.path() / "log");
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].at("event") == "seen");
  CHECK(lines[0].at("time").as_string().size() == 24);
}

TEST_CASE("after the file was moved away, reopening begins a new one") {
  const platform::TemporaryFolder folder;
  Log log(LogLevel::Info, folder.path() / "log");
  log.write(LogLevel::Info, "first");
  std::filesystem::rename(folder.path() / "log", folder.path() / "log.1");
  log.write(LogLevel::Info, "second");
  log.reopen();
  log.write(LogLevel::Info, "third");
  CHECK(lines_of(folder.path() / "log.1").size() == 2);
  CHECK(lines_of(folder.path() / "log").at(0).at("event") == "third");
}

TEST_CASE("a rejection is logged by its name and what was meant for the log, without its parameters") {
  const Rejection rejection{Code::FileNotFound, {{"file", "Nguyễn Văn A.docx"}}, "/var/files/77"};
  CHECK(platform::for_log(rejection).text == "FileNotFound: /var/files/77");
  CHECK(platform::for_log(std::runtime_error("lost")).text == "lost");
}
