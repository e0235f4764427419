// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from "react";
import { setConnection } from "./connection";

export type ServerEvents = Record<string, (data: unknown) => void>;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/**
 * Listens to a stream of server-sent events while the page shows it: `listeners` by the event's name. The browser
 * reconnects by itself; `onReconnected` is called then, because what happened in between was missed. `path` null: silent.
 */
export function useServerEvents(path: string | null, listeners: ServerEvents, onReconnected?: () => void): void {
  const latest = useRef({ listeners, onReconnected });
  useEffect(() => {
    latest.current = { listeners, onReconnected };
  });
  const names = Object.keys(listeners).sort().join(" ");
  useEffect(() => {
    if (!path) return;
    const source = new EventSource(path);
    let broken = false;
    source.onopen = () => {
      setConnection("connected");
      if (broken) latest.current.onReconnected?.();
      broken = false;
    };
    source.onerror = () => {
      broken = true;
      if (source.readyState !== EventSource.CLOSED) setConnection(navigator.onLine ? "reconnecting" : "offline");
    };
    for (const name of names.split(" ").filter(Boolean))
      source.addEventListener(name, (event) => latest.current.listeners[name]?.(parsed((event as MessageEvent<string>).data)));
    return () => source.close();
  }, [path, names]);
}
