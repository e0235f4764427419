// SPDX-License-Identifier: Apache-2.0
// Makes the pictures of the README: node tests/browser/screenshots.mjs build/release/bin/haidang
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { start_server } from "./support/server.mjs";

const program = process.argv[2];
const folder = fileURLToPath(new URL("../../docs/images/", import.meta.url));
const server = await start_server(program);
process.env.HAIDANG_SERVER = server.address;
process.env.HAIDANG_ACCOUNTS = server.accounts.map(({ user_name, password, role }) => `${user_name}:${password}:${role}`).join(",");
const { account_with, close_browser, open, open_browser, with_page } = await import("./support/browser.mjs");

// name | path | how
const pictures = [
  ["documents", "/documents", { as: account_with("office") }],
  ["organisations", "/organisations", {}],
  ["then-and-now", "/organisations/structure?on=2025-06-30", {}],
  ["calendar", "/calendars/vietnam?year=2022", {}],
  ["accounts-dark", "/accounts", { scheme: "dark" }],
  ["organisations-phone", "/organisations", { screen: "phone" }],
];
mkdirSync(folder, { recursive: true });
await open_browser();
try {
  for (const [name, path, how] of pictures)
    await with_page(async (page) => {
      await open(page, path);
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: `${folder}${name}.png` });
    }, how);
} finally {
  await close_browser();
  await server.stop();
}
