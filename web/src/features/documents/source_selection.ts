// SPDX-License-Identifier: Apache-2.0
// What a person selected in the text of the document, as a place in it. Every piece of text on the page carries its
// first code point in `data-begin`.
import { countCodePoints, type Span } from "./pieces";

function offsetOf(node: Node, offset: number): number | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  const piece = element?.closest<HTMLElement>("[data-begin]");
  if (piece) {
    const before = document.createRange();
    before.selectNodeContents(piece);
    before.setEnd(node, offset);
    return Number(piece.dataset.begin) + countCodePoints(before.toString());
  }
  return undefined;
}

/** A boundary that stands between pieces (a paragraph, the paper) belongs to the nearest piece inside the range. */
function nearestPiece(range: Range, container: Element, last: boolean): number | undefined {
  const inside = [...container.querySelectorAll<HTMLElement>("[data-begin]")].filter((piece) => range.intersectsNode(piece));
  const piece = last ? inside.at(-1) : inside[0];
  if (!piece) return undefined;
  return Number(piece.dataset.begin) + (last ? countCodePoints(piece.textContent ?? "") : 0);
}

export function spanOfSelection(selection: Selection | null, container: Element | null): Span | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0 || !container) return undefined;
  const range = selection.getRangeAt(0);
  if (!container.contains(range.commonAncestorContainer)) return undefined;
  const begin = offsetOf(range.startContainer, range.startOffset) ?? nearestPiece(range, container, false);
  const end = offsetOf(range.endContainer, range.endOffset) ?? nearestPiece(range, container, true);
  if (begin === undefined || end === undefined || end <= begin) return undefined;
  return { begin, end };
}

/** Without the white space at both ends, which a double click or a drag often takes along. */
export function trimmedSpan(span: Span, slice: (begin: number, end: number) => string): Span {
  const points = Array.from(slice(span.begin, span.end));
  const first = points.findIndex((point) => point.trim() !== "");
  if (first < 0) return { begin: span.begin, end: span.begin };
  const tail = [...points].reverse().findIndex((point) => point.trim() !== "");
  return { begin: span.begin + first, end: span.end - tail };
}
