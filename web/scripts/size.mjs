// SPDX-License-Identifier: Apache-2.0
// What a first visit transfers, compressed, and what each page adds: fails when the sign-in page, or the list of
// documents after it, needs more than the limit. Fonts count as they are (woff2 is compressed already); the two
// weights of both subsets that every page draws are counted, the others are fetched only where they are used.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";

const limit = 200_000;
const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));
const drawnFonts = /be-vietnam-pro-(latin|vietnamese)-(400|600).*\.woff2$/;

const compressed = (file) => {
  const content = readFileSync(new URL(file, dist));
  return file.endsWith(".woff2") ? content.length : gzipSync(content, { level: 9 }).length;
};

// The files of one entry and of everything it imports statically.
function filesOf(name, found = new Set()) {
  const chunk = manifest[name];
  if (!chunk || found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const sheet of chunk.css ?? []) found.add(sheet);
  for (const imported of chunk.imports ?? []) filesOf(imported, found);
  return found;
}

const entriesOf = (pattern) => {
  const found = Object.keys(manifest).filter((name) => pattern.test(name));
  if (found.length === 0) throw new Error(`no part of the build is called ${pattern}`);
  return found;
};
const fonts = readdirSync(new URL("assets/", dist)).filter((name) => drawnFonts.test(name)).map((name) => `assets/${name}`);
const always = ["index.html", "before-paint.js", "favicon.svg", ...fonts];

function weigh(title, entries) {
  const files = new Set(always);
  for (const entry of entries) for (const file of filesOf(entry)) files.add(file);
  const parts = [...files].filter((file) => existsSync(new URL(file, dist))).map((file) => [file, compressed(file)]);
  const total = parts.reduce((sum, [, bytes]) => sum + bytes, 0);
  console.log(`${title}: ${(total / 1000).toFixed(1)} kB of ${limit / 1000} kB`);
  if (process.argv.includes("--files") || total > limit)
    for (const [file, bytes] of parts.sort((a, b) => b[1] - a[1])) console.log(`  ${(bytes / 1000).toFixed(1).padStart(6)} kB  ${file}`);
  return total <= limit;
}

const first = ["index.html", ...entriesOf(/src\/locales\/vi\/(common|shell)\.json$/)];
const pages = [
  ["sign-in", [...first, ...entriesOf(/features\/identity\/SignInPage\.tsx$|^_SignInPage-.*\.js$|src\/locales\/vi\/sign_in\.json$/)]],
  ["documents", [...first, ...entriesOf(/features\/documents\/DocumentsPage\.tsx$|^_DocumentsPage-.*\.js$/), ...entriesOf(/src\/locales\/vi\/documents\.json$/)]],
];
const fine = pages.map(([title, entries]) => weigh(title, entries)).every(Boolean);
process.exit(fine ? 0 : 1);
