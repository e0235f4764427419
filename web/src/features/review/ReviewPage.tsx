// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "wouter";
import { useServerEvents } from "@/api/events";
import { EmptyState } from "@/design/EmptyState";
import { useKeys } from "@/design/keys";
import { ProblemNotice } from "@/design/ProblemNotice";
import { DocumentFrame, eventPaths, onAnything, paths, type ReviewItem, SourcePane, Toggle, useDocument, useDocumentText } from "@/features/documents";
import { EditForm } from "./EditForm";
import { FindingsPanel } from "./FindingsPanel";
import { FinishDialog } from "./FinishDialog";
import { ItemCard } from "./ItemCard";
import { ItemCommands } from "./ItemCommands";
import { kReviewKeys, useKeysDespiteInputMethod } from "./keys";
import { MergeDialog } from "./MergeDialog";
import { ReadingState } from "./ReadingState";
import { ReopenButton } from "./ReopenButton";
import { ReviewToolbar } from "./ReviewToolbar";
import styles from "./ReviewPage.module.css";
import { SplitForm } from "./SplitForm";
import { useSplit } from "./Splitter";
import { useLatest } from "./useLatest";
import { kNew, type ReviewDesk, useReviewDesk } from "./useReviewDesk";

/** One document under review; until it has been read, how far that is. */
export function ReviewPage() {
  const { t } = useTranslation("review");
  const { document: id = "" } = useParams<{ document: string }>();
  const document = useDocument(id);
  const waiting = document.data && ["queued", "reading", "failed"].includes(document.data.state);
  const refresh = () => void document.refetch();
  useServerEvents(waiting ? eventPaths.document(id) : null, onAnything(refresh), refresh);
  if (document.error) return <ProblemNotice error={document.error} onRetry={refresh} />;
  if (!document.data) return <p className="quiet" role="status">{t("loading")}</p>;
  if (waiting) return <ReadingState document={document.data} onChanged={refresh} />;
  return <Desk key={id} id={id} />;
}

function useReviewKeys(desk: ReviewDesk, next: () => void) {
  const { t } = useTranslation("review");
  useKeysDespiteInputMethod();
  const { current } = desk;
  const mayReview = desk.review?.document.may_review ?? false;
  const runs: [keyof typeof kReviewKeys, string, () => void, boolean][] = [
    ["next", t("key.next"), () => desk.move(1), true],
    ["previous", t("key.previous"), () => desk.move(-1), true],
    ["accept", t("key.accept"), () => desk.decide("accept"), mayReview],
    ["edit", t("key.edit"), () => desk.edit(), mayReview],
    ["split", t("key.split"), () => current && desk.setOpen({ kind: "split", item: current.id }), mayReview],
    ["merge", t("key.merge"), () => current && desk.setOpen({ kind: "merge", item: current.id }), mayReview],
    ["skip", t("key.skip"), () => desk.decide("skip"), mayReview],
    ["add", t("key.add"), () => desk.add(), mayReview],
    ["undo", t("key.undo"), desk.undo, mayReview],
    ["finding", t("key.finding"), next, true],
    ["search", t("key.search"), () => window.document.getElementById("review-search")?.focus(), true],
  ];
  const bindings = runs.filter(([, , , permitted]) => permitted).map(([command, label, run]) => ({ key: kReviewKeys[command] as string, label, run }));
  useKeys([
    ...bindings,
    { key: "Enter", label: t("key.open"), run: () => window.document.querySelector("[data-selected]")?.scrollIntoView({ block: "nearest" }) },
    { key: "Escape", label: t("key.close"), run: () => desk.open && desk.close() },
    ...(mayReview ? [{ key: "Ctrl+z", label: t("key.undo"), run: desk.undo }] : []),
  ]);
}

function Desk({ id }: { id: string }) {
  const { t } = useTranslation("review");
  const [params, setParams] = useSearchParams();
  const desk = useReviewDesk(id, params.get("task") ?? undefined);
  const { review, items, findings, selected } = desk;
  const text = useDocumentText(id);
  const { share, splitter, frame } = useSplit();
  const [pane, setPane] = useState<"tasks" | "document">("tasks");
  const [finding, setFinding] = useState(-1);
  const [place, setPlace] = useState<{ begin: number; turn: number }>();
  const [finishing, setFinishing] = useState(false);

  const openFinding = useLatest((at: number) => {
    const found = findings[at];
    if (!found) return;
    setFinding(at);
    const task = items.find((item) => desk.details.get(item.id)?.findings.includes(found));
    if (task) desk.select(task.id, true);
    if (found.place.to > found.place.from) setPlace((old) => ({ begin: found.place.from, turn: (old?.turn ?? 0) + 1 }));
    if (!task) setPane("document");
  });
  useReviewKeys(desk, () => findings.length > 0 && openFinding((finding + 1) % findings.length));

  // The address names the selected task, so that it can be sent to a colleague and survives a reload.
  useEffect(() => {
    if (!selected || params.get("task") === selected) return;
    setParams(new URLSearchParams({ task: selected }), { replace: true });
  }, [selected, params, setParams]);
  // The text is drawn again only when a task begins, ends or is called differently, not when one is decided.
  const placed = items.filter((item) => item.place.to > item.place.from);
  const places = placed.map((item) => `${item.id} ${item.clause} ${item.place.from} ${item.place.to}`).join("|");
  const marks = useMemo(() => placed.map((item) => ({ id: item.id, clause: item.clause, begin: item.place.from, end: item.place.to, boxes: item.place.boxes })), [places]); // eslint-disable-line react-hooks/exhaustive-deps
  const problems = useMemo(() => findings.filter((one) => one.place.to > one.place.from).map((one) => ({ begin: one.place.from, end: one.place.to })), [findings]);
  const openFromText = useLatest((task: string) => {
    desk.select(task, true);
    setPane("tasks");
  });
  const addFromText = useLatest((span: { begin: number; end: number }, words: string) => {
    desk.add(span, words);
    setPane("tasks");
  });

  if (desk.error && !review) return <ProblemNotice error={desk.error} onRetry={() => void desk.refetch()} />;
  if (!review) return <p className="quiet" role="status">{t("loading")}</p>;
  const { document } = review;
  const closed = document.state === "planned";
  const mayReview = document.may_review && !closed;
  return (
    <DocumentFrame document={document} tab="review"
      action={document.may_review && !closed && <Button onClick={() => setFinishing(true)}>{t("finish.button")}</Button>}>
      {closed && <ClosedNotice id={id} mayReview={document.may_review} version={document.plan_version} onReopened={() => void desk.refetch()} />}
      <FindingsPanel findings={findings} current={finding} onOpen={openFinding} />
      <div className={styles.paneChoice}>
        <Toggle<"tasks" | "document"> wide label={t("pane.label")} value={pane} onChange={setPane}
          choices={[{ value: "tasks", label: t("pane.tasks", { count: items.length }) }, { value: "document", label: t("pane.document") }]} />
      </div>
      <div ref={frame} className={styles.desk} data-pane={pane} style={{ "--share": `${share}%` } as React.CSSProperties}>
        <div className={styles.source}>
          <ProblemNotice error={text.error} onRetry={() => void text.refetch()} />
          {text.data && <SourcePane document={id} text={text.data} marks={marks} problems={problems} selected={selected} place={place} shown={pane} onOpen={openFromText} onAdd={mayReview ? addFromText : undefined} />}
        </div>
        {splitter}
        <section className={styles.tasks} aria-labelledby="tasks-heading">
          <h2 id="tasks-heading" className="visually-hidden">{t("tasks")}</h2>
          <ReviewToolbar desk={desk} mayReview={mayReview} />
          {desk.open?.item === kNew && desk.draft && (
            <div className={styles.added}>
              <EditForm draft={desk.draft} words={desk.draft.words} on={document.facts.issued_on} problem={desk.problem} notice={desk.notice} onDraft={desk.changeDraft} onSave={desk.save} onClose={desk.close} onRebased={desk.rebaseDraft} />
            </div>
          )}
          <ItemList desk={desk} mayReview={mayReview} onShowText={() => setPane("document")} />
        </section>
      </div>
      {desk.open?.kind === "merge" && desk.current && <MergeDialog item={desk.current} items={items} onMerge={desk.merge} onClose={desk.close} />}
      {finishing && <FinishDialog desk={desk} onClose={() => setFinishing(false)} />}
    </DocumentFrame>
  );
}

function ItemList({ desk, mayReview, onShowText }: { desk: ReviewDesk; mayReview: boolean; onShowText: () => void }) {
  const { t } = useTranslation("review");
  const { visible, items, open, selected, review, pending } = desk;
  const on = review?.document.facts.issued_on;
  const delayed = new Set(pending.filter((one) => one.delayed).map((one) => one.command.item));
  const select = useLatest((id: string) => desk.select(id, false));
  const search = useLatest(desk.edit);
  if (visible.length === 0)
    return items.length === 0
      ? <EmptyState title={t("empty.none")}>{t("empty.none_advice")}</EmptyState>
      : <EmptyState title={t("empty.filtered")} action={<Button variant="default" onClick={() => { desk.setFilter("all"); desk.setQuery(""); }}>{t("empty.show_all")}</Button>} />;
  return (
    <ol className={styles.list}>
      {visible.map((item) => {
        const detail = desk.details.get(item.id);
        const editing = open?.item === item.id && open.kind !== "merge";
        return (
          <ItemCard key={item.id} item={item} findings={detail?.findings ?? kNone} reasons={detail?.reasons ?? kNone} selected={item.id === selected} delayed={delayed.has(item.id)} mayReview={mayReview} on={on}
            onSelect={select} onChooseParty={desk.chooseParty} onSearchParty={search} editing={editing}>
            {editing ? <OpenForm desk={desk} item={item} on={on} /> : item.id === selected ? <ItemCommands desk={desk} item={item} mayReview={mayReview} onShowText={onShowText} /> : null}
          </ItemCard>
        );
      })}
    </ol>
  );
}

const kNone: never[] = [];

function OpenForm({ desk, item, on }: { desk: ReviewDesk; item: ReviewItem; on: string | undefined }) {
  if (desk.open?.kind === "split") return <SplitForm item={item} on={on} problem={desk.problem} onSplit={desk.split} onClose={desk.close} />;
  if (!desk.draft) return null;
  const live = desk.saved?.items.find((one) => one.id === item.id) ?? item;
  return <EditForm draft={desk.draft} live={live} on={on} problem={desk.problem} notice={desk.notice} onDraft={desk.changeDraft} onSave={desk.save} onClose={desk.close} onRebased={desk.rebaseDraft} />;
}

function ClosedNotice({ id, mayReview, version, onReopened }: { id: string; mayReview: boolean; version: number | undefined; onReopened: () => void }) {
  const { t } = useTranslation("review");
  return (
    <div className={styles.closed}>
      <p>{t("closed.text", { version: version ?? 1 })}</p>
      <div className="row">
        <Link href={paths.plan(id)}>{t("closed.plan")}</Link>
        {mayReview && <ReopenButton id={id} onReopened={onReopened} />}
      </div>
    </div>
  );
}
