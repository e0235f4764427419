// SPDX-License-Identifier: Apache-2.0
#include "organisations/packs.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "act_from_draft.hpp"
#include "base/codec.hpp"
#include "base/ensure.hpp"
#include "embedded/haiduong_2022.hpp"
#include "embedded/haiduong_2025_01.hpp"
#include "embedded/haiphong_2022.hpp"
#include "embedded/haiphong_2025_01.hpp"
#include "embedded/haiphong_2025_07.hpp"
#include "embedded/haiphong_agencies_2022.hpp"
#include "embedded/haiphong_agencies_2025_03.hpp"
#include "platform/new_id.hpp"
#include "sql.hpp"

namespace haidang::organisations {

namespace {

constexpr std::string_view kFormat = "haidang-organisations-1";

/// One file: an act, whose keys hold across the acts of its pack.
struct PackedAct {
  std::string format, act;
  LocalDate on;
  LegalSource source;
  std::vector<api::StepDraft> steps;
};
BOOST_DESCRIBE_STRUCT(PackedAct, (), (format, act, on, source, steps))

struct Pack {
  std::string_view name;
  std::array<std::string_view (*)(), 7> files;  ///< in the order in which they are recorded
};
constexpr std::array<Pack, 1> kPacks{
    {{"haiphong",
      {embedded::haiphong_2022, embedded::haiphong_agencies_2022, embedded::haiduong_2022, embedded::haiphong_2025_01,
       embedded::haiduong_2025_01, embedded::haiphong_agencies_2025_03, embedded::haiphong_2025_07}}}};

Result<const Pack*> find_pack(std::string_view name) {
  for (const Pack& pack : kPacks)
    if (pack.name == name) return &pack;
  return reject(Code::PackUnknown, {{"pack", std::string(name)}});
}

PackedAct packed_act(std::string_view text) {
  const auto value = json::parse(text);
  ensure(value.has_value(), "a pack of the program is JSON");
  auto read = codec::read<PackedAct>(*value);
  if (!read) throw Bug("a pack of the program cannot be read: " + message(read.error(), Language::English));
  ensure(read->format == kFormat, "a pack of the program has the format of the program");
  return std::move(*read);
}

struct PreparedPack {
  std::vector<Act> acts;
  std::map<std::string, OrganisationId> new_keys;
};

/// The acts that are not there yet, with numbers.
Result<PreparedPack> prepare(const Pack& pack, const std::set<std::string>& present,
                             std::map<std::string, OrganisationId> keys,
                             const std::function<std::int64_t()>& next_number) {
  PreparedPack prepared;
  for (const auto file : pack.files) {
    PackedAct packed = packed_act(file());
    const std::string origin = std::string(pack.name) + '/' + packed.act;
    if (present.contains(origin)) continue;
    auto drafted = act_from_draft({packed.on, packed.source, std::move(packed.steps)},
                                  {.id = ReorganisationId(next_number()),
                                   .next_id = [&] { return OrganisationId(next_number()); },
                                   .known_keys = keys,
                                   .origin = origin});
    if (!drafted) return pass_on(drafted);
    keys.insert(drafted->keys.begin(), drafted->keys.end());
    prepared.new_keys.insert(drafted->keys.begin(), drafted->keys.end());
    prepared.acts.push_back(std::move(drafted->act));
  }
  return prepared;
}

}  // namespace

std::vector<std::string_view> known_packs() {
  std::vector<std::string_view> names;
  for (const Pack& pack : kPacks) names.push_back(pack.name);
  return names;
}

Result<int> load_pack(db::Write& transaction, Directory& directory, const Recording& recording, std::string_view name) {
  const auto pack = find_pack(name);
  if (!pack) return pass_on(pack);
  const auto history = directory.history(transaction, recording.tenant);
  std::set<std::string> present;
  for (const RecordedAct& recorded : history->acts())
    if (recorded.act.origin) present.insert(*recorded.act.origin);
  std::map<std::string, OrganisationId> keys;
  for (const auto row : transaction.query(sql::kListKeys, {recording.tenant}))
    keys.emplace(row.text(0), row.template id<OrganisationId>(1));

  // Many numbers within one millisecond: counted on from the first, so that no two are the same.
  std::int64_t number = platform::new_id_number(recording.now);
  const auto prepared = prepare(**pack, present, std::move(keys), [&] { return number++; });
  if (!prepared) return pass_on(prepared);
  const auto recorded = record_acts(transaction, recording, *history, prepared->acts);
  if (!recorded) return pass_on(recorded);
  for (const auto& [key, id] : prepared->new_keys) transaction.execute(sql::kInsertKey, {recording.tenant, key, id});
  return static_cast<int>(prepared->acts.size());
}

Result<History> history_of_pack(std::string_view name) {
  const auto pack = find_pack(name);
  if (!pack) return pass_on(pack);
  std::int64_t number = 1;
  auto prepared = prepare(**pack, {}, {}, [&] { return number++; });
  if (!prepared) return pass_on(prepared);
  std::vector<RecordedAct> acts;
  for (Act& act : prepared->acts) {
    const auto sequence = static_cast<std::int64_t>(acts.size()) + 1;
    acts.push_back({.act = std::move(act), .sequence = sequence, .recorded_at = {}, .recorded_by = {}});
  }
  return History::fold(std::move(acts));
}

}  // namespace haidang::organisations
