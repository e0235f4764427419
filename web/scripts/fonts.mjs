// SPDX-License-Identifier: Apache-2.0
// Writes src/generated/fonts.css and the fonts it names: Be Vietnam Pro with the letters of Vietnamese and English only,
// a quarter smaller than the package's files. Any other letter is drawn with the system's font.
import { mkdirSync, readFileSync, writeFileSync, existsSync } from "node:fs";
import { createRequire } from "node:module";
import subsetFont from "subset-font";

const packed = createRequire(import.meta.url).resolve("@fontsource/be-vietnam-pro/package.json");
const target = new URL("../src/generated/", import.meta.url);
const weights = [400, 600];
const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join("");
const punctuation = "\u00a0–—‘’“”…•·×°§«»ªº±½€→←↑↓≤≥−";
const vowels = "aăâeêioôơuưy".split("").flatMap((vowel) => ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"].map((tone) => (vowel + tone).normalize("NFC")));
const vietnamese = [...vowels, "đ"].join("");
const letters = ascii + punctuation + vietnamese + vietnamese.toUpperCase() + "₫";
// The ranges of the package's own style sheets: letters of the one file never come from the other.
const isVietnamese = (letter) => /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u0300-\u0323\u1ea0-\u1ef9₫]/.test(letter);
const range = (part) => [...new Set(part)].map((letter) => `U+${letter.codePointAt(0).toString(16)}`).join(",");

const parts = { latin: [...letters].filter((letter) => !isVietnamese(letter)), vietnamese: [...letters].filter(isVietnamese) };
if (!existsSync(new URL("fonts.css", target))) {
  mkdirSync(target, { recursive: true });
  let sheet = "";
  for (const weight of weights)
    for (const [name, part] of Object.entries(parts)) {
      const source = readFileSync(packed.replace("package.json", `files/be-vietnam-pro-${name}-${weight}-normal.woff2`));
      const file = `be-vietnam-pro-${name}-${weight}.woff2`;
      writeFileSync(new URL(file, target), await subsetFont(source, part.join(""), { targetFormat: "woff2" }));
      sheet += `@font-face{font-family:"Be Vietnam Pro";font-style:normal;font-weight:${weight};font-display:swap;` +
        `src:url("./${file}") format("woff2");unicode-range:${range(part)}}\n`;
    }
  writeFileSync(new URL("fonts.css", target), sheet);
}
