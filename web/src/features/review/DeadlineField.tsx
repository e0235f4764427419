// SPDX-License-Identifier: Apache-2.0
import { NativeSelect, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DateField } from "@/design/DateField";
import { type PlainDate, weekdayName } from "@/design/dates";
import { type DeadlineEvery, type DeadlineFrom, type DeadlineShape, type DeadlineUnit, everyText, type ReviewDeadline, unitText } from "@/features/documents";
import { useLanguage } from "@/locales/i18n";
import styles from "./EditForm.module.css";

interface DeadlineFieldProps {
  value: ReviewDeadline | null;
  onChange: (value: ReviewDeadline | null) => void;
}

const kEvery: DeadlineEvery[] = ["day", "week", "half_month", "month", "quarter", "half_year", "year"];
const kUnits: DeadlineUnit[] = ["working_day", "day", "month", "hour"];
const hasDay = (every: DeadlineEvery | undefined) => every === "month" || every === "quarter" || every === "half_year" || every === "year";
const figure = (text: string) => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined);

const starts: Record<DeadlineShape, Partial<ReviewDeadline>> = {
  by: {}, continuous: {}, recurring: { every: "month" }, relative: { count: 5, unit: "working_day", from: "issue" },
};

/** When the task must be done: the kind first, then only what that kind needs. */
export function DeadlineField({ value, onChange }: DeadlineFieldProps) {
  const { t } = useTranslation("review");
  const language = useLanguage();
  const change = (fields: Partial<ReviewDeadline>) => value && onChange({ ...value, ...fields, phrase: value.phrase, inherited: value.inherited });
  const choose = (shape: DeadlineShape | "none") => {
    if (shape === "none") onChange(null);
    else onChange({ shape, ...starts[shape], phrase: value?.phrase ?? "", inherited: value?.inherited ?? false });
  };
  return (
    <fieldset className={styles.deadline}>
      <legend>{t("field.deadline")}</legend>
      <NativeSelect label={t("edit.deadline_kind")} value={value?.shape ?? "none"} onChange={(event) => choose(event.currentTarget.value as DeadlineShape | "none")}
        data={[{ value: "none", label: t("edit.shape_none") }, { value: "by", label: t("edit.shape_by") }, { value: "recurring", label: t("edit.shape_recurring") }, { value: "continuous", label: t("edit.shape_continuous") }, { value: "relative", label: t("edit.shape_relative") }]} />
      {value?.shape === "by" && (
        <>
          <DateField label={t("edit.date")} value={(value.date ?? null) as PlainDate | null} onChange={(date) => change({ date: date ?? undefined })} />
          <TextInput label={t("edit.time")} description={t("edit.time_hint")} value={value.time ?? ""} onChange={(event) => change({ time: event.currentTarget.value || undefined })} placeholder="17:00" inputMode="numeric" />
        </>
      )}
      {value?.shape === "recurring" && (
        <>
          <NativeSelect label={t("edit.every")} value={value.every ?? "month"} data={kEvery.map((every) => ({ value: every, label: everyText(every, language) }))}
            onChange={(event) => change({ every: event.currentTarget.value as DeadlineEvery, day: undefined, month: undefined, weekday: undefined })} />
          {value.every === "week" && (
            <NativeSelect label={t("edit.weekday")} value={String(value.weekday ?? "")} onChange={(event) => change({ weekday: figure(event.currentTarget.value) })}
              data={[{ value: "", label: t("edit.any_day") }, ...[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayName(day, language) }))]} />
          )}
          {hasDay(value.every) && <TextInput label={t("edit.day")} value={value.day ?? ""} inputMode="numeric" onChange={(event) => change({ day: figure(event.currentTarget.value) })} />}
          {value.every === "year" && <TextInput label={t("edit.month")} value={value.month ?? ""} inputMode="numeric" onChange={(event) => change({ month: figure(event.currentTarget.value) })} />}
        </>
      )}
      {value?.shape === "relative" && (
        <>
          <TextInput label={t("edit.count")} value={value.count ?? ""} inputMode="numeric" onChange={(event) => change({ count: figure(event.currentTarget.value) })} />
          <NativeSelect label={t("edit.unit")} value={value.unit ?? "working_day"} onChange={(event) => change({ unit: event.currentTarget.value as DeadlineUnit })} data={kUnits.map((unit) => ({ value: unit, label: unitText(unit, 2, language) }))} />
          <NativeSelect label={t("edit.counted_from")} value={value.from ?? "issue"} onChange={(event) => change({ from: event.currentTarget.value as DeadlineFrom })}
            data={[{ value: "issue", label: t("edit.from_issue") }, { value: "event", label: t("edit.from_event") }]} />
          {value.from === "event" && <TextInput label={t("edit.event")} value={value.event ?? ""} onChange={(event) => change({ event: event.currentTarget.value })} />}
        </>
      )}
      {value?.phrase && <p className={styles.phrase}>{t("deadline.phrase", { phrase: value.phrase })}</p>}
    </fieldset>
  );
}
