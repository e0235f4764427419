// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <memory>

#include "connection.hpp"

namespace haidang::http {

/// With the executor spelt out; the type-erased one costs an allocation here and there.
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, boost::asio::io_context::executor_type>;

/// Without TLS. Readiness is Asio's, bytes go through the system calls themselves: gathered sends and sendfile, tried
/// at once, since a socket is nearly always ready for an answer.
std::shared_ptr<Connection> plain_connection(Engine&, Socket, std::string peer);

}  // namespace haidang::http
