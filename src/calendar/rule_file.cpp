// SPDX-License-Identifier: Apache-2.0
#include "rule_reading.hpp"

namespace haidang::calendar {

const Names<BudgetKind> kBudgetKinds{{"working_minutes", BudgetKind::WorkingMinutes},
                                     {"working_hours", BudgetKind::WorkingMinutes},
                                     {"working_days", BudgetKind::WorkingDays},
                                     {"calendar_days", BudgetKind::CalendarDays},
                                     {"same_day", BudgetKind::SameDay},
                                     {"by_date", BudgetKind::ByDate}};
const Names<PauseReason> kPauseReasons{{"supplement", PauseReason::Supplement},
                                       {"financial_obligation", PauseReason::FinancialObligation},
                                       {"consulted_agency", PauseReason::ConsultedAgency},
                                       {"force_majeure", PauseReason::ForceMajeure},
                                       {"other", PauseReason::Other}};

namespace {

constexpr std::string_view kFormat = "haidang-deadline-rules/1";
constexpr std::int64_t kMostDays = 3660;

const Names<CountFrom> kCountFrom{
    {"next_day", CountFrom::NextDay}, {"same_day", CountFrom::SameDay}, {"instant", CountFrom::Instant}};
const Names<OutsideHours> kOutsideHours{{"next_opening", OutsideHours::NextOpening},
                                        {"as_it_is", OutsideHours::AsItIs}};
const Names<DueAt> kDueAt{
    {"closing", DueAt::Closing}, {"end_of_day", DueAt::EndOfDay}, {"start_hour", DueAt::StartHour}};
const Names<Roll> kRoll{{"next_working_day", Roll::NextWorkingDay}, {"none", Roll::None}};
const Names<AfterSupplement> kAfterSupplement{{"restart", AfterSupplement::Restart}, {"shift", AfterSupplement::Shift}};

Rejection contradiction(const DeadlineRule& rule, std::string reason) {
  return Rejection{Code::RuleContradictory, {{"rule", rule.id}, {"reason", std::move(reason)}}, {}};
}

ExtensionLimit read_extension(json::Fields& fields, std::string_view key, ExtensionLimit limit) {
  auto nested = fields.object_if(key);
  if (!nested) return limit;
  limit.allowed = nested->boolean("allowed", true);
  if (const auto days = nested->integer_if("at_most_working_days", 1, kMostDays))
    limit.at_most_working_days = static_cast<int>(*days);
  limit.notice_days = static_cast<int>(nested->integer_if("notice_days", 0, 366).value_or(limit.notice_days));
  if (const auto problem = nested->problem()) fields.fail(key, reason_of(*problem));
  return limit;
}

std::vector<PauseReason> read_reasons(json::Fields& fields, std::vector<PauseReason> when_absent) {
  const auto* list = fields.array_if("pausing_reasons");
  if (!list) return when_absent;
  std::vector<PauseReason> reasons;
  for (const auto& item : *list) {
    const auto before = reasons.size();
    for (const auto& [name, reason] : kPauseReasons)
      if (item.is_string() && std::string_view(item.as_string()) == name) reasons.push_back(reason);
    if (reasons.size() == before)
      fields.fail("pausing_reasons", "supplement | financial_obligation | consulted_agency | force_majeure | other");
  }
  return reasons;
}

void read_terms(json::Fields& fields, DeadlineRule& rule) {
  auto& terms = rule.terms;
  if (auto budget = fields.object_if("budget")) {
    terms.budget = read_budget(*budget);
    rule.has_budget = true;
    if (const auto problem = budget->problem()) fields.fail("budget", reason_of(*problem));
  }
  const bool was_by_date = terms.budget.kind == BudgetKind::ByDate;
  terms.count_from = read_name(fields, "count_from", kCountFrom, std::optional(terms.count_from));
  terms.outside_hours = read_name(fields, "outside_hours", kOutsideHours, std::optional(terms.outside_hours));
  terms.due_at = read_name(fields, "due_at", kDueAt, std::optional(terms.due_at));
  // A day named by an authority stays that day unless the rule says otherwise; a counted day rolls.
  const bool said = fields.find("roll") != nullptr;
  terms.roll = read_name(fields, "roll", kRoll, std::optional(terms.roll));
  if (!said && was_by_date && rule.id.empty()) terms.roll = Roll::None;
  terms.after_supplement =
      read_name(fields, "after_supplement", kAfterSupplement, std::optional(terms.after_supplement));
  terms.minutes_per_day =
      static_cast<int>(fields.integer_if("minutes_per_day", 1, 1440).value_or(terms.minutes_per_day));
}

}  // namespace

Budget read_budget(json::Fields& fields) {
  Budget budget;
  const auto kind = fields.text("kind");
  bool known = false;
  for (const auto& [name, value] : kBudgetKinds)
    if (name == kind) known = true, budget.kind = value;
  if (!known)
    fields.fail("kind",
                "“" + kind + "” ≠ working_minutes | working_hours | working_days | calendar_days | same_day | by_date");
  const bool counted = budget.kind != BudgetKind::SameDay && budget.kind != BudgetKind::ByDate;
  if (known && counted)
    budget.amount =
        fields.integer("amount", 1,
                       budget.kind == BudgetKind::WorkingMinutes && kind != "working_hours" ? kMostDays * 1440
                       : kind == "working_hours"                                            ? kMostDays * 24
                                                                                            : kMostDays);
  if (kind == "working_hours") budget.amount *= 60;
  if (budget.kind == BudgetKind::SameDay) {
    budget.amount = 1;
    budget.cut_off = read_clock_if(fields, "cut_off");
    if (const auto minutes = fields.integer_if("minutes_after_cut_off", 1, 1440))
      budget.minutes_after_cut_off = static_cast<int>(*minutes);
  }
  if (budget.kind == BudgetKind::ByDate) {
    budget.date = read_date(fields, "date");
    budget.hour = read_clock_if(fields, "hour");
    budget.strictly_before = fields.boolean("strictly_before", false);
  }
  return budget;
}

Result<DeadlineRule> read_rule(const json::Value& value, const std::string& path, const DeadlineRule& base) {
  json::Fields fields(value, path);
  DeadlineRule rule = base;
  fields.find("extends");  // resolved by the caller, who knows the library
  read_terms(fields, rule);
  rule.id = fields.text_if("id").value_or(base.id.empty() ? path : base.id);
  if (auto name = read_text_if(fields, "name")) rule.name = std::move(*name);
  if (rule.name.vietnamese.empty()) rule.name = {rule.id, rule.id};
  if (const auto from = read_date_if(fields, "valid_from")) rule.valid_from = from;
  if (const auto to = read_date_if(fields, "valid_to")) rule.valid_to = to;
  if (fields.find("source")) rule.source = read_source(fields, "source");
  fields.text_if("note");
  rule.extension = read_extension(fields, "extension", rule.extension);
  rule.pausing_reasons = read_reasons(fields, rule.pausing_reasons);
  if (auto problem = fields.problem()) return tl::unexpected(*problem);
  if (rule.valid_from && rule.valid_to && *rule.valid_from > *rule.valid_to)
    return reject(Code::CalendarPeriodReversed,
                  {{"from", on_paper(*rule.valid_from)}, {"to", on_paper(*rule.valid_to)}});
  return rule;
}

std::optional<Rejection> find_contradiction(const DeadlineRule& rule) {
  const auto& terms = rule.terms;
  if (!rule.has_budget) return contradiction(rule, "budget");
  if (terms.budget.kind == BudgetKind::CalendarDays && terms.count_from == CountFrom::Instant)
    return contradiction(rule, "count_from: instant ↔ budget: calendar_days");
  if (terms.budget.hour && terms.budget.strictly_before)
    return contradiction(rule, "budget.hour ↔ budget.strictly_before");
  return {};
}

bool is_in_force(const DeadlineRule& rule, LocalDate date) {
  return (!rule.valid_from || *rule.valid_from <= date) && (!rule.valid_to || date <= *rule.valid_to);
}

Result<std::vector<DeadlineRule>> parse_rules(std::string_view text) {
  const auto value = json::parse(text);
  if (!value) return pass_on(value);
  json::Fields fields(*value, "$");
  if (const auto format = fields.text("format"); format != kFormat) fields.fail("format", std::string(kFormat));
  fields.text_if("note");
  const auto* list = fields.array_if("rules");
  if (!list) fields.fail("rules", "[…]");
  if (auto problem = fields.problem()) return tl::unexpected(*problem);
  std::vector<DeadlineRule> rules;
  for (std::size_t i = 0; i < list->size(); ++i) {
    DeadlineRule unset;
    unset.has_budget = false;
    auto rule = read_rule((*list)[i], "$.rules[" + std::to_string(i) + "]", unset);
    if (!rule) return pass_on(rule);
    if (rule->source.document.empty()) return reject(Code::RuleSourceMissing, {{"rule", rule->id}});
    if (rule->has_budget)
      if (auto problem = find_contradiction(*rule)) return tl::unexpected(*problem);
    rules.push_back(std::move(*rule));
  }
  return rules;
}

}  // namespace haidang::calendar
