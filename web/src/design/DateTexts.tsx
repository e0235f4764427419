// SPDX-License-Identifier: Apache-2.0
import { useToday } from "@/api/session";
import { useLanguage } from "@/locales/i18n";
import { dateText, dayText, instantText, minuteText, type PlainDate, type PlainMinute } from "./dates";
import { type DeadlineReading, deadlineText, stateOfRemaining } from "./deadline";
import { DeadlineBadge } from "./StateBadge";

/** "30/06/2022", for columns; the weekday on hover. */
export function DateText({ date }: { date: PlainDate }) {
  return <time dateTime={date} title={dayText(date, useLanguage())} className="nowrap">{dateText(date)}</time>;
}

/** "thứ Năm 30/6", for sentences. */
export function DayText({ date }: { date: PlainDate }) {
  const today = useToday();
  return <time dateTime={date}>{dayText(date, useLanguage(), today)}</time>;
}

export function MinuteText({ minute }: { minute: PlainMinute }) {
  const today = useToday();
  return <time dateTime={minute}>{minuteText(minute, useLanguage(), today)}</time>;
}

/** A moment of the server, by the clock of Vietnam. */
export function InstantText({ instant }: { instant: string }) {
  const today = useToday();
  return <time dateTime={instant}>{instantText(instant, useLanguage(), today)}</time>;
}

/** "còn 3 ngày làm việc (thứ Năm 30/6, 17:00)" with its sign. */
export function DeadlineText({ reading }: { reading: DeadlineReading }) {
  const today = useToday();
  const language = useLanguage();
  return (
    <span className="row">
      <DeadlineBadge state={stateOfRemaining(reading.remaining)} />
      <time dateTime={reading.due}>{deadlineText(reading, language, today)}</time>
    </span>
  );
}
