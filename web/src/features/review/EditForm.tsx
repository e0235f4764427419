// SPDX-License-Identifier: Apache-2.0
import { Button, Textarea, TextInput } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { isProblem, type Problem } from "@/api/problem";
import { ProblemNotice } from "@/design/ProblemNotice";
import type { ReviewItem } from "@/features/documents";
import { ConflictPanel } from "./ConflictPanel";
import { DeadlineField } from "./DeadlineField";
import { type Draft, type Form, formOf, mergedForm, overlapOf } from "./drafts";
import styles from "./EditForm.module.css";
import { PartyField } from "./PartyField";
import { TargetsField } from "./TargetsField";

export interface SaveHow {
  accept: boolean;
  confirmed: boolean;
}

interface EditFormProps {
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onSave: (how: SaveHow) => void;
  onClose: () => void;
  /** The task as it is saved now; absent for a new one. */
  live?: ReviewItem;
  problem?: Problem;
  on: string | undefined;
  /** What another person changed meanwhile, once it has been taken into the form. */
  notice?: string;
  onRebased: (draft: Draft, theirs: ReviewItem) => void;
  words?: string;
}

/** Everything about a task that a person can change. Nothing typed is lost by closing the browser, or by a colleague. */
export function EditForm({ draft, onDraft, onSave, onClose, live, problem, on, notice, onRebased, words }: EditFormProps) {
  const { t } = useTranslation("review");
  const { form } = draft;
  const place = useRef<HTMLFormElement>(null);
  const set = <Key extends keyof Form>(field: Key) => (value: Form[Key]) => onDraft({ ...draft, form: { ...form, [field]: value } });
  const moved = live && live.version > draft.version ? overlapOf(draft.base, form, formOf(live)) : undefined;
  const mustChoose = moved !== undefined && moved.both.length > 0;

  // Where the two did not touch the same fields there is nothing to ask.
  useEffect(() => {
    if (!live || !moved || moved.both.length > 0) return;
    onRebased({ version: live.version, base: formOf(live), form: mergedForm(form, formOf(live), moved) }, live);
  });
  useEffect(() => {
    const field = place.current?.querySelector<HTMLTextAreaElement>("textarea");
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);

  const unconfirmed = isProblem(problem, "DeadlineBeforeIssueUnconfirmed");
  return (
    // The keys are short ways to buttons that stand in the form.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form ref={place} className={styles.form} aria-label={live ? t("edit.title", { clause: live.clause || live.summary }) : t("add.title")}
      onSubmit={(event) => {
        event.preventDefault();
        if (!mustChoose) onSave({ accept: false, confirmed: false });
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !mustChoose) {
          event.preventDefault();
          onSave({ accept: event.shiftKey, confirmed: false });
        }
        if (event.key === "Escape" && !event.defaultPrevented && (event.target as HTMLElement).getAttribute("aria-expanded") !== "true") {
          event.preventDefault();
          onClose();
        }
      }}>
      {notice && <p className={styles.notice} role="status">{notice}</p>}
      {mustChoose && live && (
        <ConflictPanel live={live} mine={form} fields={moved.both}
          onChosen={(chosen) => onRebased({ version: live.version, base: formOf(live), form: mergedForm({ ...form, ...chosen }, formOf(live), moved) }, live)} />
      )}
      <ProblemNotice error={problem && !isProblem(problem, "ReviewItemChanged") ? problem : null} kept />
      {unconfirmed && <div><Button variant="default" onClick={() => onSave({ accept: false, confirmed: true })}>{t("edit.confirm_date")}</Button></div>}
      {words && <blockquote className={styles.words} lang="vi">{words}</blockquote>}
      <Textarea label={t("field.summary")} description={t("edit.summary_hint")} value={form.summary} onChange={(event) => set("summary")(event.currentTarget.value)} autosize={false} rows={3} required lang="vi" />
      <PartyField label={t("field.owners")} value={form.owners} onChange={set("owners")} on={on} />
      <PartyField label={t("field.coordinators")} value={form.coordinators} onChange={set("coordinators")} on={on} />
      <DeadlineField value={form.deadline} onChange={set("deadline")} />
      <TargetsField value={form.targets} onChange={set("targets")} />
      <details className={styles.more} open={form.product !== "" || form.note !== "" || undefined}>
        <summary>{t("edit.more")}</summary>
        <div className="stack">
          <TextInput label={t("field.product")} value={form.product} onChange={(event) => set("product")(event.currentTarget.value)} />
          <TextInput label={t("field.clause")} value={form.clause} onChange={(event) => set("clause")(event.currentTarget.value)} />
          <Textarea label={t("field.note")} description={t("edit.note_hint")} value={form.note} onChange={(event) => set("note")(event.currentTarget.value)} rows={2} />
        </div>
      </details>
      <div className={styles.actions}>
        <Button type="submit" disabled={mustChoose} aria-keyshortcuts="Control+Enter">{live ? t("edit.save") : t("add.save")}</Button>
        {live?.state !== "accepted" && live && <Button variant="default" disabled={mustChoose} onClick={() => onSave({ accept: true, confirmed: false })}>{t("edit.save_and_accept")}</Button>}
        <Button variant="subtle" color="gray" onClick={onClose}>{t("edit.close")}</Button>
        <span className={styles.keyHint}>Ctrl+Enter · Esc</span>
      </div>
    </form>
  );
}
