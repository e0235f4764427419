// SPDX-License-Identifier: Apache-2.0
import styles from "./Bar.module.css";

/** How much of something is done, 0 to 1. The words beside it say the same. */
export function Bar({ value, label, className }: { value: number; label: string; className?: string }) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div className={`${styles.bar} ${className ?? ""}`} role="progressbar" aria-label={label} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100}>
      <div style={{ width: `${percent}%` }} />
    </div>
  );
}
