// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <cmath>

#include "base/ensure.hpp"
#include "base/json.hpp"

namespace haidang::json {
namespace {

/// The shortest decimal that reads back as the same number, without exponent.
std::string plain(double number) {
  ensure(std::isfinite(number), "a JSON number is finite");
  std::array<char, 800> digits;  // the longest: 5e-324 with all its zeros
  const auto [end, fault] =
      std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed);
  ensure(fault == std::errc(), "a double fits in 800 characters");
  return std::string(digits.data(), end);
}

/// One layout for both forms: without indent there are no line breaks and no spaces.
class Writer {
 public:
  explicit Writer(int indent) : indent_(indent) {}

  void write(const Value& value) {
    switch (value.kind()) {
      case boost::json::kind::object:
        return write_object(value.get_object());
      case boost::json::kind::array:
        return write_array(value.get_array());
      case boost::json::kind::double_:
        out_ += plain(value.get_double());
        return;
      case boost::json::kind::string:
      case boost::json::kind::int64:
      case boost::json::kind::uint64:
      case boost::json::kind::bool_:
      case boost::json::kind::null:
        out_ += boost::json::serialize(value);
    }
  }
  std::string release() { return std::move(out_); }

 private:
  void write_object(const Object& object) {
    open('{');
    for (bool first = true; const auto& [key, value] : object) {
      next(first);
      out_ += boost::json::serialize(key);
      out_ += indent_ > 0 ? ": " : ":";
      write(value);
      first = false;
    }
    close('}', object.empty());
  }
  void write_array(const Array& array) {
    open('[');
    for (bool first = true; const auto& value : array) {
      next(first);
      write(value);
      first = false;
    }
    close(']', array.empty());
  }
  void open(char bracket) {
    out_ += bracket;
    ++depth_;
  }
  void close(char bracket, bool empty) {
    --depth_;
    if (!empty) break_line();
    out_ += bracket;
  }
  void next(bool first) {
    if (!first) out_ += ',';
    break_line();
  }
  void break_line() {
    if (indent_ > 0) out_.append("\n").append(static_cast<std::size_t>(indent_ * depth_), ' ');
  }

  int indent_;
  int depth_ = 0;
  std::string out_;
};

}  // namespace

std::string compact(const Value& value) {
  Writer writer(0);
  writer.write(value);
  return writer.release();
}

std::string pretty(const Value& value) {
  Writer writer(2);
  writer.write(value);
  return writer.release() + "\n";
}

}  // namespace haidang::json
