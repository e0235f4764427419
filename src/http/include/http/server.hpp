// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "http/events.hpp"
#include "http/message.hpp"

namespace haidang::http {

struct ServerSettings {
  std::string address = "127.0.0.1";  ///< of IPv4 or IPv6, no name
  std::uint16_t port = 8080;          ///< 0: any free one
  int workers = 48;
  std::size_t header_limit = 16 * 1024;
  std::uint64_t body_limit = 1 << 20;        ///< of JSON bodies, in memory
  std::uint64_t upload_limit = 64ull << 20;  ///< of bodies spooled to a file
  std::filesystem::path spool_folder;        ///< for uploads; empty: the system's temporary folder
  /// Deadlines are absolute: counted from the first byte of the header, its end, or the first byte of the answer, never
  /// renewed by what arrives. Uploads and answers get more time for their length, at the least rate.
  std::chrono::milliseconds head_deadline{10'000};
  std::chrono::milliseconds body_deadline{120'000};  ///< of uploads; JSON bodies get a quarter of it
  std::chrono::milliseconds idle_deadline{75'000};   ///< between requests
  std::chrono::milliseconds write_deadline{60'000};  ///< a client that does not read
  std::uint64_t least_bytes_per_second = 32 * 1024;
  std::chrono::milliseconds heartbeat{20'000};  ///< of event streams, so that proxies keep them
  /// After this a stream ends and the browser comes again, past the gate: who may no longer listen, does not.
  std::chrono::milliseconds stream_life{900'000};
  std::size_t event_backlog = 256 * 1024;           ///< a subscriber with more than this unread is cut off
  std::chrono::milliseconds stop_deadline{10'000};  ///< running requests may end, then the rest is cut
  int most_connections = 10'000;
  int most_connections_of_one_address = 2'000;     ///< does not hold for a trusted proxy
  bool trust_proxy = false;                        ///< believe X-Forwarded-For and X-Forwarded-Proto
  std::filesystem::path certificate, private_key;  ///< both set: TLS
};

/// What the server asks of the program, on its network thread (must be quick) and on a worker.
class Application {
 public:
  virtual ~Application() = default;
  struct Plan {
    bool takes_upload = false;     ///< the body goes to a file, once `refuse` has nothing against it
    bool answered_inline = false;  ///< `respond` never blocks: called on the network thread (assets, health)
  };
  /// On the network thread. Only the header is there, the body is still to come.
  virtual Plan plan(const Request& head) = 0;
  /// On a worker, before the body of an upload or of a request with "Expect: 100-continue" is taken: the answer that
  /// spares the client from sending it (401, 403, 404, …), or nothing. Never throws.
  virtual std::optional<Response> refuse(Request& head) = 0;
  /// On a worker, or on the network thread when the plan says so. Never throws.
  virtual Response respond(Request&) = 0;
};

/// One thread for the network, a pool for handlers. Ambiguous framing is refused, answers come in order on a pipelined
/// connection.
class Server : public Events {
 public:
  /// Listens at once. Throws std::system_error when the address cannot be had, std::runtime_error when the certificate
  /// or its key cannot be used. Both references must outlive the server.
  static std::unique_ptr<Server> start(const ServerSettings&, Application&);
  virtual std::uint16_t port() const = 0;
  virtual void stop() = 0;  ///< stops accepting, lets running requests end, returns when all threads are gone
  struct Counters {
    std::uint64_t requests = 0, connections = 0, open_connections = 0, subscribers = 0, refused = 0, timed_out = 0;
  };
  virtual Counters counters() const = 0;
};

}  // namespace haidang::http
