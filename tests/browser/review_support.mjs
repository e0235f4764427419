// SPDX-License-Identifier: Apache-2.0
// What the tests of documents, reviews and plans share. HAIDANG_SERVER is the address of a running server with the example
// city; HAIDANG_REVIEWERS names two accounts that may upload and review there, "name:password,name:password".
// HAIDANG_CHROMIUM names the browser when it is not /usr/bin/chromium. HAIDANG_SCREENSHOTS names a folder for pictures.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(new URL("../../web/package.json", import.meta.url));
const chromium_path = process.env.HAIDANG_CHROMIUM || "/usr/bin/chromium";
export const server = process.env.HAIDANG_SERVER;
const reviewers = (process.env.HAIDANG_REVIEWERS || "").split(",").filter(Boolean).map((one) => one.split(":"));
export const skip = !server ? "HAIDANG_SERVER names no server" : !existsSync(chromium_path) ? `${chromium_path} is not installed` : false;
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export const screens = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
export const example = (name) => new URL(`../../examples/${name}`, import.meta.url).pathname;

let browser;
export const open_browser = async () => { browser = await require("playwright-core").chromium.launch({ executablePath: chromium_path, args: flags }); };
export const close_browser = async () => { if (browser) await browser.close(); };

const sessions = new Map();
// One sign-in for each account and run: the cookies are kept, so that the throttle has nothing to say.
async function cookies_of(at) {
  if (sessions.has(at)) return sessions.get(at);
  const [user, password] = reviewers[at] ?? [];
  assert.ok(user, "HAIDANG_REVIEWERS names too few accounts");
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server}/`);
  await page.locator("input[autocomplete=username]").fill(user);
  await page.locator("input[autocomplete=current-password]").fill(password);
  await page.keyboard.press("Enter");
  await page.locator("#page-title").waitFor();
  sessions.set(at, await context.cookies());
  await context.close();
  return sessions.get(at);
}

// A page of one reviewer; afterwards no script may have failed, and nothing may have been refused by the page's policy.
export async function with_page(run, { who = 0, screen = "desk", scheme = "light" } = {}) {
  const context = await browser.newContext({ viewport: screens[screen], colorScheme: scheme, reducedMotion: "reduce", acceptDownloads: true, hasTouch: screen === "phone" });
  await context.addCookies(await cookies_of(who));
  const page = await context.newPage();
  const failures = [];
  page.on("pageerror", (error) => failures.push(error.message));
  page.on("console", (message) => { if (message.type() === "error" && !/status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(message.text())) failures.push(message.text()); });
  try {
    await page.goto(`${server}/documents`);
    await page.locator("#page-title").waitFor();
    await run(page);
    assert.deepEqual(failures, []);
  } finally {
    await context.close();
  }
}

let made = 0;
// A document of its own for each test, so that tests do not disturb one another: the same words with one more line.
export function fresh_file(name = "chi-thi-dau-tu-cong.txt") {
  made += 1;
  const text = readFileSync(example(name), "utf8");
  return { name: `thu-${process.pid}-${made}-${name}`, mimeType: "text/plain", buffer: Buffer.from(`${text}\nLần thử ${process.pid}.${made}.${Date.now()}\n`) };
}

export async function upload(page, file) {
  await page.goto(`${server}/documents`);
  await page.setInputFiles("input[data-upload]", file);
  const row = page.locator("section li", { hasText: file.name });
  await row.getByRole("link").click();
  await page.locator("li[data-selected]").waitFor({ timeout: 60_000 });
}

export const card = (page, id) => page.locator(`#task-${id}`);
export const selected = (page) => page.locator("li[data-selected]").getAttribute("id").then((id) => id.replace("task-", ""));
export const state_of = (page, id) => card(page, id).getAttribute("data-state");
export const status = (page) => page.locator("[class*=said]").innerText();

export async function picture(page, name) {
  const folder = process.env.HAIDANG_SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

// axe is handed over as a function, because the page's policy admits no other script. The screen is as high as the page meanwhile:
// what the navigation at the bottom of a phone happens to cover can be scrolled to, and is no small target.
export async function violations(page) {
  await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
  const screen = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: screen.width, height: Math.max(screen.height, height + 200) });
  const found = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  await page.setViewportSize(screen);
  return found.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

export const widest = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
