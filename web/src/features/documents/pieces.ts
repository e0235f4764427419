// SPDX-License-Identifier: Apache-2.0
// The text of a document as pieces: plain words, words of tasks, words that a finding is about. Places count code points,
// as the server does, not the UTF-16 units of a JavaScript string.

export interface Span {
  begin: number;
  end: number;
}

export interface Mark extends Span {
  id: string;
}

export interface Piece extends Span {
  text: string;
  /** The task whose words these are; the shortest one where several overlap. */
  task?: string;
  problem: boolean;
  /** The first piece of its task in the document: it carries the task"s pin. */
  first: boolean;
}

/** Slices by code points; only a text with characters beyond the basic plane pays for it. */
export function codePointSlicer(text: string): (begin: number, end: number) => string {
  if (!/[\ud800-\udfff]/.test(text)) return (begin, end) => text.slice(begin, end);
  const points = Array.from(text);
  return (begin, end) => points.slice(begin, end).join("");
}

export function countCodePoints(text: string): number {
  return Array.from(text).length;
}

const overlaps = (one: Span, begin: number, end: number) => one.begin < end && one.end > begin;
const length = (span: Span) => span.end - span.begin;

/** Cuts one line into pieces that together are exactly the line. */
export function piecesOfLine(
  line: Span,
  slice: (begin: number, end: number) => string,
  tasks: readonly Mark[],
  problems: readonly Span[],
): Piece[] {
  const here = tasks.filter((mark) => overlaps(mark, line.begin, line.end));
  const wrong = problems.filter((span) => overlaps(span, line.begin, line.end));
  const cuts = new Set([line.begin, line.end]);
  for (const span of [...here, ...wrong]) {
    for (const at of [span.begin, span.end]) if (at > line.begin && at < line.end) cuts.add(at);
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((begin, index) => {
    const end = sorted[index + 1]!;
    const owner = here.filter((mark) => overlaps(mark, begin, end)).sort((a, b) => length(a) - length(b))[0];
    return {
      begin,
      end,
      text: slice(begin, end),
      task: owner?.id,
      problem: wrong.some((span) => overlaps(span, begin, end)),
      first: owner !== undefined && begin === Math.max(owner.begin, line.begin) && owner.begin >= line.begin,
    };
  });
}

/** The words of a task in the quote that stand for its deadline and targets: [text, isMarked] in order. */
export function markedQuote(text: string, phrases: readonly string[]): [string, boolean][] {
  const wanted = phrases.filter((phrase) => phrase.length > 0);
  const parts: [string, boolean][] = [];
  let rest = text;
  while (rest) {
    const hit = wanted
      .map((phrase) => ({ at: rest.indexOf(phrase), phrase }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at || b.phrase.length - a.phrase.length)[0];
    if (!hit) break;
    if (hit.at > 0) parts.push([rest.slice(0, hit.at), false]);
    parts.push([hit.phrase, true]);
    rest = rest.slice(hit.at + hit.phrase.length);
  }
  if (rest) parts.push([rest, false]);
  return parts;
}

/** Where a sentence may be cut in two: after ";" and "." that are followed by a space. Places in the text"s code points. */
export function cutsOfSentence(text: string): number[] {
  const points = Array.from(text);
  const cuts: number[] = [];
  points.forEach((point, index) => {
    if (![";", ".", ","].includes(point) || points[index + 1] !== " ") return;
    if (point === "." && /\d/.test(points[index - 1] ?? "") && /\d/.test(points[index + 2] ?? "")) return;
    if (index + 2 < points.length) cuts.push(index + 2);
  });
  return cuts;
}
