// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>
#include <charconv>
#include <unordered_set>

#include "base/json.hpp"
#include "base/vietnamese.hpp"

namespace haidang::json {
namespace {

using boost::json::error;
using boost::json::error_code;
using boost::json::string_view;

constexpr std::size_t kMaxDepth = 32;

/// Builds the value while parsing. Boost's own parser keeps the last of two equal keys and rounds decimals loosely;
/// this one refuses the first and reads the second exactly.
class Builder {
 public:
  Builder() { stack_.reset(); }

  static constexpr std::size_t max_object_size = std::size_t(-1);
  static constexpr std::size_t max_array_size = std::size_t(-1);
  static constexpr std::size_t max_key_size = std::size_t(-1);
  static constexpr std::size_t max_string_size = std::size_t(-1);

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_object_begin(error_code&) {
    keys_.emplace_back();
    return true;
  }
  bool on_object_end(std::size_t count, error_code&) {
    keys_.pop_back();
    stack_.push_object(count);
    return true;
  }
  bool on_array_begin(error_code&) { return true; }
  bool on_array_end(std::size_t count, error_code&) {
    stack_.push_array(count);
    return true;
  }
  bool on_key_part(string_view part, std::size_t, error_code&) {
    pending_.append(part.data(), part.size());
    return true;
  }
  bool on_key(string_view part, std::size_t, error_code& code) {
    pending_.append(part.data(), part.size());
    if (!keys_.back().insert(pending_).second) return refuse("khóa “" + pending_ + "” lặp lại (duplicate key)", code);
    stack_.push_key(pending_);
    pending_.clear();
    return true;
  }
  bool on_string_part(string_view part, std::size_t, error_code&) {
    pending_.append(part.data(), part.size());
    return true;
  }
  bool on_string(string_view part, std::size_t, error_code&) {
    pending_.append(part.data(), part.size());
    stack_.push_string(pending_);
    pending_.clear();
    return true;
  }
  bool on_number_part(string_view part, error_code&) {
    pending_.append(part.data(), part.size());
    return true;
  }
  bool on_int64(std::int64_t number, string_view, error_code&) {
    pending_.clear();
    stack_.push_int64(number);
    return true;
  }
  bool on_uint64(std::uint64_t number, string_view, error_code&) {
    pending_.clear();
    stack_.push_uint64(number);
    return true;
  }
  bool on_double(double, string_view part, error_code& code) {
    pending_.append(part.data(), part.size());
    double number = 0;
    const auto end = pending_.data() + pending_.size();
    const auto [stop, fault] = std::from_chars(pending_.data(), end, number);
    if (fault != std::errc() || stop != end) return refuse("số quá lớn (number out of range)", code);
    pending_.clear();
    stack_.push_double(number);
    return true;
  }
  bool on_bool(bool value, error_code&) {
    stack_.push_bool(value);
    return true;
  }
  bool on_null(error_code&) {
    stack_.push_null();
    return true;
  }
  bool on_comment_part(string_view, error_code&) { return true; }
  bool on_comment(string_view, error_code&) { return true; }

  Value release() { return stack_.release(); }
  const std::string& refusal() const { return refusal_; }

 private:
  bool refuse(std::string reason, error_code& code) {
    refusal_ = std::move(reason);
    code = error::exception;
    return false;
  }

  boost::json::value_stack stack_;
  std::vector<std::unordered_set<std::string>> keys_;  // of the objects that are open
  std::string pending_;
  std::string refusal_;
};

std::string reason_of(const error_code& code) {
  if (code == error::syntax) return "sai cú pháp (syntax error)";
  if (code == error::incomplete) return "thiếu phần cuối (incomplete)";
  if (code == error::too_deep) return "lồng quá 32 cấp (nested deeper than 32 levels)";
  return code.message();
}

tl::unexpected<Rejection> malformed(std::string_view text, std::size_t at, std::string reason) {
  const auto before = text.substr(0, at);
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const auto line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const auto column = 1 + count_code_points(before.substr(line_start));
  return reject(Code::JsonMalformed,
                {{"line", std::to_string(line)}, {"column", std::to_string(column)}, {"reason", std::move(reason)}});
}

}  // namespace

Result<Value> parse(std::string_view text) {
  boost::json::parse_options options;
  options.max_depth = kMaxDepth;
  boost::json::basic_parser<Builder> parser(options);
  error_code code;
  const auto used = parser.write_some(false, text.data(), text.size(), code);
  const auto& refusal = parser.handler().refusal();
  if (code) return malformed(text, used, refusal.empty() ? reason_of(code) : refusal);
  const auto rest = text.find_first_not_of(" \t\r\n", used);
  if (rest != std::string_view::npos) return malformed(text, rest, "thừa ở cuối (something follows the end)");
  return parser.handler().release();
}

}  // namespace haidang::json
