// SPDX-License-Identifier: Apache-2.0
// The real program: how it starts, refuses to start, serves, stops, and keeps what it was told. HAIDANG_TEST_PROGRAM names it.
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";

const program = process.env.HAIDANG_TEST_PROGRAM;
const cluster = process.env.HAIDANG_TEST_POSTGRES;
const skip = program ? false : "HAIDANG_TEST_PROGRAM names no program";
const bare = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("HAIDANG_")));

const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
function new_folder() {
  const folder = mkdtempSync(join(tmpdir(), "haidang-program-"));
  folders.push(folder);
  return folder;
}

function run(args, env = {}) {
  const ended = spawnSync(program, ["--language", "en", ...args], { env: { ...bare, ...env }, encoding: "utf8", timeout: 60_000 });
  return { status: ended.status, out: ended.stdout, errors: ended.stderr };
}

// Starts the server on a free port; `stop` gives its exit code.
async function start(args, env = {}) {
  const child = spawn(program, ["--language", "en", "serve", "--port", "0", ...args], { env: { ...bare, ...env } });
  const running = { out: "", errors: "" };
  const ended = new Promise((resolve) => child.on("close", resolve));
  child.stderr.on("data", (data) => (running.errors += data));
  const url = await new Promise((resolve, reject) => {
    child.stdout.on("data", (data) => {
      running.out += data;
      const found = /https?:\/\/\S+/.exec(running.out.split("runs at")[1] ?? "");
      if (found) resolve(found[0]);
    });
    ended.then((status) => reject(new Error(`ended with ${status}: ${running.errors}`)));
  });
  const stop = (signal = "SIGTERM") => {
    child.kill(signal);
    return ended;
  };
  return { url, stop, child, said: () => running.out, logged: () => running.errors };
}

const create_administrator = (data, more = []) =>
  run(["account", "create-administrator", "--data", data, "--user-name", "quantri", "--name", "Nguyễn Văn A", "--government", "Thành phố Hải Phòng", ...more]);

// A schema of its own for each test, as the store tests do.
let schemas = 0;
function new_schema() {
  const name = `program_${process.pid}_${++schemas}`;
  execFileSync("psql", ["-q", "-d", cluster, "-c", `CREATE SCHEMA ${name}`], { env: bare });
  return `${cluster}${cluster.includes("?") ? "&" : "?"}options=-csearch_path%3D${name}`;
}

describe("starting", { skip }, () => {
  test("an unknown setting is refused with the one that was meant", () => {
    const refused = run(["serve", "--data", new_folder()], { HAIDANG_PROT: "9000" });
    assert.equal(refused.status, 1);
    assert.match(refused.errors, /HAIDANG_PROT/);
    assert.match(refused.errors, /“port”/);
  });

  test("a value that cannot be used is refused with what is allowed", () => {
    const refused = run(["serve", "--data", new_folder(), "--port", "70000"]);
    assert.equal(refused.status, 1);
    assert.match(refused.errors, /0 … 65535/);
  });

  test("an address that cannot be had is refused in plain words", async () => {
    const first = await start(["--data", new_folder()]);
    const refused = run(["serve", "--data", new_folder(), "--port", new URL(first.url).port]);
    assert.equal(refused.status, 1);
    assert.match(refused.errors, /cannot listen at 127\.0\.0\.1/);
    assert.equal(await first.stop(), 0);
  });

  test("a data folder that cannot be made is refused in plain words", () => {
    const file = join(new_folder(), "file");
    writeFileSync(file, "");
    const refused = run(["serve", "--data", join(file, "below")]);
    assert.equal(refused.status, 1);
    assert.match(refused.errors, /data folder/);
  });

  test("settings are explained with where they come from, and passwords are not shown", () => {
    const folder = new_folder();
    writeFileSync(join(folder, "a.conf"), "# nơi đặt\nport = 9000\ndatabase = postgresql://me:secret@localhost/haidang\n");
    const explained = run(["config", "explain", "--json", "--config", join(folder, "a.conf"), "--tenant", "31"], { HAIDANG_LOG_LEVEL: "debug" });
    assert.equal(explained.status, 0, explained.errors);
    assert.doesNotMatch(explained.out, /secret/);
    const by_name = Object.fromEntries(JSON.parse(explained.out).settings.map((setting) => [setting.name, setting]));
    assert.equal(by_name.port.value, "9000");
    assert.equal(by_name.port.origin, "file a.conf:2");
    assert.equal(by_name.log_level.origin, "variable HAIDANG_LOG_LEVEL");
    assert.equal(by_name.tenant.origin, "flag --tenant");
    assert.equal(by_name.address.origin, "default");
  });
});

const engines = { SQLite: () => [], ...(cluster ? { PostgreSQL: () => ["--database", new_schema()] } : {}) };
for (const [engine, database] of Object.entries(engines)) {
  describe(`on ${engine}`, { skip }, () => {
    test("an empty start tells how an administrator is made, and is ready", async () => {
      const server = await start(["--data", new_folder(), ...database()]);
      assert.match(server.said(), /account create-administrator/);
      assert.equal((await fetch(`${server.url}/healthz`)).status, 200);
      const ready = await fetch(`${server.url}/readyz`);
      assert.deepEqual(await ready.json(), { ready: true, database: true, schema: true, disk: true });
      assert.equal(await server.stop(), 0);
    });

    test("the first administrator is made once, and is still there after a restart", async () => {
      const data = new_folder();
      const chosen = database();
      const made = create_administrator(data, chosen);
      assert.equal(made.status, 0, made.errors);
      assert.match(made.out, /First password: \S+/);
      assert.equal(create_administrator(data, chosen).status, 1);
      for (let round = 0; round < 2; ++round) {
        const server = await start(["--data", data, ...chosen]);
        assert.doesNotMatch(server.said(), /create-administrator/);
        assert.equal(await server.stop("SIGINT"), 0);
      }
      assert.equal(run(["journal", "verify", "--data", data, ...chosen]).status, 0);
    });

    test("the schema is dry-run without a trace, upgraded, and complete", () => {
      const data = new_folder();
      const chosen = ["--data", data, ...database()];
      assert.match(run(["database", "upgrade", "--dry-run", ...chosen]).out, /would run/);
      assert.match(run(["database", "status", ...chosen]).out, /pending/);
      assert.match(run(["database", "upgrade", ...chosen]).out, /calendar_edits/);
      assert.match(run(["database", "status", ...chosen]).out, /The schema is complete/);
      assert.match(run(["database", "upgrade", ...chosen]).out, /^0 steps ran/);
    });
  });
}

describe("running", { skip }, () => {
  test("who is not signed in is told so, and metrics stay on this machine", async () => {
    const server = await start(["--data", new_folder()]);
    const refused = await fetch(`${server.url}/api/calendars`);
    assert.equal(refused.status, 401);
    assert.match(refused.headers.get("content-type"), /application\/problem\+json/);
    const metrics = await fetch(`${server.url}/metrics`);
    assert.match(await metrics.text(), /haidang_http_requests_total\{[^}]*status="401"\} 1/);
    const proxied = await fetch(`${server.url}/metrics`, { headers: { "X-Forwarded-For": "203.0.113.7" } });
    assert.equal(proxied.status, 404);
    assert.equal(await server.stop(), 0);
  });

  test("the log is JSON lines without addresses, and a moved file is begun anew", async () => {
    const folder = new_folder();
    const file = join(folder, "log.jsonl");
    const server = await start(["--data", folder, "--log-file", file]);
    await fetch(`${server.url}/api/calendars?secret=Nguyen`);
    renameSync(file, `${file}.1`);
    server.child.kill("SIGHUP");
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(await server.stop(), 0);
    const lines = [`${file}.1`, file].map((name) => readFileSync(name, "utf8").trim().split("\n").map((line) => JSON.parse(line)));
    assert.ok(lines[0].some((line) => line.event === "request_answered" && line.route === "/api/calendars" && line.status === 401));
    assert.ok(lines[1].some((line) => line.event === "stopped"));
    assert.doesNotMatch(JSON.stringify(lines), /Nguyen|127\.0\.0\.1/);
  });

  test("a training date is today for the whole program", async () => {
    const server = await start(["--data", new_folder(), "--today", "2022-07-08"]);
    assert.equal(await server.stop(), 0);
    assert.match(server.logged(), /"event":"serving".*"today":"2022-07-08"/);
  });
});
