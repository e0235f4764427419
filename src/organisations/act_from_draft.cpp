// SPDX-License-Identifier: Apache-2.0
#include "act_from_draft.hpp"

#include "base/vietnamese.hpp"

namespace haidang::organisations {

namespace {

using api::NewOrganisation;
using api::OrganisationRef;
using api::StepDraft;
using api::StepKind;

/// Keeps the first thing that is wrong, so that the steps can be read in a row.
class Drafting {
 public:
  Drafting(const api::ReorganisationDraft& draft, const DraftContext& context) : draft_(draft), context_(context) {
    drafted_.act = {.id = context.id, .on = draft.on, .source = draft.source, .events = {}, .origin = context.origin};
  }

  Result<DraftedAct> make() {
    if (draft_.steps.empty()) fail_missing("steps");
    if (draft_.source.document.empty()) fail_missing("source.document");
    for (const StepDraft& step : draft_.steps) number_new_ones(step);
    for (std::size_t i = 0; i < draft_.steps.size(); ++i) add_created(i);
    for (std::size_t i = 0; i < draft_.steps.size() && !problem_; ++i) add_change(i);
    if (problem_) return tl::unexpected<Rejection>(*problem_);
    return std::move(drafted_);
  }

 private:
  void fail(Rejection rejection) {
    if (!problem_) problem_ = std::move(rejection);
  }
  void fail_missing(const std::string& field) { fail({Code::ReorganisationIncomplete, {{"missing", field}}, {}}); }
  std::string field_of(std::size_t step, const std::string& name) const {
    return "steps[" + std::to_string(step) + "]." + name;
  }

  void number(const NewOrganisation& made) {
    const OrganisationId id = context_.next_id();
    new_ids_.push_back(id);
    if (!made.key) return;
    if (context_.known_keys.contains(*made.key) || !drafted_.keys.emplace(*made.key, id).second)
      fail({Code::ReorganisationKeyTwice, {{"key", *made.key}}, {}});
  }
  void number_new_ones(const StepDraft& step) {
    if (step.created) number(*step.created);
    for (const NewOrganisation& part : step.parts_created.value_or(std::vector<NewOrganisation>{})) number(part);
  }

  std::optional<OrganisationId> id_of(const OrganisationRef& ref, const std::string& field) {
    if (ref.id) return ref.id;
    if (!ref.key) return fail_missing(field), std::nullopt;
    if (const auto made = drafted_.keys.find(*ref.key); made != drafted_.keys.end()) return made->second;
    if (const auto known = context_.known_keys.find(*ref.key); known != context_.known_keys.end()) return known->second;
    fail({Code::ReorganisationKeyUnknown, {{"key", *ref.key}}, {}});
    return std::nullopt;
  }
  std::vector<OrganisationId> ids_of(const std::optional<std::vector<OrganisationRef>>& refs,
                                     const std::string& field) {
    std::vector<OrganisationId> ids;
    for (const OrganisationRef& ref : refs.value_or(std::vector<OrganisationRef>{}))
      if (const auto id = id_of(ref, field)) ids.push_back(*id);
    return ids;
  }

  Event event_of(EventKind kind, std::size_t step) const {
    const StepDraft& from = draft_.steps[step];
    return {.kind = kind,
            .subjects = {},
            .results = {},
            .answerer = {},
            .naming = {},
            .parent = {},
            .verified = draft_.source.verified && !from.doubtful.value_or(false),
            .note = from.note};
  }
  void add_one_created(const NewOrganisation& made, std::size_t step, const std::string& field) {
    if (collapse_spaces(to_nfc(made.name)).empty()) fail_missing(field_of(step, field + ".name"));
    Event event = event_of(EventKind::Created, step);
    event.subjects = {new_ids_[next_new_++]};
    event.naming = Naming{collapse_spaces(to_nfc(made.name)), made.short_name, made.kind, made.code};
    if (made.parent) event.parent = id_of(*made.parent, field_of(step, field + ".parent"));
    drafted_.act.events.push_back(std::move(event));
  }
  void add_created(std::size_t step) {
    const StepDraft& draft = draft_.steps[step];
    if (draft.created) add_one_created(*draft.created, step, "created");
    for (const NewOrganisation& part : draft.parts_created.value_or(std::vector<NewOrganisation>{}))
      add_one_created(part, step, "parts_created");
    const std::size_t parts = draft.parts_created ? draft.parts_created->size() : 0;
    created_of_step_.push_back({next_new_ - parts - (draft.created ? 1 : 0), parts});
  }

  void add_change(std::size_t step) {
    const StepDraft& draft = draft_.steps[step];
    if (draft.kind == StepKind::Create) {
      if (!draft.created) fail_missing(field_of(step, "created"));
      return;
    }
    Event event = event_of(kind_of(draft.kind), step);
    event.subjects = ids_of(draft.subjects, field_of(step, "subjects"));
    if (event.subjects.empty()) return fail_missing(field_of(step, "subjects"));
    fill(event, draft, step);
    drafted_.act.events.push_back(std::move(event));
  }

  static EventKind kind_of(StepKind kind) {
    switch (kind) {
      case StepKind::Create:
        return EventKind::Created;
      case StepKind::Rename:
        return EventKind::Renamed;
      case StepKind::Merge:
        return EventKind::Merged;
      case StepKind::Split:
        return EventKind::Split;
      case StepKind::Move:
        return EventKind::Moved;
      case StepKind::Close:
        return EventKind::Closed;
    }
    return EventKind::Created;
  }

  void fill(Event& event, const StepDraft& draft, std::size_t step) {
    const auto answerer = [&](const std::optional<OrganisationRef>& ref, const char* field) {
      if (!ref) return fail_missing(field_of(step, field));
      event.answerer = id_of(*ref, field_of(step, field));
    };
    switch (draft.kind) {
      case StepKind::Create:
        break;
      case StepKind::Rename:
        if (!draft.name || !draft.organisation_kind) return fail_missing(field_of(step, "name, organisation_kind"));
        event.naming =
            Naming{collapse_spaces(to_nfc(*draft.name)), draft.short_name, *draft.organisation_kind, draft.code};
        break;
      case StepKind::Merge:
        if (draft.created)
          event.answerer = new_ids_[created_of_step_[step].first];
        else
          answerer(draft.into, "into");
        if (event.answerer) event.results = {*event.answerer};
        break;
      case StepKind::Split:
        event.results = ids_of(draft.parts, field_of(step, "parts"));
        for (std::size_t i = 0; i < created_of_step_[step].parts; ++i)
          event.results.push_back(new_ids_[created_of_step_[step].first + (draft.created ? 1 : 0) + i]);
        answerer(draft.answerer, "answerer");
        break;
      case StepKind::Move:
        if (draft.parent) event.parent = id_of(*draft.parent, field_of(step, "parent"));
        break;
      case StepKind::Close:
        answerer(draft.answerer, "answerer");
        break;
    }
  }

  struct CreatedOfStep {
    std::size_t first, parts;
  };
  const api::ReorganisationDraft& draft_;
  const DraftContext& context_;
  DraftedAct drafted_;
  std::vector<OrganisationId> new_ids_;  ///< in the order of the steps
  std::size_t next_new_ = 0;
  std::vector<CreatedOfStep> created_of_step_;
  std::optional<Rejection> problem_;
};

}  // namespace

Result<DraftedAct> act_from_draft(const api::ReorganisationDraft& draft, const DraftContext& context) {
  return Drafting(draft, context).make();
}

}  // namespace haidang::organisations
