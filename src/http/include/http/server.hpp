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
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  ///< 0: any free one
  int workers = 48;
  std::size_t header_limit = 16 * 1024;
  std::uint64_t body_limit = 1 << 20;                ///< of JSON bodies, in memory
  std::uint64_t upload_limit = 64ull << 20;          ///< of bodies spooled to a file
  std::filesystem::path spool_folder;                ///< for uploads; empty: the system's temporary folder
  std::chrono::milliseconds head_deadline{10'000};   ///< absolute: from the first byte to the end of the header
  std::chrono::milliseconds body_deadline{120'000};  ///< absolute, JSON bodies a quarter of it
  std::chrono::milliseconds idle_deadline{75'000};   ///< between requests
  std::chrono::milliseconds write_deadline{60'000};  ///< a client that does not read
  std::chrono::milliseconds stop_deadline{10'000};   ///< running requests may end, then the rest is cut
  int most_connections = 10'000;
  int most_connections_of_one_address = 2'000;
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
  /// Listens at once; throws std::system_error when the address cannot be had.
  static std::unique_ptr<Server> start(const ServerSettings&, Application&);
  virtual std::uint16_t port() const = 0;
  virtual void stop() = 0;  ///< stops accepting, lets running requests end, returns when all threads are gone
  struct Counters {
    std::uint64_t requests = 0, connections = 0, open_connections = 0, subscribers = 0, refused = 0, timed_out = 0;
  };
  virtual Counters counters() const = 0;
};

}  // namespace haidang::http
