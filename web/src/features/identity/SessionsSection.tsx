// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { type Column, DataTable } from "@/design/DataTable";
import { InstantText } from "@/design/DateTexts";
import { ProblemNotice } from "@/design/ProblemNotice";
import { StateBadge } from "@/design/StateBadge";
import { toast } from "@/design/Toasts";
import type { SessionRow } from "./types";

/** Where one is signed in; what one does not recognise is ended here. */
export function SessionsSection() {
  const { t } = useTranslation("identity");
  const queries = useQueryClient();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["my", "sessions"],
    queryFn: ({ signal }) => api.get<{ items: SessionRow[] }>("/api/my/sessions", undefined, signal),
  });
  const end = useMutation({
    mutationFn: (id: string | null) => api.remove(id ? `/api/my/sessions/${id}` : "/api/my/sessions"),
    onSuccess: () => {
      toast(t("sessions.ended"));
      return queries.invalidateQueries({ queryKey: ["my", "sessions"] });
    },
  });
  const mutate = end.mutate;
  const columns = useMemo<Column<SessionRow>[]>(() => [
    { id: "device", header: t("sessions.device"), accessorKey: "device", meta: { heading: true }, cell: ({ row: { original } }) => (
      <span className="row"><b>{original.device}</b>{original.current && <StateBadge tone="kept">{t("sessions.this")}</StateBadge>}</span>
    ) },
    { id: "address", header: t("sessions.address"), accessorKey: "address" },
    { id: "last_seen", header: t("sessions.last_seen"), accessorKey: "last_seen", cell: ({ row }) => <InstantText instant={row.original.last_seen} /> },
    { id: "end", header: t("sessions.end"), enableSorting: false, cell: ({ row: { original } }) => original.current ? null : (
      <Button size="compact-sm" variant="default" onClick={() => mutate(original.id)} aria-label={`${t("sessions.end")}: ${original.device}`}>{t("sessions.end")}</Button>
    ) },
  ], [t, mutate]);
  return (
    <section className="stack" aria-labelledby="sessions">
      <h2 id="sessions">{t("sessions.title")}</h2>
      <p className="quiet">{t("sessions.lead")}</p>
      <ProblemNotice error={error ?? end.error} onRetry={() => void refetch()} />
      <DataTable caption={t("sessions.title")} columns={columns} rows={data?.items ?? []} keyOf={(row) => row.id} loading={isPending} />
      {(data?.items.length ?? 0) > 1 && <div><Button variant="default" loading={end.isPending} onClick={() => mutate(null)}>{t("sessions.end_others")}</Button></div>}
    </section>
  );
}
