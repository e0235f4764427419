// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { IconSearch, IconUserPlus } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { api } from "@/api/client";
import { type Column, DataTable } from "@/design/DataTable";
import { InstantText } from "@/design/DateTexts";
import { EmptyState } from "@/design/EmptyState";
import { PageTitle } from "@/design/PageTitle";
import type { Choice } from "@/design/Picker";
import { OrganisationPicker } from "@/design/pickers";
import { ProblemNotice } from "@/design/ProblemNotice";
import { useSettled } from "@/design/settled";
import { StateBadge } from "@/design/StateBadge";
import { useLanguage } from "@/locales/i18n";
import { NewAccountDialog } from "./NewAccountDialog";
import { useRoleName, useRoles } from "./roles";
import type { AccountPage, AccountRow } from "./types";

export function AccountStateBadge({ state }: { state: AccountRow["state"] }) {
  const { t } = useTranslation("identity");
  return <StateBadge tone={state === "active" ? "kept" : "stopped"}>{t(`state.${state}`)}</StateBadge>;
}

export default function AccountsPage() {
  const { t } = useTranslation("identity");
  const [, go] = useLocation();
  const language = useLanguage();
  const roleName = useRoleName();
  const roles = useRoles();
  const [words, setWords] = useState("");
  const [organisation, setOrganisation] = useState<Choice | null>(null);
  const [role, setRole] = useState("");
  const [state, setState] = useState("");
  const [adding, setAdding] = useState(false);
  const filter = { q: useSettled(words.trim()), organisation: organisation?.id, role, state };
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey: ["accounts", filter],
    queryFn: ({ pageParam, signal }) => api.get<AccountPage>("/api/accounts", { ...filter, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: (previous) => previous,
  });
  const rows = data?.pages.flatMap((page) => page.items) ?? [];

  const columns = useMemo<Column<AccountRow>[]>(() => [
    { id: "name", header: t("name"), accessorKey: "name", meta: { heading: true }, cell: ({ row: { original } }) => (
      <><Link href={`/accounts/${original.id}`}>{original.name}</Link><div className="quiet">{original.user_name}</div></>
    ) },
    { id: "organisation", header: t("organisation"), accessorFn: (row) => row.organisation.name, cell: ({ row: { original } }) => (
      <>{original.organisation.name}{original.position && <div className="quiet">{original.position}</div>}</>
    ) },
    { id: "roles", header: t("roles"), enableSorting: false, cell: ({ row }) => row.original.roles.map((held) => roleName(held.role)).join(", ") || <span className="quiet">{t("no_role")}</span> },
    { id: "state", header: t("state_label"), accessorKey: "state", cell: ({ row }) => <AccountStateBadge state={row.original.state} /> },
    { id: "last_sign_in", header: t("last_sign_in"), accessorKey: "last_sign_in", cell: ({ row }) =>
      row.original.last_sign_in ? <InstantText instant={row.original.last_sign_in} /> : <span className="quiet">{t("never")}</span> },
  ], [t, roleName]);

  return (
    <>
      <PageTitle title={t("accounts.title")} lead={t("accounts.lead")} action={<Button leftSection={<IconUserPlus aria-hidden size={18} />} onClick={() => setAdding(true)}>{t("accounts.add")}</Button>} />
      <div className="stack">
        <div className="filters no-print" role="search">
          <TextInput label={t("accounts.search")} value={words} type="search" leftSection={<IconSearch aria-hidden size={18} />} onChange={(event) => setWords(event.currentTarget.value)} />
          <OrganisationPicker label={t("accounts.of_organisation")} value={organisation} onChange={setOrganisation} />
          <NativeSelect label={t("role")} value={role} onChange={(event) => setRole(event.currentTarget.value)}
            data={[{ value: "", label: t("accounts.all_roles") }, ...(roles.data?.items ?? []).map((item) => ({ value: item.role, label: language === "vi" ? item.vietnamese : item.english }))]} />
          <NativeSelect label={t("state_label")} value={state} onChange={(event) => setState(event.currentTarget.value)}
            data={[{ value: "", label: t("accounts.all_states") }, { value: "active", label: t("state.active") }, { value: "locked", label: t("state.locked") }]} />
        </div>
        <ProblemNotice error={error} onRetry={() => void refetch()} />
        <DataTable caption={t("accounts.title")} columns={columns} rows={rows} keyOf={(row) => row.id} loading={isPending} onOpen={(row) => go(`/accounts/${row.id}`)}
          empty={!error && <EmptyState title={t("accounts.none")}>{t("accounts.none_advice")}</EmptyState>}
          {...(hasNextPage && { onMore: () => void fetchNextPage() })} loadingMore={isFetchingNextPage} />
      </div>
      {adding && <NewAccountDialog onClose={() => setAdding(false)} />}
    </>
  );
}
