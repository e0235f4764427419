// SPDX-License-Identifier: Apache-2.0
// Starts the real server with the example city on a free port, on an empty database that goes away with it.
import { spawn, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const account_line = /^ {2}(\S+)\s+(\S+)\s+(\S+)\s+(.*)$/;

// A database of its own within the cluster that `address` names; nothing for SQLite.
function fresh_database(address) {
  if (!address) return { setting: [], drop: () => {} };
  const name = `haidang_browser_${process.pid}`;
  const sql = (text) => execFileSync("psql", [address, "-q", "-c", text], { stdio: "ignore" });
  sql(`CREATE DATABASE ${name}`);
  return { setting: ["--database", address.replace(/^(postgresql:\/\/[^/]*\/)[^?]*/, `$1${name}`)], drop: () => sql(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** `{address, accounts: [{user_name, password, role, organisation}], stop()}`; `postgres` is the address of a cluster. */
export async function start_server(program, { postgres = "", today = "2022-06-27" } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "haidang-browser-"));
  const database = fresh_database(postgres);
  const child = spawn(program, ["serve", "--example", "--address", "127.0.0.1", "--port", "0", "--data", folder, "--today", today, ...database.setting],
    { stdio: ["ignore", "pipe", "pipe"] });
  const said = { out: "", err: "" };
  child.stderr.on("data", (text) => { said.err += text; });
  const address = await new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Error(`the server is not ready after two minutes:\n${said.err}`)), 120_000);
    child.on("exit", (code) => failed(new Error(`the server ended with ${code}:\n${said.out}\n${said.err}`)));
    child.stdout.on("data", (text) => {
      said.out += text;
      const found = /https?:\/\/[\w.[\]:]+/.exec(said.out);
      if (!found) return;
      clearTimeout(timer);
      done(found[0]);
    });
  });
  const accounts = said.out.split("\n").map((line) => account_line.exec(line)).filter(Boolean)
    .map(([, user_name, password, role, organisation]) => ({ user_name, password, role, organisation }));
  const stop = () => new Promise((done) => {
    child.removeAllListeners("exit");
    child.on("exit", () => {
      database.drop();
      rmSync(folder, { recursive: true, force: true });
      done();
    });
    child.kill("SIGTERM");
  });
  return { address, accounts, stop };
}
