// SPDX-License-Identifier: Apache-2.0
#include "tls_connection.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <stdexcept>

namespace haidang::http {
namespace {

namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;
using ErrorCode = boost::system::error_code;

class TlsConnection : public Connection {
 public:
  TlsConnection(Engine& engine, Socket socket, std::string peer, ssl::context& context)
      : Connection(engine, std::move(peer)), stream_(std::move(socket), context) {}

  void begin() override {
    arm(engine().settings.head_deadline);
    stream_.async_handshake(ssl::stream_base::server, [this, keep = shared_from_this()](const ErrorCode& error) {
      if (!is_open()) return;
      if (error) return broke();
      Connection::begin();
    });
  }

 private:
  bool is_open() const { return stream_.lowest_layer().is_open(); }

  void receive() override {
    stream_.async_read_some(asio::buffer(input_),
                            [this, keep = shared_from_this()](const ErrorCode& error, std::size_t size) {
                              if (!is_open()) return;
                              if (error) return input_ended();
                              received({input_.data(), size});
                            });
  }

  void send(const Output& output) override {
    output_ = output;
    const std::array parts{asio::buffer(output.head), asio::buffer(output.body)};
    write(parts);
  }

  template <class Buffers>
  void write(const Buffers& buffers) {
    asio::async_write(stream_, buffers, [this, keep = shared_from_this()](const ErrorCode& error, std::size_t) {
      if (!is_open()) return;
      if (error) return broke();
      output_.length > 0 ? write_file() : sent();
    });
  }

  void write_file() {
    piece_.resize(std::min<std::uint64_t>(output_.length, 64 * 1024));
    const auto size = ::pread(output_.file, piece_.data(), piece_.size(), static_cast<off_t>(output_.offset));
    if (size <= 0) return broke();  // the file became shorter than the length that was promised
    output_.offset += static_cast<std::uint64_t>(size);
    output_.length -= static_cast<std::uint64_t>(size);
    write(asio::buffer(piece_.data(), static_cast<std::size_t>(size)));
  }

  void end_output() override {}  // the length in the header tells the peer; reading goes on until it closes

  void close() override {
    ErrorCode ignored;
    stream_.lowest_layer().close(ignored);
  }

  ssl::stream<Socket> stream_;
  std::array<char, 16 * 1024> input_;
  std::string piece_;
  Output output_;
};

void use(const ErrorCode& error, const char* what, const std::filesystem::path& path) {
  if (error) throw std::runtime_error(std::string(what) + " " + path.string() + ": " + error.message());
}

}  // namespace

ssl::context tls_context(const ServerSettings& settings) {
  ssl::context context(ssl::context::tls_server);
  SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
  ErrorCode error;
  context.use_certificate_chain_file(settings.certificate.string(), error);
  use(error, "certificate", settings.certificate);
  context.use_private_key_file(settings.private_key.string(), ssl::context::pem, error);
  use(error, "private key", settings.private_key);
  return context;
}

std::shared_ptr<Connection> tls_connection(Engine& engine, Socket socket, std::string peer, ssl::context& context) {
  ErrorCode ignored;
  socket.set_option(asio::ip::tcp::no_delay(true), ignored);
  return std::make_shared<TlsConnection>(engine, std::move(socket), std::move(peer), context);
}

}  // namespace haidang::http
