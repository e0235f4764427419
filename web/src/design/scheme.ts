// SPDX-License-Identifier: Apache-2.0
import type { MantineColorScheme, MantineColorSchemeManager } from "@mantine/core";

const key = "haidang.scheme";
const known = (value: string | null): MantineColorScheme | undefined => (value === "light" || value === "dark" || value === "auto" ? value : undefined);

/** Mantine would switch transitions off with a style element of its own, which the policy of the page refuses. */
export const kKeepTransitions = { keepTransitions: true } as const;

/** Remembers light, dark, or as the system has it. The file before-paint.js reads the same key. */
export function schemeManager(): MantineColorSchemeManager {
  let unsubscribe: (() => void) | undefined;
  return {
    get: (otherwise) => {
      try {
        return known(localStorage.getItem(key)) ?? otherwise;
      } catch {
        return otherwise;
      }
    },
    set: (value) => {
      try {
        localStorage.setItem(key, value);
      } catch {
        // Storage is switched off: the choice holds until the page is left.
      }
    },
    subscribe: (onUpdate) => {
      const listen = (event: StorageEvent) => {
        const value = event.key === key ? known(event.newValue) : undefined;
        if (value) onUpdate(value);
      };
      window.addEventListener("storage", listen);
      unsubscribe = () => window.removeEventListener("storage", listen);
    },
    unsubscribe: () => unsubscribe?.(),
    clear: () => localStorage.removeItem(key),
  };
}
