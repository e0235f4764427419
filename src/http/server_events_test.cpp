// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <thread>

#include "http/server.hpp"
#include "test_client.hpp"

namespace haidang::http {
namespace {

using namespace testing;
using std::chrono::milliseconds;

/// "/events/a,b" subscribes to a and b.
Response subscribe(Request& request) {
  if (!request.path.starts_with("/events/")) return echo(request);
  EventStreamBody events;
  std::string topic;
  for (const char c : request.path.substr(8) + ",") {
    if (c != ',') topic += c;
    if (c == ',') events.topics.push_back(std::exchange(topic, {}));
  }
  return Response{.headers = {}, .body = std::move(events)};
}

Client subscriber(const Running& running, const std::string& topics) {
  auto client = running.client();
  client.send(get("/events/" + topics));
  REQUIRE(client.wait_for("retry: "));
  return client;
}

}  // namespace

TEST_CASE("a subscriber is told what happens on its topics, in order") {
  Running running(subscribe);
  auto both = subscriber(running, "a,b"), one = subscriber(running, "a");
  CHECK(both.unread().find("Content-Type: text/event-stream\r\n") != std::string::npos);
  for (int i = 0; i < 200; ++i) running.server->publish(i % 2 ? "a" : "b", "changed", std::to_string(i));
  running.server->publish("a", "last", "two\nlines");
  for (auto* client : {&both, &one}) {
    REQUIRE(client->wait_for("event: last\ndata: two\ndata: lines\n\n"));
    std::size_t at = 0;
    for (int i = 0; i < 200; ++i) {
      const auto found = client->unread().find("event: changed\ndata: " + std::to_string(i) + "\n\n", at);
      const bool expected = client == &both || i % 2;
      REQUIRE((found != std::string::npos) == expected);
      if (expected) at = found;
    }
  }
  CHECK(running.server->counters().subscribers == 2);
}

TEST_CASE("a subscriber that leaves is forgotten") {
  Running running(subscribe);
  {
    const auto leaving = subscriber(running, "a");
    CHECK(running.server->counters().subscribers == 1);
  }
  CHECK(eventually([&] { return running.server->counters().subscribers == 0; }));
  running.server->publish("a", "changed", "1");
  CHECK(running.client().ask(get("/a")).status == 200);
}

TEST_CASE("a quiet stream is kept alive by a heartbeat") {
  auto settings = hasty_settings();
  settings.heartbeat = milliseconds(100);
  Running running(subscribe, settings);
  auto client = subscriber(running, "a");
  CHECK(client.wait_for("\n\n:\n\n:\n\n"));
}

TEST_CASE("a stream ends after its life, so that the client comes past the gate again") {
  auto settings = hasty_settings();
  settings.heartbeat = milliseconds(50);
  settings.stream_life = milliseconds(150);
  Running running(subscribe, settings);
  auto client = subscriber(running, "a");
  client.take_all();
  CHECK(client.ended());
}

TEST_CASE("a subscriber that does not read is cut off, the others are not") {
  auto settings = hasty_settings();
  settings.event_backlog = 50'000;
  Running running(subscribe, settings);
  auto lazy = Client(running.server->port(), 4096);
  lazy.send(get("/events/a"));
  auto good = subscriber(running, "a");
  CHECK(eventually([&] { return running.server->counters().subscribers == 2; }));
  const std::string long_text(20'000, 'x');
  for (int i = 0; i < 2000 && running.server->counters().subscribers == 2; ++i) {
    running.server->publish("a", "changed", long_text + std::to_string(i) + "!");
    REQUIRE(good.wait_for("x" + std::to_string(i) + "!"));
    good.forget();
  }
  CHECK(running.server->counters().subscribers == 1);
}

TEST_CASE("hundreds of subscribers hear one event") {
  Running running(subscribe);
  std::vector<Client> clients;
  for (int i = 0; i < 500; ++i) clients.push_back(subscriber(running, "a"));
  running.server->publish("a", "changed", "now");
  for (auto& client : clients) REQUIRE(client.wait_for("data: now\n\n"));
}

TEST_CASE("events may be published from many threads at once") {
  Running running(subscribe);
  auto client = subscriber(running, "a");
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 100; ++i) running.server->publish("a", "changed", "x");
    });
  }
  for (auto& thread : threads) thread.join();
  running.server->publish("a", "last", "y");
  REQUIRE(client.wait_for("event: last"));
  std::size_t count = 0;
  for (auto at = client.unread().find("data: x"); at != std::string::npos; at = client.unread().find("data: x", at + 1))
    ++count;
  CHECK(count == 400);
}

TEST_CASE("stopping ends event streams") {
  Running running(subscribe);
  auto client = subscriber(running, "a");
  running.server->stop();
  client.take_all();
  CHECK(client.ended());
  running.server->publish("a", "changed", "too late");
}

}  // namespace haidang::http
