// SPDX-License-Identifier: Apache-2.0
import { type Language, minuteText, type PlainDate, type PlainMinute } from "./dates";

/** What a deadline means now, one colour and one word each. */
export type DeadlineState = "kept" | "on_time" | "near_due" | "late" | "waiting" | "stopped";

/** `remaining` in working minutes, negative when it has passed; `dayMinutes` is how long a working day is. */
export interface DeadlineReading {
  due: PlainMinute;
  remaining: number;
  dayMinutes?: number;
}

const words = {
  vi: { left: "còn", late: "quá hạn", day: () => "ngày làm việc", hour: () => "giờ làm việc", minute: () => "phút làm việc", now: "hết hạn lúc này" },
  en: {
    left: "", late: "late by", now: "due now",
    day: (n: number) => (n === 1 ? "working day" : "working days"),
    hour: (n: number) => (n === 1 ? "working hour" : "working hours"),
    minute: (n: number) => (n === 1 ? "working minute" : "working minutes"),
  },
} as const;

/** Whole days from one day on, whole hours from one hour on: "3 ngày làm việc", "5 giờ làm việc". Rounded down, never up. */
export function spanText(minutes: number, language: Language, dayMinutes = 480): string {
  const word = words[language];
  const size = Math.abs(minutes);
  if (size >= dayMinutes) return `${Math.floor(size / dayMinutes)} ${word.day(Math.floor(size / dayMinutes))}`;
  if (size >= 60) return `${Math.floor(size / 60)} ${word.hour(Math.floor(size / 60))}`;
  return `${size} ${word.minute(size)}`;
}

/** "còn 3 ngày làm việc (thứ Năm 30/6, 17:00)", "quá hạn 2 ngày làm việc (…)". */
export function deadlineText(reading: DeadlineReading, language: Language, today?: PlainDate): string {
  const word = words[language];
  const span = spanText(reading.remaining, language, reading.dayMinutes);
  const when = minuteText(reading.due, language, today);
  if (reading.remaining === 0) return `${word.now} (${when})`;
  if (reading.remaining < 0) return `${word.late} ${span} (${when})`;
  return language === "vi" ? `${word.left} ${span} (${when})` : `${span} left (${when})`;
}

/** Near due from two working days on, unless the rule says otherwise. */
export function stateOfRemaining(remaining: number, nearMinutes = 960): DeadlineState {
  if (remaining < 0) return "late";
  return remaining <= nearMinutes ? "near_due" : "on_time";
}
