// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import type { PlainDate } from "./dates";
import { deadlineText, spanText, stateOfRemaining } from "./deadline";

const today = "2022-06-27" as PlainDate;
const due = "2022-06-30T17:00";

describe("a deadline in words", () => {
  test.each([
    [3 * 480, "còn 3 ngày làm việc (thứ Năm 30/6, 17:00)", "3 working days left (Thursday 30 June, 17:00)"],
    [480, "còn 1 ngày làm việc (thứ Năm 30/6, 17:00)", "1 working day left (Thursday 30 June, 17:00)"],
    [479, "còn 7 giờ làm việc (thứ Năm 30/6, 17:00)", "7 working hours left (Thursday 30 June, 17:00)"],
    [59, "còn 59 phút làm việc (thứ Năm 30/6, 17:00)", "59 working minutes left (Thursday 30 June, 17:00)"],
    [0, "hết hạn lúc này (thứ Năm 30/6, 17:00)", "due now (Thursday 30 June, 17:00)"],
    [-2 * 480 - 100, "quá hạn 2 ngày làm việc (thứ Năm 30/6, 17:00)", "late by 2 working days (Thursday 30 June, 17:00)"],
  ])("%i working minutes", (remaining, vietnamese, english) => {
    expect(deadlineText({ due, remaining }, "vi", today)).toBe(vietnamese);
    expect(deadlineText({ due, remaining }, "en", today)).toBe(english);
  });

  test("never promises more than there is", () => {
    for (let minutes = 0; minutes < 5000; minutes += 7) {
      const shown = Number.parseInt(spanText(minutes, "vi"), 10);
      const unit = spanText(minutes, "vi").includes("ngày") ? 480 : spanText(minutes, "vi").includes("giờ") ? 60 : 1;
      expect(shown * unit).toBeLessThanOrEqual(minutes);
      expect((shown + 1) * unit).toBeGreaterThan(minutes);
    }
  });

  test("late begins after the last minute, near due two working days before", () => {
    expect(stateOfRemaining(-1)).toBe("late");
    expect(stateOfRemaining(0)).toBe("near_due");
    expect(stateOfRemaining(960)).toBe("near_due");
    expect(stateOfRemaining(961)).toBe("on_time");
  });
});
