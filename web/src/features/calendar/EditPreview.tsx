// SPDX-License-Identifier: Apache-2.0
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { type Column, DataTable } from "@/design/DataTable";
import { DayText, MinuteText } from "@/design/DateTexts";
import { useLanguage } from "@/locales/i18n";
import { type CalendarPreview, type DayMeaning, textOf } from "./types";

type Moved = CalendarPreview["moved"][number];

function Meaning({ meaning }: { meaning: DayMeaning }) {
  const { t } = useTranslation("calendars");
  const language = useLanguage();
  const name = meaning.name ? ` (${textOf(meaning.name, language)})` : "";
  return <>{meaning.working_day ? `${t("look.work")}, ${meaning.spans.join(", ")}` : t(meaning.name ? "kind.day_off" : "look.rest")}{name}</>;
}

/** Which days change, and which open deadlines move: a name, the day before and the day after. */
export function EditPreview({ preview }: { preview: CalendarPreview }) {
  const { t } = useTranslation("calendars");
  const columns = useMemo<Column<Moved>[]>(() => [
    { id: "name", header: t("preview.matter"), accessorKey: "name", meta: { heading: true }, cell: ({ row: { original } }) => (original.page ? <Link href={original.page}>{original.name}</Link> : original.name) },
    { id: "before", header: t("preview.before"), accessorKey: "due_before", cell: ({ row }) => <MinuteText minute={row.original.due_before} /> },
    { id: "after", header: t("preview.after"), accessorKey: "due_after", cell: ({ row }) => <b><MinuteText minute={row.original.due_after} /></b> },
  ], [t]);
  return (
    <>
      <p>{t("preview.nothing_yet")}</p>
      <p><b>{t("preview.days", { count: preview.days_changed })}</b> {t("preview.deadlines", { count: preview.deadlines, later: preview.later, earlier: preview.earlier })}</p>
      <ul>
        {preview.days.slice(0, 20).map((day) => <li key={day.date}><b><DayText date={day.date} /></b>: <Meaning meaning={day.before} /> → <Meaning meaning={day.after} /></li>)}
      </ul>
      {preview.days.length > 20 && <p className="quiet">{t("preview.more_days", { count: preview.days_changed - 20 })}</p>}
      {preview.moved.length > 0 && <DataTable caption={t("preview.moved")} columns={columns} rows={preview.moved} keyOf={(row) => row.name + row.due_before} />}
    </>
  );
}
