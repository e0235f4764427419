// SPDX-License-Identifier: Apache-2.0
// The page of a plan in a real browser. HAIDANG_SAMPLE_PAGE names a page (written by the program sample_plan_pages, or by
// `haidang directive read --html`); large.html and hostile.html beside it are tested too when they are there.
// HAIDANG_CHROMIUM names the browser when it is not /usr/bin/chromium.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const sample = process.env.HAIDANG_SAMPLE_PAGE && resolve(process.env.HAIDANG_SAMPLE_PAGE);
const chromium_path = process.env.HAIDANG_CHROMIUM || "/usr/bin/chromium";
const skip = !sample ? "HAIDANG_SAMPLE_PAGE names no page" : !existsSync(chromium_path) ? `${chromium_path} is not installed` : false;
const beside = (name) => (sample ? join(dirname(sample), name) : "");
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

let browser;
before(async () => {
  if (!skip) browser = await require("playwright-core").chromium.launch({ executablePath: chromium_path, args: flags });
});
after(async () => { if (browser) await browser.close(); });

const screens = { desk: { width: 1440, height: 900 }, laptop: { width: 1024, height: 768 }, phone: { width: 390, height: 844 } };

// A fresh page; afterwards nothing may have been asked of a network, and no script may have failed.
async function with_page(run, { file = sample, screen = "desk", scheme = "light" } = {}) {
  const context = await browser.newContext({ viewport: screens[screen], colorScheme: scheme, reducedMotion: "reduce", acceptDownloads: true });
  const page = await context.newPage();
  const asked = [], failures = [];
  page.on("request", (request) => { if (!/^(file|data|blob):/.test(request.url())) asked.push(request.url()); });
  page.on("pageerror", (error) => failures.push(error.message));
  page.on("console", (message) => { if (message.type() === "error") failures.push(message.text()); });
  try {
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(() => document.fonts.ready);
    await run(page);
    assert.deepEqual(asked, []);
    assert.deepEqual(failures, []);
  } finally {
    await context.close();
  }
}

const plan_of = (page) => page.evaluate(() => JSON.parse(document.getElementById("plan").textContent).plan);
const lit_text = (page) => page.locator(".source.is-selected").allTextContents().then((parts) => parts.join(" ").replace(/\s+/g, " "));
const squeeze = (text) => text.replace(/\s+/g, "");

describe("the page of a plan", { skip }, () => {
  test("shows every task once, with a card", () => with_page(async (page) => {
    assert.equal(await page.locator(".task").count(), (await plan_of(page)).tasks.length);
  }));

  test("opening a task lights its exact sentence, in view", () => with_page(async (page) => {
    const { tasks } = await plan_of(page);
    for (const index of [0, Math.floor(tasks.length / 2), tasks.length - 1]) {
      await page.locator(".task-open").nth(index).click();
      assert.ok(squeeze(await lit_text(page)).includes(squeeze(tasks[index].text).slice(0, 40)), `task ${tasks[index].clause}`);
      const box = await page.locator(".source.is-selected").first().boundingBox();
      assert.ok(box.y >= 0 && box.y < 900, `the sentence of ${tasks[index].clause} is at ${box.y}`);
    }
    assert.equal(await page.locator(".task.is-selected").count(), 1);
  }));

  test("choosing a sentence opens its task", () => with_page(async (page) => {
    const mark = page.locator("mark.source").nth(1);
    const index = await mark.getAttribute("data-task");
    await mark.click();
    assert.ok(await page.locator(`#task-${index}.is-selected`).isVisible());
    await page.locator(".pin").last().press("Enter");
    assert.equal(await page.locator(".task.is-selected").count(), 1);
  }));

  test("searching without accents finds words with accents", () => with_page(async (page) => {
    const { tasks } = await plan_of(page);
    const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").replace(/Đ/g, "D").toUpperCase();
    const wanted = plain(tasks[0].summary).slice(0, 16);
    await page.fill("#query", wanted);
    assert.ok((await page.locator(".task .clause").allTextContents()).includes(tasks[0].clause));
    await page.fill("#query", "qqqq không có");
    assert.equal(await page.locator(".task").count(), 0);
    assert.ok(await page.locator("#nothing").isVisible());
    await page.click("#clear");
    assert.equal(await page.locator(".task").count(), tasks.length);
  }));

  test("filters by agency and by kind of deadline", () => with_page(async (page) => {
    const { tasks } = await plan_of(page);
    const agency = tasks.find((task) => task.assignees.length).assignees[0];
    await page.selectOption("#agency", `lead:${agency}`);
    assert.equal(await page.locator(".task").count(), tasks.filter((task) => task.assignees.includes(agency)).length);
    await page.click("#clear");
    for (const kind of new Set(tasks.map((task) => (task.deadline ? task.deadline.kind : "none")))) {
      await page.selectOption("#kind", kind);
      assert.equal(await page.locator(".task").count(), tasks.filter((task) => (task.deadline ? task.deadline.kind : "none") === kind).length, kind);
    }
  }));

  test("orders by deadline, earliest first, and back by clause", () => with_page(async (page) => {
    const { tasks } = await plan_of(page);
    await page.selectOption("#sort", "deadline");
    const shown = await page.locator(".task").evaluateAll((cards) => cards.map((card) => Number(card.dataset.index)));
    const dates = shown.map((index) => tasks[index].deadline).filter((deadline) => deadline && deadline.date).map((deadline) => deadline.date);
    assert.deepEqual(dates, [...dates].sort());
    await page.selectOption("#sort", "clause");
    assert.deepEqual(await page.locator(".task .clause").allTextContents(), tasks.map((task) => task.clause));
  }));

  test("the keyboard searches, moves, opens, closes and lists its keys", () => with_page(async (page) => {
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await page.keyboard.press("Enter");
    assert.ok(await page.locator(".task").first().evaluate((card) => card.classList.contains("is-selected")));
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".task.is-selected").count(), 0);
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement.id), "query");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    assert.ok(await page.locator("#key-list").isVisible());
    await page.keyboard.press("Escape");
    assert.ok(!(await page.locator("#key-list").isVisible()));
  }));

  test("speaks English when asked", () => with_page(async (page) => {
    await page.click("#language");
    assert.equal(await page.getAttribute("html", "lang"), "en");
    assert.equal(await page.textContent("#tasks-title"), "Tasks");
  }));

  test("gives the plan as a file", () => with_page(async (page) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save-json")]);
    assert.match(download.suggestedFilename(), /\.plan\.json$/);
    assert.deepEqual(JSON.parse(readFileSync(await download.path(), "utf8")), await plan_of(page));
  }));

  for (const screen of Object.keys(screens))
    test(`nothing is wider than the screen (${screen})`, () => with_page(async (page) => {
      const widest = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok((await widest()) <= 0);
      await page.locator(".task-open").first().click();
      assert.ok((await widest()) <= 0);
      if (screen === "phone") await page.click("#show-document");
      assert.ok((await widest()) <= 0);
    }, { screen }));

  test("a phone shows tasks or text, and leads from one to the other", () => with_page(async (page) => {
    assert.ok(!(await page.locator("#paper").isVisible()));
    await page.locator(".task-open").first().click();
    await page.locator(".task.is-selected .link").click();
    assert.ok(await page.locator(".source.is-selected").first().isVisible());
    await page.locator(".pin").nth(1).click();
    assert.ok(await page.locator(".task.is-selected").isVisible());
  }, { screen: "phone" }));

  test("prints the tasks and no controls", () => with_page(async (page) => {
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator(".task").last().isVisible());
    for (const control of [".bar", "#filters", "#document"]) assert.ok(!(await page.locator(control).isVisible()), control);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).color), "rgb(0, 0, 0)");
    assert.ok((await page.pdf({ preferCSSPageSize: true })).length > 10_000);
  }, { scheme: "dark" }));

  for (const [screen, scheme, word] of [["desk", "light", ""], ["desk", "dark", ""], ["phone", "light", ""], ["phone", "dark", "document"], ["desk", "light", "en"]])
    test(`accessibility: no serious violation (${screen}, ${scheme} ${word})`, () => with_page(async (page) => {
      if (word === "en") await page.click("#language");
      await page.locator(".task-open").first().click();
      if (word === "document") await page.click("#show-document");
      await page.evaluate(() => scrollTo(0, 0));
      // axe is handed over as a function, because the page's policy admits no other script.
      await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
      const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
      const serious = violations.filter((one) => ["serious", "critical", "moderate"].includes(one.impact));
      assert.deepEqual(serious.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`), []);
    }, { screen, scheme }));
});

describe("a page of a hostile document", { skip: skip || (!existsSync(beside("hostile.html")) && "no hostile.html beside the page") }, () => {
  test("shows markup as text and runs nothing", () => with_page(async (page) => {
    await page.locator(".task-open").first().click();
    await page.click("#language");
    await page.waitForTimeout(200);
    assert.ok(!(await page.title()).startsWith("hacked"));
    assert.equal(await page.locator("img").count(), 0);
    assert.equal(await page.locator("script").count(), 2);
    assert.ok((await page.locator(".task-summary").first().textContent()).includes("<script>"));
  }, { file: beside("hostile.html") }));

  for (const screen of Object.keys(screens))
    test(`is no wider than the screen (${screen})`, () => with_page(async (page) => {
      await page.locator(".task-open").first().click();
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
    }, { file: beside("hostile.html"), screen }));

  test("the policy stops a script that got in all the same", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(pathToFileURL(sample).href);
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'hacked'";
      document.body.append(script);
    });
    assert.notEqual(await page.title(), "hacked");
    await context.close();
  });
});

describe("a page of 500 tasks", { skip: skip || (!existsSync(beside("large.html")) && "no large.html beside the page") }, () => {
  test("filters, opens and changes its language in one step each; how long they took is printed, not judged", () => with_page(async (page) => {
    const [took, seen] = await page.evaluate(() => {
      const timed = (act) => { const start = performance.now(); act(); document.body.getBoundingClientRect(); return Math.round(performance.now() - start); };
      const query = document.getElementById("query");
      const cards = () => document.querySelectorAll("#list .task-open").length;
      const took = {}, seen = { all: cards() };
      took.filter = timed(() => { query.value = "so hoa"; query.dispatchEvent(new Event("input", { bubbles: true })); });
      seen.filtered = cards();
      took.clear = timed(() => document.getElementById("clear").click());
      seen.cleared = cards();
      took.open = timed(() => document.querySelectorAll(".task-open")[400].click());
      seen.open = document.querySelectorAll(".task-open")[400].getAttribute("aria-expanded");
      took.language = timed(() => document.getElementById("language").click());
      seen.language = document.documentElement.lang;
      return [took, seen];
    });
    console.log("milliseconds with 500 tasks:", JSON.stringify(took));
    assert.ok(seen.filtered > 0 && seen.filtered < seen.all, JSON.stringify(seen));
    assert.deepEqual({ ...seen, filtered: 0 }, { all: 500, filtered: 0, cleared: 500, open: "true", language: "en" });
  }, { file: beside("large.html") }));
});
