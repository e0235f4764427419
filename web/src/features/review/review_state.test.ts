// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import type { ReviewChanged } from "@/features/documents";
import { newerReview, rebased, versionsSeen, withChanges, withCommand } from "./review_state";
import { item, review } from "./sample";

const changed = (fields: Partial<ReviewChanged>): ReviewChanged => ({
  version: 6, items: [], removed: [], state: "in_review", counts: { tasks: 2, open: 1, accepted: 1, skipped: 0, findings: 0 }, ...fields,
});

describe("what a command changed", () => {
  test("takes the place of the items it names", () => {
    const after = withChanges(review([item("1"), item("2")]), changed({ items: [item("2", { version: 2, state: "accepted" })] }));
    expect(after.items.map((one) => one.state)).toEqual(["proposed", "accepted"]);
    expect(after.version).toBe(6);
  });

  test("puts new items where they belong and takes replaced ones away", () => {
    const after = withChanges(review([item("1"), item("2")]), changed({ items: [item("1", { version: 2, state: "replaced" }), item("9", { position: 1.2 }), item("8", { position: 1.1 })] }));
    expect(after.items.map((one) => one.id)).toEqual(["8", "9", "2"]);
  });

  test("never goes back to something older", () => {
    const now = review([item("1", { version: 4, state: "accepted" })], { version: 9 });
    const after = withChanges(now, changed({ version: 6, items: [item("1", { version: 3 })] }));
    expect(after.items[0]).toMatchObject({ version: 4, state: "accepted" });
    expect(after.version).toBe(9);
    expect(newerReview(now, review([], { version: 8 }))).toBe(now);
  });
});

describe("a command that is on its way", () => {
  test("already shows, with its counts", () => {
    const after = withCommand(review([item("1"), item("2")]), { kind: "skip", item: "1", item_version: 1 });
    expect(after.items[0]!.state).toBe("skipped");
    expect(after.document.counts).toMatchObject({ open: 1, skipped: 1 });
  });

  test("shows an edit with the agency that was chosen", () => {
    const after = withCommand(review([item("1")]), { kind: "edit", item: "1", item_version: 1, fields: { summary: "Khác", owners: [{ name: "Sở Y tế", organisation: "20" }], no_deadline: true } });
    expect(after.items[0]).toMatchObject({ summary: "Khác", deadline: undefined, owners: [{ resolution: "one", organisation: { id: "20" } }] });
  });

  test("follows an own earlier command on the same item", () => {
    const later = { kind: "edit", item: "1", item_version: 1, fields: {} } as const;
    const seen = versionsSeen({ kind: "accept", item: "1", item_version: 1 });
    expect(rebased(later, seen, changed({ items: [item("1", { version: 2 })] }))).toMatchObject({ item_version: 2 });
  });

  test("stays against the version seen when another person changed the item", () => {
    const later = { kind: "edit", item: "1", item_version: 1, fields: {} } as const;
    expect(rebased(later, new Map([["2", 1]]), changed({ items: [item("1", { version: 2 })] }))).toMatchObject({ item_version: 1 });
  });
});
