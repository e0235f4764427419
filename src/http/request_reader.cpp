// SPDX-License-Identifier: Apache-2.0
#include "request_reader.hpp"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>

#include "field_text.hpp"
#include "target.hpp"

namespace haidang::http {
namespace {

namespace beast_http = boost::beast::http;
using BeastText = boost::beast::string_view;
using ErrorCode = boost::beast::error_code;

std::string_view view(BeastText text) {
  return {text.data(), text.size()};
}

std::optional<Method> method_of(beast_http::verb verb) {
  switch (verb) {
    case beast_http::verb::get:
      return Method::Get;
    case beast_http::verb::head:
      return Method::Head;
    case beast_http::verb::post:
      return Method::Post;
    case beast_http::verb::put:
      return Method::Put;
    case beast_http::verb::patch:
      return Method::Patch;
    case beast_http::verb::delete_:
      return Method::Delete;
    case beast_http::verb::options:
      return Method::Options;
    default:
      return std::nullopt;
  }
}

Rejection malformed(std::string reason) {
  return {Code::RequestMalformed, {{"reason", std::move(reason)}}, {}};
}

std::size_t count(const Headers& headers, std::string_view name) {
  return static_cast<std::size_t>(
      std::count_if(headers.fields().begin(), headers.fields().end(),
                    [&](const auto& field) { return equal_ignoring_case(field.first, name); }));
}

}  // namespace

/// Beast finds the lines, the fields and the chunks; what they mean is decided by the reader.
class RequestReader::Parser : public beast_http::basic_parser<true> {
 public:
  explicit Parser(RequestReader& reader) : reader_(reader) {}

 private:
  void on_request_impl(beast_http::verb verb, BeastText method, BeastText target, int version, ErrorCode&) override {
    auto& request = reader_.request_;
    reader_.version_ = version;
    if (const auto known = method_of(verb)) {
      request.method = *known;
    } else {
      reader_.break_off({Code::MethodUnknown, {{"method", std::string(view(method.substr(0, 20)))}}, {}});
    }
    request.target = std::string(view(target));
  }
  void on_response_impl(int, BeastText, int, ErrorCode&) override {}
  void on_field_impl(beast_http::field, BeastText name, BeastText value, ErrorCode&) override {
    if (!reader_.head_ended_) reader_.request_.headers.add(std::string(view(name)), std::string(view(value)));
  }
  void on_header_impl(ErrorCode&) override { reader_.end_head(); }
  void on_body_init_impl(const boost::optional<std::uint64_t>&, ErrorCode&) override {}
  std::size_t on_body_impl(BeastText bytes, ErrorCode&) override {
    reader_.add_body(view(bytes));
    return bytes.size();
  }
  void on_chunk_header_impl(std::uint64_t, BeastText, ErrorCode&) override {}
  std::size_t on_chunk_body_impl(std::uint64_t, BeastText bytes, ErrorCode&) override {
    reader_.add_body(view(bytes));
    return bytes.size();
  }
  void on_finish_impl(ErrorCode&) override {}

  RequestReader& reader_;
};

RequestReader::RequestReader(std::size_t header_limit)
    : parser_(std::make_unique<Parser>(*this)), header_limit_(header_limit) {
  parser_->header_limit(static_cast<std::uint32_t>(header_limit + 1));  // the limit is held here
  parser_->body_limit(boost::none);
}

RequestReader::~RequestReader() = default;

std::size_t RequestReader::take(std::string_view bytes) {
  if (stage() == Stage::Head) {
    const auto size = size_of_head(bytes);
    return size > 0 && !rejection_ ? take_head(bytes.substr(0, size)) : 0;
  }
  return take_body(bytes);
}

/// Beast is given a head when it is whole. Given pieces, it would hold its limit against each of them alone, so that a
/// head sent line by line could grow for ever.
std::size_t RequestReader::size_of_head(std::string_view bytes) {
  if (!bytes.empty() && (bytes[0] < 'A' || bytes[0] > 'Z')) break_off(malformed("method"));
  while (!rejection_) {
    const auto newline = bytes.find('\n', searched_);
    if (newline == std::string_view::npos) break;
    if (newline == 0 || bytes[newline - 1] != '\r') break_off(malformed("line ending"));
    searched_ = newline + 1;
    if (!bytes.substr(0, newline + 1).ends_with("\r\n\r\n")) continue;
    if (searched_ > header_limit_) break_off(too_large());
    return searched_;
  }
  if (bytes.size() > header_limit_) break_off(too_large());
  return 0;
}

Rejection RequestReader::too_large() const {
  return {Code::HeaderTooLarge, {{"limit", size_text(header_limit_)}}, {}};
}

std::size_t RequestReader::take_head(std::string_view head) {
  ErrorCode error;
  const auto taken = parser_->put({head.data(), head.size()}, error);
  parser_->eager(true);
  if (error == beast_http::error::bad_version) break_off({Code::HttpVersionUnsupported, {}, {}});
  if (error || taken != head.size()) break_off(malformed(error.message()));
  return taken;
}

/// The header of a chunk and the trailer are left to the caller until they are whole; so they have a limit too, and it
/// must not depend on how many bytes happen to be there.
std::size_t RequestReader::take_body(std::string_view bytes) {
  std::size_t taken = 0;
  while (stage() == Stage::Body && taken < bytes.size()) {
    const auto window = bytes.substr(taken, header_limit_);
    ErrorCode error;
    const auto now = parser_->put({window.data(), window.size()}, error);
    taken += now;
    if (error == beast_http::error::need_more) {
      if (now > 0) continue;
      if (window.size() == header_limit_) break_off(too_large());
      break;
    }
    if (error) break_off(malformed(error.message()));
  }
  return taken;
}

RequestReader::Stage RequestReader::stage() const {
  if (rejection_) return Stage::Broken;
  if (parser_->is_done()) return Stage::Done;
  return head_ended_ ? Stage::Body : Stage::Head;
}

std::optional<std::uint64_t> RequestReader::declared_length() const {
  const auto length = parser_->content_length();
  return length ? std::optional<std::uint64_t>(*length) : std::nullopt;
}

bool RequestReader::keep_alive() const {
  return version_ == 11 && !names_token(request_.headers.find("Connection"), "close");
}

void RequestReader::limit_body(std::uint64_t most, Code when_longer) {
  body_limit_ = most;
  when_longer_ = when_longer;
  if (declared_length().value_or(0) > most) break_off({when_longer, {{"limit", size_text(most)}}, {}});
}

std::optional<Rejection> RequestReader::wrong_body_length() const {
  const auto& headers = request_.headers;
  const auto coding = headers.find("Transfer-Encoding");
  const bool coded = headers.contains("Transfer-Encoding");
  if (count(headers, "Content-Length") > 1) return malformed("two Content-Length");
  if (coded && headers.contains("Content-Length")) return malformed("Content-Length and Transfer-Encoding");
  if (!coded) return std::nullopt;
  if (version_ < 11 || count(headers, "Transfer-Encoding") > 1) return malformed("Transfer-Encoding");
  if (equal_ignoring_case(coding, "chunked")) return std::nullopt;
  return Rejection{Code::TransferCodingUnknown, {{"coding", std::string(coding.substr(0, 40))}}, {}};
}

std::optional<Rejection> RequestReader::wrong_fields() const {
  const auto hosts = count(request_.headers, "Host");
  if (hosts > 1) return malformed("two Host");
  if (hosts == 0 && version_ >= 11) return malformed("no Host");
  if (auto wrong = wrong_body_length()) return wrong;
  const auto expected = request_.headers.find("Expect");
  if (expected.empty() || equal_ignoring_case(expected, "100-continue")) return std::nullopt;
  return Rejection{Code::ExpectationUnknown, {{"expectation", std::string(expected.substr(0, 40))}}, {}};
}

void RequestReader::end_head() {
  head_ended_ = true;
  if (rejection_) return;
  if (auto wrong = wrong_fields()) return break_off(std::move(*wrong));
  auto target = parse_target(request_.target);
  if (!target) return break_off(target.error());
  request_.path = std::move(target->path);
  request_.query = std::move(target->query);
  expects_continue_ = version_ >= 11 && request_.headers.contains("Expect");
}

void RequestReader::add_body(std::string_view bytes) {
  body_received_ += bytes.size();
  if (body_received_ > body_limit_) return break_off({when_longer_, {{"limit", size_text(body_limit_)}}, {}});
  request_.body.append(bytes);
}

void RequestReader::break_off(Rejection rejection) {
  if (!rejection_) rejection_ = std::move(rejection);
}

}  // namespace haidang::http
