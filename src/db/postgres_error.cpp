// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string_view>

#include "base/ensure.hpp"
#include "postgres_connection.hpp"

namespace haidang::db {
namespace {

using Kind = ServerError::Kind;
using Reason = Unavailable::Reason;

/// SQLSTATEs by their beginning; the first row that fits counts.
struct StateRow {
  std::string_view beginning;
  Kind kind;
  Reason reason;
};
constexpr std::array kStates{
    StateRow{"23", Kind::Constraint, {}},                    // integrity constraint violation
    StateRow{"40001", Kind::Serialisation, {}},              // serialization failure
    StateRow{"40P01", Kind::Serialisation, {}},              // deadlock
    StateRow{"25006", Kind::Unavailable, Reason::ReadOnly},  // read-only transaction: a standby
    StateRow{"53100", Kind::Unavailable, Reason::DiskFull},  // disk full
    StateRow{"55P03", Kind::Unavailable, Reason::TimeOut},   // lock timeout
    StateRow{"57014", Kind::Unavailable, Reason::TimeOut},   // cancelled, statement timeout
    StateRow{"53", Kind::Unavailable, Reason::Connection},   // too many connections, out of memory
    StateRow{"57", Kind::Unavailable, Reason::Connection},   // shutting down, starting up
    StateRow{"58", Kind::Unavailable, Reason::Connection},   // I/O error of the server
    StateRow{"25P03", Kind::Unavailable, Reason::TimeOut},   // idle in transaction for too long
    StateRow{"XX", Kind::Unavailable, Reason::Connection},   // the server found itself damaged
};

const StateRow* row_of(std::string_view state) {
  for (const auto& row : kStates)
    if (state.substr(0, row.beginning.size()) == row.beginning) return &row;
  return nullptr;
}

}  // namespace

ServerError::ServerError(std::string state, const std::string& for_log)
    : std::runtime_error("PostgreSQL: " + for_log + " (" + state + ")"), state_(std::move(state)) {
  const auto* row = row_of(state_);
  kind_ = row == nullptr ? Kind::Statement : row->kind;
}

std::exception_ptr ServerError::as_public() const {
  switch (kind_) {
    case Kind::Constraint:
      return std::make_exception_ptr(ConstraintBroken(what()));
    case Kind::Serialisation:
      return std::make_exception_ptr(Unavailable(Reason::TimeOut, what()));
    case Kind::Unavailable:
      return std::make_exception_ptr(Unavailable(row_of(state_)->reason, what()));
    case Kind::Statement:
      break;
  }
  return std::make_exception_ptr(Bug(what()));
}

}  // namespace haidang::db
