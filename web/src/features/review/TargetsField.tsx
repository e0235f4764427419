// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { figureText, type ReviewTarget, type TargetComparison } from "@/features/documents";
import { useLanguage } from "@/locales/i18n";
import styles from "./EditForm.module.css";

const kComparisons: TargetComparison[] = ["equal", "at_least", "at_most", "decrease"];

/** "93,5" as typed is kept as "93.5". */
export const figureOf = (typed: string): string => typed.trim().replace(",", ".");

export function TargetsField({ value, onChange }: { value: ReviewTarget[]; onChange: (value: ReviewTarget[]) => void }) {
  const { t } = useTranslation("review");
  const language = useLanguage();
  const change = (at: number, fields: Partial<ReviewTarget>) => onChange(value.map((target, index) => (index === at ? { ...target, ...fields } : target)));
  return (
    <fieldset className={styles.targets}>
      <legend>{t("field.targets")}</legend>
      {value.map((target, index) => (
        <div key={index} className={styles.target}>
          <NativeSelect label={t("edit.comparison")} value={target.comparison} onChange={(event) => change(index, { comparison: event.currentTarget.value as TargetComparison })}
            data={kComparisons.map((one) => ({ value: one, label: t(`comparison.${one}`) }))} />
          <TextInput label={t("edit.figure")} value={figureText(target.value, language)} inputMode="decimal" onChange={(event) => change(index, { value: figureOf(event.currentTarget.value) })} />
          <TextInput label={t("edit.figure_unit")} value={target.unit} onChange={(event) => change(index, { unit: event.currentTarget.value })} />
          <button type="button" className={styles.drop} onClick={() => onChange(value.filter((_, at) => at !== index))} aria-label={t("edit.drop_target", { number: index + 1 })}><IconX aria-hidden size={16} /></button>
        </div>
      ))}
      <Button variant="subtle" size="compact-sm" leftSection={<IconPlus aria-hidden size={16} />} onClick={() => onChange([...value, { value: "100", comparison: "at_least", unit: "%", phrase: "" }])}>{t("edit.add_target")}</Button>
    </fieldset>
  );
}
