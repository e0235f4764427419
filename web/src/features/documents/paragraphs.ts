// SPDX-License-Identifier: Apache-2.0
// Lines of a document put together as they are read: paragraphs that fill the width of the screen, and tables. Pure.
import type { TextLine, TextPage } from "./api_types";

export interface Paragraph {
  kind: "paragraph";
  lines: TextLine[];
}

export interface TableBlock {
  kind: "table";
  number: number;
  /** Rows of cells; a cell is its lines, empty where the row has none. */
  rows: TextLine[][][];
}

export type TextBlock = Paragraph | TableBlock;

const startsClause = /^(?:[-–+•*]|\(?\d{1,3}(?:\.\d{1,3})*[.)/]|[a-zđ]{1,2}[.)]|[IVXLC]{1,6}[.)]|Điều \d|Chương |Phần |Phụ lục |Nơi nhận|Kính gửi|Căn cứ )/u;

const isShouted = (text: string) => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

/** How long a printed line of the page is when it is full: nearly the longest. */
function fullLength(lines: readonly TextLine[]): number {
  const lengths = lines.filter((line) => !line.paragraph && !line.table).map((line) => line.text.length).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.9)] ?? 0;
}

/** A printed line goes on in the next one unless something says that a new paragraph begins. */
function goesOn(before: TextLine, line: TextLine, full: number): boolean {
  if (before.paragraph || line.paragraph || line.blank_before || line.table !== before.table) return false;
  if (before.centred || line.centred || before.bold !== line.bold) return false;
  if (startsClause.test(line.text) || isShouted(before.text) !== isShouted(line.text)) return false;
  if (before.text.length < full * 0.7 && !/^\p{Ll}/u.test(line.text)) return false;
  return !/[.:;/!?]$/.test(before.text) || /^\p{Ll}/u.test(line.text);
}

function tableOf(number: number, lines: readonly TextLine[]): TableBlock {
  const rows = Math.max(...lines.map((line) => line.row ?? 1));
  const columns = Math.max(...lines.map((line) => line.column ?? 1));
  const cells = Array.from({ length: rows }, () => Array.from({ length: columns }, (): TextLine[] => []));
  for (const line of lines) cells[(line.row ?? 1) - 1]?.[(line.column ?? 1) - 1]?.push(line);
  return { kind: "table", number, rows: cells.filter((row) => row.some((cell) => cell.length > 0)) };
}

export function blocksOf(page: TextPage): TextBlock[] {
  const blocks: TextBlock[] = [];
  const full = fullLength(page.lines);
  for (let at = 0; at < page.lines.length; ) {
    const line = page.lines[at]!;
    const table = line.table;
    if (table) {
      const inside = page.lines.slice(at).findIndex((one) => one.table !== table);
      const lines = page.lines.slice(at, inside < 0 ? undefined : at + inside);
      blocks.push(tableOf(table, lines));
      at += lines.length;
      continue;
    }
    const last = blocks.at(-1);
    const before = last?.kind === "paragraph" ? last.lines.at(-1) : undefined;
    if (last?.kind === "paragraph" && before && goesOn(before, line, full)) last.lines.push(line);
    else blocks.push({ kind: "paragraph", lines: [line] });
    at += 1;
  }
  return blocks;
}
