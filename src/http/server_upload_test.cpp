// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <sys/resource.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <thread>

#include "base/json.hpp"
#include "http/server.hpp"
#include "platform/files.hpp"
#include "test_client.hpp"

namespace haidang::http {
namespace {

using namespace testing;

std::size_t files_in(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(
      std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

/// Answers with the sum of the bytes of the uploaded file.
Response sum(Request& request) {
  if (!request.spooled) return text_response(200, "no file");
  const auto content = platform::read_file(request.spooled->path).value();
  unsigned long long total = 0;
  for (const char c : content) total = total * 31 + static_cast<unsigned char>(c);
  return text_response(200, std::to_string(content.size()) + " " + std::to_string(total));
}

std::string expected_sum(std::string_view content) {
  unsigned long long total = 0;
  for (const char c : content) total = total * 31 + static_cast<unsigned char>(c);
  return std::to_string(content.size()) + " " + std::to_string(total);
}

std::string content_of(std::size_t size) {
  std::string content(size, ' ');
  for (std::size_t i = 0; i < size; ++i) content[i] = static_cast<char>(i * 7 + i / 1000);
  return content;
}

ServerSettings spooling_into(const std::filesystem::path& folder) {
  auto settings = hasty_settings();
  settings.spool_folder = folder;
  return settings;
}

}  // namespace

TEST_CASE("an upload becomes a file that goes away after the answer") {
  const platform::TemporaryFolder folder;
  Running running(sum, spooling_into(folder.path()));
  auto client = running.client();
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{262'144}, std::size_t{3'000'001}}) {
    const auto content = content_of(size);
    CHECK(client.ask(post("/upload", content)).body == expected_sum(content));
  }
  std::string chunked = "POST /upload HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (int i = 0; i < 40; ++i) chunked += "2710\r\n" + content_of(10'000) + "\r\n";
  std::string whole;
  for (int i = 0; i < 40; ++i) whole += content_of(10'000);
  CHECK(client.ask(chunked + "0\r\n\r\n").body == expected_sum(whole));
  CHECK(client.ask(get("/a")).body == "no file");
  CHECK(eventually([&] { return files_in(folder.path()) == 0; }));
}

TEST_CASE("the deadline of an upload is not renewed by what arrives and is written") {
  auto settings = hasty_settings();
  settings.body_deadline = std::chrono::milliseconds(300);
  settings.least_bytes_per_second = 1 << 30;
  Running running(sum, settings);
  auto client = running.client();
  client.send("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 60000000\r\n\r\n");
  const auto start = std::chrono::steady_clock::now();
  const auto elapsed = [&] { return std::chrono::steady_clock::now() - start; };
  const std::string piece(300'000, 'x');
  while (elapsed() < std::chrono::milliseconds(600)) {
    client.send(piece);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  CHECK(client.answer().status == 408);
  CHECK(elapsed() < std::chrono::milliseconds(1000));
}

TEST_CASE("an upload that breaks off leaves no file") {
  const platform::TemporaryFolder folder;
  Running running(sum, spooling_into(folder.path()));
  {
    auto client = running.client();
    client.send("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 10000000\r\n\r\n" + content_of(1'000'000));
    CHECK(eventually([&] { return files_in(folder.path()) == 1; }));
  }
  CHECK(eventually([&] { return files_in(folder.path()) == 0; }));
}

TEST_CASE("who waits for leave to send is given it, or the answer instead") {
  Running running(sum);
  auto client = running.client();
  const std::string head = "POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n";
  client.send(head + "\r\n");
  REQUIRE(client.wait_for("\r\n\r\n"));
  CHECK(client.answer().status == 100);
  CHECK(client.ask("abc").body == expected_sum("abc"));
  CHECK(running.client().ask(head + "X-Stranger: yes\r\n\r\n").status == 401);
  const std::string json_head = "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n";
  CHECK(running.client().ask(json_head).status == 100);
  CHECK(running.client()
            .ask("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\nExpect: 100-continue\r\n\r\n")
            .status == 413);
}

TEST_CASE("an upload of a stranger is refused before its body") {
  const platform::TemporaryFolder folder;
  Running running(sum, spooling_into(folder.path()));
  auto client = running.client();
  CHECK(client.ask("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\nX-Stranger: yes\r\n\r\n").status ==
        401);
  CHECK(files_in(folder.path()) == 0);
}

TEST_CASE("a disk without room is told, nothing stays, and the server goes on") {
  const platform::TemporaryFolder folder;
  Running running(sum, spooling_into(folder.path()));
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  const auto old_action = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit no_room{100'000, before.rlim_max};
  setrlimit(RLIMIT_FSIZE, &no_room);
  const auto answer = running.client().ask(post("/upload", content_of(2'000'000)));
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, old_action);
  CHECK(answer.status == 507);
  CHECK(json::parse(answer.body).value().at("name") == "DiskFull");
  CHECK(eventually([&] { return files_in(folder.path()) == 0; }));
  CHECK(running.client().ask(post("/upload", "abc")).body == expected_sum("abc"));
}

TEST_CASE("a spool folder that is missing is told, and the server goes on") {
  auto settings = hasty_settings();
  settings.spool_folder = "no such folder";
  Running running(sum, settings);
  const auto answer = running.client().ask(post("/upload", "abc"));
  CHECK(answer.status == 500);
  CHECK(json::parse(answer.body).value().at("name") == "UploadNotSaved");
  CHECK(running.client().ask(get("/a")).status == 200);
}

TEST_CASE("what a killed program left in the spool folder is removed after a day") {
  const platform::TemporaryFolder folder;
  const auto old = folder.path() / "upload-old", fresh = folder.path() / "upload-new", other = folder.path() / "other";
  for (const auto& path : {old, fresh, other}) REQUIRE(platform::write_file(path, "x"));
  const auto then = std::filesystem::file_time_type::clock::now() - std::chrono::hours(30);
  std::filesystem::last_write_time(old, then);
  std::filesystem::last_write_time(other, then);
  Running running(sum, spooling_into(folder.path()));
  CHECK(!std::filesystem::exists(old));
  CHECK(std::filesystem::exists(fresh));
  CHECK(std::filesystem::exists(other));
}

}  // namespace haidang::http
