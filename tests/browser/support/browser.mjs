// SPDX-License-Identifier: Apache-2.0
// What the tests of the shell share: a browser, a signed-in page on which nothing may fail, and the look for barriers.
// HAIDANG_SERVER is the address of a running server with the example city, HAIDANG_ACCOUNTS its accounts,
// "name:password:role,…". HAIDANG_CHROMIUM names the browser when it is not /usr/bin/chromium.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../../web/package.json", import.meta.url));
const chromium_path = process.env.HAIDANG_CHROMIUM || "/usr/bin/chromium";
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
export const server = process.env.HAIDANG_SERVER;
export const accounts = (process.env.HAIDANG_ACCOUNTS || "").split(",").filter(Boolean).map((one) => one.split(":")).map(([user_name, password, role]) => ({ user_name, password, role }));
export const skip = !server ? "HAIDANG_SERVER names no server" : !existsSync(chromium_path) ? `${chromium_path} is not installed` : false;
export const account_with = (role) => accounts.find((account) => account.role === role);
export const screens = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

let browser;
export const open_browser = async () => { browser = await require("playwright-core").chromium.launch({ executablePath: chromium_path, args: flags }); };
export const close_browser = async () => { if (browser) await browser.close(); };

export async function sign_in(page, { user_name, password }) {
  await page.goto(`${server}/`);
  await page.locator("input[autocomplete=username]").fill(user_name);
  await page.locator("input[autocomplete=current-password]").fill(password);
  await page.keyboard.press("Enter");
}

const sessions = new Map();
// One sign-in per account for the whole run: the cookies are kept, so that the throttle has nothing to say.
async function cookies_of(account) {
  if (!sessions.has(account.user_name)) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await sign_in(page, account);
    await page.locator("#page-title").waitFor();
    sessions.set(account.user_name, await context.cookies());
    await context.close();
  }
  return sessions.get(account.user_name);
}

/** A fresh page, signed in as `as` (an account, or null); afterwards no script may have failed and nothing been refused by the policy. */
export async function with_page(run, { as = account_with("administrator"), screen = "desk", scheme = "light", language = "vi" } = {}) {
  const context = await browser.newContext({ viewport: screens[screen], colorScheme: scheme, reducedMotion: "reduce", acceptDownloads: true });
  if (as) await context.addCookies(await cookies_of(as));
  await context.addInitScript((chosen) => { if (!localStorage.getItem("haidang.language")) localStorage.setItem("haidang.language", chosen); }, language);
  const page = await context.newPage();
  const failures = [];
  page.on("pageerror", (error) => failures.push(error.message));
  page.on("console", (message) => { if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) failures.push(message.text()); });
  try {
    await run(page);
    assert.deepEqual(failures, []);
  } finally {
    await context.close();
  }
}

export async function open(page, path) {
  await page.goto(`${server}${path}`);
  await page.locator("#page-title").waitFor();
  await page.waitForLoadState("networkidle");
}

// axe is handed over as a function, because the page's policy admits no other script.
export async function violations(page) {
  await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.filter(({ impact }) => impact !== "minor").map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

export const widest = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
