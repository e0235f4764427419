// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <fstream>

#include "http/server.hpp"
#include "platform/files.hpp"
#include "test_client.hpp"

namespace haidang::http {
namespace {

using namespace testing;

template <class T, void (*free_it)(T*)>
struct Freed {
  void operator()(T* pointer) const { free_it(pointer); }
};
template <class T, void (*free_it)(T*)>
using Owned = std::unique_ptr<T, Freed<T, free_it>>;
using OwnedFile = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

/// A certificate for "localhost", signed with its own key, good for a day.
void write_certificate(const std::filesystem::path& certificate, const std::filesystem::path& key) {
  const Owned<EVP_PKEY, EVP_PKEY_free> pair(EVP_EC_gen("P-256"));
  const Owned<X509, X509_free> x509(X509_new());
  ASN1_INTEGER_set(X509_get_serialNumber(x509.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(x509.get()), -60);
  X509_gmtime_adj(X509_getm_notAfter(x509.get()), 86'400);
  X509_set_pubkey(x509.get(), pair.get());
  X509_NAME* name = X509_get_subject_name(x509.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
  X509_set_issuer_name(x509.get(), name);
  X509_sign(x509.get(), pair.get(), EVP_sha256());
  const OwnedFile certificate_file(std::fopen(certificate.c_str(), "w"), std::fclose);
  const OwnedFile key_file(std::fopen(key.c_str(), "w"), std::fclose);
  PEM_write_X509(certificate_file.get(), x509.get());
  PEM_write_PrivateKey(key_file.get(), pair.get(), nullptr, nullptr, 0, nullptr, nullptr);
}

struct WithTls {
  platform::TemporaryFolder folder;
  ServerSettings settings = hasty_settings();
  WithTls() {
    settings.certificate = folder.path() / "certificate.pem";
    settings.private_key = folder.path() / "key.pem";
    write_certificate(settings.certificate, settings.private_key);
  }
};

/// Speaks TLS over the socket of a client.
class TlsClient {
 public:
  explicit TlsClient(const Running& running)
      : client_(running.client()), context_(SSL_CTX_new(TLS_client_method())), ssl_(SSL_new(context_.get())) {
    SSL_set_fd(ssl_.get(), client_.socket());
    connected = SSL_connect(ssl_.get()) == 1;
  }
  void send(std::string_view bytes) { SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size())); }
  /// Until a text has come or the connection ends.
  std::string read_until(std::string_view text) {
    std::string all;
    char buffer[16384];
    while (all.find(text) == std::string::npos) {
      const int size = SSL_read(ssl_.get(), buffer, sizeof buffer);
      if (size <= 0) break;
      all.append(buffer, static_cast<std::size_t>(size));
    }
    return all;
  }
  bool connected = false;

 private:
  Client client_;
  Owned<SSL_CTX, SSL_CTX_free> context_;
  Owned<SSL, SSL_free> ssl_;
};

}  // namespace

TEST_CASE("over TLS requests, uploads, files and events go as without") {
  WithTls with_tls;
  const auto path = with_tls.folder.path() / "scan";
  std::ofstream(path) << std::string(500'000, 'f') << "END";
  Running running(
      [&](Request& request) -> Response {
        if (request.path == "/file") return {.headers = {}, .body = FileBody{path}};
        if (request.path == "/events") return {.headers = {}, .body = EventStreamBody{{"a"}}};
        return echo(request);
      },
      with_tls.settings);
  TlsClient client(running);
  REQUIRE(client.connected);
  client.send(get("/a") + get("/inline"));
  const auto first = client.read_until("GET /inline 0");
  CHECK(first.find("GET /a 0") != std::string::npos);
  CHECK(first.find("Strict-Transport-Security: ") != std::string::npos);
  client.send(post("/upload", std::string(700'000, 'u')));
  CHECK(client.read_until("POST /upload 700000").ends_with("POST /upload 700000"));
  client.send(get("/file"));
  CHECK(client.read_until("END").size() > 500'000);
  client.send(get("/events"));
  CHECK(client.read_until("retry: 2000\n\n").find("text/event-stream") != std::string::npos);
  running.server->publish("a", "changed", "1");
  CHECK(client.read_until("data: 1\n\n").ends_with("data: 1\n\n"));
}

TEST_CASE("a client that does not finish its TLS handshake is cut at the deadline") {
  WithTls with_tls;
  Running running(echo, with_tls.settings);
  auto silent = running.client(), talker = running.client();
  talker.send("GET / HTTP/1.1\r\n\r\n");
  talker.take_all();
  CHECK(silent.ended());
  CHECK(eventually([&] { return running.server->counters().open_connections == 0; }));
}

TEST_CASE("a certificate that cannot be used is told at the start") {
  WithTls with_tls;
  with_tls.settings.private_key = with_tls.folder.path() / "missing.pem";
  FunctionProgram program(echo);
  CHECK_THROWS_AS(Server::start(with_tls.settings, program), std::runtime_error);
}

}  // namespace haidang::http
