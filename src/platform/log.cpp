// SPDX-License-Identifier: Apache-2.0
#include "platform/log.hpp"

#include <fmt/format.h>
#include <spdlog/details/file_helper.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cmath>

#include "base/time.hpp"
#include "platform/clock.hpp"

namespace haidang::platform {
namespace {

constexpr std::string_view kLevels[] = {"debug", "info", "warning", "error"};

void append_text(std::string& line, std::string_view text) {
  line += '"';
  for (const char letter : text) {
    const auto code = static_cast<unsigned char>(letter);
    if (letter == '"' || letter == '\\')
      line += '\\', line += letter;
    else if (code < 0x20 || code == 0x7F)
      line += fmt::format("\\u{:04x}", code);
    else
      line += letter;
  }
  line += '"';
}

void append_value(std::string& line, const LogValue& value) {
  struct Append {
    std::string& line;
    void operator()(bool truth) const { line += truth ? "true" : "false"; }
    void operator()(std::int64_t number) const { line += std::to_string(number); }
    void operator()(double number) const { line += std::isfinite(number) ? fmt::format("{:.3f}", number) : "null"; }
    void operator()(const std::string& text) const { append_text(line, text); }
  };
  std::visit(Append{line}, value.storage());
}

/// A file that can be opened anew while threads write to it.
class ReopenableSink : public spdlog::sinks::base_sink<std::mutex> {
 public:
  explicit ReopenableSink(const std::filesystem::path& path) { file_.open(path.string()); }
  void reopen() {
    const std::lock_guard lock(mutex_);
    file_.reopen(false);
  }

 protected:
  void sink_it_(const spdlog::details::log_msg& message) override {
    spdlog::memory_buf_t line;
    formatter_->format(message, line);
    file_.write(line);
  }
  void flush_() override { file_.flush(); }

 private:
  spdlog::details::file_helper file_;
};

}  // namespace

struct Log::Sink {
  std::shared_ptr<ReopenableSink> file;  // shared with spdlog's logger, which holds its sinks so
  std::unique_ptr<spdlog::logger> logger;
};

Log::Log(LogLevel least, const std::filesystem::path& file) : least_(least), sink_(std::make_unique<Sink>()) {
  spdlog::sink_ptr target;
  if (file.empty()) {
    target = std::make_shared<spdlog::sinks::stderr_sink_mt>();
  } else {
    sink_->file = std::make_shared<ReopenableSink>(file);
    target = sink_->file;
  }
  sink_->logger = std::make_unique<spdlog::logger>("haidang", target);
  sink_->logger->set_pattern("%v", spdlog::pattern_time_type::utc);
  sink_->logger->set_level(spdlog::level::trace);
  sink_->logger->flush_on(spdlog::level::trace);
  sink_->logger->set_error_handler([](const std::string&) {});
}

Log::~Log() = default;

void Log::write(LogLevel level, Word event, std::initializer_list<LogField> fields) {
  if (!takes(level)) return;
  // The machine's own time, also on a training date: a line must agree with the lines of other programs.
  sink_->logger->info(log_line(iso(SystemClock().now()), level, event, fields));
}

void Log::reopen() {
  if (sink_->file) sink_->file->reopen();
}

std::string log_line(std::string_view time, LogLevel level, Word event, std::initializer_list<LogField> fields) {
  std::string line = R"({"time":")" + std::string(time) + R"(","level":")" +
                     std::string(kLevels[static_cast<std::size_t>(level)]) + R"(","event":)";
  append_text(line, event.text());
  for (const auto& field : fields) {
    line += ',';
    append_text(line, field.name.text());
    line += ':';
    append_value(line, field.value);
  }
  line += '}';
  return line;
}

ForLog for_log(const Rejection& rejection) {
  std::string text(catalogue_entry(rejection.code).name);
  if (!rejection.for_log.empty()) text += ": " + rejection.for_log;
  return {std::move(text)};
}

ForLog for_log(const std::exception& fault) {
  return {fault.what()};
}

}  // namespace haidang::platform
