// SPDX-License-Identifier: Apache-2.0
// A list that changes while somebody reads it: what is there changes in place, what is new waits above until it is asked for.

export interface Row {
  id: string;
}

export interface Shown<Item extends Row> {
  shown: Item[];
  waiting: Item[];
}

/** `found` is newest first; `seen` are the rows of the last time. Rows of others that came before all of them wait. */
export function withoutJumps<Item extends Row>(found: readonly Item[], seen: readonly string[], isOwn: (row: Item) => boolean): Shown<Item> {
  const known = new Set(seen);
  if (known.size === 0) return { shown: [...found], waiting: [] };
  const first = found.findIndex((row) => known.has(row.id) || isOwn(row));
  if (first <= 0) return { shown: [...found], waiting: [] };
  return { shown: found.slice(first), waiting: found.slice(0, first) };
}

export const newest = (found: readonly Row[]): string[] => found.map((row) => row.id);
