// SPDX-License-Identifier: Apache-2.0
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { api } from "@/api/client";
import { type Column, DataTable } from "@/design/DataTable";
import { DateText } from "@/design/DateTexts";
import { PageTitle } from "@/design/PageTitle";
import { ProblemNotice } from "@/design/ProblemNotice";
import { StateBadge, VerifiedMark } from "@/design/StateBadge";
import { useLanguage } from "@/locales/i18n";
import { type CalendarSummary, textOf } from "./types";

export default function CalendarsPage() {
  const { t } = useTranslation("calendars");
  const language = useLanguage();
  const [, go] = useLocation();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["calendars"],
    queryFn: ({ signal }) => api.get<{ items: CalendarSummary[] }>("/api/calendars", undefined, signal),
  });
  const columns = useMemo<Column<CalendarSummary>[]>(() => [
    { id: "name", header: t("calendar"), accessorFn: (row) => textOf(row.name, language), meta: { heading: true }, cell: ({ row }) => <Link href={`/calendars/${row.original.calendar}`}>{textOf(row.original.name, language)}</Link> },
    { id: "complete", header: t("complete"), accessorKey: "complete_until", cell: ({ row }) => <><DateText date={row.original.complete_from} /> – <DateText date={row.original.complete_until} /></> },
    { id: "unverified", header: t("sources"), accessorKey: "unverified", cell: ({ row: { original } }) => original.unverified === 0 ? <VerifiedMark verified />
      : <StateBadge tone="near_due" title={t("common:unverified_why")}>{t("unverified_count", { count: original.unverified })}</StateBadge> },
    { id: "edits", header: t("edits"), accessorKey: "edits", meta: { numeric: true } },
  ], [t, language]);
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")} />
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      <DataTable caption={t("title")} columns={columns} rows={data?.items ?? []} keyOf={(row) => row.calendar} loading={isPending} onOpen={(row) => go(`/calendars/${row.calendar}`)} />
    </>
  );
}
