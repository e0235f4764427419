// SPDX-License-Identifier: Apache-2.0
#include "http/server.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <future>
#include <latch>
#include <thread>

#include "platform/files.hpp"
#include "test_client.hpp"

namespace haidang::http {
namespace {

using namespace testing;

}  // namespace

TEST_CASE("requests on one connection are answered inline and by workers") {
  Running running(echo);
  auto client = running.client();
  CHECK(client.ask(get("/inline")).body == "GET /inline 0");
  CHECK(client.ask(post("/books", "four")).body == "POST /books 4");
  CHECK(client.ask(get("/a%20b?x=1")).body == "GET /a b 0");
  CHECK(running.server->counters().requests == 3);
  CHECK(running.server->counters().connections == 1);
}

TEST_CASE("pipelined requests are answered in order, whoever answers them") {
  Running running([](Request& request) {
    if (request.path == "/slow") std::this_thread::sleep_for(std::chrono::milliseconds(50));
    return echo(request);
  });
  auto client = running.client();
  std::string many;
  for (int i = 0; i < 500; ++i)
    many += i % 3 ? get("/inline/" + std::to_string(i)) : post("/" + std::to_string(i), "xy");
  client.send(get("/slow") + many);
  CHECK(client.answer().body == "GET /slow 0");
  for (int i = 0; i < 500; ++i) {
    const auto number = std::to_string(i);
    REQUIRE(client.answer().body == (i % 3 ? "GET /inline/" + number + " 0" : "POST /" + number + " 2"));
  }
}

TEST_CASE("a request may come byte by byte") {
  Running running(echo);
  auto client = running.client();
  for (const char c : post("/books", "body")) client.send({&c, 1});
  CHECK(client.answer().body == "POST /books 4");
}

TEST_CASE("bodies in chunks are put together, and what follows is the next request") {
  Running running(echo);
  auto client = running.client();
  client.send(
      "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
      "chunked\r\n\r\n3;note=x\r\nabc\r\n10\r\n0123456789abcdef\r\n0\r\n"
      "X-Trailer: host\r\n\r\n" +
      get("/b"));
  CHECK(client.answer().body == "POST /a 19");
  CHECK(client.answer().body == "GET /b 0");
}

TEST_CASE("HEAD has the header of GET and no body") {
  Running running(echo);
  auto client = running.client();
  const auto head = client.send("HEAD /a HTTP/1.1\r\nHost: a\r\n\r\n").answer(true);
  CHECK(head.status == 200);
  CHECK(head.fields.at("content-length") == "9");
  CHECK(client.ask(get("/b")).body == "GET /b 0");
}

TEST_CASE("a connection ends after an answer when the client asks for it, or speaks HTTP/1.0") {
  Running running(echo);
  for (const auto& request : {get("/a", "Connection: close\r\n"), std::string("GET /a HTTP/1.0\r\n\r\n")}) {
    auto client = running.client();
    const auto answer = client.ask(request);
    CHECK(answer.body == "GET /a 0");
    CHECK(answer.fields.at("connection") == "close");
    CHECK(client.ended());
  }
}

TEST_CASE("a client that closes its half is still answered") {
  Running running([](Request& request) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    return echo(request);
  });
  auto client = running.client();
  client.send(get("/a") + get("/b"));
  client.end_output();
  CHECK(client.answer().body == "GET /a 0");
  CHECK(client.answer().body == "GET /b 0");
  CHECK(client.ended());
}

TEST_CASE("every answer is protected, dated and numbered") {
  Running running(echo);
  auto client = running.client();
  auto fields = client.ask(get("/a", "X-Request-Id: mine-1\r\n")).fields;
  CHECK(fields.at("x-request-id") == "mine-1");
  CHECK(fields.at("content-security-policy").starts_with("default-src 'self';"));
  CHECK(fields.at("content-security-policy").find("script-src") == std::string::npos);
  CHECK(fields.at("x-content-type-options") == "nosniff");
  CHECK(fields.at("date").ends_with(" GMT"));
  CHECK(!fields.contains("strict-transport-security"));
  const auto first = client.ask(get("/a", "X-Request-Id: bad id\r\n")).fields.at("x-request-id");
  CHECK(first.size() >= 15);
  CHECK(client.ask(get("/a")).fields.at("x-request-id") != first);
}

TEST_CASE("the word of a proxy counts only when it is trusted") {
  const auto tell = [](Request& request) { return text_response(200, request.peer + (request.secure ? " s" : "")); };
  const auto asked = get("/a", "X-Forwarded-For: 9.9.9.9, 203.0.113.7\r\nX-Forwarded-Proto: https\r\n");
  Running open(tell);
  CHECK(open.client().ask(asked).body == "127.0.0.1");
  auto settings = hasty_settings();
  settings.trust_proxy = true;
  Running behind(tell, settings);
  const auto answer = behind.client().ask(asked);
  CHECK(answer.body == "203.0.113.7 s");
  CHECK(answer.fields.contains("strict-transport-security"));
}

TEST_CASE("text is packed when it is long and the client takes it so") {
  Running running([](Request& request) {
    auto response = json_response(200, std::string(request.path == "/short" ? 100 : 50'000, 'x'));
    response.headers.add("ETag", "\"t\"");
    return response;
  });
  auto client = running.client();
  const auto packed = client.ask(get("/long", "Accept-Encoding: br;q=1, gzip;q=0.5\r\n"));
  CHECK(packed.fields.at("content-encoding") == "gzip");
  CHECK(packed.fields.at("vary") == "Accept-Encoding");
  CHECK(packed.fields.at("etag") == "W/\"t\"");
  CHECK(packed.body.size() < 1000);
  CHECK(client.ask(get("/long")).body.size() == 50'000);
  CHECK(client.ask(get("/long", "Accept-Encoding: gzip;q=0\r\n")).body.size() == 50'000);
  CHECK(client.ask(get("/short", "Accept-Encoding: gzip\r\n")).body.size() == 100);
}

TEST_CASE("files are sent whole, in parts, or not at all when the client has them") {
  const platform::TemporaryFolder folder;
  const auto path = folder.path() / "scan.pdf";
  std::string content(300'000, ' ');
  for (std::size_t i = 0; i < content.size(); ++i) content[i] = static_cast<char>('a' + i % 23);
  std::ofstream(path) << content;
  Running running([&](Request& request) {
    return Response{.headers = {}, .body = FileBody{request.path == "/gone" ? path / "no" : path}};
  });
  auto client = running.client();
  const auto whole = client.ask(get("/scan"));
  CHECK(whole.body == content);
  CHECK(whole.fields.at("accept-ranges") == "bytes");
  const auto etag = whole.fields.at("etag");

  const auto part = client.ask(get("/scan", "Range: bytes=1000-1009\r\n"));
  CHECK(part.status == 206);
  CHECK(part.body == content.substr(1000, 10));
  CHECK(part.fields.at("content-range") == "bytes 1000-1009/300000");
  CHECK(client.ask(get("/scan", "Range: bytes=-5\r\n")).body == content.substr(299'995));
  CHECK(client.ask(get("/scan", "Range: bytes=299999-\r\n")).body.size() == 1);
  CHECK(client.ask(get("/scan", "Range: bytes=0-1,5-6\r\n")).status == 200);
  CHECK(client.ask(get("/scan", "Range: bytes=5-1\r\n")).status == 200);
  CHECK(client.ask(get("/scan", "Range: bytes=0-1\r\nIf-Range: \"old\"\r\n")).status == 200);
  CHECK(client.ask(get("/scan", "Range: bytes=0-1\r\nIf-Range: " + etag + "\r\n")).status == 206);
  const auto outside = client.ask(get("/scan", "Range: bytes=300000-\r\n"));
  CHECK(outside.status == 416);
  CHECK(outside.fields.at("content-range") == "bytes */300000");

  const auto unchanged = client.ask(get("/scan", "If-None-Match: \"x\", W/" + etag + "\r\n"));
  CHECK(unchanged.status == 304);
  CHECK(unchanged.body.empty());
  CHECK(client.ask(get("/gone")).status == 404);
  const auto head = client.send("HEAD /scan HTTP/1.1\r\nHost: a\r\n\r\n").answer(true);
  CHECK(head.fields.at("content-length") == "300000");
  CHECK(client.ask(get("/scan")).body.size() == 300'000);
}

TEST_CASE("a slow handler does not keep others waiting") {
  std::latch release(1);
  Running running([&](Request& request) {
    if (request.path == "/slow") release.wait();
    return echo(request);
  });
  auto slow = running.client();
  slow.send(get("/slow"));
  CHECK(running.client().ask(get("/quick")).status == 200);
  CHECK(running.client().ask(get("/inline")).status == 200);
  release.count_down();
  CHECK(slow.answer().body == "GET /slow 0");
}

TEST_CASE("stopping lets a running request end, closes idle connections and accepts no more") {
  std::latch started(1);
  Running running([&](Request& request) {
    if (request.path == "/slow") {
      started.count_down();
      std::this_thread::sleep_for(std::chrono::milliseconds(300));
    }
    return echo(request);
  });
  const auto port = running.server->port();
  auto slow = running.client(), idle = running.client();
  CHECK(idle.ask(get("/a")).status == 200);
  slow.send(get("/slow"));
  started.wait();
  auto stopped = std::async(std::launch::async, [&] { running.server->stop(); });
  CHECK(idle.ended());
  CHECK(slow.answer().body == "GET /slow 0");
  CHECK(slow.ended());
  stopped.get();
  CHECK_THROWS(Client(port));
  CHECK(running.server->counters().open_connections == 0);
}

TEST_CASE("a port that is taken is told") {
  Running running(echo);
  auto settings = hasty_settings();
  settings.port = running.server->port();
  CHECK_THROWS_AS(Server::start(settings, running.program), std::system_error);
  settings.address = "no address";
  CHECK_THROWS_AS(Server::start(settings, running.program), std::system_error);
}

}  // namespace haidang::http
