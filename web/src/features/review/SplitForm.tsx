// SPDX-License-Identifier: Apache-2.0
import { Button, Textarea } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "@/api/problem";
import { ProblemNotice } from "@/design/ProblemNotice";
import type { ItemFields, ReviewItem, ReviewParty } from "@/features/documents";
import { partyEdit } from "./drafts";
import styles from "./EditForm.module.css";
import { PartyField } from "./PartyField";
import { type Part, proposedParts } from "./splitting";

/** One task becomes several: each with its own words and agencies; everything else is taken along. */
export function SplitForm({ item, on, problem, onSplit, onClose }: { item: ReviewItem; on: string | undefined; problem?: Problem; onSplit: (parts: ItemFields[]) => void; onClose: () => void }) {
  const { t } = useTranslation("review");
  const [parts, setParts] = useState<Part[]>(() => proposedParts(item));
  const change = (at: number, fields: Partial<Part>) => setParts(parts.map((part, index) => (index === at ? { ...part, ...fields } : part)));
  const split = () => onSplit(parts.map((part) => ({ summary: part.summary.trim(), owners: part.owners.map(partyEdit), ...(part.text ? { text: part.text } : {}), ...(part.place ? { from: part.place.begin, to: part.place.end } : {}) })));
  const ready = parts.length >= 2 && parts.every((part) => part.summary.trim() !== "");
  return (
    // The keys are short ways to buttons that stand in the form.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form className={styles.form} aria-label={t("split.title", { clause: item.clause })}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) split();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
        if (event.key === "Enter" && event.ctrlKey && ready) split();
      }}>
      <p>{t("split.lead")}</p>
      <ProblemNotice error={problem ?? null} kept />
      {parts.map((part, index) => (
        <fieldset key={index} className={styles.part}>
          <legend>{t("split.part", { number: index + 1 })}</legend>
          <Textarea label={t("field.summary")} value={part.summary} rows={2} autoFocus={index === 0} onChange={(event) => change(index, { summary: event.currentTarget.value })} lang="vi" />
          <PartyField label={t("field.owners")} value={part.owners} onChange={(owners: ReviewParty[]) => change(index, { owners })} on={on} />
          {parts.length > 2 && <div><Button variant="subtle" size="compact-sm" leftSection={<IconX aria-hidden size={16} />} onClick={() => setParts(parts.filter((_, at) => at !== index))}>{t("split.drop", { number: index + 1 })}</Button></div>}
        </fieldset>
      ))}
      <div><Button variant="subtle" size="compact-sm" leftSection={<IconPlus aria-hidden size={16} />} onClick={() => setParts([...parts, { summary: "", owners: item.owners }])}>{t("split.more")}</Button></div>
      <div className={styles.actions}>
        <Button type="submit" disabled={!ready}>{t("split.save", { count: parts.length })}</Button>
        <Button variant="subtle" color="gray" onClick={onClose}>{t("edit.close")}</Button>
      </div>
    </form>
  );
}
