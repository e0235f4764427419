// SPDX-License-Identifier: Apache-2.0
import styles from "./KeyList.module.css";
import { useListedKeys } from "./keys";

/** The keys that do something on the page that is open. */
export function KeyList() {
  const keys = useListedKeys();
  return (
    <dl className={styles.keys}>
      {keys.map(({ key, label }) => (
        <div key={key}><dt><kbd>{key}</kbd></dt><dd>{label}</dd></div>
      ))}
    </dl>
  );
}
