// SPDX-License-Identifier: Apache-2.0
#include "prepared_response.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>

#include "byte_range.hpp"
#include "field_text.hpp"
#include "gzip.hpp"
#include "standing_fields.hpp"

namespace haidang::http {
namespace {

constexpr std::size_t kLeastPacked = 1024;  // below it the headers outweigh the gain

bool asks_for_content(const Request& request) {
  return request.method == Method::Get || request.method == Method::Head;
}

void keep_fields(Headers& headers, std::initializer_list<std::string_view> names) {
  Headers kept;
  for (const auto name : names)
    if (headers.contains(name)) kept.add(std::string(name), std::string(headers.find(name)));
  headers = std::move(kept);
}

bool is_text(std::string_view type) {
  const auto essence = trim(type.substr(0, type.find(';')));
  return essence.starts_with("text/") || essence.ends_with("json") || essence.ends_with("xml") ||
         essence == "application/javascript";
}

/// A tag of when the file was last written and how long it is, for handlers that know none of its content.
std::string tag_of(const struct stat& status) {
  char text[64];
  const int size =
      std::snprintf(text, sizeof text, "\"%llx-%llx-%llx\"", static_cast<unsigned long long>(status.st_ino),
                    static_cast<unsigned long long>(status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec),
                    static_cast<unsigned long long>(status.st_size));
  return {text, static_cast<std::size_t>(size)};
}

/// Takes the answer apart step by step; each step sees what the one before left.
class Preparation {
 public:
  Preparation(const Request& request, Response& response) : request_(request), response_(response) {}

  PreparedResponse run(Persistence persistence) {
    out_.persistence = persistence;
    take_body();
    answer_condition();
    cut_range();
    pack();
    out_.status = response_.status;
    write_head();
    if (request_.method == Method::Head) drop_body();
    return std::move(out_);
  }

 private:
  void take_body() {
    if (auto* text = std::get_if<std::string>(&response_.body)) {
      out_.text = std::move(*text);
      out_.length = out_.text.size();
    } else if (const auto* view = std::get_if<std::string_view>(&response_.body)) {
      out_.view = *view;
      out_.length = view->size();
    } else if (auto* events = std::get_if<EventStreamBody>(&response_.body)) {
      take_events(*events);
    } else {
      open_file(std::get<FileBody>(response_.body).path);
    }
  }

  void take_events(EventStreamBody& events) {
    out_.topics = std::move(events.topics);
    out_.persistence = Persistence::Close;
    response_.headers.set("Content-Type", "text/event-stream");
    response_.headers.set("Cache-Control", "no-store");
    response_.headers.set("X-Accel-Buffering", "no");  // a proxy in front must not hold events back
  }

  void open_file(const std::filesystem::path& path) {
    out_.file = OpenFile(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status {};
    if (out_.file.descriptor() < 0 || ::fstat(out_.file.descriptor(), &status) != 0 || !S_ISREG(status.st_mode)) {
      out_.file = OpenFile();
      return become(problem_response(Rejection{Code::FileGone, {}, path.string()}, request_));
    }
    out_.length = static_cast<std::uint64_t>(status.st_size);
    auto& headers = response_.headers;
    if (!headers.contains("Content-Type")) headers.add("Content-Type", "application/octet-stream");
    if (!headers.contains("ETag")) headers.add("ETag", tag_of(status));
  }

  void become(Response other) {
    response_ = std::move(other);
    out_.view = {};
    out_.file = OpenFile();
    out_.offset = 0;
    out_.text = std::move(std::get<std::string>(response_.body));
    out_.length = out_.text.size();
  }

  void drop_body() {
    out_.view = {};
    out_.text.clear();
    out_.file = OpenFile();
    out_.length = 0;
    out_.topics.reset();
  }

  void answer_condition() {
    const auto condition = request_.headers.find("If-None-Match");
    const auto tag = response_.headers.find("ETag");
    if (condition.empty() || tag.empty() || response_.status != 200 || !asks_for_content(request_)) return;
    if (!names_tag(condition, tag)) return;
    response_.status = 304;
    keep_fields(response_.headers, {"ETag", "Cache-Control", "Vary", "Content-Location"});
    drop_body();
  }

  bool may_be_cut() const {
    const bool whole_content = out_.file.descriptor() >= 0 || out_.view.data();
    return response_.status == 200 && whole_content && asks_for_content(request_) &&
           !response_.headers.contains("Content-Encoding");
  }

  void cut_range() {
    if (!may_be_cut()) return;
    response_.headers.set("Accept-Ranges", "bytes");
    const auto condition = request_.headers.find("If-Range");
    if (!condition.empty() && condition != response_.headers.find("ETag")) return;
    const auto range = parse_range(request_.headers.find("Range"), out_.length);
    if (range.kind == ByteRange::Kind::Whole || request_.method == Method::Head) return;
    const auto size = std::to_string(out_.length);
    if (range.kind == ByteRange::Kind::Outside) {
      become(problem_response(Rejection{Code::RangeNotSatisfiable, {{"size", size}}, {}}, request_));
      response_.headers.add("Content-Range", "bytes */" + size);
      return;
    }
    response_.status = 206;
    response_.headers.add("Content-Range", "bytes " + std::to_string(range.first) + "-" +
                                               std::to_string(range.first + range.length - 1) + "/" + size);
    if (out_.view.data()) out_.view = out_.view.substr(range.first, range.length);
    out_.offset = range.first;
    out_.length = range.length;
  }

  void pack() {
    auto& headers = response_.headers;
    if (out_.text.size() < kLeastPacked || headers.contains("Content-Encoding")) return;
    if (!is_text(headers.find("Content-Type"))) return;
    headers.add("Vary", "Accept-Encoding");
    if (weight_of(request_.headers.find("Accept-Encoding"), "gzip") == 0) return;
    out_.text = gzip(out_.text);
    out_.length = out_.text.size();
    headers.add("Content-Encoding", "gzip");
    const std::string tag(headers.find("ETag"));
    if (!tag.empty() && !tag.starts_with("W/")) headers.set("ETag", "W/" + tag);
  }

  void add(std::string_view name, std::string_view value) {
    auto& head = out_.head;
    head.append(name).append(": ");
    for (const char c : value) head += c == '\r' || c == '\n' || c == '\0' ? ' ' : c;
    head.append("\r\n");
  }

  void write_head() {
    auto& head = out_.head;
    head.reserve(1024);
    head.append("HTTP/1.1 ").append(std::to_string(response_.status)).append(" ");
    head.append(reason_phrase(response_.status)).append("\r\n").append(date_field());
    for (const auto& [name, value] : response_.headers.fields()) add(name, value);
    const bool without_length = response_.status == 204 || response_.status == 304 || out_.topics;
    if (!without_length) add("Content-Length", std::to_string(out_.length));
    add("X-Request-Id", request_.id);
    if (!response_.headers.contains("Content-Security-Policy")) head.append(content_security_policy());
    head.append(protective_fields(request_.secure));
    if (out_.persistence == Persistence::Close) head.append("Connection: close\r\n");
    head.append("\r\n");
  }

  const Request& request_;
  Response& response_;
  PreparedResponse out_;
};

}  // namespace

OpenFile::~OpenFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

PreparedResponse prepare(const Request& request, Response response, Persistence persistence) {
  return Preparation(request, response).run(persistence);
}

}  // namespace haidang::http
