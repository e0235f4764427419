// SPDX-License-Identifier: Apache-2.0
// The list of tasks: cards, filters, order, and the one that is open.

let opened = null;
let cards = [];

function marked_quote(task) {
  const phrases = [task.deadline, ...task.other_deadlines, ...task.targets].map((part) => part && part.phrase).filter(Boolean);
  const pieces = [];
  let rest = task.text;
  while (rest) {
    const hits = phrases.map((phrase) => [rest.indexOf(phrase), phrase]).filter(([at]) => at >= 0);
    if (!hits.length) break;
    const [at, phrase] = hits.reduce((first, hit) => (hit[0] < first[0] || (hit[0] === first[0] && hit[1].length > first[1].length) ? hit : first));
    pieces.push(rest.slice(0, at), element("em", {}, phrase));
    rest = rest.slice(at + phrase.length);
  }
  return [...pieces, rest];
}

function deadline_words(deadline) {
  if (!deadline || !(deadline.phrase || deadline.inherited)) return "";
  return [deadline.phrase ? `“${deadline.phrase}”` : "", deadline.inherited ? `(${word("inherited")})` : ""].filter(Boolean).join(" ");
}

function detail(task) {
  const rows = [
    ["phrase", deadline_words(task.deadline)],
    ["stages", task.other_due.map(say).join("; ")],
    ["references", task.references.join("; ")],
    ["product_of", task.product],
    ["page", task.span.page],
    ["certainty", task.needs_review ? element("span", { class: "review" }, `${word("review")} (${percent(certainty(task))})`) : percent(certainty(task))],
  ];
  return element("div", { class: "task-detail", id: `detail-${task.index}` },
    element("blockquote", { lang: "vi" }, marked_quote(task)),
    element("dl", {}, rows.filter(([, value]) => value && value.length !== 0).map(([key, value]) => [element("dt", {}, word(key)), element("dd", {}, value)])),
    element("button", { type: "button", class: "link", onclick: () => show_in_document(task.index) }, word("see_text")));
}

const certainty = (task) => Math.min(...Object.values(task.confidence));
const percent = (share) => `${Math.round(share * 100)} %`;

function due_line(task) {
  const parts = [task.deadline ? `${word("due")}: ${say(task.due)}` : word("none")];
  if (task.target_words.length) parts.push(element("span", { class: "more" }, `${word("target")}: ${task.target_words.map(say).join("; ")}`));
  for (const problem of task.problems) parts.push(element("span", { class: "review" }, say(problem)));
  if (task.needs_review) parts.push(element("span", { class: "review" }, word("review")));
  return element("span", { class: task.deadline ? "task-due" : "task-due none" }, parts.map((part) => (typeof part === "string" ? element("span", {}, part) : part)));
}

function card(task) {
  const who = task.assignees.length ? task.assignees.join("; ") : word("nobody");
  return element("li", { class: "task", id: `task-${task.index}`, "data-index": task.index },
    element("button", { type: "button", class: "task-open", "aria-expanded": "false", "aria-controls": `detail-${task.index}`,
        onclick: () => (opened === task.index ? close_task() : open_task(task.index)) },
      element("span", { class: "clause" }, task.clause),
      element("span", { class: "task-summary", lang: "vi" }, task.summary || task.text),
      element("span", { class: "task-who" }, element("b", {}, who), task.coordinators.length ? ` · ${word("with")}: ${task.coordinators.join("; ")}` : ""),
      due_line(task)),
    detail(task));
}

function show_list() {
  const shown = matching_tasks();
  const many = order !== "clause";
  find("list").replaceChildren(...grouped_tasks(shown).flatMap((group) => [
    ...(many ? [element("li", { class: "group-line" }, element("h3", { class: "group" }, group.name, element("small", {}, String(group.tasks.length))))] : []),
    ...group.tasks.map((task) => cards[task.index])]));
  find("count").textContent = is_unfiltered() ? `${tasks.length} ${word("count")}` : `${shown.length} / ${tasks.length} ${word("count")}`;
  find("clear").hidden = is_unfiltered();
  find("nothing").hidden = shown.length > 0;
  find("nothing").textContent = tasks.length ? word("nothing") : word("empty");
}

function options(select, chosen, groups) {
  const option = ([value, text]) => { const made = element("option", { value }, text); made.selected = value === chosen; return made; };
  select.replaceChildren(...groups.flatMap(([name, list]) => (name ? [element("optgroup", { label: name }, list.map(option))] : list.map(option))));
}

function show_filters() {
  find("query").value = filter.query;
  find("query").placeholder = word("search_hint");
  const agencies = (role, list) => counted(list).map(([name, count]) => [`${role}:${name}`, `${name} (${count})`]);
  const nobody = tasks.some((task) => !task.assignees.length) ? [["none:", word("nobody")]] : [];
  options(find("agency"), filter.agency, [["", [["", word("all_agencies")], ...nobody]],
    [word("leading"), agencies("lead", tasks.flatMap((task) => task.assignees))],
    [word("coordinating"), agencies("with", tasks.flatMap((task) => task.coordinators))]].filter(([, list]) => list.length));
  const kinds = kKinds.map((kind) => [kind, tasks.filter((task) => task.kind === kind).length]).filter(([, count]) => count);
  options(find("kind"), filter.kind, [["", [["", word("all_kinds")], ...kinds.map(([kind, count]) => [kind, `${word(kind)} (${count})`])]]]);
  options(find("sort"), order, [["", ["clause", "deadline", "agency"].map((key) => [key, word(`sort_${key}`)])]]);
}

const is_unfiltered = () => Object.values(filter).every((value) => !value);

function change_filter(change) {
  filter = { ...filter, ...change };
  show_filters(); show_figures_kept(); show_list();
}

function change_order(wanted) {
  order = wanted;
  show_filters(); show_figures_kept(); show_list();
}

function clear_filter() { change_filter(no_filter()); }

// The figures and months are buttons: the focused one must not be lost when they are drawn again.
function show_figures_kept() {
  const box = ["figures", "months"].map(find).find((one) => one.contains(document.activeElement));
  const at = box ? [...box.querySelectorAll("button")].indexOf(document.activeElement) : -1;
  show_figures(); show_months();
  if (box) box.querySelectorAll("button")[at].focus();
}

function open_task(index, from_elsewhere = false) {
  close_task();
  if (!matching_tasks().includes(tasks[index])) clear_filter();
  opened = index;
  cards[index].classList.add("is-selected");
  cards[index].querySelector(".task-open").setAttribute("aria-expanded", "true");
  if (from_elsewhere) {
    show_pane("tasks");
    cards[index].scrollIntoView({ block: "nearest" });
    cards[index].querySelector(".task-open").focus({ preventScroll: true });
  }
  light_source(index);
}

function close_task() {
  if (opened === null) return;
  cards[opened].classList.remove("is-selected");
  cards[opened].querySelector(".task-open").setAttribute("aria-expanded", "false");
  dim_source(opened);
  opened = null;
}

function move_focus(step) {
  const shown = [...find("list").querySelectorAll(".task-open")];
  if (!shown.length) return;
  show_pane("tasks");
  const at = shown.indexOf(document.activeElement);
  const from = at >= 0 ? at : opened === null ? (step > 0 ? -1 : shown.length) : shown.indexOf(cards[opened].querySelector(".task-open"));
  const next = shown[Math.min(Math.max(from + step, 0), shown.length - 1)];
  next.focus({ preventScroll: true });
  next.parentElement.scrollIntoView({ block: "nearest" });
}
