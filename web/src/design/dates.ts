// SPDX-License-Identifier: Apache-2.0

/** A day on paper: "2022-06-30". */
export type PlainDate = string & { readonly brand: "PlainDate" };
/** A minute of the Vietnamese wall clock: "2022-06-30T17:00". */
export type PlainMinute = string;
export type Language = "vi" | "en";

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const two = (value: number) => String(value).padStart(2, "0");

interface Parts {
  year: number;
  month: number;
  day: number;
}

export function isPlainDate(text: string): text is PlainDate {
  const found = dayPattern.exec(text);
  return found !== null && plainDate(Number(found[1]), Number(found[2]), Number(found[3])) === text;
}

/** Nothing when the calendar has no such day. */
export function plainDate(year: number, month: number, day: number): PlainDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}` as PlainDate;
}

export function partsOf(date: PlainDate): Parts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

const asUtc = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`);
const fromUtc = (time: number): PlainDate => new Date(time).toISOString().slice(0, 10) as PlainDate;

export const addDays = (date: PlainDate, days: number): PlainDate => fromUtc(asUtc(date) + days * 86_400_000);
export const daysBetween = (from: PlainDate, to: PlainDate): number => Math.round((asUtc(to) - asUtc(from)) / 86_400_000);

/** 1 is Monday, 7 is Sunday. */
export const isoWeekday = (date: PlainDate): number => ((new Date(asUtc(date)).getUTCDay() + 6) % 7) + 1;

/**
 * Reads what people type: "30/6/2022", "30-06-2022", "30.6.22", "30062022", also "2022-06-30"; "30/6" takes the year
 * of `today`. Two digits of a year are of this century. Nothing when it is no date.
 */
export function parseDate(typed: string, today?: PlainDate): PlainDate | undefined {
  const text = typed.trim();
  if (isPlainDate(text)) return text;
  const found = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text);
  if (!found) return undefined;
  const yearText = found[3] ?? today?.slice(0, 4);
  if (!yearText) return undefined;
  return plainDate(Number(yearText) + (yearText.length === 2 ? 2000 : 0), Number(found[2]), Number(found[1]));
}

/** "30/06/2022", the form in which dates are typed and listed, in both languages. */
export function dateText(date: PlainDate): string {
  const { year, month, day } = partsOf(date);
  return `${two(day)}/${two(month)}/${String(year).padStart(4, "0")}`;
}

const weekdays = {
  vi: ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
} as const;
const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

export const weekdayName = (weekday: number, language: Language): string => weekdays[language][weekday - 1] ?? "";
export const monthName = (month: number, language: Language): string => (language === "vi" ? `Tháng ${month}` : (months[month - 1] ?? ""));

/** "thứ Năm 30/6" within the year of `today`, "thứ Năm 30/6/2022" outside it; "Thursday 30 June". */
export function dayText(date: PlainDate, language: Language, today?: PlainDate): string {
  const { year, month, day } = partsOf(date);
  const name = weekdayName(isoWeekday(date), language);
  const sameYear = today !== undefined && partsOf(today).year === year;
  if (language === "vi") return `${name} ${day}/${month}${sameYear ? "" : `/${year}`}`;
  return `${name} ${day} ${monthName(month, "en")}${sameYear ? "" : ` ${year}`}`;
}

/** "thứ Năm 30/6, 17:00". */
export function minuteText(minute: PlainMinute, language: Language, today?: PlainDate): string {
  return `${dayText(minute.slice(0, 10) as PlainDate, language, today)}, ${minute.slice(11, 16)}`;
}

/** The Vietnamese wall clock at a moment that the server writes in UTC. */
export function minuteOf(instant: string): PlainMinute {
  return new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 16);
}

export const instantText = (instant: string, language: Language, today?: PlainDate): string =>
  minuteText(minuteOf(instant), language, today);
