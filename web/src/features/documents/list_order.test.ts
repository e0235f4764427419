// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { withoutJumps } from "./list_order";

const rows = (...ids: string[]) => ids.map((id) => ({ id }));
const own = () => false;

test("a document that another person uploads waits above the list", () => {
  const { shown, waiting } = withoutJumps(rows("9", "8", "7"), ["8", "7"], own);
  expect(shown.map((row) => row.id)).toEqual(["8", "7"]);
  expect(waiting.map((row) => row.id)).toEqual(["9"]);
});

test("one's own stands in the list at once", () => {
  expect(withoutJumps(rows("9", "8"), ["8"], (row) => row.id === "9").waiting).toEqual([]);
});

test("the first answer, another question and further pages show whole", () => {
  expect(withoutJumps(rows("2", "1"), [], own).shown).toHaveLength(2);
  expect(withoutJumps(rows("2", "1"), ["7"], own).shown).toHaveLength(2);
  expect(withoutJumps(rows("3", "2", "1"), ["3"], own).shown).toHaveLength(3);
});
