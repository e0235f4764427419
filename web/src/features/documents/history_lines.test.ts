// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import type { DocumentHappening } from "./api_types";
import { historyLines } from "./history_lines";

const happening = (sequence: number, kind: string, minute: number, who = "1"): DocumentHappening => ({
  sequence, at: new Date(Date.UTC(2026, 0, 1, 8, minute)).toISOString(), by: { id: who, name: who }, kind, items: [String(sequence)], clauses: [`1.${sequence}`], fields: [],
});

test("decisions in a row are one sentence, in the order in which they were taken", () => {
  const lines = historyLines([happening(3, "review_item_accepted", 3), happening(2, "review_item_accepted", 2), happening(1, "review_item_accepted", 1)]);
  expect(lines.map((line) => line.clauses)).toEqual([["1.1", "1.2", "1.3"]]);
});

test("another person, another decision, an edit and a pause begin a new sentence", () => {
  expect(historyLines([happening(2, "review_item_accepted", 2), happening(1, "review_item_accepted", 1, "2")])).toHaveLength(2);
  expect(historyLines([happening(2, "review_item_accepted", 2), happening(1, "review_item_skipped", 1)])).toHaveLength(2);
  expect(historyLines([happening(2, "review_item_edited", 2), happening(1, "review_item_edited", 1)])).toHaveLength(2);
  expect(historyLines([happening(2, "review_item_accepted", 40), happening(1, "review_item_accepted", 1)])).toHaveLength(2);
});
