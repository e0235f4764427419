// SPDX-License-Identifier: Apache-2.0
// The top of the page: facts of the document, figures, findings, and the months in which tasks fall due.

function show_facts() {
  const facts = plan.document;
  const kind = facts.kind ? facts.kind.charAt(0).toLocaleUpperCase("vi") + facts.kind.slice(1) : "";
  find("sign").textContent = upright([kind, facts.number].filter(Boolean).join(" ") || view.source_name);
  find("title").textContent = upright(facts.subject || [kind, facts.number].filter(Boolean).join(" ") || view.source_name);
  const fact = (key, value, wide) => element("div", { class: wide && "wide" }, element("dt", {}, word(key)), element("dd", {}, value));
  find("facts").replaceChildren(
    fact("number", facts.number || word("no_number")),
    fact("issued", say(view.issued)),
    fact("issuer", facts.issuer || word("unknown"), true),
    fact("signer", [facts.signer || word("unknown"), facts.signer_title ? element("small", {}, ` ${facts.signer_title}`) : ""], true),
    facts.addressees.length ? fact("addressees", facts.addressees.join("; "), true) : "");
  find("remarks").replaceChildren(...view.remarks.map((remark) => element("li", {}, say(remark))));
}

function figure(key, number, of, change, pressed) {
  return element("button", { type: "button", class: key === "review" && number ? "figure attention" : "figure",
      "aria-pressed": String(pressed), onclick: change },
    element("b", {}, String(number), of === null ? "" : element("small", {}, ` / ${of}`)),
    element("span", {}, word(`figure_${key}`)));
}

function show_figures() {
  const only = (key) => figure(key, tasks.filter(kOnly[key]).length, tasks.length,
    () => change_filter({ only: filter.only === key ? "" : key }), filter.only === key);
  const agencies = new Set(tasks.flatMap((task) => task.assignees));
  find("figures").replaceChildren(
    figure("tasks", tasks.length, null, () => clear_filter(), is_unfiltered()),
    figure("agencies", agencies.size, null, () => change_order(order === "agency" ? "clause" : "agency"), order === "agency"),
    only("dated"), only("targets"), only("review"));
}

function show_findings() {
  const box = find("findings");
  if (!plan.findings.length) return box.replaceChildren(element("p", { class: "fine" }, `✓ ${word("no_findings")}`));
  box.replaceChildren(element("ul", {}, plan.findings.map((finding, index) =>
    element("li", {},
      element("p", {}, element("strong", {}, say(view.findings[index]))),
      element("p", {}, language === "vi" ? finding.message : finding.message_en),
      finding_button(finding)))));
}

function finding_button(finding) {
  const task = tasks.find((one) => one.clause === finding.clause);
  if (task) return element("button", { type: "button", class: "link", onclick: () => open_task(task.index, true) }, `${word("see_clause")} ${finding.clause}`);
  if (finding.span.end <= finding.span.begin) return null;
  return element("button", { type: "button", class: "link", onclick: () => show_place(finding.span.begin) }, word("see_text"));
}

function show_months() {
  const months = due_months();
  find("months-section").hidden = months.length < 2;
  const most = Math.max(...months.map(([, count]) => count), 1);
  find("months").replaceChildren(...months.map(([month, count]) => {
    const bar = element("i", { "aria-hidden": "true" });
    bar.style.height = `${Math.max(3, Math.round((48 * count) / most))}px`;
    const [year, number] = month.split("-");
    return element("li", {}, element("button", { type: "button", "aria-pressed": String(filter.month === month), title: month_name(month),
        "aria-label": `${month_name(month)}: ${count} ${word("count")}`,
        onclick: () => change_filter({ month: filter.month === month ? "" : month }) },
      element("b", {}, String(count)), bar, short_month(Number(number)), element("small", {}, year)));
  }));
}
