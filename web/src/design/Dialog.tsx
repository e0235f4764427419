// SPDX-License-Identifier: Apache-2.0
import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import styles from "./Dialog.module.css";

/**
 * A dialog of the browser's own: it keeps the focus, closes with Escape, makes the page behind it inert, and gives the
 * focus back. `side` is a drawer. Without `onClose` it can only be left by what stands in it.
 */
export function Dialog({ title, onClose, children, wide = false, side = false }: {
  title: string;
  onClose?: () => void;
  children: ReactNode;
  wide?: boolean;
  side?: boolean;
}) {
  const { t } = useTranslation("common");
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = element.current;
    if (!dialog || dialog.open) return;
    dialog.showModal();
    dialog.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    return () => dialog.close();
  }, []);
  return (
    <dialog ref={element} aria-labelledby={heading} className={styles.dialog} data-wide={wide || undefined} data-side={side || undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}>
      <header className={styles.header}>
        <h2 id={heading}>{title}</h2>
        {onClose && (
          <ActionIcon variant="subtle" color="gray" size="lg" onClick={onClose} aria-label={t("close")}><IconX aria-hidden size={20} /></ActionIcon>
        )}
      </header>
      <div className={styles.content}>{children}</div>
    </dialog>
  );
}
