// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from "react";

/** Whether the server answers; the notice at the top of the page follows it. */
export type Connection = "connected" | "reconnecting" | "offline";

let current: Connection = "connected";
const listeners = new Set<() => void>();

export function setConnection(next: Connection): void {
  if (next === current) return;
  current = next;
  listeners.forEach((listener) => listener());
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useConnection = (): Connection => useSyncExternalStore(subscribe, () => current);

/** Follows the browser's own knowledge, and asks the server each few seconds while it does not answer. */
export function watchConnection(onReturn: () => void): () => void {
  const ask = async () => {
    if (current === "connected") return;
    try {
      const answer = await fetch("/healthz", { cache: "no-store" });
      if (!answer.ok) return;
      setConnection("connected");
      onReturn();
    } catch {
      setConnection(navigator.onLine ? "reconnecting" : "offline");
    }
  };
  const gone = () => setConnection("offline");
  const timer = setInterval(() => void ask(), 3000);
  const back = () => void ask();
  window.addEventListener("offline", gone);
  window.addEventListener("online", back);
  return () => {
    clearInterval(timer);
    window.removeEventListener("offline", gone);
    window.removeEventListener("online", back);
  };
}
