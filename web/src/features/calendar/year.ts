// SPDX-License-Identifier: Apache-2.0
import { addDays, isoWeekday, type PlainDate, plainDate } from "@/design/dates";
import type { CalendarDay, CalendarHours, CalendarYear } from "./types";

const names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** What a day of the year view shows: "off" and "worked" are entries of their own, "rest" and "work" follow from the weekday. */
export type DayLook = "work" | "rest" | "off" | "worked" | "unknown";

const covers = (hours: CalendarHours, date: PlainDate) =>
  hours.weekdays.includes(names[isoWeekday(date) - 1]!) && (!hours.valid_from || hours.valid_from <= date) && (!hours.valid_to || date <= hours.valid_to);

/** The first rule of hours that covers a day decides its weekday. */
export const hoursOf = (calendar: CalendarYear, date: PlainDate): CalendarHours | undefined => calendar.hours.find((hours) => covers(hours, date));

export function lookOf(calendar: CalendarYear, date: PlainDate, entry: CalendarDay | undefined): DayLook {
  if (entry) return entry.kind === "swap_worked" || (entry.kind === "special" && entry.spans.length > 0) ? "worked" : "off";
  if (date < calendar.complete_from || date > calendar.complete_until) return "unknown";
  const hours = hoursOf(calendar, date);
  return hours && hours.spans.length > 0 && hours.counts_as_working_day ? "work" : "rest";
}

/** Weeks of a month, Monday first; days of other months are left out (null). */
export function weeksOf(year: number, month: number): (PlainDate | null)[][] {
  const first = plainDate(year, month, 1)!;
  const start = addDays(first, 1 - isoWeekday(first));
  const weeks = Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_unused, day) => addDays(start, week * 7 + day)).map((date) => (Number(date.slice(5, 7)) === month ? date : null)));
  return weeks.filter((week) => week.some((date) => date !== null));
}

export function workingDays(calendar: CalendarYear): number {
  const entries = new Map(calendar.days.map((day) => [day.date, day]));
  let count = 0;
  for (let date = plainDate(calendar.year, 1, 1)!; Number(date.slice(0, 4)) === calendar.year; date = addDays(date, 1)) {
    const entry = entries.get(date);
    const look = entry ? lookOf(calendar, date, entry) : hoursOf(calendar, date)?.spans.length ? "work" : "rest";
    if (look === "work" || look === "worked") count += 1;
  }
  return count;
}
