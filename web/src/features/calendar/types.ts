// SPDX-License-Identifier: Apache-2.0
import type { Language, PlainDate, PlainMinute } from "@/design/dates";

export interface CalendarText {
  vietnamese: string;
  english: string;
}
export interface CalendarSource {
  document: string;
  note?: string;
  verified: boolean;
}
export type CalendarOrigin = "pack" | "edit";

export interface CalendarHours {
  weekdays: string[];
  spans: string[];
  valid_from?: PlainDate;
  valid_to?: PlainDate;
  counts_as_working_day: boolean;
  source: CalendarSource;
  origin: CalendarOrigin;
}

export type CalendarDayKind = "day_off" | "swap_off" | "swap_worked" | "special";

export interface CalendarDay {
  date: PlainDate;
  kind: CalendarDayKind;
  partner?: PlainDate;
  spans: string[];
  name: CalendarText;
  source: CalendarSource;
  origin: CalendarOrigin;
}

export interface CalendarSummary {
  calendar: string;
  name: CalendarText;
  complete_from: PlainDate;
  complete_until: PlainDate;
  unverified: number;
  edits: number;
}

export interface CalendarYear {
  calendar: string;
  name: CalendarText;
  extends?: string;
  version: number;
  complete_from: PlainDate;
  complete_until: PlainDate;
  year: number;
  years: number[];
  hours: CalendarHours[];
  days: CalendarDay[];
  may_edit: boolean;
}

export type CalendarEditKind = "days_off" | "worked_day" | "swap" | "remove_entry" | "hours" | "complete_until";

export interface CalendarEdit {
  kind: CalendarEditKind;
  from: PlainDate;
  to?: PlainDate;
  worked?: PlainDate;
  weekdays?: string[];
  spans?: string[];
  name?: CalendarText;
  counts_as_working_day?: boolean;
  source: CalendarSource;
}

export interface DayMeaning {
  working_day: boolean;
  spans: string[];
  name?: CalendarText;
}

export interface CalendarPreview {
  version: number;
  days: { date: PlainDate; before: DayMeaning; after: DayMeaning }[];
  days_changed: number;
  deadlines: number;
  later: number;
  earlier: number;
  moved: { name: string; page?: string; due_before: PlainMinute; due_after: PlainMinute; working_minutes: number }[];
}

export interface RecordedEdit {
  number: number;
  at: string;
  by: string;
  by_name?: string;
  edit: CalendarEdit;
}

export const textOf = (text: CalendarText, language: Language): string => (language === "vi" ? text.vietnamese : text.english) || text.vietnamese || text.english;
