// SPDX-License-Identifier: Apache-2.0
// The text of the document, with the words of every task marked where they stand.

const marks_of = new Map();

const overlapping = (list, begin, end) => list.filter((one) => one.span.begin < end && one.span.end > begin);

// One line of the source as pieces: plain words, words of tasks, words that a finding is about.
function line_pieces(begin, end) {
  const here = overlapping(tasks, begin, end);
  const wrong = overlapping(plan.findings, begin, end);
  const cuts = new Set([begin, end]);
  for (const { span } of [...here, ...wrong]) for (const at of [span.begin, span.end]) if (at > begin && at < end) cuts.add(at);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, at) => piece(from, sorted[at + 1], here, wrong));
}

function piece(from, to, here, wrong) {
  const text = slice(from, to);
  const owner = overlapping(here, from, to).sort((a, b) => (a.span.end - a.span.begin) - (b.span.end - b.span.begin))[0];
  const problem = overlapping(wrong, from, to).length > 0;
  if (!owner) return problem ? element("span", { class: "problem", "data-begin": from }, text) : element("span", { "data-begin": from }, text);
  const mark = element("mark", { class: problem ? "source problem" : "source", "data-task": owner.index, "data-begin": from }, text);
  if (!marks_of.has(owner.index)) {
    marks_of.set(owner.index, []);
    return [remember(owner.index, pin(owner)), remember(owner.index, mark)];
  }
  return remember(owner.index, mark);
}

function remember(index, made) {
  marks_of.get(index).push(made);
  return made;
}

function pin(task) {
  return element("button", { type: "button", class: "pin", "data-task": task.index, title: `${word("open_task")} ${task.clause}`,
    "aria-label": `${word("open_task")} ${task.clause}` }, task.clause);
}

// Lines one after the other; the space between two lines belongs to the first, so that a mark has no holes.
function joined(lines, between) {
  const all = [];
  for (const [begin, end, glued] of lines) {
    if (all.length && !glued) all[all.length - 1].append(between);
    all.push(...line_pieces(begin, end).flat());
  }
  return all;
}

function block_element(block) {
  if (block.page) return element("p", { class: "page" }, `${word("page")} ${block.page}`);
  if (block.rows) return table_element(block);
  return element("p", { class: block.style || null }, joined(block.lines, " "));
}

function table_element(block) {
  const cell = (one) => element("td", { rowspan: one.rowspan > 1 ? one.rowspan : null, colspan: one.colspan > 1 ? one.colspan : null },
    element("p", {}, joined(one.lines, "\n")));
  return element("div", { class: "scroller", tabindex: "0", role: "group", "aria-label": word("document") },
    element("table", { class: block.ruled ? null : "plain" }, element("tbody", {}, block.rows.map((row) => element("tr", {}, row.map(cell))))));
}

function show_document() {
  marks_of.clear();
  find("paper").replaceChildren(...view.blocks.map(block_element));
  if (opened !== null) for (const mark of marks_of.get(opened) || []) mark.classList.add("is-selected");
}

const is_narrow = () => matchMedia("(max-width: 820px)").matches;
const motion = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

// Brings the sentence beside its task, so that the eye moves sideways only.
function scroll_to(made, beside) {
  if (is_narrow()) return made.scrollIntoView({ block: "center" });
  const pane = find("document");
  const frame = pane.getBoundingClientRect();
  const lowest = Math.min(frame.bottom, innerHeight) - frame.top - made.getBoundingClientRect().height - 48;
  const wanted = beside ? beside.getBoundingClientRect().top - frame.top + 12 : (Math.min(frame.bottom, innerHeight) - frame.top) / 3;
  const at = made.getBoundingClientRect().top - frame.top + pane.scrollTop;
  pane.scrollTo({ top: at - Math.max(56, Math.min(wanted, lowest)), behavior: motion() });
}

function light_source(index) {
  const marks = marks_of.get(index) || [];
  for (const mark of marks) mark.classList.add("is-selected");
  if (marks.length && !is_narrow()) scroll_to(marks[1], cards[index]);
}

function dim_source(index) {
  for (const mark of marks_of.get(index) || []) mark.classList.remove("is-selected");
}

function show_in_document(index) {
  show_pane("document");
  const marks = marks_of.get(index) || [];
  if (marks.length) { scroll_to(marks[1], null); marks[0].focus({ preventScroll: true }); }
}

function show_place(begin) {
  show_pane("document");
  const pieces = [...find("paper").querySelectorAll("[data-begin]")];
  const there = pieces.filter((one) => Number(one.dataset.begin) <= begin).pop() || pieces[0];
  if (!there) return;
  scroll_to(there, null);
  find("document").focus({ preventScroll: true });
}

function show_pane(name) {
  document.body.dataset.pane = name;
  for (const pane of ["tasks", "document"]) find(`show-${pane}`).setAttribute("aria-pressed", String(pane === name));
}
