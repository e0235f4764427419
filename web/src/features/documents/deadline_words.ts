// SPDX-License-Identifier: Apache-2.0
// Deadlines and targets in words, as a person would say them.
import { dateText, dayText, type Language, monthName, partsOf, type PlainDate, weekdayName } from "@/design/dates";
import type { DeadlineEvery, DeadlineUnit, DeadlineView, ReviewDeadline, ReviewTarget } from "./api_types";

const every: Record<DeadlineEvery, Record<Language, string>> = {
  day: { vi: "hằng ngày", en: "every day" },
  week: { vi: "hằng tuần", en: "every week" },
  half_month: { vi: "nửa tháng một lần", en: "twice a month" },
  month: { vi: "hằng tháng", en: "every month" },
  quarter: { vi: "hằng quý", en: "every quarter" },
  half_year: { vi: "6 tháng một lần", en: "every half-year" },
  year: { vi: "hằng năm", en: "every year" },
};

const unit: Record<DeadlineUnit, { vi: string; en: [string, string] }> = {
  day: { vi: "ngày", en: ["day", "days"] },
  working_day: { vi: "ngày làm việc", en: ["working day", "working days"] },
  month: { vi: "tháng", en: ["month", "months"] },
  hour: { vi: "giờ", en: ["hour", "hours"] },
};

export const everyText = (value: DeadlineEvery, language: Language): string => every[value][language];
export const unitText = (value: DeadlineUnit, count: number, language: Language): string =>
  language === "vi" ? unit[value].vi : unit[value].en[count === 1 ? 0 : 1];

function recurringText(deadline: ReviewDeadline, language: Language): string {
  const parts = [deadline.every ? everyText(deadline.every, language) : ""];
  if (deadline.weekday) parts.push(weekdayName(deadline.weekday, language));
  if (deadline.day && deadline.month) parts.push(language === "vi" ? `ngày ${deadline.day}/${deadline.month}` : `${deadline.day} ${monthName(deadline.month, "en")}`);
  else if (deadline.day) parts.push(language === "vi" ? `ngày ${deadline.day}` : `day ${deadline.day}`);
  return parts.filter(Boolean).join(", ");
}

const startsWithTime = /^(khi|ngày|lúc|thời điểm|sau khi) /;

function relativeText(deadline: ReviewDeadline, language: Language): string {
  const event = (deadline.event ?? "").trim();
  const vi = deadline.from === "issue" ? "ngày ban hành" : !event ? "khi có sự kiện" : startsWithTime.test(event) ? event : `khi ${event}`;
  const en = deadline.from === "issue" ? "issue" : event ? `“${event}”` : "the event";
  const count = deadline.count ?? 0;
  if (count === 0) return language === "vi" ? `ngay sau ${vi}` : `immediately after ${en}`;
  const counted = `${count} ${unitText(deadline.unit ?? "day", count, language)}`;
  return language === "vi" ? `${counted} kể từ ${vi}` : `${counted} after ${en}`;
}

function dateWithTime(date: string | undefined, time: string | undefined, language: Language, today?: PlainDate): string {
  if (!date) return language === "vi" ? "ngày không rõ" : "date unknown";
  const day = dayText(date as PlainDate, language, today);
  return time ? `${day}, ${time}` : day;
}

/** What the document says: "thứ Năm 7/7/2022", "hằng quý, ngày 20", "5 ngày làm việc kể từ ngày ban hành". */
export function statedText(deadline: ReviewDeadline, language: Language, today?: PlainDate): string {
  if (deadline.shape === "by") return dateWithTime(deadline.date, deadline.time, language, today);
  if (deadline.shape === "continuous") return language === "vi" ? "thường xuyên" : "continuous";
  return deadline.shape === "recurring" ? recurringText(deadline, language) : relativeText(deadline, language);
}

/** What is stated and, where that is counted from something, the day it comes to: "… (thứ Năm 7/7/2022)". */
export function deadlineText(view: DeadlineView, language: Language, today?: PlainDate): string {
  const words = statedText(view.stated, language, today);
  if (view.stated.shape === "by" || !view.due) return words;
  return `${words} (${dateWithTime(view.due, view.due_time, language, today)})`;
}

/** "93.5" is "93,5" in Vietnamese. */
export const figureText = (value: string, language: Language): string => (language === "vi" ? value.replace(".", ",") : value);

export function targetText(target: ReviewTarget, language: Language): string {
  const figure = `${figureText(target.value, language)}${target.unit ? ` ${target.unit}` : ""}`;
  switch (target.comparison) {
    case "equal": return figure;
    case "at_least": return language === "vi" ? `ít nhất ${figure}` : `at least ${figure}`;
    case "at_most": return language === "vi" ? `không quá ${figure}` : `at most ${figure}`;
    case "decrease": return language === "vi" ? `giảm ${figure}` : `${figure} less`;
  }
}

/** "tháng 6/2022", "June 2022". */
export function monthText(month: string, language: Language): string {
  const { year, month: number } = partsOf(month as PlainDate);
  return language === "vi" ? `tháng ${number}/${year}` : `${monthName(number, "en")} ${year}`;
}

/** When a document was issued, also where its date line is blank. */
export function issueText(facts: { issued_on?: string; issued_not_before?: string; issued_not_after?: string }, language: Language): string {
  const day = (date: string) => dateText(date as PlainDate);
  const { issued_on: on, issued_not_before: least, issued_not_after: most } = facts;
  if (on) return day(on);
  const vi = language === "vi";
  if (least && most) return vi ? `để trống; trong khoảng ${day(least)} đến ${day(most)}` : `left blank; between ${day(least)} and ${day(most)}`;
  if (least) return vi ? `để trống; không sớm hơn ${day(least)}` : `left blank; not before ${day(least)}`;
  if (most) return vi ? `để trống; không muộn hơn ${day(most)}` : `left blank; not after ${day(most)}`;
  return vi ? "để trống" : "left blank";
}
