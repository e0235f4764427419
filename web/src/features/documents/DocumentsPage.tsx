// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { IconSearch } from "@tabler/icons-react";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useSearchParams } from "wouter";
import { useServerEvents } from "@/api/events";
import { useMay, useSession } from "@/api/session";
import { DataTable, type Column } from "@/design/DataTable";
import { InstantText } from "@/design/DateTexts";
import { EmptyState } from "@/design/EmptyState";
import { useKeys } from "@/design/keys";
import { PageTitle } from "@/design/PageTitle";
import { ProblemNotice } from "@/design/ProblemNotice";
import { announce } from "@/design/Toasts";
import { documentKeys, eventPaths, onAnything, readAgain, useDocuments } from "./api";
import type { DocumentEntry, DocumentState } from "./api_types";
import { DocumentStateText } from "./DocumentStateText";
import styles from "./DocumentsPage.module.css";
import { newest, withoutJumps } from "./list_order";
import { capitalised, nameOf } from "./names";
import { paths } from "./paths";
import { onUploadSent } from "./upload_queue";
import { DropArea, UploadButton, UploadOrganisation, UploadsUnderWay } from "./UploadArea";

const kStates: readonly DocumentState[] = ["queued", "reading", "ready", "in_review", "planned", "failed"];

function useColumns(): Column<DocumentEntry>[] {
  const { t } = useTranslation("documents");
  return useMemo(() => [
    {
      id: "name", header: t("column.document"), enableSorting: false, meta: { heading: true },
      cell: ({ row: { original: document } }) => (
        <div className={styles.document}>
          <Link href={paths.review(document.id)}>{nameOf(document.facts, document.file_name)}</Link>
          {document.facts.subject && <span className={styles.subject}>{capitalised(document.facts.subject)}</span>}
          <span className="quiet">{[document.facts.issuer, document.file_name].filter(Boolean).join(" · ")}</span>
        </div>
      ),
    },
    { id: "state", header: t("column.state"), enableSorting: false, cell: ({ row }) => <StateCell document={row.original} /> },
    {
      id: "uploaded", header: t("column.uploaded"), enableSorting: false,
      cell: ({ row: { original: document } }) => <div className={styles.uploaded}><InstantText instant={document.uploaded_at} /><span className="quiet">{document.uploaded_by.name}</span></div>,
    },
  ], [t]);
}

function StateCell({ document }: { document: DocumentEntry }) {
  const { t } = useTranslation("documents");
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const mayUpload = useMay("documents.upload");
  const again = async () => {
    setBusy(true);
    try {
      await readAgain(document.id, false);
      await queries.invalidateQueries({ queryKey: documentKeys.lists });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.state}>
      <DocumentStateText document={document} />
      {document.failure && <p className={styles.failure}>{document.failure.message} {document.failure.advice}</p>}
      {document.state === "failed" && mayUpload && <Button size="compact-sm" variant="default" loading={busy} onClick={() => void again()}>{t("read_again")}</Button>}
      {document.state === "planned" && <Link href={paths.plan(document.id)}>{t("open_plan")}</Link>}
    </div>
  );
}

/** Follows what the server tells; several events in a moment are one question. */
function useLiveList() {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const refresh = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void queries.invalidateQueries({ queryKey: documentKeys.lists }), 150);
  };
  useEffect(() => {
    onUploadSent(refresh);
    return () => onUploadSent(() => undefined);
  });
  useServerEvents(eventPaths.documents, onAnything(refresh), refresh);
}

export function DocumentsPage() {
  const { t } = useTranslation("documents");
  const [, navigate] = useLocation();
  const [params, setParams] = useSearchParams();
  const mayUpload = useMay("documents.upload");
  const query = params.get("q") ?? "";
  const state = (kStates.find((one) => one === params.get("state")) ?? "") as DocumentState | "";
  const asked = useDeferredValue(query);
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useDocuments(asked, state);
  const found = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const [seen, setSeen] = useState<{ question: string; ids: string[] }>({ question: "", ids: [] });
  const question = `${asked}|${state}`;
  const me = useSession().session.account?.id;
  const { shown, waiting } = withoutJumps(found, seen.question === question ? seen.ids : [], (document) => document.uploaded_by.id === me);
  const columns = useColumns();
  const field = useRef<HTMLInputElement>(null);
  useLiveList();

  const ids = shown.map((document) => document.id).join(" ");
  useEffect(() => setSeen({ question, ids: ids ? ids.split(" ") : [] }), [question, ids]);
  useEffect(() => announce(t("found", { count: found.length })), [asked, state]); // eslint-disable-line react-hooks/exhaustive-deps

  const change = (name: string, value: string) =>
    setParams((old) => {
      const next = new URLSearchParams(old);
      if (value) next.set(name, value);
      else next.delete(name);
      return next;
    }, { replace: true });
  useKeys([
    { key: "/", label: t("key.search"), run: () => field.current?.focus() },
    ...(mayUpload ? [{ key: "n", label: t("key.upload"), run: () => document.querySelector<HTMLInputElement>("[data-upload]")?.click() }] : []),
  ]);
  const filtered = query !== "" || state !== "";
  const page = (
    <div className="stack">
      <PageTitle title={t("title")} lead={t("lead")} action={mayUpload && <><UploadOrganisation /><UploadButton /></>} />
      {mayUpload && <UploadsUnderWay />}
      <div className={`${styles.filters} no-print`} role="search" aria-label={t("filter")}>
        <TextInput ref={field} label={t("search")} type="search" value={query} onChange={(event) => change("q", event.currentTarget.value)} placeholder={t("search_hint")}
          leftSection={<IconSearch aria-hidden size={18} />} autoComplete="off" spellCheck={false} />
        <StateFilter value={state} onChange={(value) => change("state", value)} />
      </div>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      <div className={styles.newer} aria-live="polite">
        {waiting.length > 0 && <Button variant="light" size="compact-md" onClick={() => setSeen({ question, ids: newest(found) })}>{t("newer", { count: waiting.length })}</Button>}
      </div>
      {!error && (
        <DataTable caption={t("title")} columns={columns} rows={shown} keyOf={(document) => document.id} loading={isPending} onOpen={(document) => navigate(paths.review(document.id))}
          onMore={hasNextPage ? () => void fetchNextPage() : undefined} loadingMore={isFetchingNextPage}
          empty={filtered
            ? <EmptyState title={t("empty.filtered")} action={<Button variant="default" onClick={() => setParams({}, { replace: true })}>{t("empty.clear")}</Button>} />
            : <EmptyState title={t("empty.title")}>{mayUpload ? t("empty.upload") : t("empty.wait")}</EmptyState>} />
      )}
    </div>
  );
  return mayUpload ? <DropArea>{page}</DropArea> : page;
}

function StateFilter({ value, onChange }: { value: DocumentState | ""; onChange: (value: string) => void }) {
  const { t } = useTranslation("documents");
  const choices = [{ value: "", label: t("filter_state.all") }, { value: "ready", label: t("filter_state.ready") }, { value: "in_review", label: t("filter_state.in_review") }, { value: "planned", label: t("filter_state.planned") },
    { value: "reading", label: t("filter_state.reading") }, { value: "queued", label: t("filter_state.queued") }, { value: "failed", label: t("filter_state.failed") }];
  return <NativeSelect label={t("column.state")} value={value} onChange={(event) => onChange(event.currentTarget.value)} data={choices} />;
}
