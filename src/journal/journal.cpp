// SPDX-License-Identifier: Apache-2.0
#include "journal/journal.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "base/ensure.hpp"
#include "sql.hpp"

namespace haidang::journal {
namespace {

/// Keys in order, so that the same fact has the same text however it was put together.
json::Value in_order(const json::Value& value) {
  if (const auto* array = value.if_array()) {
    json::Array sorted;
    for (const auto& item : *array) sorted.push_back(in_order(item));
    return sorted;
  }
  const auto* object = value.if_object();
  if (object == nullptr) return value;
  std::vector<boost::json::string_view> keys;
  for (const auto& [key, item] : *object) keys.push_back(key);
  std::ranges::sort(keys);
  json::Object sorted;
  for (const auto key : keys) sorted.emplace(key, in_order(object->at(key)));
  return sorted;
}

/// A row as it is stored; what the hash covers.
struct Row {
  std::int64_t sequence;
  std::int64_t at;
  std::optional<std::int64_t> by;
  std::string kind, subject, body;
};

std::string canonical_text(TenantId tenant, const Row& row) {
  const auto quoted = [](const std::string& text) { return json::compact(json::Value(boost::json::string(text))); };
  return "{\"tenant\":" + std::to_string(tenant.value()) + ",\"sequence\":" + std::to_string(row.sequence) +
         ",\"at\":" + std::to_string(row.at) + ",\"by\":" + (row.by ? std::to_string(*row.by) : "null") +
         ",\"kind\":" + quoted(row.kind) + ",\"subject\":" + quoted(row.subject) + ",\"body\":" + row.body + "}";
}

std::string sha256_hex(const std::string& text) {
  static const bool ready = sodium_init() >= 0;
  ensure(ready, "libsodium starts");
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
  std::array<char, crypto_hash_sha256_BYTES * 2 + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
  return hex.data();
}

std::string hash_of(const std::string& previous, TenantId tenant, const Row& row) {
  return sha256_hex(previous + "\n" + canonical_text(tenant, row));
}

Row stored_row(const db::Rows::Row& row) {
  return {row.integer(0), row.integer(1), row.integer_if(2), row.text(3), row.text(4), row.text(5)};
}

std::int64_t append(db::Write& tx, TenantId tenant, Row row) {
  std::string previous;
  row.sequence = 1;
  if (const auto head = tx.query(sql::kReadHead, {tenant}); !head.empty()) {
    row.sequence = head.front().integer(0) + 1;
    previous = head.front().text(1);
  }
  tx.execute(sql::kInsertEvent,
             {tenant, row.sequence, row.at, row.by, row.kind, row.subject, row.body, hash_of(previous, tenant, row)});
  return row.sequence;
}

Row new_row(Instant now, std::optional<std::int64_t> by, const NewEvent& event) {
  return {0, now.time_since_epoch().count(), by, event.kind, event.subject, json::compact(in_order(event.body))};
}

}  // namespace

std::int64_t record(db::Write& tx, const Context& context, const NewEvent& event) {
  return append(tx, context.actor.tenant, new_row(context.now, context.actor.account.value(), event));
}

std::int64_t record(db::Write& tx, TenantId tenant, Instant now, const NewEvent& event) {
  return append(tx, tenant, new_row(now, std::nullopt, event));
}

std::vector<Event> events_of(db::Read& tx, TenantId tenant, const std::string& subject) {
  std::vector<Event> events;
  for (const auto row : tx.query(sql::kListEventsOfSubject, {tenant, subject})) {
    auto body = json::parse(row.text(5));
    ensure(body.has_value(), "the body of an event is JSON");
    events.push_back({row.integer(0), row.instant(1), row.id_if<AccountId>(2), row.text(3), row.text(4),
                      std::move(*body), row.text(6)});
  }
  return events;
}

std::optional<std::int64_t> first_broken(db::Read& tx, TenantId tenant) {
  std::string previous;
  for (std::int64_t sequence = 0;;) {
    const auto page = tx.query(sql::kListEventsAfter, {tenant, sequence});
    if (page.empty()) return std::nullopt;
    for (const auto row : page) {
      ++sequence;
      if (row.integer(0) != sequence || row.text(6) != hash_of(previous, tenant, stored_row(row))) return sequence;
      previous = row.text(6);
    }
  }
}

db::ModuleMigrations migrations() {
  return {"journal", sql::migrations()};
}

}  // namespace haidang::journal
