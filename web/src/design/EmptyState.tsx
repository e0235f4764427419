// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

/** Where a list would stand and has nothing to show: why, and what one can do. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children && <div className="quiet">{children}</div>}
      {action}
    </div>
  );
}
