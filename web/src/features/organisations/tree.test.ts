// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import type { PlainDate } from "@/design/dates";
import { found, treeOf, visible } from "./tree";
import type { OrganisationRow } from "./types";

const row = (id: string, name: string, parent?: string): OrganisationRow =>
  ({ id, name, kind: "ward", from: "2003-12-01" as PlainDate, verified: true, children: 0, ...(parent !== undefined && { parent }) });
const rows = [row("1", "Thành phố Hải Phòng"), row("2", "Quận Hồng Bàng", "1"), row("3", "Phường Minh Khai", "2"), row("4", "Huyện Cẩm Giàng", "1"), row("5", "Đặc khu", "99")];

describe("the tree of organisations", () => {
  test("shows every row once, and at the top what has no parent that day", () => {
    const tree = treeOf(rows);
    expect(tree.map((branch) => branch.row.id)).toEqual(["1", "5"]);
    expect(visible(tree, () => true).map(({ branch, depth }) => [branch.row.id, depth])).toEqual([["1", 1], ["2", 2], ["3", 3], ["4", 2], ["5", 1]]);
  });
  test("shows the departments of a city before its wards", () => {
    const city = [row("1", "Thành phố"), row("2", "Phường An Biên", "1"), { ...row("3", "Sở Nội vụ", "1"), kind: "department" as const }, row("4", "Phường An Hải", "1")];
    expect(visible(treeOf(city), () => true).map(({ branch }) => branch.row.id)).toEqual(["1", "3", "2", "4"]);
  });
  test("shows only what is open", () => expect(visible(treeOf(rows), (id) => id === "1").map(({ branch }) => branch.row.id)).toEqual(["1", "2", "4", "5"]));
  test("finds without marks and keeps the way down", () => {
    expect(visible(found(treeOf(rows), "minh khai"), () => true).map(({ branch }) => branch.row.id)).toEqual(["1", "2", "3"]);
    expect(visible(found(treeOf(rows), "CAM GIANG"), () => true).map(({ branch }) => branch.row.id)).toEqual(["1", "4"]);
    expect(found(treeOf(rows), "không có")).toEqual([]);
  });
});
