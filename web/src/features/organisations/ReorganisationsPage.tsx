// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { DateText } from "@/design/DateTexts";
import { EmptyState } from "@/design/EmptyState";
import { PageTitle } from "@/design/PageTitle";
import { ProblemNotice } from "@/design/ProblemNotice";
import { VerifiedMark } from "@/design/StateBadge";
import { Tabs } from "./links";
import styles from "./organisations.module.css";
import { SourceText, Step } from "./Step";
import type { Reorganisation } from "./types";

/** Every act that changed the structure, newest first, with its document. */
export default function ReorganisationsPage() {
  const { t } = useTranslation("organisations");
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey: ["organisations", "reorganisations"],
    queryFn: ({ pageParam, signal }) => api.get<{ items: Reorganisation[]; next?: string }>("/api/reorganisations", { cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
  const acts = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageTitle title={t("history.title")} lead={t("history.lead")} />
      <Tabs />
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data && acts.length === 0 && <EmptyState title={t("history.none")} />}
      <div className="stack">
        {acts.map((act) => <Act key={act.id} act={act} />)}
        {hasNextPage && <div><Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t("common:more")}</Button></div>}
      </div>
    </>
  );
}

function Act({ act }: { act: Reorganisation }) {
  const { t } = useTranslation("organisations");
  const [open, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: ["organisations", "reorganisation", act.id],
    queryFn: ({ signal }) => api.get<Reorganisation>(`/api/reorganisations/${act.id}`, undefined, signal),
    enabled: open && act.step_count > act.steps.length,
  });
  const steps = data?.steps ?? act.steps;
  return (
    <details className="panel" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <b>{act.source.document}</b> · {t("history.effective")} <DateText date={act.on} />
        <div className="row"><span className="quiet">{t("history.counts", { steps: act.step_count, created: act.created, ended: act.ended })}</span>{act.unverified > 0 && <VerifiedMark verified={false} note={t("history.unverified", { count: act.unverified })} />}</div>
      </summary>
      <div className="stack" style={{ marginTop: 16 }}>
        <SourceText source={act.source} />
        <ol className={styles.timeline}>{open && steps.map((step, index) => <li key={index}><Step step={step} withSource={false} /></li>)}</ol>
      </div>
    </details>
  );
}
