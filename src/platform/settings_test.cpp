// SPDX-License-Identifier: Apache-2.0
#include "platform/settings.hpp"

#include <doctest/doctest.h>

#include "platform/files.hpp"

using namespace haidang;
using platform::SettingOrigin;
using platform::Settings;
using platform::TemporaryFolder;

namespace {

/// A library's settings.
struct Library {
  std::string level = "info";
  std::filesystem::path folder = "books";
  std::int64_t port = 8080;
  bool open = false;
  std::optional<LocalDate> today;
  platform::Secret key;
  Settings settings;

  Library() {
    settings.add({"level", "mức", "level"}, level, {"debug", "info"});
    settings.add({"folder", "thư mục", "folder"}, folder);
    settings.add({"http_port", "cổng", "port"}, port, {1, 65'535});
    settings.add({"open", "mở", "open"}, open);
    settings.add({"today", "hôm nay", "today"}, today);
    settings.add({"key", "khóa", "key"}, key);
  }
  std::optional<Rejection> read_text(const std::string& content) {
    const TemporaryFolder beside;
    REQUIRE(platform::write_file(beside.path() / "library.conf", content));
    return settings.read({.file = beside.path() / "library.conf"});
  }
  const Settings::Explained explained(std::string_view name) const {
    for (auto& each : settings.explain())
      if (each.text.name == name) return each;
    FAIL("no such setting");
    return {};
  }
};

std::string parameter(const Rejection& rejection, std::string_view name) {
  for (const auto& [key, value] : rejection.parameters)
    if (key == name) return value;
  return {};
}

}  // namespace

TEST_CASE("what nobody sets keeps its default and says so") {
  Library library;
  CHECK_FALSE(library.settings.read({}));
  CHECK(library.port == 8080);
  CHECK(library.explained("http_port").value == "8080");
  CHECK(library.explained("http_port").origin == SettingOrigin::Default);
  CHECK(library.explained("http_port").where.empty());
}

TEST_CASE("a file sets values, comments and blank lines aside, and the place is remembered") {
  Library library;
  CHECK_FALSE(library.read_text("# thư viện\n\n  http_port = 9000  \nopen=yes\ntoday = 2022-07-01\nfolder = a b\n"));
  CHECK(library.port == 9000);
  CHECK(library.open);
  CHECK(library.today == LocalDate{std::chrono::year{2022} / 7 / 1});
  CHECK(library.folder == "a b");
  CHECK(library.explained("http_port").where == "library.conf:3");
  CHECK(library.explained("http_port").initial == "8080");
}

TEST_CASE("the environment prevails over the file, and a flag over both") {
  const TemporaryFolder folder;
  REQUIRE(platform::write_file(folder.path() / "a.conf", "http_port = 1\nlevel = debug\nopen = true\n"));
  Library library;
  CHECK_FALSE(library.settings.read({.file = folder.path() / "a.conf",
                                     .environment = {{"HAIDANG_HTTP_PORT", "2"}, {"HAIDANG_OPEN", "0"}, {"HOME", "x"}},
                                     .flags = {{"http_port", "3"}}}));
  CHECK(library.port == 3);
  CHECK_FALSE(library.open);
  CHECK(library.level == "debug");
  CHECK(library.explained("http_port").where == "--http-port");
  CHECK(library.explained("open").where == "HAIDANG_OPEN");
}

TEST_CASE("a misspelt name stops the start and the right one is suggested") {
  Library library;
  const auto problem = library.read_text("level = info\nhtp_port = 9000\n");
  REQUIRE(problem);
  CHECK(problem->code == Code::SettingUnknown);
  CHECK(parameter(*problem, "where") == "library.conf:2");
  CHECK(parameter(*problem, "nearest") == "http_port");
  const auto variable = Library().settings.read({.environment = {{"HAIDANG_LEVLE", "debug"}}});
  REQUIRE(variable);
  CHECK(parameter(*variable, "where") == "HAIDANG_LEVLE");
  CHECK(parameter(*variable, "nearest") == "level");
}

TEST_CASE("variables that belong to others are left alone") {
  CHECK_FALSE(Library().settings.read({.environment = {{"HAIDANG_TEST_X", "1"}, {"HAIDANG_BROWSER", "y"}},
                                       .foreign_variables = {"HAIDANG_TEST_", "HAIDANG_BROWSER"}}));
}

TEST_CASE("values that are not allowed are refused with what is allowed") {
  for (const auto* line : {"http_port = 0", "http_port = 70000", "http_port = 80x", "http_port =", "level = loud",
                           "open = perhaps", "today = 31/9/2022", "key = file:/no/such/file"}) {
    CAPTURE(line);
    const auto problem = Library().read_text(line);
    REQUIRE(problem);
    CHECK(problem->code == Code::SettingInvalid);
    CHECK_FALSE(parameter(*problem, "allowed").empty());
  }
}

TEST_CASE("a line without = and a name given twice are refused") {
  CHECK(Library().read_text("http_port 9000").value().code == Code::SettingLineUnreadable);
  const auto twice = Library().read_text("level = info\n\nlevel = debug\n").value();
  CHECK(twice.code == Code::SettingTwice);
  CHECK(parameter(twice, "first") == "1");
  CHECK(Library().settings.read({.file = "no-such-file.conf"}).value().code == Code::FileNotFound);
}

TEST_CASE("a secret may lie in a file of its own and is never shown") {
  const TemporaryFolder folder;
  REQUIRE(platform::write_file(folder.path() / "key", "  hải đăng \nsecond line\n"));
  Library library;
  CHECK(library.explained("key").value.empty());
  CHECK_FALSE(library.settings.read({.flags = {{"key", "file:" + (folder.path() / "key").string()}}}));
  CHECK(library.key.reveal() == "hải đăng");
  CHECK(library.explained("key").value == "••••");
}

TEST_CASE("one name gives the variable and the flag") {
  CHECK(platform::variable_of("upload_limit_mb") == "HAIDANG_UPLOAD_LIMIT_MB");
  CHECK(platform::flag_of("upload_limit_mb") == "--upload-limit-mb");
}
