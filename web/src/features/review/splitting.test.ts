// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { item, party } from "./sample";
import { bestCut, proposedParts } from "./splitting";

test("a task of several agencies falls into one for each", () => {
  const parts = proposedParts(item("1", { owners: [party("Sở Nội vụ"), party("Sở Y tế")] }));
  expect(parts.map((part) => part.owners.map((owner) => owner.name))).toEqual([["Sở Nội vụ"], ["Sở Y tế"]]);
});

test("a sentence is cut at the semicolon nearest to its middle, with the places of both parts", () => {
  const text = "Rà soát, công khai thủ tục; báo cáo kết quả hằng quý.";
  const parts = proposedParts(item("1", { text, place: { from: 100, to: 100 + text.length, boxes: [] } }));
  expect(parts.map((part) => part.summary)).toEqual(["Rà soát, công khai thủ tục", "Báo cáo kết quả hằng quý."]);
  expect(parts[0]!.place).toEqual({ begin: 100, end: 128 });
  expect(parts[1]!.place).toEqual({ begin: 128, end: 100 + text.length });
});

test("without a place that fits, the parts keep the place of the whole", () => {
  expect(proposedParts(item("1", { text: "Làm; xong.", place: { from: 0, to: 300, boxes: [] } }))[0]!.place).toBeUndefined();
});

test("a sentence without a joint is left to the person", () => {
  expect(bestCut("Báo cáo kết quả.")).toBeUndefined();
  expect(proposedParts(item("1", { text: "Báo cáo kết quả." }))[1]!.summary).toBe("");
});
