// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button } from "@mantine/core";
import { IconCheck, IconX } from "@tabler/icons-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "@/api/problem";
import { useProblemText } from "./ProblemNotice";
import styles from "./Toasts.module.css";

interface Toast {
  id: number;
  text: string;
  undo?: () => Promise<unknown> | void;
}

let toasts: Toast[] = [];
let spoken = { text: "", turn: 0 };
let next = 1;
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const dismiss = (id: number) => {
  toasts = toasts.filter((toast) => toast.id !== id);
  tell();
};

/** Says in a sentence what was done; with `undo` it can be taken back for ten seconds. */
export function toast(text: string, undo?: Toast["undo"]): void {
  toasts = [...toasts.slice(-2), { id: next++, text, ...(undo && { undo }) }];
  tell();
}

/** Read aloud by a screen reader, shown nowhere: "12 văn bản". */
export function announce(text: string): void {
  spoken = { text, turn: spoken.turn + 1 };
  tell();
}

function ToastCard({ shown }: { shown: Toast }) {
  const { t } = useTranslation("common");
  const textOf = useProblemText();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismiss(shown.id), shown.undo ? 10_000 : 6_000);
    return () => clearTimeout(timer);
  }, [held, shown]);
  const undo = async () => {
    dismiss(shown.id);
    try {
      await shown.undo?.();
    } catch (error) {
      toast(textOf(asProblem(error)).title);
    }
  };
  return (
    <div className={styles.toast} onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      <IconCheck aria-hidden size={20} />
      <span>{shown.text}</span>
      {shown.undo && <Button size="compact-sm" variant="white" color="dark" onClick={() => void undo()}>{t("undo")}</Button>}
      <ActionIcon variant="transparent" className={styles.close} onClick={() => dismiss(shown.id)} aria-label={t("close")}><IconX aria-hidden size={16} /></ActionIcon>
    </div>
  );
}

/** Stands once, at the end of the page. */
export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => toasts);
  const said = useSyncExternalStore(subscribe, () => spoken);
  return (
    <>
      <div className={styles.place} role="status">{shown.map((entry) => <ToastCard key={entry.id} shown={entry} />)}</div>
      <div className="visually-hidden" aria-live="polite">{said.text}{said.turn % 2 ? "\u00a0" : ""}</div>
    </>
  );
}
