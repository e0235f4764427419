// SPDX-License-Identifier: Apache-2.0
#include "reorganise.hpp"

#include "organisations/store.hpp"
#include "platform/new_id.hpp"
#include "views.hpp"

namespace haidang::organisations {

namespace {

constexpr std::chrono::year kEarliest{1945};
constexpr std::chrono::years kAhead{10};

Result<DraftedAct> drafted_act(const Context& context, const api::ReorganisationDraft& draft) {
  if (draft.on.year() < kEarliest || draft.on.year() > context.today.year() + kAhead)
    return reject(Code::ReorganisationDateFar, {{"date", on_paper(draft.on)}});
  std::int64_t number = platform::new_id_number(context.now);  // counted on, so that no two are the same
  return act_from_draft(draft, {.id = ReorganisationId(number++), .next_id = [&] { return OrganisationId(number++); }});
}

}  // namespace

Result<api::ReorganisationRecorded> reorganise(db::Write& transaction, Directory& directory, const Context& context,
                                               const api::ReorganisationDraft& draft) {
  const auto drafted = drafted_act(context, draft);
  if (!drafted) return pass_on(drafted);
  const auto before = directory.history(transaction, context.actor.tenant);
  const Recording recording{.tenant = context.actor.tenant, .by = context.actor.account, .now = context.now};
  const auto after = record_acts(transaction, recording, *before, {drafted->act});
  if (!after) return pass_on(after);
  api::ReorganisationRecorded recorded{.id = std::to_string(drafted->act.id.value()), .created = {}};
  for (const Event& event : drafted->act.events)
    if (event.kind == EventKind::Created) recorded.created.push_back(link_of(*after, event.subjects[0], draft.on));
  return recorded;
}

Result<api::ReorganisationPreview> preview_reorganisation(const History& history, const Context& context,
                                                          const api::ReorganisationDraft& draft) {
  const auto drafted = drafted_act(context, draft);
  if (!drafted) return pass_on(drafted);
  return preview_of(history, *drafted, context.today, context.language);
}

}  // namespace haidang::organisations
