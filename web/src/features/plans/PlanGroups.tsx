// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import { useToday } from "@/api/session";
import { dayText, type PlainDate } from "@/design/dates";
import { capitalised, monthText, type PlanDueGroup, type SavedPlan } from "@/features/documents";
import { useLanguage } from "@/locales/i18n";
import { Calendar } from "./Calendar";
import { byAgency, byDeadline } from "./grouping";
import styles from "./PlanPage.module.css";
import { TaskRow } from "./TaskRow";

interface GroupsProps {
  plan: SavedPlan;
  shown: ReadonlySet<string>;
}

export function AgencyGroups({ plan, shown }: GroupsProps) {
  const { t } = useTranslation("plans");
  const language = useLanguage();
  const today = useToday();
  return byAgency(plan, shown).map(({ head, tasks }) => (
    <section key={head.organisation ?? head.name} className={styles.group} aria-label={head.name}>
      <header>
        <h2>{head.name ? capitalised(head.name) : t("no_agency")}</h2>
        <p className="quiet">
          {t("group.tasks", { count: tasks.length })}
          {head.next_due && ` · ${t("group.next", { date: dayText(head.next_due as PlainDate, language, today) })}`}
        </p>
      </header>
      <ol>{tasks.map((task) => <TaskRow key={task.id} task={task} document={plan.document} without={head.organisation ?? head.name} />)}</ol>
    </section>
  ));
}

export function DeadlineGroups({ plan, shown, month, onMonth }: GroupsProps & { month: string | null; onMonth: (month: string | null) => void }) {
  const { t } = useTranslation("plans");
  const language = useLanguage();
  const name = (group: PlanDueGroup) => (group.kind === "month" && group.month ? monthText(group.month, language) : t(`due.${group.kind}`));
  return (
    <>
      <Calendar plan={plan} month={month} onMonth={onMonth} />
      {byDeadline(plan, shown).map(({ head, tasks }) => (
        <section key={head.month ?? head.kind} className={styles.group} aria-label={name(head)}>
          <header>
            <h2>{capitalised(name(head))}</h2>
            <p className="quiet">{t("group.tasks", { count: tasks.length })}</p>
          </header>
          <ol>{tasks.map((task) => <TaskRow key={task.id} task={task} document={plan.document} />)}</ol>
        </section>
      ))}
    </>
  );
}

export function WholeList({ plan, shown }: GroupsProps) {
  const { t } = useTranslation("plans");
  return (
    <section className={styles.group} aria-label={t("view.list")}>
      <ol>{plan.tasks.filter((task) => shown.has(task.id)).map((task) => <TaskRow key={task.id} task={task} document={plan.document} />)}</ol>
    </section>
  );
}
