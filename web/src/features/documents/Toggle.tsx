// SPDX-License-Identifier: Apache-2.0
import styles from "./Toggle.module.css";

/** One of two or three ways to see the same thing. */
export function Toggle<Value extends string>({ label, value, onChange, choices, wide = false }: {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  choices: { value: Value; label: string }[];
  wide?: boolean;
}) {
  return (
    <div className={styles.toggle} data-wide={wide || undefined} role="group" aria-label={label}>
      {choices.map((choice) => <button key={choice.value} type="button" aria-pressed={choice.value === value} onClick={() => onChange(choice.value)}>{choice.label}</button>)}
    </div>
  );
}
