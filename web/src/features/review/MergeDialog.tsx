// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "@/design/Dialog";
import type { ReviewItem } from "@/features/documents";
import styles from "./EditForm.module.css";

const kNear = 8;

/** Tasks that stand near this one, the next one chosen already. */
export function MergeDialog({ item, items, onMerge, onClose }: { item: ReviewItem; items: readonly ReviewItem[]; onMerge: (items: ReviewItem[]) => void; onClose: () => void }) {
  const { t } = useTranslation("review");
  const at = items.findIndex((one) => one.id === item.id);
  const near = items.slice(Math.max(0, at - kNear / 2), at + kNear + 1).filter((one) => one.id !== item.id);
  const [chosen, setChosen] = useState<string[]>(items[at + 1] ? [items[at + 1]!.id] : []);
  const merged = items.filter((one) => one.id === item.id || chosen.includes(one.id));
  return (
    <Dialog title={t("merge.title", { clause: item.clause || item.summary })} onClose={onClose} wide>
      <div className="stack">
        <p>{t("merge.lead")}</p>
        <ul className={styles.choices}>
          {near.map((one, index) => (
            <li key={one.id}>
              <Checkbox checked={chosen.includes(one.id)} data-autofocus={index === 0 || undefined} label={<><b>{one.clause}</b> {one.summary}</>}
                onChange={(event) => setChosen(event.currentTarget.checked ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))} />
            </li>
          ))}
        </ul>
        <div className="row">
          <Button disabled={merged.length < 2} onClick={() => onMerge(merged)}>{t("merge.save", { count: merged.length })}</Button>
          <Button variant="default" onClick={onClose}>{t("edit.close")}</Button>
        </div>
      </div>
    </Dialog>
  );
}
