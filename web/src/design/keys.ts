// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useSyncExternalStore } from "react";

/** A key of the page and what it does, in the reader's words: `?` lists them. */
export interface KeyBinding {
  /** As KeyboardEvent.key writes it: "/", "j", "Enter"; "Ctrl+z" with the control (or command) key. */
  key: string;
  label: string;
  run: (event: KeyboardEvent) => void;
}

let layers: { current: KeyBinding[] }[] = [];
let listed: KeyBinding[] = [];
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const relist = () => {
  const seen = new Set<string>();
  listed = [...layers].reverse().flatMap((layer) => layer.current).filter(({ key }) => !seen.has(key) && seen.add(key));
  listeners.forEach((listener) => listener());
};

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

// Enter and the space bar belong to what has the focus: a button, a link, an opened list.
const taken = (event: KeyboardEvent): boolean =>
  (event.key === "Enter" || event.key === " ") && event.target instanceof HTMLElement && event.target.closest("a, button, summary, [role=option], [role=button]") !== null;

export const keyName = (event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey">): string =>
  (event.ctrlKey || event.metaKey ? "Ctrl+" : "") + event.key;

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey || event.isComposing || typing(event.target) || taken(event)) return;
  const inDialog = event.target instanceof HTMLElement && event.target.closest("dialog") !== null;
  if (inDialog || document.querySelector("dialog[open]")) return;
  const name = keyName(event);
  const found = [...layers].reverse().flatMap((layer) => layer.current).find((binding) => binding.key === name);
  if (!found) return;
  event.preventDefault();
  found.run(event);
}

/** Binds keys while the caller is shown; what is shown later wins. Nothing happens while somebody types in a field or a dialog is open. */
export function useKeys(bindings: KeyBinding[]): void {
  const layer = useRef<KeyBinding[]>(bindings);
  const signature = bindings.map(({ key, label }) => `${key} ${label}`).join("|");
  useEffect(() => {
    layer.current = bindings;
  });
  useEffect(() => {
    if (layers.length === 0) document.addEventListener("keydown", onKey);
    layers = [...layers, layer];
    relist();
    return () => {
      layers = layers.filter((other) => other !== layer);
      if (layers.length === 0) document.removeEventListener("keydown", onKey);
      relist();
    };
  }, [signature]);
}

/** Every key that does something on this page now. */
export const useListedKeys = (): KeyBinding[] => useSyncExternalStore(subscribe, () => listed);
