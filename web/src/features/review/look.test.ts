// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { reasonsToLook, sureItems } from "./look";
import { item, party } from "./sample";

test("a task that was read surely needs no look", () => expect(reasonsToLook(item("1"), [])).toEqual([]));

test("an agency that is not one organisation is a reason to look", () => {
  expect(reasonsToLook(item("1", { owners: [party("Sở Lạ", { resolution: "unknown", organisation: undefined })] }), [])).toEqual(["owner_unknown"]);
  expect(reasonsToLook(item("1", { owners: [party("Phường Hải An", { resolution: "ambiguous", organisation: undefined })] }), [])).toEqual(["owner_ambiguous"]);
  expect(reasonsToLook(item("1", { owners: [party("UBND các quận", { resolution: "group", organisation: undefined, group: "districts" })] }), [])).toEqual([]);
  expect(reasonsToLook(item("1", { owners: [] }), [])).toEqual(["no_owner"]);
});

test("a finding about its words is one too, elsewhere it is none", () => {
  const finding = { code: "impossible-date", clause: "1.1", message: "", place: { from: 120, to: 130, boxes: [] } };
  expect(reasonsToLook(item("1"), [finding])).toEqual(["finding"]);
  expect(reasonsToLook(item("2"), [finding])).toEqual([]);
});

test("only open proposals without a reason are accepted together", () => {
  const unsure = item("2", { confidence: { task: 1, assignees: 1, coordinators: 1, deadline: 0.5, targets: 1 } });
  expect(sureItems([item("1"), unsure, item("3", { state: "skipped" })], []).map((one) => one.id)).toEqual(["1"]);
});
