// SPDX-License-Identifier: Apache-2.0
import { Button, Menu, NativeSelect, TextInput } from "@mantine/core";
import { IconDownload, IconPrinter, IconSearch } from "@tabler/icons-react";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "wouter";
import { useServerEvents } from "@/api/events";
import { EmptyState } from "@/design/EmptyState";
import { instantText } from "@/design/dates";
import { useKeys } from "@/design/keys";
import { ProblemNotice } from "@/design/ProblemNotice";
import { DocumentFrame, eventPaths, monthText, onAnything, type SavedPlan, Toggle } from "@/features/documents";
import { ReopenButton } from "@/features/review";
import { useLanguage } from "@/locales/i18n";
import { exportAddress, kFormats, usePlan } from "./api";
import { type Figure, kBehind, matches } from "./grouping";
import { PlanFigures } from "./PlanFigures";
import { AgencyGroups, DeadlineGroups, WholeList } from "./PlanGroups";
import styles from "./PlanPage.module.css";

type View = "agency" | "deadline" | "list";

export function PlanPage() {
  const { t } = useTranslation("plans");
  const { document: id = "" } = useParams<{ document: string }>();
  const [params] = useSearchParams();
  const version = Number(params.get("version")) || undefined;
  const { data, error, refetch } = usePlan(id, version);
  const refresh = () => void refetch();
  useServerEvents(eventPaths.document(id), onAnything(refresh), refresh);
  if (error) return <ProblemNotice error={error} onRetry={refresh} />;
  if (!data) return <p className="quiet" role="status">{t("loading")}</p>;
  return (
    <DocumentFrame document={data.document} tab="plan" action={<PlanActions plan={data} onReopened={refresh} />}>
      <Versions plan={data} />
      <Plan plan={data} />
    </DocumentFrame>
  );
}

function PlanActions({ plan, onReopened }: { plan: SavedPlan; onReopened: () => void }) {
  const { t } = useTranslation("plans");
  const { id, may_review: mayReview, state } = plan.document;
  return (
    <>
      {mayReview && state === "planned" && <ReopenButton id={id} onReopened={onReopened} />}
      <Button variant="default" leftSection={<IconPrinter aria-hidden size={18} />} onClick={() => window.print()}>{t("print")}</Button>
      <Menu position="bottom-end" withinPortal={false}>
        <Menu.Target><Button leftSection={<IconDownload aria-hidden size={18} />}>{t("export.button")}</Button></Menu.Target>
        <Menu.Dropdown>
          {kFormats.map((format) => <Menu.Item key={format} component="a" href={exportAddress(id, format, plan.saved.version)} download data-export={format}>{t(`export.${format}`)}</Menu.Item>)}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

function Versions({ plan }: { plan: SavedPlan }) {
  const { t } = useTranslation("plans");
  const language = useLanguage();
  const [, setParams] = useSearchParams();
  const { saved, versions } = plan;
  const words = (one: SavedPlan["saved"]) => t("version_line", { version: one.version, when: instantText(one.saved_at, language), name: one.saved_by.name, count: one.tasks });
  const old = versions[0] && versions[0].version !== saved.version;
  return (
    <div className={styles.versions}>
      {versions.length > 1
        ? <NativeSelect label={t("versions")} value={String(saved.version)} onChange={(event) => setParams(event.currentTarget.value === String(versions[0]?.version) ? {} : { version: event.currentTarget.value })} data={versions.map((one) => ({ value: String(one.version), label: words(one) }))} />
        : <p className="quiet">{words(saved)}</p>}
      {old && <p className={styles.old} role="status">{t("old_version", { version: saved.version, latest: versions[0]?.version })}</p>}
      {plan.document.state !== "planned" && <p className={styles.old} role="status">{t("being_changed")}</p>}
    </div>
  );
}

function Plan({ plan }: { plan: SavedPlan }) {
  const { t } = useTranslation("plans");
  const language = useLanguage();
  const [view, setView] = useState<View>("agency");
  const [query, setQuery] = useState("");
  const [figure, setFigure] = useState<Figure | null>(null);
  const [month, setMonth] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const shown = useMemo(() => {
    const behind = figure ? kBehind[figure] : () => true;
    const inMonth = (due: string | undefined) => !month || due?.slice(0, 7) === month.slice(0, 7);
    return new Set(plan.tasks.filter((task) => behind(task) && matches(task, query) && inMonth(task.deadline?.due)).map((task) => task.id));
  }, [plan, figure, query, month]);
  useKeys([{ key: "/", label: t("search"), run: () => field.current?.focus() }]);
  const choose = (next: Figure) => {
    setMonth(null);
    if (next === "tasks") setFigure(null);
    else setFigure(figure === next ? null : next);
    if (next === "agencies") setView("agency");
    if (next === "with_date") setView("deadline");
  };
  const filtered = shown.size !== plan.tasks.length;
  const clear = () => {
    setFigure(null);
    setQuery("");
    setMonth(null);
  };
  return (
    <>
      <PlanFigures counts={plan.counts} chosen={figure} onChoose={choose} />
      <div className={`${styles.tools} no-print`} role="search" aria-label={t("search")}>
        <Toggle label={t("view.label")} value={view} onChange={setView}
          choices={[{ value: "agency", label: t("view.agency") }, { value: "deadline", label: t("view.deadline") }, { value: "list", label: t("view.list") }]} />
        <TextInput ref={field} type="search" aria-label={t("search_tasks")} placeholder={t("search_tasks")} value={query} onChange={(event) => setQuery(event.currentTarget.value)} leftSection={<IconSearch aria-hidden size={16} />} autoComplete="off" spellCheck={false} />
      </div>
      <p className={styles.count} role="status">
        {filtered ? t("shown", { shown: shown.size, tasks: plan.tasks.length }) : t("all_shown", { tasks: plan.tasks.length })}
        {month && ` · ${monthText(month, language)}`}
        {filtered && <Button variant="subtle" size="compact-sm" onClick={clear} className="no-print">{t("clear")}</Button>}
      </p>
      {shown.size === 0 && <EmptyState title={t("empty.tasks")} action={<Button variant="default" onClick={clear}>{t("clear")}</Button>} />}
      {view === "agency" && <AgencyGroups plan={plan} shown={shown} />}
      {view === "deadline" && <DeadlineGroups plan={plan} shown={shown} month={month} onMonth={setMonth} />}
      {view === "list" && <WholeList plan={plan} shown={shown} />}
    </>
  );
}
