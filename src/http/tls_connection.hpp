// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/asio/ssl/context.hpp>

#include "plain_connection.hpp"

namespace haidang::http {

/// TLS 1.2 or newer. Throws std::runtime_error when the certificate or its key cannot be used.
boost::asio::ssl::context tls_context(const ServerSettings&);

std::shared_ptr<Connection> tls_connection(Engine&, Socket, std::string peer, boost::asio::ssl::context&);

}  // namespace haidang::http
