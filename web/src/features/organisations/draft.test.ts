// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import type { PlainDate } from "@/design/dates";
import { draftOf, emptyForm, emptyNew, missingIn, type ReorganisationForm } from "./draft";
import type { StepKind } from "./types";

const on = "2025-07-01" as PlainDate;
const ward = (id: string) => ({ id, name: `Phường ${id}` });
const form = (kind: StepKind, fields: Partial<ReorganisationForm>): ReorganisationForm => ({ ...emptyForm(kind, on), document: "Nghị quyết 1669", ...fields });

describe("what a reorganisation still misses", () => {
  test.each([
    ["create", ["created", "document"]], ["rename", ["subjects", "name", "document"]], ["merge", ["subjects", "created", "document"]],
    ["split", ["subjects", "parts", "document"]], ["move", ["subjects", "parent", "document"]], ["close", ["subjects", "answerer", "document"]],
  ] as const)("%s", (kind, missing) => expect(missingIn(emptyForm(kind, on))).toEqual(missing));

  test("a merge into a new ward needs two, into one of them one more", () => {
    const created = { ...emptyNew(), name: "Phường Hồng Bàng" };
    expect(missingIn(form("merge", { subjects: [ward("1")], created }))).toEqual(["subjects"]);
    expect(missingIn(form("merge", { subjects: [ward("1"), ward("2")], created }))).toEqual([]);
    expect(missingIn(form("merge", { subjects: [ward("1")], intoNew: false, into: ward("2") }))).toEqual([]);
  });
});

describe("the draft of a reorganisation", () => {
  test("a merge names its parts and what comes of them, and leaves out what was not filled in", () => {
    const draft = draftOf(form("merge", { subjects: [ward("1"), ward("2")], created: { ...emptyNew(), name: " Phường Hồng Bàng ", parent: ward("9") } }));
    expect(draft).toEqual({
      on, source: { document: "Nghị quyết 1669", verified: false },
      steps: [{ kind: "merge", subjects: [{ id: "1" }, { id: "2" }], created: { name: "Phường Hồng Bàng", kind: "ward", parent: { id: "9" } } }],
    });
  });
  test("a split has one part that answers, which may be the organisation itself", () => {
    const parts = [{ ...emptyNew(), name: "A" }, { ...emptyNew(), name: "B" }];
    const apart = draftOf(form("split", { subjects: [ward("1")], parts, answeringPart: 1 })).steps[0]!;
    expect(apart.answerer).toEqual({ key: "part-2" });
    expect(apart.parts_created?.map((part) => part.key)).toEqual(["part-1", "part-2"]);
    const smaller = draftOf(form("split", { subjects: [ward("1")], parts: parts.slice(0, 1), goesOn: true, answeringPart: "itself" })).steps[0]!;
    expect(smaller).toMatchObject({ answerer: { id: "1" }, parts: [{ id: "1" }] });
  });
  test("a closed organisation leaves its duties to another", () =>
    expect(draftOf(form("close", { subjects: [ward("1")], answerer: ward("2") })).steps[0]).toEqual({ kind: "close", subjects: [{ id: "1" }], answerer: { id: "2" } }));
});
