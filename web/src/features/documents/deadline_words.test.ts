// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import type { ReviewDeadline } from "./api_types";
import { deadlineText, issueText, monthText, statedText, targetText } from "./deadline_words";

const deadline = (fields: Partial<ReviewDeadline>): ReviewDeadline => ({ shape: "by", phrase: "", inherited: false, ...fields });

test.each<[Partial<ReviewDeadline>, string, string]>([
  [{ date: "2022-07-07" }, "thứ Năm 7/7/2022", "Thursday 7 July 2022"],
  [{ date: "2022-07-07", time: "17:00" }, "thứ Năm 7/7/2022, 17:00", "Thursday 7 July 2022, 17:00"],
  [{}, "ngày không rõ", "date unknown"],
  [{ shape: "continuous" }, "thường xuyên", "continuous"],
  [{ shape: "recurring", every: "quarter", day: 20 }, "hằng quý, ngày 20", "every quarter, day 20"],
  [{ shape: "recurring", every: "week", weekday: 5 }, "hằng tuần, thứ Sáu", "every week, Friday"],
  [{ shape: "recurring", every: "year", day: 15, month: 12 }, "hằng năm, ngày 15/12", "every year, 15 December"],
  [{ shape: "relative", count: 5, unit: "working_day", from: "issue" }, "5 ngày làm việc kể từ ngày ban hành", "5 working days after issue"],
  [{ shape: "relative", count: 1, unit: "month", from: "event", event: "nhận được báo cáo" }, "1 tháng kể từ khi nhận được báo cáo", "1 month after “nhận được báo cáo”"],
  [{ shape: "relative", count: 0, from: "event", event: "khi được phê duyệt" }, "ngay sau khi được phê duyệt", "immediately after “khi được phê duyệt”"],
])("a deadline is said as a person would: %o", (fields, vi, en) => {
  expect(statedText(deadline(fields), "vi")).toBe(vi);
  expect(statedText(deadline(fields), "en")).toBe(en);
});

test("a counted deadline shows the day it comes to", () => {
  const stated = deadline({ shape: "relative", count: 5, unit: "working_day", from: "issue" });
  expect(deadlineText({ stated, due: "2022-07-07", explanation: [] }, "vi")).toBe("5 ngày làm việc kể từ ngày ban hành (thứ Năm 7/7/2022)");
});

test("targets and figures follow the language", () => {
  expect(targetText({ value: "93.5", comparison: "at_least", unit: "%", phrase: "" }, "vi")).toBe("ít nhất 93,5 %");
  expect(targetText({ value: "20", comparison: "decrease", unit: "%", phrase: "" }, "en")).toBe("20 % less");
});

test("a blank date line says what is known all the same", () => {
  expect(issueText({ issued_not_before: "2022-05-01", issued_not_after: "2022-06-30" }, "vi")).toBe("để trống; trong khoảng 01/05/2022 đến 30/06/2022");
  expect(issueText({ issued_on: "2022-06-15" }, "en")).toBe("15/06/2022");
  expect(monthText("2022-06-01", "vi")).toBe("tháng 6/2022");
});
