// SPDX-License-Identifier: Apache-2.0
// The history as it is told: decisions of one kind that one person took in a row are one sentence. Pure.
import type { DocumentHappening } from "./api_types";

const kInARow = new Set(["review_item_accepted", "review_item_skipped", "review_item_proposed_again"]);
const kMinutes = 15;

const together = (newer: DocumentHappening, older: DocumentHappening): boolean =>
  newer.kind === older.kind && kInARow.has(newer.kind) && newer.by?.id === older.by?.id && Date.parse(newer.at) - Date.parse(older.at) <= kMinutes * 60_000;

/** `items` are the newest first; the tasks of a sentence stand in the order in which they were decided. */
export function historyLines(items: readonly DocumentHappening[]): DocumentHappening[] {
  const lines: DocumentHappening[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last && together(last, item)) lines[lines.length - 1] = { ...last, items: [...item.items, ...last.items], clauses: [...item.clauses, ...last.clauses] };
    else lines.push(item);
  }
  return lines;
}
