// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconArrowBackUp, IconCheck, IconChecks, IconPlus, IconSearch } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Bar } from "@/features/documents";
import { countIn, type Filter, kFilters } from "./filters";
import styles from "./ReviewPage.module.css";
import type { ReviewDesk } from "./useReviewDesk";

/** How far the review is, what to show, and what was just done. Stays in view. */
export function ReviewToolbar({ desk, mayReview }: { desk: ReviewDesk; mayReview: boolean }) {
  const { t } = useTranslation("review");
  const { items, details, filter, query, sure, pending, review, said } = desk;
  const seen = items.filter((item) => item.state !== "proposed").length;
  const needsLook = (item: (typeof items)[number]) => (details.get(item.id)?.reasons.length ?? 0) > 0;
  const delayed = pending.some((one) => one.delayed);
  const undoable = mayReview && (pending.length > 0 || (review?.undo !== undefined && !review.undo.overtaken));
  return (
    <div className={`${styles.toolbar} no-print`}>
      <div className={styles.progress}>
        <strong>{t("progress", { seen, tasks: items.length })}</strong>
        <Bar value={items.length > 0 ? seen / items.length : 0} label={t("progress_label")} className={styles.bar} />
        {mayReview && sure.length > 0 && <Button size="compact-sm" variant="light" leftSection={<IconChecks aria-hidden size={16} />} onClick={desk.acceptSure}>{t("accept_sure", { count: sure.length })}</Button>}
      </div>
      <div className={styles.filters} role="search" aria-label={t("filter.label")}>
        <NativeSelect size="sm" aria-label={t("filter.label")} value={filter} onChange={(event) => desk.setFilter(event.currentTarget.value as Filter)}
          data={kFilters.map((one) => ({ value: one, label: `${t(`filter.${one}`)} (${countIn(items, one, needsLook)})` }))} />
        <TextInput size="sm" id="review-search" type="search" aria-label={t("filter.search")} placeholder={t("filter.search_hint")} value={query} onChange={(event) => desk.setQuery(event.currentTarget.value)}
          leftSection={<IconSearch aria-hidden size={16} />} autoComplete="off" spellCheck={false}
          onKeyDown={(event) => {
            if (event.key === "Enter") desk.move(1);
            if (event.key === "Escape") {
              desk.setQuery("");
              event.currentTarget.blur();
            }
          }} />
        {mayReview && <Button size="sm" variant="default" leftSection={<IconPlus aria-hidden size={16} />} aria-keyshortcuts="n" onClick={() => desk.add()}>{t("command.add")}</Button>}
      </div>
      <p className={styles.said} data-tone={delayed ? "problem" : said?.tone}>
        {delayed ? <><IconAlertTriangle aria-hidden size={16} />{t("said.delayed", { count: pending.length })}</> : said ? <>{said.tone === "done" ? <IconCheck aria-hidden size={16} /> : <IconAlertTriangle aria-hidden size={16} />}<span>{said.text}</span></> : <span className="quiet">{t("said.start")}</span>}
        {undoable && <Button size="compact-sm" variant="subtle" leftSection={<IconArrowBackUp aria-hidden size={16} />} aria-keyshortcuts="u Control+Z" onClick={desk.undo}>{t("command.undo")}</Button>}
      </p>
    </div>
  );
}
