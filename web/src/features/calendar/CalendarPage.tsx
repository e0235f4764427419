// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "wouter";
import { api } from "@/api/client";
import { useToday } from "@/api/session";
import { type Column, DataTable } from "@/design/DataTable";
import { DateText } from "@/design/DateTexts";
import { type Language, partsOf, weekdayName, isoWeekday } from "@/design/dates";
import { EmptyState } from "@/design/EmptyState";
import { PageTitle } from "@/design/PageTitle";
import { ProblemNotice } from "@/design/ProblemNotice";
import { VerifiedMark } from "@/design/StateBadge";
import { useLanguage } from "@/locales/i18n";
import { CalendarHistory } from "./CalendarHistory";
import { EditCalendarDialog } from "./EditCalendarDialog";
import { type CalendarDay, type CalendarYear, textOf } from "./types";
import { workingDays } from "./year";
import { YearView } from "./YearView";

const weekdayOf: Record<string, number> = { mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 };
const weekdaysText = (weekdays: string[], language: Language) => weekdays.map((name) => weekdayName(weekdayOf[name] ?? 1, language)).join(", ");

/** A year of a calendar: the twelve months, the entries with their sources, the hours, and what was ever changed. */
export default function CalendarPage() {
  const { t } = useTranslation("calendars");
  const { calendar: id } = useParams<{ calendar: string }>();
  const language = useLanguage();
  const today = useToday();
  const [parameters, setParameters] = useSearchParams();
  const year = Number(parameters.get("year")) || partsOf(today).year;
  const [editing, setEditing] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ["calendars", id, year],
    queryFn: ({ signal }) => api.get<CalendarYear>(`/api/calendars/${id}`, { year }, signal),
    placeholderData: (previous) => previous,
  });
  const columns = useMemo<Column<CalendarDay>[]>(() => [
    { id: "date", header: t("day"), accessorKey: "date", meta: { heading: true }, cell: ({ row }) => <span><DateText date={row.original.date} /> <span className="quiet">{weekdayName(isoWeekday(row.original.date), language)}</span></span> },
    { id: "name", header: t("name"), accessorFn: (row) => textOf(row.name, language), cell: ({ row: { original } }) => <>{textOf(original.name, language) || t(`kind.${original.kind}`)}{original.partner && <div className="quiet">{t(original.kind === "swap_off" ? "worked_on" : "off_on")} <DateText date={original.partner} /></div>}</> },
    { id: "kind", header: t("kind_label"), accessorKey: "kind", cell: ({ row: { original } }) => <>{t(`kind.${original.kind}`)}{original.spans.length > 0 && <div className="quiet">{original.spans.join(", ")}</div>}</> },
    { id: "source", header: t("source"), enableSorting: false, cell: ({ row: { original } }) => <><span>{original.source.document}</span><div className="row"><VerifiedMark verified={original.source.verified} {...(original.source.note && { note: original.source.note })} />{original.origin === "edit" && <span className="quiet">{t("entered_here")}</span>}</div></> },
  ], [t, language]);
  if (!data) return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null;
  const show = (next: number) => setParameters({ year: String(next) }, { replace: true });
  return (
    <>
      <PageTitle title={textOf(data.name, language)} above={<Link href="/calendars">← {t("title")}</Link>}
        lead={<>{t("complete")}: <DateText date={data.complete_from} /> – <DateText date={data.complete_until} /></>}
        action={data.may_edit && <Button onClick={() => setEditing(true)}>{t("edit.action")}</Button>} />
      <div className="stack-wide">
        <section className="stack" aria-labelledby="year">
          <div className="row">
            <ActionIcon variant="default" size="lg" aria-label={t("previous_year")} onClick={() => show(year - 1)} disabled={year <= 2000}><IconChevronLeft aria-hidden size={18} /></ActionIcon>
            <h2 id="year" aria-live="polite">{t("year", { year: data.year })}</h2>
            <ActionIcon variant="default" size="lg" aria-label={t("next_year")} onClick={() => show(year + 1)} disabled={year >= 2099}><IconChevronRight aria-hidden size={18} /></ActionIcon>
            <span className="quiet">{t("working_days", { count: workingDays(data) })}</span>
          </div>
          <YearView calendar={data} />
        </section>
        <section className="stack" aria-labelledby="entries">
          <h2 id="entries">{t("entries", { year: data.year })}</h2>
          <DataTable caption={t("entries", { year: data.year })} columns={columns} rows={data.days} keyOf={(row) => `${row.date}${row.kind}`}
            empty={<EmptyState title={t("no_entries")}>{t("no_entries_advice")}</EmptyState>} />
        </section>
        <section className="panel stack" aria-labelledby="hours">
          <h2 id="hours">{t("hours")}</h2>
          <dl className="stack-tight">
            {data.hours.map((hours, index) => (
              <div key={index}>
                <dt><b>{weekdaysText(hours.weekdays, language)}</b>: {hours.spans.length > 0 ? hours.spans.join(", ") : t("closed")}</dt>
                <dd className="row quiet">{hours.valid_from && <span>{t("common:from")} <DateText date={hours.valid_from} /></span>}{hours.valid_to && <span>{t("common:until")} <DateText date={hours.valid_to} /></span>}<span>{hours.source.document}</span><VerifiedMark verified={hours.source.verified} {...(hours.source.note && { note: hours.source.note })} /></dd>
              </div>
            ))}
          </dl>
        </section>
        <CalendarHistory calendar={data.calendar} />
      </div>
      {editing && <EditCalendarDialog calendar={data} onClose={() => setEditing(false)} />}
    </>
  );
}
