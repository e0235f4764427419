// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { IconArrowBackUp, IconArrowMerge, IconArrowsSplit, IconCheck, IconFileSearch, IconMinus, IconPencil } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ReviewItem } from "@/features/documents";
import { kReviewKeys } from "./keys";
import styles from "./ReviewPage.module.css";
import type { ReviewDesk } from "./useReviewDesk";

const Key = ({ name }: { name: string }) => <kbd aria-hidden>{name}</kbd>;

/** What can be done with the selected task; each button shows its key. */
export function ItemCommands({ desk, item, mayReview, onShowText }: { desk: ReviewDesk; item: ReviewItem; mayReview: boolean; onShowText: () => void }) {
  const { t } = useTranslation("review");
  const quiet = { variant: "default", size: "sm" } as const;
  return (
    <div className={`${styles.commands} no-print`} role="group" aria-label={t("command.label", { clause: item.clause || item.summary.slice(0, 40) })}>
      {mayReview && (
        <>
          {item.state !== "accepted" && <Button size="sm" leftSection={<IconCheck aria-hidden size={16} />} rightSection={<Key name="a" />} aria-keyshortcuts={kReviewKeys.accept} onClick={() => desk.decide("accept", item)}>{t("command.accept")}</Button>}
          {item.state !== "proposed" && <Button {...quiet} leftSection={<IconArrowBackUp aria-hidden size={16} />} onClick={() => desk.decide("propose_again", item)}>{t("command.propose_again")}</Button>}
          <Button {...quiet} leftSection={<IconPencil aria-hidden size={16} />} rightSection={<Key name="e" />} aria-keyshortcuts={kReviewKeys.edit} onClick={() => desk.edit(item)}>{t("command.edit")}</Button>
          {item.state !== "skipped" && <Button {...quiet} leftSection={<IconMinus aria-hidden size={16} />} rightSection={<Key name="x" />} aria-keyshortcuts={kReviewKeys.skip} onClick={() => desk.decide("skip", item)}>{t("command.skip")}</Button>}
          <Button {...quiet} leftSection={<IconArrowsSplit aria-hidden size={16} />} rightSection={<Key name="s" />} aria-keyshortcuts={kReviewKeys.split} onClick={() => desk.setOpen({ kind: "split", item: item.id })}>{t("command.split")}</Button>
          <Button {...quiet} leftSection={<IconArrowMerge aria-hidden size={16} />} rightSection={<Key name="m" />} aria-keyshortcuts={kReviewKeys.merge} onClick={() => desk.setOpen({ kind: "merge", item: item.id })}>{t("command.merge")}</Button>
        </>
      )}
      {item.place.to > item.place.from && <Button {...quiet} className={styles.onPhone} leftSection={<IconFileSearch aria-hidden size={16} />} onClick={onShowText}>{t("command.show_text")}</Button>}
    </div>
  );
}
