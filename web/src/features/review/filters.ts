// SPDX-License-Identifier: Apache-2.0
import type { ReviewItem } from "@/features/documents";

export const kFilters = ["all", "look", "open", "accepted", "skipped"] as const;
export type Filter = (typeof kFilters)[number];

const fold = (text: string) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();

function matches(item: ReviewItem, query: string): boolean {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = fold([item.clause, item.summary, item.text, ...item.owners.map((one) => one.name), ...item.coordinators.map((one) => one.name), item.product, item.note].join(" "));
  return words.every((word) => text.includes(word));
}

const states = { open: "proposed", accepted: "accepted", skipped: "skipped" } as const;

export function inFilter(item: ReviewItem, filter: Filter, query: string, needsLook: boolean): boolean {
  if (!matches(item, query)) return false;
  if (filter === "all") return true;
  return filter === "look" ? needsLook && item.state === "proposed" : item.state === states[filter];
}

export const countIn = (items: readonly ReviewItem[], filter: Filter, needsLook: (item: ReviewItem) => boolean): number =>
  items.filter((item) => inFilter(item, filter, "", needsLook(item))).length;
