// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "wouter";
import { useServerEvents } from "@/api/events";
import { EmptyState } from "@/design/EmptyState";
import { minuteOf, partsOf, dayText, type PlainDate } from "@/design/dates";
import { ProblemNotice } from "@/design/ProblemNotice";
import { useToday } from "@/api/session";
import { useLanguage } from "@/locales/i18n";
import { eventPaths, onAnything, useDocument, useHistory } from "./api";
import type { DocumentHappening } from "./api_types";
import { DocumentFrame } from "./DocumentFrame";
import { historyLines } from "./history_lines";
import styles from "./HistoryPage.module.css";
import { paths } from "./paths";

const dayOf = (happening: DocumentHappening) => minuteOf(happening.at).slice(0, 10) as PlainDate;

function byDay(items: DocumentHappening[]): { day: PlainDate; items: DocumentHappening[] }[] {
  const days: { day: PlainDate; items: DocumentHappening[] }[] = [];
  for (const item of items) {
    const last = days.at(-1);
    if (last && last.day === dayOf(item)) last.items.push(item);
    else days.push({ day: dayOf(item), items: [item] });
  }
  return days;
}

/** Who did what with the document, and when, in sentences. */
export function HistoryPage() {
  const { t } = useTranslation("document");
  const { document: id = "" } = useParams<{ document: string }>();
  const queries = useQueryClient();
  const language = useLanguage();
  const today = useToday();
  const document = useDocument(id);
  const history = useHistory(id);
  const refresh = () => void queries.invalidateQueries({ queryKey: ["documents", id] });
  useServerEvents(eventPaths.document(id), onAnything(refresh), refresh);
  if (document.error) return <ProblemNotice error={document.error} onRetry={() => void document.refetch()} />;
  if (!document.data) return <p className="quiet">{t("loading")}</p>;
  const days = byDay(historyLines(history.data?.items ?? []));
  return (
    <DocumentFrame document={document.data} tab="history">
      <ProblemNotice error={history.error} onRetry={() => void history.refetch()} />
      {history.data && days.length === 0 && <EmptyState title={t("history.empty")} />}
      {days.map(({ day, items }) => (
        <section key={day} className={styles.day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>{partsOf(day).year === partsOf(today).year && day === today ? t("history.today") : dayText(day, language, today)}</h2>
          <ol>{items.map((item) => <Happening key={item.sequence} item={item} document={id} />)}</ol>
        </section>
      ))}
    </DocumentFrame>
  );
}

function Happening({ item, document }: { item: DocumentHappening; document: string }) {
  const { t, i18n } = useTranslation("document");
  const known = i18n.exists(`document:happening.${item.kind}`);
  const who = item.by?.name ?? t("history.program");
  const what = t(known ? `happening.${item.kind}` : "happening.other", { kind: item.kind });
  const fields = item.fields.map((field) => (i18n.exists(`document:field.${field}`) ? t(`field.${field}`) : field)).join(", ");
  return (
    <li className={styles.happening}>
      <time dateTime={item.at}>{minuteOf(item.at).slice(11)}</time>
      <p>
        <strong>{who}</strong> {what}
        {item.items.length > 0 && <TaskLinks item={item} document={document} />}
        {fields && `: ${fields}`}.
      </p>
    </li>
  );
}

const kNamed = 12;

function TaskLinks({ item, document }: { item: DocumentHappening; document: string }) {
  const { t } = useTranslation("document");
  const named = item.items.slice(0, kNamed);
  return (
    <>
      {" "}
      {named.map((task, index) => (
        <span key={task}>{index > 0 && ", "}<Link href={paths.review(document, task)}>{item.clauses[index] || t("history.task")}</Link></span>
      ))}
      {item.items.length > kNamed && ` ${t("history.more", { count: item.items.length - kNamed })}`}
    </>
  );
}
