// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import { addDays, dateText, dayText, daysBetween, isPlainDate, isoWeekday, minuteOf, minuteText, parseDate, type PlainDate } from "./dates";

const day = (text: string) => text as PlainDate;

describe("typed dates", () => {
  test.each([
    ["30/6/2022", "2022-06-30"], ["30-06-2022", "2022-06-30"], ["30.6.22", "2022-06-30"], ["30062022", "2022-06-30"],
    ["300622", "2022-06-30"], [" 1/7/2025 ", "2025-07-01"], ["2022-06-30", "2022-06-30"], ["29/2/2024", "2024-02-29"],
  ])("%s is %s", (typed, expected) => expect(parseDate(typed)).toBe(expected));

  test.each(["31/6/2022", "29/2/2023", "0/1/2022", "1/13/2022", "hôm nay", "", "30/6", "2022-13-01", "1/1/222"])(
    "%s is no date", (typed) => expect(parseDate(typed)).toBeUndefined());

  test("a day without a year is of this year", () => expect(parseDate("30/6", day("2022-01-05"))).toBe("2022-06-30"));

  test("what is shown is read back as the same day, over two centuries", () => {
    for (let date = day("1950-01-01"); date < "2150-01-01"; date = addDays(date, 17)) {
      expect(isPlainDate(date)).toBe(true);
      expect(parseDate(dateText(date))).toBe(date);
    }
  });
});

describe("days in words", () => {
  test("the year is left out within this year only", () => {
    expect(dayText(day("2022-06-30"), "vi", day("2022-01-01"))).toBe("thứ Năm 30/6");
    expect(dayText(day("2022-06-30"), "vi", day("2023-01-01"))).toBe("thứ Năm 30/6/2022");
    expect(dayText(day("2025-07-06"), "vi")).toBe("Chủ nhật 6/7/2025");
    expect(dayText(day("2022-06-30"), "en", day("2022-01-01"))).toBe("Thursday 30 June");
  });
  test("a minute has its day before it", () =>
    expect(minuteText("2022-06-30T17:00", "vi", day("2022-06-01"))).toBe("thứ Năm 30/6, 17:00"));
  test("a moment is told by the clock of Vietnam", () => expect(minuteOf("2022-06-30T20:30:00.000Z")).toBe("2022-07-01T03:30"));
});

describe("counting days", () => {
  test("seven days on is the same weekday", () => {
    for (let date = day("2019-12-25"); date < "2026-01-10"; date = addDays(date, 13)) {
      expect(isoWeekday(addDays(date, 7))).toBe(isoWeekday(date));
      expect(daysBetween(date, addDays(date, 7))).toBe(7);
    }
  });
  test("the reorganisation of 2025 fell on a Tuesday", () => expect(isoWeekday(day("2025-07-01"))).toBe(2));
});
