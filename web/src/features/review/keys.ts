// SPDX-License-Identifier: Apache-2.0
// The keys of the review: one table for what they do, for the list that `?` shows, and for `aria-keyshortcuts`.
import { useEffect } from "react";

export const kReviewKeys = {
  next: "j", previous: "k", accept: "a", edit: "e", split: "s", merge: "m", skip: "x", add: "n", undo: "u", finding: "f", search: "/",
} as const;
export type KeyCommand = keyof typeof kReviewKeys;

const kTones: Record<string, string> = { "\u0301": "s", "\u0300": "f", "\u0303": "x", "\u0323": "j", "\u0309": "r" };

/**
 * The key that was really pressed. A Vietnamese input method that is left on (Telex) turns "a a" into "a â" and "a s" into
 * "a á" even outside of fields: the mark that was added last names the key.
 */
export function typedKey(key: string): string {
  const [base, ...marks] = key.normalize("NFD");
  if (!base || marks.length === 0) return key;
  const tone = marks.map((mark) => kTones[mark]).find(Boolean);
  return tone ?? (marks.includes("\u0302") ? base.toLowerCase() : key);
}

/** Presses the key that was meant, while an input method is left on. */
export function useKeysDespiteInputMethod(): void {
  useEffect(() => {
    const translate = (event: KeyboardEvent) => {
      const key = typedKey(event.key);
      const target = event.target;
      if (key === event.key || !(target instanceof HTMLElement) || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
      event.preventDefault();
      event.stopPropagation();
      target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    };
    document.addEventListener("keydown", translate, true);
    return () => document.removeEventListener("keydown", translate, true);
  }, []);
}
