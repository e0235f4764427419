// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import { useToday } from "@/api/session";
import { dayText, monthName, partsOf, type PlainDate, weekdayName } from "@/design/dates";
import { useLanguage } from "@/locales/i18n";
import { type CalendarDay, type CalendarYear, textOf } from "./types";
import { type DayLook, lookOf, weeksOf } from "./year";
import styles from "./YearView.module.css";

const signs: Partial<Record<DayLook, string>> = { off: "×", worked: "+" };

/** Twelve small months; a day that differs from its weekday has a sign besides its colour, and its name when pointed at. */
export function YearView({ calendar }: { calendar: CalendarYear }) {
  const { t } = useTranslation("calendars");
  const language = useLanguage();
  const today = useToday();
  const entries = new Map<PlainDate, CalendarDay>(calendar.days.map((day) => [day.date, day]));
  return (
    <>
      <ul className={styles.legend}>
        {(["work", "rest", "off", "worked", "unknown"] as const).map((look) => <li key={look}><span className={styles.sample} data-look={look} aria-hidden>{signs[look] ?? "1"}</span> {t(`look.${look}`)}</li>)}
      </ul>
      <div className={styles.months}>
        {Array.from({ length: 12 }, (_, index) => index + 1).map((month) => (
          <table key={month} className={styles.month}>
            <caption>{monthName(month, language)}</caption>
            <thead><tr>{[1, 2, 3, 4, 5, 6, 7].map((weekday) => <th key={weekday} scope="col" abbr={weekdayName(weekday, language)}>{language === "vi" ? (weekday === 7 ? "CN" : `T${weekday + 1}`) : weekdayName(weekday, "en").slice(0, 2)}</th>)}</tr></thead>
            <tbody>
              {weeksOf(calendar.year, month).map((week, index) => (
                <tr key={index}>
                  {week.map((date, cell) => {
                    if (!date) return <td key={cell} />;
                    const entry = entries.get(date);
                    const look = lookOf(calendar, date, entry);
                    const said = entry ? `${dayText(date, language)}: ${textOf(entry.name, language) || t(`kind.${entry.kind}`)}` : undefined;
                    return (
                      <td key={cell} data-look={look} data-today={date === today || undefined} title={said}>
                        <span aria-hidden={said ? true : undefined}>{partsOf(date).day}{signs[look] && <sup>{signs[look]}</sup>}</span>
                        {said && <span className="visually-hidden">{said}</span>}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </>
  );
}
