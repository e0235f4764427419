// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import type { TextLine } from "./api_types";
import { blocksOf } from "./paragraphs";

const line = (text: string, fields: Partial<TextLine> = {}): TextLine => ({ text, from: 0, to: 0, paragraph: false, blank_before: false, bold: false, italic: false, centred: false, indent: 0, ...fields });
const page = (lines: TextLine[]) => ({ number: 1, width: 0, height: 0, has_image: false, rotation: 0, lines });
const texts = (lines: TextLine[]) => blocksOf(page(lines)).map((block) => (block.kind === "paragraph" ? block.lines.map((one) => one.text).join(" ") : block.rows.map((row) => row.map((cell) => cell.map((one) => one.text).join(" ")))));

test("wrapped lines are one paragraph, clauses begin a new one", () => {
  expect(texts([line("1. Sở Nội vụ"), line("chủ trì."), line("a) Rà soát;"), line("b) Báo cáo"), line("kết quả.")])).toEqual(["1. Sở Nội vụ chủ trì.", "a) Rà soát;", "b) Báo cáo kết quả."]);
});

test("a short line ends its paragraph, and capitals stand alone", () => {
  const long = "Thực hiện Nghị quyết của Hội đồng nhân dân thành phố về kế hoạch năm";
  expect(texts([line("Số: 14/CT-UBND"), line("Hải Phòng, ngày 8"), line("CHỈ THỊ"), line(long), line(long), line("Chủ tịch yêu cầu:")])).toEqual(["Số: 14/CT-UBND", "Hải Phòng, ngày 8", "CHỈ THỊ", `${long} ${long} Chủ tịch yêu cầu:`]);
});

test("a blank line, a centred line and a whole paragraph stand alone", () => {
  expect(texts([line("CHỈ THỊ", { centred: true }), line("về cải cách"), line("hành chính", { blank_before: true }), line("Cả đoạn", { paragraph: true }), line("khác")])).toHaveLength(5);
});

test("the lines of a table stand in their cells", () => {
  const cell = (text: string, row: number, column: number) => line(text, { table: 1, row, column });
  expect(texts([cell("TT", 1, 1), cell("Nhiệm vụ", 1, 2), cell("1", 2, 1), cell("Rà soát", 2, 2), cell("hồ sơ", 2, 2), line("Sau bảng")])).toEqual([[["TT", "Nhiệm vụ"], ["1", "Rà soát hồ sơ"]], "Sau bảng"]);
});
