// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { api } from "@/api/client";
import { useMay } from "@/api/session";
import { DateField } from "@/design/DateField";
import { DayText } from "@/design/DateTexts";
import { EmptyState } from "@/design/EmptyState";
import { PageTitle } from "@/design/PageTitle";
import { ProblemNotice } from "@/design/ProblemNotice";
import type { PlainDate } from "@/design/dates";
import { Tabs, useLookedAtDate } from "./links";
import { OrganisationTree } from "./OrganisationTree";
import { found, treeOf } from "./tree";
import type { OrganisationRow } from "./types";

/** Every organisation of a chosen day, as a tree. */
export default function OrganisationsPage() {
  const { t } = useTranslation("organisations");
  const mayManage = useMay("organisations.manage");
  const [on, setOn] = useLookedAtDate();
  const [words, setWords] = useState("");
  const wanted = useDeferredValue(words);
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ["organisations", "tree", on],
    queryFn: ({ signal }) => api.get<{ on: PlainDate; organisations: OrganisationRow[] }>("/api/organisations", { on }, signal),
    placeholderData: (previous) => previous,
  });
  const tree = useMemo(() => treeOf(data?.organisations ?? []), [data]);
  const shown = useMemo(() => found(tree, wanted), [tree, wanted]);
  return (
    <>
      <PageTitle title={t("title")} lead={data && <>{t("count", { count: data.organisations.length })} <DayText date={on} /></>}
        action={mayManage && <Button component={Link} href="/organisations/reorganise">{t("reorganise.action")}</Button>} />
      <Tabs />
      <div className="stack">
        <div className="row-wide no-print">
          <DateField label={t("on_date")} value={on} onChange={(date) => date && setOn(date)} />
          <TextInput label={t("find_here")} description={t("find_hint")} inputWrapperOrder={["label", "input", "description"]} type="search" value={words} leftSection={<IconSearch aria-hidden size={18} />} onChange={(event) => setWords(event.currentTarget.value)} />
        </div>
        <ProblemNotice error={error} onRetry={() => void refetch()} />
        <div aria-busy={isPlaceholderData}>
          {data && shown.length === 0 ? <EmptyState title={t("none")}>{t("none_advice")}</EmptyState>
            : <OrganisationTree branches={shown} on={on} allOpen={wanted.trim() !== ""} />}
        </div>
      </div>
    </>
  );
}
