// SPDX-License-Identifier: Apache-2.0
// Clients that are wrong, slow, greedy or many.
#include <doctest/doctest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <thread>

#include "base/json.hpp"
#include "http/server.hpp"
#include "test_client.hpp"

namespace haidang::http {
namespace {

using namespace testing;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

struct Probe {
  const char* what;
  std::string bytes;
  int status;
};

std::string with(std::string_view fields, std::string_view line = "GET /a HTTP/1.1") {
  return std::string(line) + "\r\nHost: a\r\n" + std::string(fields) + "\r\n";
}

}  // namespace

TEST_CASE("what two programs could read differently, or nobody can read, is refused and ends the connection") {
  Running running(echo);
  const std::string nul("X: a\0b\r\n", 8);
  const Probe probes[] = {
      {"a length and chunks", with("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "POST /a HTTP/1.1"), 400},
      {"chunks and a length", with("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "POST /a HTTP/1.1"), 400},
      {"two different lengths", with("Content-Length: 4\r\nContent-Length: 5\r\n", "POST /a HTTP/1.1"), 400},
      {"two equal lengths", with("Content-Length: 4\r\nContent-Length: 4\r\n", "POST /a HTTP/1.1"), 400},
      {"a list of lengths", with("Content-Length: 4, 5\r\n", "POST /a HTTP/1.1"), 400},
      {"a length with a sign", with("Content-Length: +5\r\n", "POST /a HTTP/1.1"), 400},
      {"a negative length", with("Content-Length: -5\r\n", "POST /a HTTP/1.1"), 400},
      {"a huge length", with("Content-Length: 99999999999999999999\r\n", "POST /a HTTP/1.1"), 400},
      {"a space before the colon", with("Foo : bar\r\n"), 400},
      {"a NUL in a field", with(nul), 400},
      {"a field without a colon", with("nonsense\r\n"), 400},
      {"an unknown coding", with("Transfer-Encoding: gzip\r\n", "POST /a HTTP/1.1"), 501},
      {"a coding before the chunks", with("Transfer-Encoding: gzip, chunked\r\n", "POST /a HTTP/1.1"), 501},
      {"a coding after the chunks", with("Transfer-Encoding: chunked, gzip\r\n", "POST /a HTTP/1.1"), 501},
      {"chunks twice", with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "POST /a HTTP/1.1"), 400},
      {"chunks in HTTP/1.0", with("Transfer-Encoding: chunked\r\n", "POST /a HTTP/1.0"), 400},
      {"no host", "GET /a HTTP/1.1\r\n\r\n", 400},
      {"two hosts", with("Host: b\r\n"), 400},
      {"an unknown method", with("", "BREW /a HTTP/1.1"), 501},
      {"CONNECT", with("", "CONNECT a:443 HTTP/1.1"), 501},
      {"another version", with("", "GET /a HTTP/2.0"), 505},
      {"no version", "GET /a\r\n\r\n", 400},
      {"a broken target", with("", "GET /%zz HTTP/1.1"), 400},
      {"a strange expectation", with("Expect: tea\r\n"), 417},
      {"a bad chunk", with("Transfer-Encoding: chunked\r\n", "POST /a HTTP/1.1") + "zz\r\n", 400},
      {"a huge chunk",
       with("Transfer-Encoding: chunked\r\n", "POST /a HTTP/1.1") + "fffffffff\r\n" + std::string(2 << 20, 'x'), 413},
      {"an endless chunk header",
       with("Transfer-Encoding: chunked\r\n", "POST /a HTTP/1.1") + "1;" + std::string(100'000, 'x'), 431},
      {"lines without CR", "GET /a HTTP/1.1\nHost: a\n\n", 400},
      {"TLS where none is spoken", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 \r\n\r\n", 16), 400},
      {"a header of 64 kB", with("X: " + std::string(65'536, 'x') + "\r\n"), 431},
      {"a line of 64 kB", with("", "GET /" + std::string(65'536, 'x') + " HTTP/1.1"), 431},
      {"thousands of fields",
       [] {
         std::string fields;
         for (int i = 0; i < 5000; ++i) fields += "A: b\r\n";
         return with(fields);
       }(),
       431},
  };
  for (const auto& probe : probes) {
    auto client = running.client();
    const auto answer = client.ask(probe.bytes);
    CHECK_MESSAGE(answer.status == probe.status, probe.what);
    if (answer.status == 0) continue;
    CHECK(json::parse(answer.body).value().at("status") == probe.status);
    CHECK_MESSAGE(client.ended(), probe.what);
  }
  CHECK(running.server->counters().refused == std::size(probes));
  CHECK(running.client().ask(get("/a")).status == 200);
}

TEST_CASE("a header that comes line by line has the same limit") {
  Running running(echo);
  auto client = running.client();
  client.send("GET /a HTTP/1.1\r\nHost: a\r\n");
  const std::string line = "X: " + std::string(1000, 'x') + "\r\n";
  for (int i = 0; i < 40; ++i) {
    client.send(line);
    std::this_thread::sleep_for(milliseconds(2));
  }
  CHECK(client.answer().status == 431);
}

TEST_CASE("a body that is too large is refused as soon as its length is known, and while it streams") {
  auto settings = hasty_settings();
  settings.body_limit = 1000;
  settings.upload_limit = 5000;
  Running running(echo, settings);
  const auto announced = [](std::string_view path, std::string_view length) {
    return "POST " + std::string(path) + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::string(length) + "\r\n\r\n";
  };
  const auto json_body = running.client().ask(announced("/a", "1001"));
  CHECK(json_body.status == 413);
  CHECK(json::parse(json_body.body).value().at("name") == "BodyTooLarge");
  CHECK(running.client().ask(post("/a", std::string(1000, 'x'))).status == 200);
  const auto upload = running.client().ask(announced("/upload", "5001"));
  CHECK(json::parse(upload.body).value().at("name") == "UploadTooLarge");

  auto stream = running.client();
  stream.send("POST /upload HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
  for (int i = 0; i < 20; ++i) stream.send("3e8\r\n" + std::string(1000, 'x') + "\r\n");
  CHECK(stream.answer().status == 413);
}

TEST_CASE("a client that goes on sending 100 MB after a refusal still sees the refusal") {
  Running running(echo);
  auto client = running.client();
  client.send("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 104857600\r\n\r\n");
  const std::string piece(1 << 20, 'x');
  for (int i = 0; i < 20; ++i) client.send(piece);
  CHECK(client.answer().status == 413);
}

TEST_CASE("a client that drips is cut at the deadline of its header, while others are served") {
  Running running(echo);
  auto drip = running.client();
  const auto start = steady_clock::now();
  drip.send("GET /a HTTP/1.1\r\nHost: a\r\nX: ");
  std::thread dripping([&] {
    for (int i = 0; i < 25; ++i) {
      drip.send("x");
      std::this_thread::sleep_for(milliseconds(20));
    }
  });
  auto other = running.client();
  for (int i = 0; i < 20; ++i) {
    CHECK(other.ask(get("/a")).status == 200);
    std::this_thread::sleep_for(milliseconds(10));
  }
  CHECK(drip.answer().status == 408);
  const auto took = steady_clock::now() - start;
  CHECK(took > milliseconds(390));
  CHECK(took < milliseconds(900));
  dripping.join();
  CHECK(running.server->counters().timed_out == 1);
}

TEST_CASE("a body that drips is cut at its deadline") {
  Running running(echo);
  auto drip = running.client();
  const auto start = steady_clock::now();
  drip.send("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
  std::thread dripping([&] {
    for (int i = 0; i < 30; ++i) {
      drip.send("x");
      std::this_thread::sleep_for(milliseconds(20));
    }
  });
  CHECK(drip.answer().status == 408);
  CHECK(steady_clock::now() - start < milliseconds(1000));
  dripping.join();
}

TEST_CASE("an idle connection is closed without a word") {
  auto settings = hasty_settings();
  settings.idle_deadline = milliseconds(200);
  Running running(echo, settings);
  auto silent = running.client(), used = running.client();
  CHECK(used.ask(get("/a")).status == 200);
  CHECK(silent.ended());
  CHECK(used.ended());
}

TEST_CASE("a client that never reads is cut off and does not keep others waiting") {
  auto settings = hasty_settings();
  settings.write_deadline = milliseconds(300);
  const std::string page(8000, 'x');
  Running running([&](Request&) { return text_response(200, page); }, settings);
  Client greedy(running.server->port(), 4096);
  std::string many;
  for (int i = 0; i < 2000; ++i) many += get("/inline");
  greedy.send(many);
  for (int i = 0; i < 20; ++i) CHECK(running.client().ask(get("/a")).body == page);
  CHECK(eventually([&] { return running.server->counters().timed_out == 1; }));
}

TEST_CASE("thousands of idle connections do not stop others, and cost little memory") {
  rlimit files{};
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  const int count = static_cast<int>(std::min<rlim_t>(3000, (files.rlim_cur - 100) / 2));
  auto settings = hasty_settings();
  settings.most_connections_of_one_address = count + 100;
  Running running(echo, settings);
  std::vector<Client> idle;
  for (int i = 0; i < count; ++i) idle.push_back(running.client());
  CHECK(eventually([&] { return running.server->counters().open_connections == static_cast<unsigned>(count); }));
  auto client = running.client();
  const auto start = steady_clock::now();
  for (int i = 0; i < 100; ++i) REQUIRE(client.ask(get("/a")).status == 200);
  CHECK(steady_clock::now() - start < milliseconds(2000));
  CHECK(idle.back().ask(get("/a")).status == 200);
}

TEST_CASE("one address may not take all connections") {
  auto settings = hasty_settings();
  settings.most_connections_of_one_address = 3;
  Running running(echo, settings);
  std::vector<Client> clients;
  for (int i = 0; i < 3; ++i) clients.push_back(running.client());
  for (auto& client : clients) CHECK(client.ask(get("/a")).status == 200);
  CHECK(running.client().answer().status == 503);
  clients.pop_back();
  CHECK(eventually([&] { return running.client().ask(get("/a")).status == 200; }));
}

TEST_CASE("without file descriptors the server waits without spinning, and goes on when there are some again") {
  Running running(echo);
  auto open = running.client();
  CHECK(open.ask(get("/a")).status == 200);
  rlimit before{};
  getrlimit(RLIMIT_NOFILE, &before);
  const int next = ::dup(0);
  ::close(next);
  const rlimit room_for_one{static_cast<rlim_t>(next) + 1, before.rlim_max};
  setrlimit(RLIMIT_NOFILE, &room_for_one);
  auto late = running.client();  // takes the last descriptor, so that the server has none to accept it with
  const auto processor_before = std::clock();
  std::this_thread::sleep_for(milliseconds(250));
  CHECK(std::clock() - processor_before < CLOCKS_PER_SEC / 10);
  CHECK(open.ask(get("/a")).status == 200);
  CHECK(running.server->counters().open_connections == 1);
  setrlimit(RLIMIT_NOFILE, &before);
  CHECK(late.ask(get("/a")).status == 200);
}

TEST_CASE("clients that leave at any moment do no harm") {
  Running running([](Request& request) {
    std::this_thread::sleep_for(milliseconds(1));
    return echo(request);
  });
  const auto whole = post("/a", std::string(5000, 'x'));
  for (std::size_t cut = 0; cut < whole.size(); cut += 97) running.client().send(whole.substr(0, cut));
  for (int i = 0; i < 50; ++i) running.client().send(whole);
  CHECK(running.client().ask(whole).status == 200);
  CHECK(eventually([&] { return running.server->counters().open_connections == 0; }));
}

TEST_CASE("stopping cuts what does not end in time") {
  auto settings = hasty_settings();
  settings.stop_deadline = milliseconds(200);
  settings.head_deadline = milliseconds(60'000);
  Running running(echo, settings);
  auto half = running.client();
  half.send("GET /a HTTP/1.1\r\n");
  std::this_thread::sleep_for(milliseconds(50));
  const auto start = steady_clock::now();
  running.server->stop();
  CHECK(steady_clock::now() - start < milliseconds(1000));
  CHECK(half.ended());
}

}  // namespace haidang::http
