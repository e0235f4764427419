// SPDX-License-Identifier: Apache-2.0
// Saving a plan, seeing it and taking it along, against a real server: see review_support.mjs for what has to be named.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { close_browser, fresh_file, open_browser, picture, server, skip, upload, violations, widest, with_page } from "./review_support.mjs";

before(async () => { if (!skip) await open_browser(); });
after(close_browser);

const beginnings = { xlsx: "PK", docx: "PK", pdf: "%PDF" };

// Accepts what has a clear lead agency and skips the rest, by keyboard.
async function decide_all(page) {
  for (let left = await page.locator("li[data-state=proposed]").count(); left > 0; left = await page.locator("li[data-state=proposed]").count()) {
    const open = await page.locator("li[data-selected]").getByText(/Chưa có cơ quan chủ trì|không có trong danh bạ|chưa rõ là nơi nào/).count();
    await page.keyboard.press(open > 0 ? "x" : "a");
  }
  assert.ok((await page.locator("li[data-state=accepted]").count()) > 0);
}

async function saved_plan(page) {
  await upload(page, fresh_file());
  await decide_all(page);
  await page.getByRole("button", { name: "Lưu kế hoạch" }).click();
  await page.getByRole("dialog").getByRole("button", { name: /^Lưu kế hoạch với/ }).click();
  await page.locator("nav a[aria-current=page]", { hasText: "Kế hoạch" }).last().waitFor();
}

describe("the plan", { skip }, () => {
  test("what is missing is listed before it can be saved, and each leads to its task", () => with_page(async (page) => {
    await upload(page, fresh_file());
    await page.getByRole("button", { name: "Lưu kế hoạch" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Chưa lưu được kế hoạch").waitFor();
    await picture(page, "plan_missing");
    const line = dialog.locator("li button").nth(2);
    const words = await line.innerText();
    await line.click();
    assert.ok(words.includes(await page.locator("li[data-selected] [data-card-button]").innerText()));
  }));

  test("is seen by agency, by deadline and as in the document, and every figure has its tasks", () => with_page(async (page) => {
    await saved_plan(page);
    await picture(page, "plan_agency");
    const all = Number((await page.locator("[aria-label^='Số liệu'] button b").first().innerText()).split("/")[0]);
    await page.getByRole("button", { name: "Theo văn bản" }).click();
    assert.equal(await page.locator("ol > li p[lang=vi]").count(), all);
    await page.getByRole("button", { name: "Theo thời hạn" }).click();
    await picture(page, "plan_deadline");
    const dated = page.getByRole("button", { name: /có ngày hết hạn/ });
    const count = Number((await dated.locator("b").innerText()).split("/")[0]);
    await dated.click();
    assert.equal(await page.locator("ol > li p[lang=vi]").count(), count);
  }));

  test("leads back to each sentence, and from there to the plan", () => with_page(async (page) => {
    await saved_plan(page);
    await page.getByRole("link", { name: /^Xem câu gốc/ }).first().click();
    await page.locator("mark[data-selected]").first().waitFor();
    await page.getByText("việc rà soát đã đóng").waitFor();
  }));

  test("is taken along as a spreadsheet, a document and a PDF that open", () => with_page(async (page) => {
    await saved_plan(page);
    for (const [format, beginning] of Object.entries(beginnings)) {
      await page.getByRole("button", { name: "Tải về" }).click();
      const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`[data-export=${format}]`).click()]);
      const bytes = readFileSync(await download.path());
      assert.ok(bytes.length > 1000 && bytes.toString("latin1").startsWith(beginning), `${format}: ${bytes.length} bytes`);
      assert.ok(download.suggestedFilename().endsWith(`.${format}`));
    }
  }));

  test("gets a second version after the review was opened again; the first is kept", () => with_page(async (page) => {
    await saved_plan(page);
    await page.getByRole("button", { name: "Mở lại để sửa" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Mở lại để sửa" }).click();
    await page.getByText("Việc rà soát đã được mở lại").waitFor();
    await page.getByRole("link", { name: "Rà soát" }).click();
    await page.locator("li[data-state=accepted] [data-card-button]").first().click();
    await page.keyboard.press("x");
    await page.getByRole("button", { name: "Lưu kế hoạch" }).click();
    await page.getByRole("dialog").getByRole("button", { name: /^Lưu kế hoạch với/ }).click();
    await page.getByLabel("Phiên bản").selectOption("1");
    await page.getByText("không phải phiên bản mới nhất").waitFor();
  }));

  test("stands in the list of plans, and its history tells who did what", () => with_page(async (page) => {
    await saved_plan(page);
    const path = new URL(page.url()).pathname;
    await page.goto(`${server}/plans`);
    await page.locator(`tbody a[href='${path}']`).waitFor();
    await page.goto(`${server}${path.replace("/plan", "/history")}`);
    await page.getByText("đã lưu kế hoạch").waitFor();
    await page.getByText("đã tải văn bản lên").waitFor();
    await picture(page, "history");
    assert.deepEqual(await violations(page), []);
  }));

  for (const [screen, scheme] of [["desk", "light"], ["desk", "dark"], ["phone", "light"], ["phone", "dark"]])
    test(`has no barrier and is no wider than the screen (${screen}, ${scheme})`, () => with_page(async (page) => {
      await saved_plan(page);
      assert.ok((await widest(page)) <= 0);
      assert.deepEqual(await violations(page), []);
      await picture(page, `plan_${screen}_${scheme}`);
      await page.getByRole("button", { name: "Theo thời hạn" }).click();
      const month = page.locator("ol button:not([disabled])").first();
      if (await month.count()) await month.click();
      assert.ok((await widest(page)) <= 0);
      assert.deepEqual(await violations(page), []);
      await picture(page, `plan_deadline_${screen}_${scheme}`);
    }, { screen, scheme }));

  test("prints its tasks and no controls", () => with_page(async (page) => {
    await saved_plan(page);
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator("ol > li p[lang=vi]").last().isVisible());
    assert.ok(!(await page.getByRole("button", { name: "Tải về" }).isVisible()));
    assert.ok((await page.pdf({ preferCSSPageSize: true })).length > 10_000);
  }));
});
