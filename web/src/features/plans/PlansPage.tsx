// SPDX-License-Identifier: Apache-2.0
import { TextInput } from "@mantine/core";
import { IconCheck, IconPencil, IconSearch } from "@tabler/icons-react";
import { useDeferredValue, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useSearchParams } from "wouter";
import { DataTable, type Column } from "@/design/DataTable";
import { InstantText } from "@/design/DateTexts";
import { EmptyState } from "@/design/EmptyState";
import { useKeys } from "@/design/keys";
import { PageTitle } from "@/design/PageTitle";
import { ProblemNotice } from "@/design/ProblemNotice";
import { StateBadge } from "@/design/StateBadge";
import { capitalised, nameOf, paths, type PlanEntry } from "@/features/documents";
import { usePlans } from "./api";
import styles from "./PlansPage.module.css";

function useColumns(): Column<PlanEntry>[] {
  const { t } = useTranslation("plans");
  return useMemo(() => [
    {
      id: "name", header: t("column.plan"), enableSorting: false, meta: { heading: true },
      cell: ({ row: { original: plan } }) => (
        <div className={styles.plan}>
          <Link href={paths.plan(plan.document)}>{nameOf(plan.facts, plan.file_name)}</Link>
          {plan.facts.subject && <span>{capitalised(plan.facts.subject)}</span>}
          <span className="quiet">{[plan.facts.issuer, plan.organisation.name].filter(Boolean).join(" · ")}</span>
        </div>
      ),
    },
    { id: "tasks", header: t("column.tasks"), enableSorting: false, meta: { numeric: true }, cell: ({ row }) => row.original.saved.tasks },
    {
      id: "saved", header: t("column.saved"), enableSorting: false,
      cell: ({ row: { original: plan } }) => (
        <div className={styles.saved}>
          <StateBadge tone={plan.reopened ? "near_due" : "kept"} sign={plan.reopened ? IconPencil : IconCheck}>{plan.reopened ? t("reopened", { version: plan.saved.version }) : t("version", { version: plan.saved.version })}</StateBadge>
          <InstantText instant={plan.saved.saved_at} />
          <span className="quiet">{plan.saved.saved_by.name}</span>
        </div>
      ),
    },
  ], [t]);
}

export function PlansPage() {
  const { t } = useTranslation("plans");
  const [, navigate] = useLocation();
  const [params, setParams] = useSearchParams();
  const query = params.get("q") ?? "";
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = usePlans(useDeferredValue(query));
  const rows = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const columns = useColumns();
  const field = useRef<HTMLInputElement>(null);
  useKeys([{ key: "/", label: t("search"), run: () => field.current?.focus() }]);
  return (
    <div className="stack">
      <PageTitle title={t("title")} lead={t("lead")} />
      <TextInput ref={field} className={`${styles.search} no-print`} label={t("search")} type="search" value={query} placeholder={t("search_hint")} leftSection={<IconSearch aria-hidden size={18} />} autoComplete="off" spellCheck={false}
        onChange={(event) => setParams(event.currentTarget.value ? { q: event.currentTarget.value } : {}, { replace: true })} />
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {!error && (
        <DataTable caption={t("title")} columns={columns} rows={rows} keyOf={(plan) => plan.document} loading={isPending} onOpen={(plan) => navigate(paths.plan(plan.document))}
          onMore={hasNextPage ? () => void fetchNextPage() : undefined} loadingMore={isFetchingNextPage}
          empty={<EmptyState title={query ? t("empty.filtered") : t("empty.title")}>{!query && <Link href={paths.documents}>{t("empty.advice")}</Link>}</EmptyState>} />
      )}
    </div>
  );
}
