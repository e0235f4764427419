// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { commandOf, kReviewKeys, type Pressed, typedKey } from "./keys";

const press = (key: string, fields: Partial<Pressed> = {}): Pressed => ({ key, ctrlKey: false, altKey: false, metaKey: false, place: "page", ...fields });

test("every command has one key of its own", () => {
  const keys = kReviewKeys.map((row) => row.key);
  expect(new Set(keys).size).toBe(keys.length);
});

test("letters belong to the field that has the focus", () => {
  expect(commandOf(press("a", { place: "field" }))).toBeUndefined();
  expect(commandOf(press("a"))).toBe("accept");
  expect(commandOf(press("A"))).toBe("accept");
});

test("Enter belongs to a button that has the focus", () => {
  expect(commandOf(press("Enter", { place: "control" }))).toBeUndefined();
  expect(commandOf(press("Enter", { place: "card" }))).toBe("open");
});

test("keys of the browser stay the browser's, but Ctrl+Z undoes", () => {
  expect(commandOf(press("f", { ctrlKey: true }))).toBeUndefined();
  expect(commandOf(press("z", { ctrlKey: true }))).toBe("undo");
  expect(commandOf(press("z", { ctrlKey: true, place: "field" }))).toBeUndefined();
});

test("arrows scroll the page until a task has the focus", () => {
  expect(commandOf(press("ArrowDown"))).toBeUndefined();
  expect(commandOf(press("ArrowDown", { place: "card" }))).toBe("next");
});

test.each([["â", "a"], ["ê", "e"], ["á", "s"], ["ạ", "j"], ["ã", "x"], ["à", "f"], ["ế", "s"], ["k", "k"], ["?", "?"], ["ArrowDown", "ArrowDown"]])(
  "an input method that is left on does not break the keys: %s is %s", (typed, key) => expect(typedKey(typed)).toBe(key));
