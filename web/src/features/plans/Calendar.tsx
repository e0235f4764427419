// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import { useToday } from "@/api/session";
import { dayText, type PlainDate, weekdayName } from "@/design/dates";
import { monthText, type SavedPlan } from "@/features/documents";
import { useLanguage } from "@/locales/i18n";
import { monthsOf, tasksOfMonth, weeksOf } from "./grouping";
import styles from "./PlanPage.module.css";

/** How many tasks fall due in each month; a month opens as a calendar with the tasks of each day. */
export function Calendar({ plan, month, onMonth }: { plan: SavedPlan; month: string | null; onMonth: (month: string | null) => void }) {
  const { t } = useTranslation("plans");
  const language = useLanguage();
  const months = monthsOf(plan);
  if (months.length === 0) return null;
  const most = Math.max(...months.map((one) => one.count), 1);
  return (
    <section className={`${styles.calendar} no-print`} aria-labelledby="months-heading">
      <h2 id="months-heading">{t("months")}</h2>
      <ol className={styles.months}>
        {months.map((one) => (
          <li key={one.month}>
            <button type="button" aria-pressed={one.month === month} disabled={one.count === 0} onClick={() => onMonth(one.month === month ? null : one.month)}
              aria-label={t("month_label", { month: monthText(one.month, language), count: one.count })}>
              <b>{one.count}</b>
              <i style={{ height: `${one.count === 0 ? 1 : Math.max(4, Math.round((40 * one.count) / most))}px` }} />
              <span>{language === "vi" ? `T${Number(one.month.slice(5, 7))}` : monthText(one.month, "en").slice(0, 3)}</span>
              <small>{one.month.slice(0, 4)}</small>
            </button>
          </li>
        ))}
      </ol>
      {month && <Month plan={plan} month={month} />}
    </section>
  );
}

function Month({ plan, month }: { plan: SavedPlan; month: string }) {
  const { t } = useTranslation("plans");
  const language = useLanguage();
  const today = useToday();
  const tasks = tasksOfMonth(plan, month);
  const on = (day: number) => tasks.filter((task) => Number(task.deadline!.due!.slice(8, 10)) === day);
  const dateOf = (day: number) => `${month.slice(0, 8)}${String(day).padStart(2, "0")}` as PlainDate;
  return (
    // On a narrow screen it scrolls by itself, and must be reachable by keyboard for that.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.monthFrame} role="group" aria-label={monthText(month, language)} tabIndex={0}>
      <table className={styles.month}>
        <caption>{monthText(month, language)}</caption>
        <thead><tr>{[1, 2, 3, 4, 5, 6, 7].map((day) => <th key={day} scope="col"><abbr title={weekdayName(day, language)}>{language === "vi" ? (day === 7 ? "CN" : `T${day + 1}`) : weekdayName(day, "en").slice(0, 3)}</abbr></th>)}</tr></thead>
        <tbody>
          {weeksOf(month).map((week, index) => (
            <tr key={index}>
              {week.map((day, at) => (
                <td key={at} data-today={day !== null && dateOf(day) === today || undefined} data-due={day !== null && on(day).length > 0 || undefined}>
                  {day !== null && <span className={styles.day}>{day}</span>}
                  {day !== null && on(day).map((task) => <span key={task.id} className={styles.due} title={`${dayText(dateOf(day), language)}: ${task.summary}`}><b>{task.clause || task.number}</b> <span>{task.owners[0]?.name ?? t("no_agency")}</span></span>)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
