// SPDX-License-Identifier: Apache-2.0
#include "postgres_connection.hpp"

#include <poll.h>

#include <array>
#include <cctype>
#include <charconv>
#include <limits>

#include "base/ensure.hpp"

namespace haidang::db {
namespace {

/// Answers are read at the latest when this many statements are on their way, else server and client could both wait
/// for the other to read.
constexpr std::size_t kMostPending = 200;

// Object identifiers of PostgreSQL's built-in types (pg_type.dat).
enum : Oid {
  kBool = 16,
  kBytea = 17,
  kInt8 = 20,
  kInt2 = 21,
  kInt4 = 23,
  kOid = 26,
  kFloat4 = 700,
  kFloat8 = 701,
  kNumeric = 1700
};

/// The parameters of one statement in libpq's form: text, except for bytes.
class Arguments {
 public:
  explicit Arguments(const std::vector<Value>& values) {
    numbers_.reserve(values.size());
    for (const auto& value : values) std::visit(*this, value.storage());
  }
  void operator()(std::monostate) { add(nullptr, 0, false); }
  void operator()(std::int64_t number) { add_number(number); }
  void operator()(double number) { add_number(number); }
  void operator()(const std::string& text) {
    ensure(text.find('\0') == std::string::npos, "text for the database holds no NUL");
    add(text.c_str(), text.size(), false);
  }
  void operator()(const Bytes& bytes) { add(bytes.bytes.data(), bytes.bytes.size(), true); }

  int count() const { return static_cast<int>(values_.size()); }
  const char* const* values() const { return values_.data(); }
  const int* lengths() const { return lengths_.data(); }
  const int* formats() const { return formats_.data(); }

 private:
  template <class Number>
  void add_number(Number number) {
    auto& text = numbers_.emplace_back();
    *std::to_chars(text.data(), text.data() + text.size() - 1, number).ptr = '\0';
    add(text.data(), 0, false);
  }
  void add(const char* value, std::size_t length, bool binary) {
    values_.push_back(value);
    lengths_.push_back(static_cast<int>(length));
    formats_.push_back(binary ? 1 : 0);
  }

  std::vector<std::array<char, 32>> numbers_;
  std::vector<const char*> values_;
  std::vector<int> lengths_, formats_;
};

template <class Number>
Number number_in(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  ensure(error == std::errc() && end == text.data() + text.size(), "PostgreSQL writes numbers as usual");
  return number;
}

Value numeric_value(std::string_view text) {
  // Sums of BIGINT are NUMERIC; SQLite gives integers.
  if (text.find_first_of(".eN") == std::string_view::npos) return Value(number_in<std::int64_t>(text));
  return Value(number_in<double>(text));
}

Value bytes_value(std::string_view text) {
  ensure(text.substr(0, 2) == "\\x", "bytea comes as hexadecimal");
  std::string bytes;
  for (std::size_t at = 2; at + 1 < text.size(); at += 2) {
    std::uint8_t byte = 0;
    std::from_chars(text.data() + at, text.data() + at + 2, byte, 16);
    bytes.push_back(static_cast<char>(byte));
  }
  return Value(Bytes{std::move(bytes)});
}

Value double_value(std::string_view text) {
  if (text == "Infinity" || text == "inf") return Value(std::numeric_limits<double>::infinity());
  return Value(number_in<double>(text));
}

Value value_of(Oid type, std::string_view text) {
  switch (type) {
    case kInt8:
    case kInt4:
    case kInt2:
    case kOid:
      return Value(number_in<std::int64_t>(text));
    case kFloat8:
    case kFloat4:
      return double_value(text);
    case kNumeric:
      return numeric_value(text);
    case kBool:
      return Value(text == "t");
    case kBytea:
      return bytes_value(text);
    default:
      return Value(text);
  }
}

Rows rows_of(const PGresult& result) {
  const int columns = PQnfields(&result), rows = PQntuples(&result);
  std::vector<Value> cells;
  cells.reserve(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column < columns; ++column) {
      if (PQgetisnull(&result, row, column)) {
        cells.emplace_back();
        continue;
      }
      const std::string_view text(PQgetvalue(&result, row, column),
                                  static_cast<std::size_t>(PQgetlength(&result, row, column)));
      cells.push_back(value_of(PQftype(&result, column), text));
    }
  return Rows(static_cast<std::size_t>(columns), std::move(cells));
}

/// Whether a statement only asks. Anything that names a change counts as one, "FOR UPDATE" too.
bool only_reads(std::string_view text) {
  static const auto changes = [](std::string_view word) {
    return word == "insert" || word == "update" || word == "delete" || word == "merge";
  };
  std::string word, first;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const char letter = at < text.size() ? text[at] : ' ';
    const bool in_word = std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_';
    if (in_word) word.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(letter))));
    if (in_word || word.empty()) continue;
    if (changes(word)) return false;
    if (first.empty()) first = word;
    word.clear();
  }
  return first == "select" || first == "with";
}

/// The server closes the connection after this error; no answers follow.
bool ends_connection(const PGresult* result) {
  const char* severity = PQresultErrorField(result, PG_DIAG_SEVERITY_NONLOCALIZED);
  return severity != nullptr && (std::string_view(severity) == "FATAL" || std::string_view(severity) == "PANIC");
}

/// Without the DETAIL of the server, which quotes the values of the row: logs hold no personal data.
std::string text_for_log(const PGresult* result, const std::string& statement) {
  const auto field = [&](int code) {
    const char* text = PQresultErrorField(result, code);
    return std::string(text == nullptr ? "" : text);
  };
  return field(PG_DIAG_MESSAGE_PRIMARY) + ", statement " + statement;
}

}  // namespace

PostgresConnection::PostgresConnection(const PostgresSettings& settings) {
  const auto seconds = std::to_string(std::max<std::int64_t>(settings.patience.count() / 1000, 2));
  const auto milliseconds = std::to_string(settings.patience.count());
  // Values that stand in the location count more: they come after `dbname`, which libpq expands in place.
  const std::array keys{"connect_timeout",  "keepalives_idle",  "keepalives_interval",
                        "keepalives_count", "tcp_user_timeout", "fallback_application_name",
                        "client_encoding",  "dbname",           static_cast<const char*>(nullptr)};
  const std::array values{seconds.c_str(),
                          "10",
                          "5",
                          "3",
                          "30000",
                          "haidang",
                          "UTF8",
                          settings.location.c_str(),
                          static_cast<const char*>(nullptr)};
  handle_.reset(PQconnectdbParams(keys.data(), values.data(), 1));
  if (!handle_) throw std::bad_alloc();
  if (PQstatus(handle_.get()) != CONNECTION_OK)
    throw Unavailable(Unavailable::Reason::Connection, std::string("PostgreSQL: ") + PQerrorMessage(handle_.get()));
  PQsetNoticeProcessor(
      handle_.get(), [](void*, const char*) {}, nullptr);
  must(PQenterPipelineMode(handle_.get()));
  // A program that hangs in the middle of a group must not hold the lock of all writers for ever.
  fetch({"",
         "SELECT set_config('lock_timeout', $1, false), set_config('idle_in_transaction_session_timeout', $2, false), "
         "set_config('default_transaction_isolation', 'read committed', false), set_config('bytea_output', 'hex', "
         "false)"},
        {milliseconds, std::to_string(settings.patience.count() * 4)});
  sync();
  read_answers();
}

void PostgresConnection::send(const Statement& statement, const std::vector<Value>& values) {
  if (lost_) lose();
  if (pending_.size() >= kMostPending) settle();
  const Arguments arguments(values);
  if (*statement.name == '\0') {
    must(PQsendQueryParams(handle_.get(), statement.text, arguments.count(), nullptr, arguments.values(),
                           arguments.lengths(), arguments.formats(), 0));
  } else {
    const auto& prepared = prepare(statement);
    must(PQsendQueryPrepared(handle_.get(), prepared.name.c_str(), arguments.count(), arguments.values(),
                             arguments.lengths(), arguments.formats(), 0));
  }
  pending_.push_back({Expecting::Answer, {}, *statement.name == '\0' ? "without a name" : statement.name});
}

const PostgresConnection::Prepared& PostgresConnection::prepare(const Statement& statement) {
  const auto [found, is_new] = prepared_.try_emplace(statement.text);
  if (is_new) {
    found->second = {"s" + std::to_string(++named_), only_reads(statement.text)};
    must(PQsendPrepare(handle_.get(), found->second.name.c_str(), statement.text, 0, nullptr));
    pending_.push_back({Expecting::Preparation, statement.text, statement.name});
  }
  return found->second;
}

PostgresConnection::Answer PostgresConnection::fetch(const Statement& statement, const std::vector<Value>& values) {
  send(statement, values);
  sync();
  const auto result = read_answers();
  const std::string_view changed = PQcmdTuples(result.get());
  const auto known = prepared_.find(statement.text);
  return {rows_of(*result), changed.empty() ? 0 : number_in<std::int64_t>(changed),
          known == prepared_.end() || !known->second.only_reads};
}

void PostgresConnection::settle() {
  if (pending_.empty()) return;
  sync();
  read_answers();
}

void PostgresConnection::send_last(const Statement& statement) {
  send(statement);
  sync();
}

void PostgresConnection::commit() {
  send({"commit", "COMMIT"});
  sync();
  const auto result = read_answers();
  // COMMIT of a transaction that has failed is answered by "ROLLBACK", and is no error.
  if (std::string_view(PQcmdStatus(result.get())) != "COMMIT") throw ServerError("25P02", "the commit was refused");
}

void PostgresConnection::notice_if_lost() {
  pollfd socket{PQsocket(handle_.get()), POLLIN, 0};
  if (poll(&socket, 1, 0) <= 0) return;
  if (PQconsumeInput(handle_.get()) == 0 || PQstatus(handle_.get()) != CONNECTION_OK) lost_ = true;
}

void PostgresConnection::sync() {
  must(PQpipelineSync(handle_.get()));  // flushes
  pending_.push_back({Expecting::Sync, {}, "sync"});
}

void PostgresConnection::roll_back() {
  if (lost_) lose();
  sync();
  try {
    read_answers();
  } catch (const ServerError&) {
    // Whatever failed before: the transaction ends here.
  }
  send({"rollback", "ROLLBACK"});
  sync();
  read_answers();
}

PostgresConnection::Result PostgresConnection::next_result() {
  Result result(PQgetResult(handle_.get()));
  if (PQstatus(handle_.get()) != CONNECTION_OK) lose();
  return result;
}

PostgresConnection::Result PostgresConnection::read_answers() {
  Result last;
  std::unique_ptr<ServerError> first_error;
  while (!pending_.empty()) {
    const auto expected = std::move(pending_.front());
    pending_.pop_front();
    auto result = next_result();
    const auto status = PQresultStatus(result.get());
    if (expected.what == Expecting::Sync) {
      if (status != PGRES_PIPELINE_SYNC) lose();
      continue;
    }
    if (next_result() != nullptr) lose();  // each answer ends with a null
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) {
      if (expected.what == Expecting::Answer) last = std::move(result);
      continue;
    }
    if (expected.what == Expecting::Preparation) prepared_.erase(expected.text);
    if (ends_connection(result.get())) lose();
    if (status == PGRES_PIPELINE_ABORTED || first_error) continue;
    const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
    first_error =
        std::make_unique<ServerError>(state == nullptr ? "" : state, text_for_log(result.get(), expected.name));
  }
  if (first_error) throw ServerError(*first_error);
  return last;
}

void PostgresConnection::lose() {
  lost_ = true;
  pending_.clear();
  throw Unavailable(Unavailable::Reason::Connection, std::string("PostgreSQL: ") + PQerrorMessage(handle_.get()));
}

void PostgresConnection::must(int accepted) {
  if (accepted != 1) lose();
}

}  // namespace haidang::db
