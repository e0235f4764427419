// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const folder = fileURLToPath(new URL(".", import.meta.url));
const sources = join(folder, "..");
type Texts = { [key: string]: string | Texts };

const read = (language: string, name: string) => JSON.parse(readFileSync(join(folder, language, name), "utf8")) as Texts;
const flat = (texts: Texts, prefix = ""): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`));

// Vietnamese has no plural forms: "days_one" and "days_other" of English are one "days_other" there.
const withoutPlural = (key: string) => key.replace(/_(one|other)$/, "");
const keysOf = (language: string, name: string) => [...new Set(flat(read(language, name)).map(([key]) => withoutPlural(key)))].sort();
const placeholders = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();

const names = readdirSync(join(folder, "vi")).filter((name) => name.endsWith(".json"));
const sourceFiles = (readdirSync(sources, { recursive: true }) as string[]).filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name));

describe("the texts", () => {
  test("exist in both languages", () => expect(readdirSync(join(folder, "en")).filter((name) => name.endsWith(".json"))).toEqual(names));

  test.each(names)("%s has the same keys in both languages", (name) => expect(keysOf("en", name)).toEqual(keysOf("vi", name)));

  test.each(names)("%s has the same placeholders in both languages", (name) => {
    const english = new Map(flat(read("en", name)).map(([key, text]) => [withoutPlural(key), text]));
    for (const [key, text] of flat(read("vi", name)))
      expect(placeholders(english.get(withoutPlural(key)) ?? ""), key).toEqual(placeholders(text));
  });

  test.each(names)("%s is in normal form C and has no empty text", (name) => {
    for (const language of ["vi", "en"])
      for (const [key, text] of flat(read(language, name))) {
        expect(text.trim(), key).not.toBe("");
        expect(text, key).toBe(text.normalize("NFC"));
      }
  });

  // t("key") of a file belongs to its useTranslation("namespace"); t("namespace:key") names its own.
  test("are there for every key that a page uses", () => {
    const known = new Map(names.map((name) => [name.replace(".json", ""), new Set(keysOf("vi", name))]));
    const missing: string[] = [];
    for (const file of sourceFiles) {
      const source = readFileSync(join(sources, file), "utf8");
      const spaces = [...source.matchAll(/useTranslation\(\[?"(\w+)"/g)].map((found) => found[1]!);
      for (const [, key] of source.matchAll(/\bt\(\s*"([^"]+)"/g)) {
        const [space, name] = key!.includes(":") ? (key!.split(":") as [string, string]) : [undefined, key!];
        const candidates = space ? [space] : spaces.length > 0 ? [...spaces, "common"] : ["common"];
        if (!candidates.some((candidate) => known.get(candidate)?.has(withoutPlural(name)))) missing.push(`${file}: ${key}`);
      }
    }
    expect(missing).toEqual([]);
  });
});
