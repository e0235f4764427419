// SPDX-License-Identifier: Apache-2.0
// Wiring: draws the page, and answers the mouse and the keyboard.

function show_words() {
  document.documentElement.lang = language;
  for (const one of document.querySelectorAll("[data-word]")) if (one.dataset.word !== "theme") one.textContent = word(one.dataset.word);
  for (const one of document.querySelectorAll("[data-label]")) one.setAttribute("aria-label", word(one.dataset.label));
  find("theme").textContent = word(document.documentElement.dataset.theme === "dark" ? "light" : "dark");
  find("language").lang = language === "vi" ? "en" : "vi";
  find("show-tasks").textContent = `${word("tasks")} (${tasks.length})`;
  find("show-document").textContent = word("document");
  const keys = [["/", "search"], ["j", "next"], ["k", "previous"], ["Enter", "open"], ["Esc", "escape"], ["?", "help"]];
  find("key-words").replaceChildren(...keys.flatMap(([key, name]) => [element("dt", {}, element("kbd", {}, key)), element("dd", {}, word(`key_${name}`))]));
}

function show_page() {
  show_words(); show_facts(); show_figures(); show_findings(); show_months(); show_filters();
  cards = tasks.map(card);
  show_list();
  show_document();
  if (opened !== null) {
    cards[opened].classList.add("is-selected");
    cards[opened].querySelector(".task-open").setAttribute("aria-expanded", "true");
  }
}

function save_json() {
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(plan, null, 2)}\n`], { type: "application/json" }));
  const name = view.source_name.replace(/\.[^.]*$/, "").replace(/[^\p{L}\p{N}._-]+/gu, "-") || "plan";
  element("a", { href: address, download: `${name}.plan.json` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

function set_theme(dark) {
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  find("theme").textContent = word(dark ? "light" : "dark");
}

const key_actions = {
  "/": () => { show_pane("tasks"); find("query").focus(); find("query").select(); },
  j: () => move_focus(1),
  k: () => move_focus(-1),
  "?": () => find("key-list").showModal(),
  Escape: () => close_task(),
};

function on_key(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || find("key-list").open) return;
  if (event.target.matches("input, select")) {
    if (event.key === "Escape") { change_filter({ query: "" }); event.target.blur(); }
    else if (event.key === "Enter" && event.target.id === "query") { event.preventDefault(); move_focus(1); }
    return;
  }
  const action = key_actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

function wire() {
  find("save-json").addEventListener("click", save_json);
  find("print").addEventListener("click", () => print());
  find("theme").addEventListener("click", () => set_theme(document.documentElement.dataset.theme !== "dark"));
  find("language").addEventListener("click", () => { language = language === "vi" ? "en" : "vi"; show_page(); });
  find("keys").addEventListener("click", () => find("key-list").showModal());
  find("clear").addEventListener("click", () => { clear_filter(); find("query").focus(); });
  find("filters").addEventListener("submit", (event) => event.preventDefault());
  find("query").addEventListener("input", (event) => { filter.query = event.target.value; show_figures(); show_list(); });
  for (const key of ["agency", "kind"]) find(key).addEventListener("change", (event) => change_filter({ [key]: event.target.value }));
  find("sort").addEventListener("change", (event) => change_order(event.target.value));
  for (const pane of ["tasks", "document"]) find(`show-${pane}`).addEventListener("click", () => show_pane(pane));
  find("paper").addEventListener("click", (event) => {
    const made = event.target.closest("[data-task]");
    if (made && !String(getSelection())) open_task(Number(made.dataset.task), true);
  });
  document.addEventListener("keydown", on_key);
}

const prefers_dark = matchMedia("(prefers-color-scheme: dark)");
if (view.language === "en") language = "en";
set_theme(prefers_dark.matches);
prefers_dark.addEventListener("change", (event) => set_theme(event.matches));
show_pane("tasks");
show_page();
wire();
