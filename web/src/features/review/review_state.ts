// SPDX-License-Identifier: Apache-2.0
// A review as the person sees it: what the server last said, with the person's own commands that are still on their way
// already applied. Pure functions.
import type { ItemFields, ReviewChanged, ReviewCommand, ReviewItem, Review, ReviewParty, DocumentCounts } from "@/features/documents";

/** Takes in what a command changed. An answer that is older than what is shown changes nothing. */
export function withChanges(review: Review, changed: ReviewChanged): Review {
  const arrived = new Map(changed.items.map((item) => [item.id, item]));
  const removed = new Set(changed.removed);
  const known = new Set(review.items.map((item) => item.id));
  const newer = (old: ReviewItem) => {
    const item = arrived.get(old.id);
    return item && item.version >= old.version ? item : old;
  };
  const kept = review.items.filter((item) => !removed.has(item.id)).map(newer);
  const added = changed.items.filter((item) => !known.has(item.id) && item.state !== "replaced");
  const items = [...kept.filter((item) => item.state !== "replaced"), ...added].sort((a, b) => a.position - b.position);
  if (changed.version < review.version) return { ...review, items };
  return {
    ...review,
    version: changed.version,
    items,
    undo: changed.undo,
    document: { ...review.document, state: changed.state, counts: changed.counts },
  };
}

/** Of two answers about the same review the one with the higher version; equal ones are the same. */
export const newerReview = (old: Review | undefined, arrived: Review): Review => (old && old.version > arrived.version ? old : arrived);

function itemsOf(command: ReviewCommand): string[] {
  if (command.item) return [command.item];
  return (command.items ?? []).map((one) => one.item);
}

const kStateAfter = { accept: "accepted", accept_many: "accepted", skip: "skipped", propose_again: "proposed" } as const;

/** The answer is expected to say so; a name without a choice stays open until the server has looked it up. */
const expectedParty = (edit: NonNullable<ItemFields["owners"]>[number], before: readonly ReviewParty[]): ReviewParty => {
  const same = before.find((one) => one.name === edit.name && one.organisation?.id === edit.organisation && one.group === edit.group);
  if (same) return same;
  const base = { name: edit.name, members: 0, candidates: [] };
  if (edit.organisation) return { ...base, resolution: "one", organisation: { id: edit.organisation, name: edit.name } };
  if (edit.group) return { ...base, resolution: "group", group: edit.group };
  return { ...base, resolution: "unknown" };
};

export function withFields(item: ReviewItem, fields: ItemFields): ReviewItem {
  const { owners, coordinators, deadline, no_deadline, from, to, ...plain } = fields;
  const changed: ReviewItem = { ...item, ...plain };
  if (owners) changed.owners = owners.map((edit) => expectedParty(edit, item.owners));
  if (coordinators) changed.coordinators = coordinators.map((edit) => expectedParty(edit, item.coordinators));
  if (deadline) changed.deadline = { stated: deadline, due: deadline.shape === "by" ? deadline.date : undefined, due_time: deadline.time, explanation: [] };
  if (no_deadline) changed.deadline = undefined;
  if (from !== undefined && to !== undefined) changed.place = { ...item.place, from, to, boxes: [] };
  return changed;
}

/** The review with a command applied before the server has answered. Commands that make new items are not guessed. */
export function withCommand(review: Review, command: ReviewCommand): Review {
  const touched = new Set(itemsOf(command));
  const change = (item: ReviewItem): ReviewItem => {
    if (!touched.has(item.id)) return item;
    if (command.kind === "edit") return withFields(item, command.fields ?? {});
    const state = kStateAfter[command.kind as keyof typeof kStateAfter];
    return state ? { ...item, state } : item;
  };
  const items = review.items.map(change);
  return { ...review, items, document: { ...review.document, counts: { ...countsOf(items), findings: review.document.counts.findings } } };
}

export function countsOf(items: readonly ReviewItem[]): Omit<DocumentCounts, "findings"> {
  const count = (state: ReviewItem["state"]) => items.filter((item) => item.state === state).length;
  return { tasks: items.length, open: count("proposed"), accepted: count("accepted"), skipped: count("skipped") };
}

/**
 * A command that waited while an own earlier one changed the same item goes out against the version that one made.
 * A change by another person is not rebased: the server must refuse it, so that nothing is overwritten unseen.
 */
export function rebased(command: ReviewCommand, seen: ReadonlyMap<string, number>, changed: ReviewChanged): ReviewCommand {
  const next = (item: string, version: number) => {
    const made = changed.items.find((one) => one.id === item);
    return made && seen.get(item) === version ? made.version : version;
  };
  return {
    ...command,
    ...(command.item && command.item_version !== undefined ? { item_version: next(command.item, command.item_version) } : {}),
    ...(command.items ? { items: command.items.map((one) => ({ item: one.item, version: next(one.item, one.version) })) } : {}),
  };
}

/** The versions a command was made against. */
export function versionsSeen(command: ReviewCommand): Map<string, number> {
  const seen = new Map((command.items ?? []).map((one) => [one.item, one.version]));
  if (command.item && command.item_version !== undefined) seen.set(command.item, command.item_version);
  return seen;
}
