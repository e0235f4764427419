// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import type { PlanTask, SavedPlan } from "@/features/documents";
import { byAgency, kBehind, matches, monthsOf, weeksOf } from "./grouping";

const task = (id: string, fields: Partial<PlanTask> = {}): PlanTask => ({
  id, number: Number(id), clause: `1.${id}`, summary: "Công khai kết quả", text: "", place: { from: 0, to: 0, boxes: [] },
  owners: [{ name: "Sở Nội vụ", resolution: "one", organisation: { id: "10", name: "Sở Nội vụ" }, members: 0, candidates: [] }],
  coordinators: [], other_deadlines: [], targets: [], references: [], product: "", note: "", ...fields,
});
const plan = (tasks: PlanTask[], fields: Partial<SavedPlan>): SavedPlan => ({ tasks, by_agency: [], by_deadline: [], ...fields }) as SavedPlan;

test("a group shows only the tasks that are asked for, and none that is empty", () => {
  const whole = plan([task("1"), task("2")], { by_agency: [{ name: "Sở Nội vụ", tasks: ["2", "1"], with_date: 0 }, { name: "Sở Y tế", tasks: ["1"], with_date: 0 }] });
  expect(byAgency(whole, new Set(["2"])).map((group) => [group.head.name, group.tasks.map((one) => one.id)])).toEqual([["Sở Nội vụ", ["2"]]]);
});

test("searching without accents finds words with accents", () => {
  expect(matches(task("1"), "cong khai noi vu")).toBe(true);
  expect(matches(task("1"), "đất đai")).toBe(false);
});

test("the months run from the first to the last, empty ones too", () => {
  const months = monthsOf(plan([], { by_deadline: [{ kind: "month", month: "2022-12-01", tasks: ["1"] }, { kind: "month", month: "2022-10-01", tasks: ["2", "3"] }, { kind: "none", tasks: ["4"] }] }));
  expect(months.map((one) => [one.month.slice(0, 7), one.count])).toEqual([["2022-10", 2], ["2022-11", 0], ["2022-12", 1]]);
});

test("months that lie years apart are not drawn one by one", () => {
  const months = monthsOf(plan([], { by_deadline: [{ kind: "month", month: "2022-06-01", tasks: ["1"] }, { kind: "month", month: "2030-12-01", tasks: ["2"] }] }));
  expect(months.map((one) => one.month)).toEqual(["2022-06-01", "2030-12-01"]);
});

test("a month begins on the right weekday and has all its days", () => {
  const weeks = weeksOf("2022-06-01");
  expect(weeks[0]).toEqual([null, null, 1, 2, 3, 4, 5]);
  expect(weeks.flat().filter(Boolean)).toHaveLength(30);
  expect(weeksOf("2024-02-01").flat().filter(Boolean)).toHaveLength(29);
});

test("a figure counts the tasks behind it", () => {
  const dated = task("1", { deadline: { stated: { shape: "by", date: "2022-06-30", phrase: "", inherited: false }, due: "2022-06-30", explanation: [] } });
  expect([dated, task("2")].filter(kBehind.with_date)).toEqual([dated]);
  expect([dated, task("2")].filter(kBehind.without_deadline).map((one) => one.id)).toEqual(["2"]);
});
