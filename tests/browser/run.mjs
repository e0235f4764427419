// SPDX-License-Identifier: Apache-2.0
// Runs the browser tests against the real server, on SQLite and, when HAIDANG_TEST_POSTGRES names a cluster, on PostgreSQL.
//   node tests/browser/run.mjs build/dev/bin/haidang [TEST.mjs …]
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { start_server } from "./support/server.mjs";

const [program, ...chosen] = process.argv.slice(2);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const tests = (chosen.length > 0 ? chosen.map((name) => basename(name)) : ["shell_test.mjs", "documents_test.mjs", "review_test.mjs", "plan_test.mjs"]).map(here).filter(existsSync);
const engines = ["", ...(process.env.HAIDANG_TEST_POSTGRES ? [process.env.HAIDANG_TEST_POSTGRES] : [])];
const reviewing = new Set(["office", "chair", "administrator"]);

let failed = false;
for (const postgres of engines) {
  console.log(`# ${postgres ? "PostgreSQL" : "SQLite"}`);
  const server = await start_server(program, { postgres });
  const triple = ({ user_name, password, role }) => `${user_name}:${password}:${role}`;
  const reviewers = server.accounts.filter(({ role }) => reviewing.has(role)).sort((a, b) => [...reviewing].indexOf(a.role) - [...reviewing].indexOf(b.role));
  const environment = {
    ...process.env,
    HAIDANG_SERVER: server.address,
    HAIDANG_ACCOUNTS: server.accounts.map(triple).join(","),
    HAIDANG_REVIEWERS: process.env.HAIDANG_REVIEWERS ?? reviewers.map(({ user_name, password }) => `${user_name}:${password}`).join(","),
  };
  try {
    const { status } = spawnSync(process.execPath, ["--test", "--test-concurrency=1", ...tests], { env: environment, stdio: "inherit" });
    failed ||= status !== 0;
  } finally {
    await server.stop();
  }
}
process.exit(failed ? 1 : 0);
