// SPDX-License-Identifier: Apache-2.0
// A proposal for how a task falls into parts: by its agencies when it has several, else where its sentence is longest
// joined by ";". A person changes it before anything is saved. Pure functions.
import { countCodePoints, cutsOfSentence, type ReviewItem, type ReviewParty, type Span } from "@/features/documents";

export interface Part {
  summary: string;
  owners: ReviewParty[];
  text?: string;
  /** Where the words stand in the document, when that is certain. */
  place?: Span;
}

const trimmed = (text: string) => text.replace(/^[\s;,.]+|[\s;,]+$/g, "");
const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);

/** The cut nearest to the middle; semicolons before full stops before commas. */
export function bestCut(text: string): number | undefined {
  const points = Array.from(text);
  const cuts = cutsOfSentence(text);
  for (const sign of [";", ".", ","]) {
    const here = cuts.filter((at) => points[at - 2] === sign);
    const middle = points.length / 2;
    const best = here.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
    if (best !== undefined) return best;
  }
  return undefined;
}

export function proposedParts(item: ReviewItem): Part[] {
  if (item.owners.length > 1) return item.owners.map((owner) => ({ summary: item.summary, owners: [owner] }));
  const cut = bestCut(item.text);
  if (cut === undefined) return [{ summary: item.summary, owners: item.owners }, { summary: "", owners: item.owners }];
  const points = Array.from(item.text);
  const texts = [points.slice(0, cut).join(""), points.slice(cut).join("")];
  // Only when the quote is the text of the document, character by character, does a cut in one fall at the same place in the other.
  const exact = item.place.to - item.place.from === countCodePoints(item.text) && item.place.to > 0;
  return texts.map((text, index) => ({
    summary: capitalised(trimmed(text)),
    owners: item.owners,
    text: text.trim(),
    ...(exact ? { place: index === 0 ? { begin: item.place.from, end: item.place.from + cut } : { begin: item.place.from + cut, end: item.place.to } } : {}),
  }));
}
