// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import type { PlainDate } from "@/design/dates";
import type { CalendarDay, CalendarYear } from "./types";
import { lookOf, weeksOf, workingDays } from "./year";

const day = (text: string) => text as PlainDate;
const source = { document: "Bộ luật Lao động", verified: true };
const name = { vietnamese: "Nghỉ", english: "Off" };
const entry = (date: string, kind: CalendarDay["kind"], spans: string[] = []): CalendarDay => ({ date: day(date), kind, spans, name, source, origin: "pack" });
const calendar = (days: CalendarDay[] = []): CalendarYear => ({
  calendar: "vietnam", name, version: 1, complete_from: day("2022-01-01"), complete_until: day("2022-12-31"), year: 2022, years: [2022], may_edit: false, days,
  hours: [
    { weekdays: ["mon", "tue", "wed", "thu", "fri"], spans: ["07:30-11:30"], counts_as_working_day: true, source, origin: "pack" },
    { weekdays: ["sat", "sun"], spans: [], counts_as_working_day: true, source, origin: "pack" },
  ],
});

describe("the year of a calendar", () => {
  test("an ordinary day follows its weekday", () => {
    expect(lookOf(calendar(), day("2022-06-30"), undefined)).toBe("work");
    expect(lookOf(calendar(), day("2022-07-02"), undefined)).toBe("rest");
  });
  test("an entry speaks for its day", () => {
    expect(lookOf(calendar(), day("2022-09-02"), entry("2022-09-02", "day_off"))).toBe("off");
    expect(lookOf(calendar(), day("2022-09-10"), entry("2022-09-10", "swap_worked", ["07:30-11:30"]))).toBe("worked");
  });
  test("beyond what is known nothing is claimed", () => expect(lookOf(calendar(), day("2023-01-03"), undefined)).toBe("unknown"));
  test("2022 has 260 weekdays; a day off takes one and a day worked instead gives it back", () => {
    expect(workingDays(calendar())).toBe(260);
    expect(workingDays(calendar([entry("2022-09-05", "swap_off")]))).toBe(259);
    expect(workingDays(calendar([entry("2022-09-05", "swap_off"), entry("2022-09-10", "swap_worked", ["07:30-11:30"])]))).toBe(260);
  });
  test("every month holds each of its days once", () => {
    for (let year = 2019; year < 2031; year += 1)
      for (let month = 1; month <= 12; month += 1) {
        const days = weeksOf(year, month).flat().filter((date) => date !== null);
        expect(days.length).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
        expect(new Set(days).size).toBe(days.length);
      }
  });
});
