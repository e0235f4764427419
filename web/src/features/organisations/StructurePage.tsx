// SPDX-License-Identifier: Apache-2.0
import { Checkbox, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useToday } from "@/api/session";
import { type Column, DataTable } from "@/design/DataTable";
import { DateField } from "@/design/DateField";
import { dateText, type PlainDate } from "@/design/dates";
import { EmptyState } from "@/design/EmptyState";
import { folded } from "@/design/order";
import { PageTitle } from "@/design/PageTitle";
import { ProblemNotice } from "@/design/ProblemNotice";
import { StateBadge, VerifiedMark } from "@/design/StateBadge";
import { OrganisationName, Tabs, useLookedAtDate } from "./links";
import type { StructureRow } from "./types";

/** Every unit as it was on a day, and the one that answers for it on another: nothing is lost and nothing counted twice. */
export default function StructurePage() {
  const { t } = useTranslation("organisations");
  const today = useToday();
  const [from, setFrom] = useLookedAtDate();
  const [to, setTo] = useState<PlainDate>(today);
  const [words, setWords] = useState("");
  const [changedOnly, setChangedOnly] = useState(false);
  const wanted = folded(useDeferredValue(words.trim()));
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["organisations", "structure", from, to],
    queryFn: ({ signal }) => api.get<{ rows: StructureRow[] }>("/api/structure", { from, to }, signal),
    placeholderData: (previous) => previous,
  });
  const rows = useMemo(
    () => (data?.rows ?? []).filter((row) => (!changedOnly || row.changed) && (wanted === "" || folded(`${row.organisation.name} ${row.answerer.name}`).includes(wanted))),
    [data, changedOnly, wanted],
  );
  const columns = useMemo<Column<StructureRow>[]>(() => [
    { id: "before", header: t("structure.before", { date: dateText(from) }), accessorFn: (row) => row.organisation.name, meta: { heading: true }, cell: ({ row }) => <OrganisationName link={{ ...row.original.organisation, until: undefined }} on={from} /> },
    { id: "after", header: t("structure.after", { date: dateText(to) }), accessorFn: (row) => row.answerer.name, cell: ({ row }) => <OrganisationName link={{ ...row.original.answerer, until: undefined }} on={to} /> },
    { id: "changed", header: t("structure.change"), accessorFn: (row) => (row.changed ? 0 : 1), cell: ({ row: { original } }) => (
      <span className="row">{original.changed ? <StateBadge tone="informing">{t("structure.changed")}</StateBadge> : <span className="quiet">{t("structure.same")}</span>}{!original.verified && <VerifiedMark verified={false} />}</span>
    ) },
  ], [t, from, to]);
  const changed = (data?.rows ?? []).filter((row) => row.changed).length;
  return (
    <>
      <PageTitle title={t("structure.title")} lead={data && t("structure.lead", { changed, count: data.rows.length })} />
      <Tabs />
      <div className="stack">
        <div className="row-wide no-print">
          <DateField label={t("structure.from")} value={from} onChange={(date) => date && setFrom(date)} />
          <DateField label={t("structure.to")} value={to} onChange={(date) => date && setTo(date)} min={from} />
          <TextInput label={t("find_here")} description={t("find_hint")} inputWrapperOrder={["label", "input", "description"]} type="search" value={words} leftSection={<IconSearch aria-hidden size={18} />} onChange={(event) => setWords(event.currentTarget.value)} />
        </div>
        <Checkbox label={t("structure.changed_only")} checked={changedOnly} onChange={(event) => setChangedOnly(event.currentTarget.checked)} className="no-print" />
        <ProblemNotice error={error} onRetry={() => void refetch()} />
        <DataTable caption={t("structure.title")} columns={columns} rows={rows} keyOf={(row) => row.organisation.id} loading={isPending}
          empty={!error && <EmptyState title={t("none")}>{t("none_advice")}</EmptyState>} />
      </div>
    </>
  );
}
