// SPDX-License-Identifier: Apache-2.0
// The list of documents in a real browser against a real server: see review_support.mjs for what has to be named.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { close_browser, example, fresh_file, open_browser, picture, server, skip, upload, violations, widest, with_page } from "./review_support.mjs";

before(async () => { if (!skip) await open_browser(); });
after(close_browser);

describe("documents", { skip }, () => {
  test("several files are uploaded, read, and stand in the list", () => with_page(async (page) => {
    const files = [fresh_file(), fresh_file()];
    await page.setInputFiles("input[data-upload]", files);
    for (const file of files) await page.locator("section li", { hasText: file.name }).getByRole("link").waitFor();
    for (const file of files) await page.locator("tr", { hasText: file.name }).getByText("nhiệm vụ").waitFor({ timeout: 60_000 });
    await picture(page, "documents");
  }));

  test("files may be dropped anywhere on the page", () => with_page(async (page) => {
    const file = fresh_file();
    const transfer = await page.evaluateHandle(([name, text]) => {
      const made = new DataTransfer();
      made.items.add(new File([text], name, { type: "text/plain" }));
      return made;
    }, [file.name, file.buffer.toString("utf8")]);
    for (const type of ["dragenter", "dragover", "drop"]) await page.dispatchEvent("body", type, { dataTransfer: transfer });
    await page.locator("section li", { hasText: file.name }).getByRole("link").waitFor();
  }));

  test("the same file again leads to the document that is there", () => with_page(async (page) => {
    const file = fresh_file();
    await upload(page, file);
    const there = new URL(page.url()).pathname;
    await page.goto(`${server}/documents`);
    await page.setInputFiles("input[data-upload]", { ...file, name: `khac-${file.name}` });
    const link = page.locator("section li", { hasText: `khac-${file.name}` }).getByRole("link");
    assert.equal(await link.getAttribute("href"), there);
  }));

  test("a file that is no document is told about in plain words", () => with_page(async (page) => {
    const name = `hong-${process.pid}-${Date.now()}.pdf`;
    await page.setInputFiles("input[data-upload]", { name, mimeType: "application/pdf", buffer: Buffer.from(`%PDF-1.4\nhỏng ${Date.now()}`) });
    const told = page.locator("section li[data-state=failed], tr", { hasText: name }).filter({ hasText: /Thử lại|Đọc lại/ });
    await told.first().waitFor({ timeout: 60_000 });
    await picture(page, "document_failed");
  }));

  test("searching without accents finds words with accents, and the address keeps the question", () => with_page(async (page) => {
    const file = fresh_file();
    await upload(page, file);
    await page.goto(`${server}/documents`);
    await page.keyboard.press("/");
    await page.locator("main input[type=search]").fill("chi thi 14");
    await page.locator("tbody tr", { hasText: "Chỉ thị 14" }).first().waitFor();
    await page.reload();
    assert.equal(await page.locator("main input[type=search]").inputValue(), "chi thi 14");
    await page.locator("main input[type=search]").fill("zzzz không có");
    await page.getByText("Không có văn bản nào khớp").waitFor();
  }));

  test("what another person uploads does not make the list jump", () => with_page(async (mine) => {
    await mine.locator("tbody tr th a").first().waitFor();
    const first = await mine.locator("tbody tr").first().innerText();
    await with_page(async (theirs) => upload(theirs, fresh_file()));
    await mine.getByRole("button", { name: /văn bản mới/ }).waitFor();
    assert.equal(await mine.locator("tbody tr").first().innerText(), first);
    await mine.getByRole("button", { name: /văn bản mới/ }).click();
    await mine.waitForFunction((old) => document.querySelector("tbody tr").innerText !== old, first);
  }, { who: 1 }));

  test("a scan or PDF shows its pages with the words of the task framed", () => with_page(async (page) => {
    const name = "cong-van-ho-so-truc-tuyen.pdf";
    await page.setInputFiles("input[data-upload]", { name, mimeType: "application/pdf", buffer: readFileSync(example(name)) });
    await page.locator("section li", { hasText: name }).getByRole("link").click();
    await page.locator("figure img").first().waitFor({ timeout: 60_000 });
    await page.waitForFunction(() => document.querySelector("figure img").naturalWidth > 0);
    const box = page.locator("figure button[data-selected]").first();
    await box.waitFor();
    const at = await box.boundingBox();
    assert.ok(at.y > 0 && at.y < 900, `the frame stands at ${at.y}`);
    await picture(page, "review_pages");
  }));

  for (const [screen, scheme] of [["desk", "light"], ["desk", "dark"], ["phone", "light"], ["phone", "dark"]])
    test(`the list has no barrier and is no wider than the screen (${screen}, ${scheme})`, () => with_page(async (page) => {
      await page.setInputFiles("input[data-upload]", fresh_file());
      await page.locator("section li").getByRole("link").waitFor();
      await page.locator("tbody tr").first().waitFor();
      assert.ok((await widest(page)) <= 0);
      assert.deepEqual(await violations(page), []);
      await picture(page, `documents_${screen}_${scheme}`);
    }, { screen, scheme }));
});
