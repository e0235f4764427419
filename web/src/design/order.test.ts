// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { folded, toVietnameseOrder } from "./order";

test("names stand in Vietnamese order: a ă â, d đ, o ô ơ", () => {
  const names = ["Xã Đại Thắng", "Xã An Lão", "Xã Ân Hòa", "Xã Dũng Tiến", "Xã Ăn Sâu"];
  expect([...names].sort(toVietnameseOrder)).toEqual(["Xã An Lão", "Xã Ăn Sâu", "Xã Ân Hòa", "Xã Dũng Tiến", "Xã Đại Thắng"]);
});
test("numbers inside names count as numbers, and nothing stands last", () => {
  expect(["Tổ 10", undefined, "Tổ 9"].sort((a, b) => toVietnameseOrder(a ?? "", b ?? ""))).toEqual(["Tổ 9", "Tổ 10", undefined]);
});
test("a search compares without marks", () => expect(folded("Cẩm Giàng, Đồ Sơn")).toBe("cam giang, do son"));
