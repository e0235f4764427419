// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { kReviewKeys, typedKey } from "./keys";

test("every command has one key of its own", () => {
  const keys = Object.values(kReviewKeys);
  expect(new Set(keys).size).toBe(keys.length);
});

test.each([["â", "a"], ["ê", "e"], ["á", "s"], ["ạ", "j"], ["ã", "x"], ["à", "f"], ["ế", "s"], ["k", "k"], ["?", "?"], ["ArrowDown", "ArrowDown"]])(
  "an input method that is left on does not break the keys: %s is %s", (typed, key) => expect(typedKey(typed)).toBe(key));
