// SPDX-License-Identifier: Apache-2.0
// Writes src/api/generated/contract.d.ts from api/openapi.json, when that is newer: the contract is printed by the
// program itself, so the pages cannot disagree with the server without the type checker noticing.
import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openapiTypescript, { astToString } from "openapi-typescript";

const source = new URL("../../api/openapi.json", import.meta.url);
const target = new URL("../src/generated/contract.d.ts", import.meta.url);
const newer = (a, b) => !existsSync(b) || statSync(a).mtimeMs > statSync(b).mtimeMs;

if (existsSync(source) && newer(source, target)) {
  const text = astToString(await openapiTypescript(source));
  mkdirSync(new URL(".", target), { recursive: true });
  writeFileSync(target, `// Generated from api/openapi.json.\n${text}`);
  console.log(`written: ${fileURLToPath(target)}`);
}
