// SPDX-License-Identifier: Apache-2.0
// The keys of the review: one table for what they do, the list that `?` shows, and `aria-keyshortcuts`.

export const kReviewCommands = [
  "next", "previous", "open", "accept", "edit", "split", "merge", "skip", "add", "undo", "finding", "search", "close", "help",
] as const;
export type ReviewCommand = (typeof kReviewCommands)[number];

export interface KeyRow {
  command: ReviewCommand;
  key: string;
  also?: string;
}

export const kReviewKeys: readonly KeyRow[] = [
  { command: "next", key: "j", also: "ArrowDown" },
  { command: "previous", key: "k", also: "ArrowUp" },
  { command: "open", key: "Enter" },
  { command: "accept", key: "a" },
  { command: "edit", key: "e" },
  { command: "split", key: "s" },
  { command: "merge", key: "m" },
  { command: "skip", key: "x" },
  { command: "add", key: "n" },
  { command: "undo", key: "u" },
  { command: "finding", key: "f" },
  { command: "search", key: "/" },
  { command: "close", key: "Escape" },
  { command: "help", key: "?" },
];

export interface Pressed {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  /** What has the focus: letters belong to a field, Enter and arrows to a control that answers them itself. */
  place: "field" | "control" | "card" | "page";
}

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

/** The command of a key press, or nothing when the key belongs to the browser or to the control with the focus. */
export function commandOf(pressed: Pressed): ReviewCommand | undefined {
  if (pressed.place === "field") return undefined;
  if ((pressed.ctrlKey || pressed.metaKey) && !pressed.altKey && pressed.key.toLowerCase() === "z") return "undo";
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return undefined;
  const key = typedKey(pressed.key);
  const row = kReviewKeys.find((one) => one.key === key || one.key === key.toLowerCase() || one.also === key);
  if (!row) return undefined;
  if (pressed.place === "control" && (row.command === "open" || row.also === key)) return undefined;
  if (pressed.place === "page" && row.also === key) return undefined;
  return row.command;
}

const kFieldRoles = new Set(["textbox", "combobox", "searchbox", "spinbutton", "listbox", "option", "slider", "separator"]);

export function placeOf(target: EventTarget | null): Pressed["place"] {
  if (!(target instanceof HTMLElement)) return "page";
  if (target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]')) return "field";
  if (kFieldRoles.has(target.getAttribute("role") ?? "")) return "field";
  if (target.matches("[data-review-card]")) return "card";
  if (target.closest('button, a, summary, [role="tab"], [role="radio"]')) return "control";
  return "page";
}
