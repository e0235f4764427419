// SPDX-License-Identifier: Apache-2.0
// The plan of the page, and what is asked of it: which tasks match, in which order, under which headings.

const { plan, view } = JSON.parse(find("plan").textContent);
const slice = code_point_slicer(view.text);

const tasks = plan.tasks.map((task, index) => ({
  ...task, ...view.tasks[index], index,
  problems: view.findings.filter((_, at) => plan.findings[at].clause === task.clause),
  kind: task.deadline ? task.deadline.kind : "none",
  month: task.deadline && task.deadline.kind === "by" && task.deadline.date ? task.deadline.date.slice(0, 7) : "",
  searched: fold([task.clause, task.summary, task.text, task.product || "", ...task.assignees, ...task.coordinators, ...task.references].join(" ")),
}));

const no_filter = () => ({ query: "", agency: "", kind: "", month: "", only: "" });
let filter = no_filter();
let order = "clause";

const kOnly = {
  dated: (task) => task.kind !== "none",
  targets: (task) => task.targets.length > 0,
  review: (task) => task.needs_review,
};

function agency_matches(task, wanted) {
  const [role, name] = [wanted.slice(0, 5), wanted.slice(5)];
  if (role === "none:") return task.assignees.length === 0;
  return (role === "lead:" ? task.assignees : task.coordinators).includes(name);
}

function matching_tasks() {
  const parts = fold(filter.query).split(" ").filter(Boolean);
  return tasks.filter((task) =>
    parts.every((part) => task.searched.includes(part)) &&
    (!filter.agency || agency_matches(task, filter.agency)) &&
    (!filter.kind || task.kind === filter.kind) &&
    (!filter.month || task.month === filter.month) &&
    (!filter.only || kOnly[filter.only](task)));
}

const kKinds = ["by", "recurring", "continuous", "relative", "none"];

// A sort key that compares as text: dates first, then what has none.
function deadline_key(task) {
  const time = (task.deadline && task.deadline.time) || "24:00";
  return task.month ? `0${task.deadline.date}${time}` : String(1 + kKinds.indexOf(task.kind));
}

const group_names = {
  clause: () => [""],
  deadline: (task) => [task.month ? month_name(task.month) : word(task.kind)],
  agency: (task) => (task.assignees.length ? task.assignees : [word("nobody")]),
};

// Groups in the order to show: [{name, tasks}]. A task of two agencies stands under the first one that is shown.
function grouped_tasks(shown) {
  const sorted = order === "deadline"
    ? [...shown].sort((a, b) => (deadline_key(a) < deadline_key(b) ? -1 : deadline_key(a) > deadline_key(b) ? 1 : a.index - b.index))
    : shown;
  const groups = new Map();
  for (const task of sorted) {
    const names = group_names[order](task);
    const wanted = filter.agency.startsWith("lead:") ? filter.agency.slice(5) : "";
    const name = order === "agency" && names.includes(wanted) ? wanted : names[0];
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(task);
  }
  const listed = [...groups].map(([name, members]) => ({ name, tasks: members }));
  return order === "agency" ? listed.sort((a, b) => b.tasks.length - a.tasks.length || a.name.localeCompare(b.name, "vi")) : listed;
}

function counted(names) {
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) || 0) + 1);
  return [...counts].sort((a, b) => a[0].localeCompare(b[0], "vi"));
}

function due_months() {
  return counted(tasks.map((task) => task.month).filter(Boolean)).sort((a, b) => (a[0] < b[0] ? -1 : 1));
}
