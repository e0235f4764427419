// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import { changedFields, draftOf, fieldsToSend, findDraft, formOf, keepDraft, mergedForm, overlapOf } from "./drafts";
import { item, party } from "./sample";

const base = formOf(item("1", { deadline: { stated: { shape: "by", date: "2022-07-07", phrase: "trước ngày 8/7", inherited: false }, due: "2022-07-07", explanation: [] } }));

describe("an edit", () => {
  test("sends only what was changed", () => {
    const form = { ...base, summary: " Khác ", owners: [party("Sở Y tế", { organisation: { id: "20", name: "Sở Y tế" } })] };
    expect(fieldsToSend(form, changedFields(base, form))).toEqual({ summary: "Khác", owners: [{ name: "Sở Y tế", organisation: "20" }] });
  });

  test("that takes the deadline away says so", () => {
    const form = { ...base, deadline: null };
    expect(fieldsToSend(form, changedFields(base, form))).toEqual({ no_deadline: true });
  });

  test("is none when only the candidates of an agency differ", () => {
    const form = { ...base, owners: [{ ...base.owners[0]!, candidates: [{ id: "3", name: "Sở Nội vụ" }] }] };
    expect(changedFields(base, form)).toEqual([]);
  });
});

describe("two people at the same task", () => {
  test("lose nothing where they changed different fields", () => {
    const mine = { ...base, summary: "Của tôi" }, theirs = { ...base, product: "Báo cáo" };
    const overlap = overlapOf(base, mine, theirs);
    expect(overlap).toEqual({ mine: ["summary"], theirs: ["product"], both: [] });
    expect(mergedForm(mine, theirs, overlap)).toMatchObject({ summary: "Của tôi", product: "Báo cáo" });
  });

  test("are asked where both changed the same field", () => {
    const overlap = overlapOf(base, { ...base, summary: "Của tôi" }, { ...base, summary: "Của họ" });
    expect(overlap.both).toEqual(["summary"]);
  });

  test("are not asked where both made the same change", () => {
    expect(overlapOf(base, { ...base, summary: "Như nhau" }, { ...base, summary: "Như nhau" })).toMatchObject({ mine: [], both: [] });
  });
});

test("an unfinished edit outlives a reload; what is damaged is forgotten", () => {
  const kept = new Map<string, string>();
  const store = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) } as unknown as Storage;
  const draft = draftOf(item("1"));
  keepDraft(store, "7", "1", draft);
  expect(findDraft(store, "7", "1")).toEqual(JSON.parse(JSON.stringify(draft)));
  kept.set("haidang.draft.7.1", "{");
  expect(findDraft(store, "7", "1")).toBeUndefined();
});
