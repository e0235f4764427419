// SPDX-License-Identifier: Apache-2.0
const collator = new Intl.Collator("vi", { numeric: true });

/** Vietnamese alphabetical order for text, the usual order for numbers; what is missing stands last. */
export function toVietnameseOrder(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === undefined || a === null || a === "") return 1;
  if (b === undefined || b === null || b === "") return -1;
  if (typeof a === "number" && typeof b === "number") return a - b;
  return collator.compare(String(a), String(b));
}

const marks = /[\u0300-\u036f]/g;

/** Letters without marks, small: what a search compares, so that "cam giang" finds "Cẩm Giàng". */
export const folded = (text: string): string =>
  text.normalize("NFD").replace(marks, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();
