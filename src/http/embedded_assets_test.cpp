// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>

#include "embedded/sample_assets.hpp"
#include "platform/files.hpp"

namespace haidang::http {

TEST_CASE("a folder of web files is in the program, as it is on disk") {
  const auto files = embedded::sample_assets();
  REQUIRE(files.size() == 3);
  CHECK(std::is_sorted(files.begin(), files.end(), [](const Asset& a, const Asset& b) { return a.path < b.path; }));
  for (const auto& file : files) {
    const auto on_disk = platform::read_file("src/http/sample_web" + std::string(file.path)).value();
    CHECK(file.content == on_disk);
    CHECK(file.etag.size() == 18);
  }
}

TEST_CASE("long text is packed at build time, short text is not") {
  const Assets assets(embedded::sample_assets());
  Request request;
  request.path = "/assets/main-3f2a.js";
  request.headers.add("Accept-Encoding", "gzip");
  const auto script = assets.answer(request).value();
  CHECK(script.headers.find("Content-Encoding") == "gzip");
  CHECK(script.headers.find("Content-Type") == "text/javascript; charset=utf-8");
  CHECK(std::get<std::string_view>(script.body).starts_with("\x1f\x8b"));
  request.path = "/robots.txt";
  CHECK(!assets.answer(request)->headers.contains("Content-Encoding"));
  CHECK(std::get<std::string_view>(assets.answer(request)->body) == "tiny\n");
}

}  // namespace haidang::http
