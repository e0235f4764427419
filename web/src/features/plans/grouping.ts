// SPDX-License-Identifier: Apache-2.0
// A plan seen by agency and by month, and the figures of its head with the tasks behind each. Pure functions.
import type { PlanAgency, PlanDueGroup, PlanTask, SavedPlan } from "@/features/documents";

export const kFigures = ["tasks", "agencies", "with_date", "recurring", "continuous", "without_deadline", "targets"] as const;
export type Figure = (typeof kFigures)[number];

/** The tasks that a figure counts; for agencies all that have one. The lists and the figures come from the same rule. */
export const kBehind: Record<Figure, (task: PlanTask) => boolean> = {
  tasks: () => true,
  agencies: (task) => task.owners.length > 0,
  with_date: (task) => task.deadline?.due !== undefined,
  recurring: (task) => task.deadline?.stated.shape === "recurring",
  continuous: (task) => task.deadline?.stated.shape === "continuous",
  without_deadline: (task) => task.deadline === undefined,
  targets: (task) => task.targets.length > 0,
};

const fold = (text: string) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase().replace(/\s+/g, " ").trim();

/** Every word must occur, accents or not. */
export function matches(task: PlanTask, query: string): boolean {
  const words = fold(query).split(" ").filter(Boolean);
  if (words.length === 0) return true;
  const text = fold([task.clause, task.summary, task.text, task.product, task.note, ...task.owners.map((one) => one.name), ...task.coordinators.map((one) => one.name), ...task.references.map((one) => one.number)].join(" "));
  return words.every((word) => text.includes(word));
}

export interface Group<Head> {
  head: Head;
  tasks: PlanTask[];
}

function grouped<Head extends { tasks: string[] }>(plan: SavedPlan, heads: readonly Head[], shown: ReadonlySet<string>): Group<Head>[] {
  const byId = new Map(plan.tasks.map((task) => [task.id, task]));
  return heads
    .map((head) => ({ head, tasks: head.tasks.filter((id) => shown.has(id)).map((id) => byId.get(id)).filter((task) => task !== undefined) }))
    .filter((group) => group.tasks.length > 0);
}

export const byAgency = (plan: SavedPlan, shown: ReadonlySet<string>): Group<PlanAgency>[] => grouped(plan, plan.by_agency, shown);
export const byDeadline = (plan: SavedPlan, shown: ReadonlySet<string>): Group<PlanDueGroup>[] => grouped(plan, plan.by_deadline, shown);

export interface Month {
  /** Its first day: "2022-06-01". */
  month: string;
  count: number;
}

/** The months from the first to the last in which something is due, empty ones too; at most `limit`, the rest is left to the list. */
export function monthsOf(plan: SavedPlan, limit = 24): Month[] {
  const counts = new Map(plan.by_deadline.filter((group) => group.kind === "month" && group.month).map((group) => [group.month!.slice(0, 7), group.tasks.length]));
  const known = [...counts.keys()].sort();
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return [];
  const months: Month[] = [];
  for (let [year, month] = first.split("-").map(Number) as [number, number]; months.length < limit; month === 12 ? ((year += 1), (month = 1)) : (month += 1)) {
    const key = `${year}-${String(month).padStart(2, "0")}`;
    months.push({ month: `${key}-01`, count: counts.get(key) ?? 0 });
    if (key === last) return months;
  }
  // Too far apart to draw every month: only those with tasks.
  return known.slice(0, limit).map((key) => ({ month: `${key}-01`, count: counts.get(key) ?? 0 }));
}

/** The days of a month in weeks from Monday; null outside of the month. */
export function weeksOf(month: string): (number | null)[][] {
  const [year, number] = month.split("-").map(Number) as [number, number];
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const lead = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
  const cells: (number | null)[] = [...Array<null>(lead).fill(null), ...Array.from({ length: days }, (_, index) => index + 1)];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

export const tasksOfMonth = (plan: SavedPlan, month: string): PlanTask[] => plan.tasks.filter((task) => task.deadline?.due?.slice(0, 7) === month.slice(0, 7));
