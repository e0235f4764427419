// SPDX-License-Identifier: Apache-2.0
import { Button, Radio } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ReviewItem, statedText, targetText } from "@/features/documents";
import { type Language } from "@/design/dates";
import { useLanguage } from "@/locales/i18n";
import { type Field, type Form, formOf } from "./drafts";
import styles from "./EditForm.module.css";

/** A value of a field in words. */
export function valueText(field: Field, form: Form, language: Language): string {
  switch (field) {
    case "owners":
    case "coordinators": return form[field].map((party) => party.name).join("; ");
    case "deadline": return form.deadline ? statedText(form.deadline, language) : "";
    case "targets": return form.targets.map((target) => targetText(target, language)).join("; ");
    default: return form[field];
  }
}

/** Another person saved the same fields meanwhile: both versions, one to choose for each. Neither is lost before that. */
export function ConflictPanel({ live, mine, fields, onChosen }: { live: ReviewItem; mine: Form; fields: readonly Field[]; onChosen: (chosen: Partial<Form>) => void }) {
  const { t } = useTranslation("review");
  const language = useLanguage();
  const theirs = formOf(live);
  const name = live.edited_by?.name ?? t("conflict.somebody");
  const [choices, setChoices] = useState<Partial<Record<Field, "mine" | "theirs">>>({});
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const settle = () => {
    const chosen: Partial<Form> = {};
    for (const field of fields) Object.assign(chosen, { [field]: choices[field] === "theirs" ? theirs[field] : mine[field] });
    onChosen(chosen);
  };
  return (
    <div ref={panel} tabIndex={-1} className={styles.conflict} role="alert">
      <strong>{t("conflict.title", { name })}</strong>
      <p>{t("conflict.advice")}</p>
      {fields.map((field) => (
        <Radio.Group key={field} label={t(`field.${field}`)} value={choices[field] ?? ""} onChange={(value) => setChoices({ ...choices, [field]: value as "mine" | "theirs" })}>
          <div className={styles.versions}>
            <Radio value="mine" label={<><b>{t("conflict.mine")}</b> {valueText(field, mine, language) || t("conflict.empty")}</>} />
            <Radio value="theirs" label={<><b>{t("conflict.theirs", { name })}</b> {valueText(field, theirs, language) || t("conflict.empty")}</>} />
          </div>
        </Radio.Group>
      ))}
      <div><Button size="sm" disabled={fields.some((field) => !choices[field])} onClick={settle}>{t("conflict.settle")}</Button></div>
    </div>
  );
}
