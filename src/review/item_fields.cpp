// SPDX-License-Identifier: Apache-2.0
#include "item_fields.hpp"

#include <array>

#include "base/decimal.hpp"
#include "base/vietnamese.hpp"
#include "deadline_check.hpp"

namespace haidang::review {
namespace {

struct TextField {
  const char* name;
  std::optional<std::string> api::ItemFields::*given;
  std::string ItemContent::*kept;
  std::size_t longest;  ///< code points
};

constexpr std::array kTexts{TextField{"clause", &api::ItemFields::clause, &ItemContent::clause, 100},
                            TextField{"summary", &api::ItemFields::summary, &ItemContent::summary, 2'000},
                            TextField{"text", &api::ItemFields::text, &ItemContent::text, 20'000},
                            TextField{"product", &api::ItemFields::product, &ItemContent::product, 2'000},
                            TextField{"note", &api::ItemFields::note, &ItemContent::note, 4'000}};

constexpr std::size_t kMostParties = 300, kMostTargets = 50, kLongestName = 300;

tl::unexpected<Rejection> too_long(const char* field, std::size_t limit) {
  return reject(Code::ReviewTextTooLong, {{"field", field}, {"limit", std::to_string(limit)}});
}

std::optional<Rejection> set_texts(ItemContent& content, const api::ItemFields& fields) {
  for (const TextField& field : kTexts) {
    const auto& given = fields.*field.given;
    if (!given) continue;
    const std::string text = to_nfc(*given);
    if (count_code_points(text) > field.longest) return too_long(field.name, field.longest).value();
    content.*field.kept = text;
  }
  return std::nullopt;
}

using Parties = std::vector<ReviewParty>;

Result<Parties> resolved(const std::vector<api::PartyEdit>& given, const char* field, const Deciding& deciding) {
  if (given.size() > kMostParties) return too_long(field, kMostParties);
  Parties parties;
  for (api::PartyEdit edit : given) {
    edit.name = collapse_spaces(to_nfc(edit.name));
    if (edit.name.empty() && !edit.organisation && !edit.group)
      return reject(Code::CommandFieldMissing, {{"field", std::string(field) + ".name"}});
    if (count_code_points(edit.name) > kLongestName) return too_long(field, kLongestName);
    parties.push_back(deciding.resolve(edit));
  }
  return parties;
}

std::optional<Rejection> set_parties(ItemContent& content, const api::ItemFields& fields, const Deciding& deciding) {
  if (fields.owners) {
    auto owners = resolved(*fields.owners, "owners", deciding);
    if (!owners) return owners.error();
    content.owners = std::move(*owners);
    content.confidence.assignees = 1;
  }
  if (fields.coordinators) {
    auto coordinators = resolved(*fields.coordinators, "coordinators", deciding);
    if (!coordinators) return coordinators.error();
    content.coordinators = std::move(*coordinators);
    content.confidence.coordinators = 1;
  }
  return std::nullopt;
}

std::optional<Rejection> set_deadline(ItemContent& content, const api::ItemFields& fields, Confirmed confirmed,
                                      const Situation& situation) {
  if (fields.no_deadline.value_or(false)) content.deadline.reset();
  if (fields.deadline) {
    auto deadline = checked(*fields.deadline);
    if (!deadline) return deadline.error();
    const bool early = deadline->date && situation.issued_on && *deadline->date < *situation.issued_on;
    if (early && confirmed == Confirmed::No)
      return reject(Code::DeadlineBeforeIssueUnconfirmed,
                    {{"date", on_paper(*deadline->date)}, {"issued", on_paper(*situation.issued_on)}})
          .value();
    content.deadline = std::move(*deadline);
  }
  if (fields.deadline || fields.no_deadline) content.confidence.deadline = 1;
  return std::nullopt;
}

std::optional<Rejection> set_targets(ItemContent& content, const api::ItemFields& fields) {
  if (!fields.targets) return std::nullopt;
  if (fields.targets->size() > kMostTargets) return too_long("targets", kMostTargets).value();
  for (const ReviewTarget& target : *fields.targets) {
    if (const auto number = Decimal::parse(target.value); !number) return number.error();
    if (count_code_points(target.unit) > kLongestName) return too_long("targets.unit", kLongestName).value();
  }
  content.targets = *fields.targets;
  content.confidence.targets = 1;
  return std::nullopt;
}

std::optional<Rejection> set_place(ItemContent& content, const api::ItemFields& fields, const Deciding& deciding) {
  if (!fields.from && !fields.to) return std::nullopt;
  const auto place = fields.from && fields.to ? deciding.place_of(*fields.from, *fields.to) : std::nullopt;
  if (!place) return reject(Code::TextSpanOutside).value();
  content.place = *place;
  return std::nullopt;
}

}  // namespace

Result<ItemContent> with_fields(ItemContent content, const api::ItemFields& fields, Confirmed confirmed,
                                const Situation& situation, const Deciding& deciding) {
  for (const auto& problem : {set_texts(content, fields), set_parties(content, fields, deciding),
                              set_deadline(content, fields, confirmed, situation), set_targets(content, fields),
                              set_place(content, fields, deciding)})
    if (problem) return tl::unexpected<Rejection>(*problem);
  if (collapse_spaces(content.summary).empty()) return reject(Code::ReviewSummaryMissing);
  return content;
}

}  // namespace haidang::review
