// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <concepts>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "base/id.hpp"
#include "base/rejection.hpp"

/// The program's own log: one JSON object per line, for operators and their tools. It holds no personal data, and the
/// types see to it: a field is a number, an id, a word written in the source, or a text made for the log.
///
///   log.write(Level::Info, "request_answered", {{"status", 200}, {"route", Word("list_documents")}});
///   {"time":"2026-11-23T22:17:24.123Z","level":"info","event":"request_answered","status":200,…}
namespace haidang::platform {

enum class LogLevel { Debug, Info, Warning, Error };

/// A text that stands in the source code, so nobody's.
class Word {
 public:
  template <std::size_t Size>
  consteval Word(const char (&text)[Size]) : text_(text, Size - 1) {}
  constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

/// A text whose author vouches that it holds ids and technical reasons only: `Rejection::for_log`, what() of a fault, a
/// route, the name of a statement.
struct ForLog {
  std::string text;
};
ForLog for_log(const Rejection&);  ///< its name and `for_log`
ForLog for_log(const std::exception&);

class LogValue {
 public:
  template <std::same_as<bool> Truth>
  LogValue(Truth value) : value_(value) {}  // a template, so that a pointer is no truth
  LogValue(int value) : value_(std::int64_t{value}) {}
  LogValue(std::int64_t value) : value_(value) {}
  LogValue(std::uint64_t value) : value_(static_cast<std::int64_t>(value)) {}
  LogValue(double value) : value_(value) {}
  LogValue(Word value) : value_(std::string(value.text())) {}
  LogValue(ForLog value) : value_(std::move(value.text)) {}
  template <class Tag>
  LogValue(Id<Tag> id) : value_(id.value()) {}
  template <class Count, class Period>
  LogValue(std::chrono::duration<Count, Period> span)
      : value_(std::chrono::duration<double, std::milli>(span).count()) {}

  using Storage = std::variant<bool, std::int64_t, double, std::string>;
  const Storage& storage() const { return value_; }

 private:
  Storage value_;
};

struct LogField {
  Word name;  ///< a span of time is written in milliseconds: "…_ms"
  LogValue value;
};

/// May be written to from any thread. A line that cannot be written is dropped: the log never stops the program.
class Log {
 public:
  /// To standard error; with a file, to its end.
  explicit Log(LogLevel least, const std::filesystem::path& file = {});
  ~Log();
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;

  void write(LogLevel, Word event, std::initializer_list<LogField> fields = {});
  bool takes(LogLevel level) const { return level >= least_; }
  void reopen();  ///< the file was moved away: begin a new one of its name

 private:
  struct Sink;
  LogLevel least_;
  std::unique_ptr<Sink> sink_;
};

/// One line as it is written, without its end; `time` is ISO 8601.
std::string log_line(std::string_view time, LogLevel, Word event, std::initializer_list<LogField> fields);

}  // namespace haidang::platform
