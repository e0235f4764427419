// SPDX-License-Identifier: Apache-2.0
// The review of a directive in a real browser against a real server: see review_support.mjs for what has to be named.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { card, close_browser, fresh_file, open_browser, picture, selected, server, skip, state_of, status, upload, violations, widest, with_page } from "./review_support.mjs";

before(async () => { if (!skip) await open_browser(); });
after(close_browser);

const first_id = (page) => page.locator("[data-card-button]").first().getAttribute("data-card-button");
const saved = (page) => page.waitForResponse((answer) => answer.url().endsWith("/review/commands"));
const summary = (page, id) => card(page, id).locator("[data-card-button]").innerText();

describe("the review by keyboard", { skip }, () => {
  test("j, k, a, x, u decide one after the other, and say so", () => with_page(async (page) => {
    await upload(page, fresh_file());
    const first = await first_id(page);
    assert.equal(await selected(page), first);
    await page.keyboard.press("a");
    assert.equal(await state_of(page, first), "accepted");
    assert.match(await status(page), /Đã nhận nhiệm vụ/);
    assert.match(await page.locator("[aria-live=polite]").last().innerText(), /u để hoàn tác/);
    const second = await selected(page);
    assert.notEqual(second, first);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.cardButton), second);
    await page.keyboard.press("x");
    assert.equal(await state_of(page, second), "skipped");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await page.keyboard.press("u");
    await page.waitForFunction((id) => document.getElementById(`task-${id}`).dataset.state === "proposed", second);
    await page.keyboard.press("Control+z");
    await page.waitForFunction((id) => document.getElementById(`task-${id}`).dataset.state === "proposed", first);
    await picture(page, "review_desk");
  }));

  test("the keys work although an input method for Vietnamese is left on", () => with_page(async (page) => {
    await upload(page, fresh_file());
    const first = await first_id(page);
    await page.evaluate(() => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "â", bubbles: true, cancelable: true })));
    assert.equal(await state_of(page, first), "accepted");
  }));

  test("an edit is typed, saved, shown at once, and survives a reload", () => with_page(async (page) => {
    await upload(page, fresh_file());
    const id = await first_id(page);
    await page.keyboard.press("e");
    const field = page.locator("form textarea").first();
    assert.ok(await field.evaluate((one) => one === document.activeElement));
    await field.fill("Báo cáo tiến độ giải ngân");
    await page.keyboard.press("a");
    assert.equal(await state_of(page, id), "proposed");
    await field.fill("Báo cáo tiến độ giải ngân");
    await page.reload();
    await page.getByText("Bản sửa chưa lưu của bạn vẫn còn ở đây").waitFor();
    assert.equal(await page.locator("form textarea").first().inputValue(), "Báo cáo tiến độ giải ngân");
    const answer = saved(page);
    await page.keyboard.press("Control+Enter");
    assert.equal((await answer).status(), 200);
    assert.equal(await summary(page, id), "Báo cáo tiến độ giải ngân");
    await page.reload();
    await card(page, id).waitFor();
    assert.equal(await summary(page, id), "Báo cáo tiến độ giải ngân");
    assert.equal(await page.locator("form textarea").count(), 0);
  }));

  test("a deadline and an agency are changed with their pickers", () => with_page(async (page) => {
    await upload(page, fresh_file());
    const id = await first_id(page);
    await page.keyboard.press("e");
    const form = page.locator("form[aria-label^='Sửa nhiệm vụ']");
    await form.getByLabel("Loại thời hạn").selectOption("by");
    await form.getByRole("textbox", { name: "Ngày cuối cùng còn trong hạn" }).fill("30/6/2027");
    await form.getByRole("combobox", { name: /^Thêm cơ quan chủ trì/i }).fill("so noi vu");
    await page.getByRole("option", { name: /Sở Nội vụ/ }).first().click();
    await picture(page, "review_edit");
    const answer = saved(page);
    await form.getByRole("button", { name: "Lưu sửa đổi" }).click();
    assert.equal((await answer).status(), 200);
    await card(page, id).getByText("30/6/2027").waitFor();
    await card(page, id).getByText("Sở Nội vụ").first().waitFor();
  }));

  test("a task is split, two are merged, one is added, and each is taken back", () => with_page(async (page) => {
    await upload(page, fresh_file());
    const cards = page.locator("li[id^=task-]");
    const before = await cards.count();
    await page.keyboard.press("s");
    const parts = page.locator("form fieldset textarea");
    await parts.first().fill("Phần thứ nhất");
    await parts.nth(1).fill("Phần thứ hai");
    await page.getByRole("button", { name: /^Tách thành/ }).click();
    await page.waitForFunction((count) => document.querySelectorAll("li[id^=task-]").length > count, before);
    await page.keyboard.press("u");
    await page.waitForFunction((count) => document.querySelectorAll("li[id^=task-]").length === count, before);
    await page.keyboard.press("m");
    await page.getByRole("button", { name: /^Gộp 2/ }).click();
    await page.waitForFunction((count) => document.querySelectorAll("li[id^=task-]").length === count - 1, before);
    await page.keyboard.press("u");
    await page.waitForFunction((count) => document.querySelectorAll("li[id^=task-]").length === count, before);
    await page.keyboard.press("n");
    await page.locator("form textarea").first().fill("Việc do người rà soát thêm");
    await page.keyboard.press("Control+Enter");
    await page.waitForFunction((count) => document.querySelectorAll("li[id^=task-]").length === count + 1, before);
    assert.match(await page.locator("li[data-selected]").innerText(), /Việc do người rà soát thêm/);
    await page.keyboard.press("u");
    await page.waitForFunction((count) => document.querySelectorAll("li[id^=task-]").length === count, before);
  }));

  test("f goes from finding to finding, ? lists the keys", () => with_page(async (page) => {
    await upload(page, fresh_file());
    await page.keyboard.press("f");
    assert.match(await page.locator("li[data-selected]").innerText(), /không có trong lịch/);
    const lit = await page.locator("mark[data-selected]").first().boundingBox();
    assert.ok(lit.y > 0 && lit.y < 900, `the sentence stands at ${lit.y}`);
    await page.keyboard.press("?");
    await page.getByRole("dialog").getByText("nhận nhiệm vụ").waitFor();
  }));
});

describe("the review by mouse", { skip }, () => {
  test("all that are sure are accepted together, and taken back together", () => with_page(async (page) => {
    await upload(page, fresh_file());
    const button = page.getByRole("button", { name: /nhiệm vụ đã chắc/ });
    const sure = Number(/\d+/.exec(await button.innerText())[0]);
    await button.click();
    await page.waitForFunction((count) => document.querySelectorAll("li[data-state=accepted]").length === count, sure);
    await page.getByRole("button", { name: "Hoàn tác" }).first().click();
    await page.waitForFunction(() => document.querySelectorAll("li[data-state=accepted]").length === 0);
  }));

  test("selected words become a task with its place in the text", () => with_page(async (page) => {
    await upload(page, fresh_file());
    await page.evaluate(() => {
      const text = [...document.querySelectorAll("p > span[data-begin]")].find((one) => one.textContent.includes("Yêu cầu Thủ trưởng"));
      const range = document.createRange();
      range.selectNodeContents(text);
      window.getSelection().addRange(range);
    });
    await page.getByRole("button", { name: "Thêm nhiệm vụ từ đoạn này" }).click();
    const field = page.locator("form textarea").first();
    assert.match(await field.inputValue(), /^Yêu cầu Thủ trưởng/);
    const answer = saved(page);
    await page.getByRole("button", { name: "Thêm nhiệm vụ", exact: true }).last().click();
    assert.equal((await answer).status(), 200);
    await page.locator("mark[data-selected]", { hasText: "Yêu cầu Thủ trưởng" }).first().waitFor();
  }));

  test("a sentence in the text opens its task", () => with_page(async (page) => {
    await upload(page, fresh_file());
    const mark = page.locator("mark[data-task]").nth(4);
    await mark.click();
    assert.equal(await selected(page), await mark.getAttribute("data-task"));
  }));

  test("only what needs a look is shown when asked for", () => with_page(async (page) => {
    await upload(page, fresh_file());
    await page.getByLabel("Nhiệm vụ đang hiện").last().selectOption("look");
    const shown = await page.locator("li[id^=task-]").count();
    assert.equal(shown, await page.locator("li[data-look]").count());
    assert.ok(shown > 0);
  }));
});

describe("two reviewers", { skip }, () => {
  test("see each other's decisions at once", () => with_page(async (mine) => {
    await upload(mine, fresh_file());
    const id = await first_id(mine);
    await with_page(async (theirs) => {
      await theirs.goto(`${server}${new URL(mine.url()).pathname}`);
      await card(theirs, id).waitFor();
      await theirs.keyboard.press("a");
      await mine.waitForFunction((task) => document.getElementById(`task-${task}`).dataset.state === "accepted", id);
    }, { who: 1 });
  }));

  test("who edit the same field choose between both versions, and nothing typed is lost", () => with_page(async (mine) => {
    await upload(mine, fresh_file());
    const id = await first_id(mine);
    await mine.keyboard.press("e");
    await mine.locator("form textarea").first().fill("Của người thứ nhất");
    await with_page(async (theirs) => {
      await theirs.goto(`${server}${new URL(mine.url()).pathname}`);
      await card(theirs, id).waitFor();
      await theirs.keyboard.press("e");
      await theirs.locator("form textarea").first().fill("Của người thứ hai");
      const answer = saved(theirs);
      await theirs.keyboard.press("Control+Enter");
      assert.equal((await answer).status(), 200);
    }, { who: 1 });
    await mine.getByText("trong khi bạn đang sửa").waitFor();
    await picture(mine, "review_conflict");
    assert.ok(await mine.locator("form [role=alert]").getByText("Của người thứ hai").isVisible());
    assert.equal(await mine.locator("form textarea").first().inputValue(), "Của người thứ nhất");
    await mine.getByRole("radio", { name: /Của bạn/ }).check();
    await mine.getByRole("button", { name: "Dùng lựa chọn này" }).click();
    const answer = saved(mine);
    await mine.getByRole("button", { name: "Lưu sửa đổi" }).click();
    assert.equal((await answer).status(), 200);
    assert.equal(await summary(mine, id), "Của người thứ nhất");
  }));

  test("who edit different fields both get their way without a question", () => with_page(async (mine) => {
    await upload(mine, fresh_file());
    const id = await first_id(mine);
    await mine.keyboard.press("e");
    await mine.locator("form textarea").first().fill("Câu mới của tôi");
    await with_page(async (theirs) => {
      await theirs.goto(`${server}${new URL(mine.url()).pathname}`);
      await card(theirs, id).waitFor();
      await theirs.keyboard.press("e");
      await theirs.getByLabel("Loại thời hạn").selectOption("continuous");
      const answer = saved(theirs);
      await theirs.keyboard.press("Control+Enter");
      assert.equal((await answer).status(), 200);
    }, { who: 1 });
    await mine.getByText("Sửa đổi đó đã được đưa vào đây").waitFor();
    const answer = saved(mine);
    await mine.keyboard.press("Control+Enter");
    assert.equal((await answer).status(), 200);
    assert.equal(await summary(mine, id), "Câu mới của tôi");
    await card(mine, id).getByText("thường xuyên").first().waitFor();
  }));
});

describe("the page of a review", { skip }, () => {
  test("loses nothing while the server is away", () => with_page(async (page) => {
    await upload(page, fresh_file());
    const id = await first_id(page);
    await page.context().setOffline(true);
    await page.keyboard.press("a");
    assert.equal(await state_of(page, id), "accepted");
    await page.getByText("chưa lưu được; đang thử lại").waitFor();
    const answer = saved(page);
    await page.context().setOffline(false);
    assert.equal((await answer).status(), 200);
    await page.reload();
    await card(page, id).waitFor();
    assert.equal(await state_of(page, id), "accepted");
  }));

  for (const [screen, scheme] of [["desk", "light"], ["desk", "dark"], ["phone", "light"], ["phone", "dark"]])
    test(`has no barrier and is no wider than the screen (${screen}, ${scheme})`, () => with_page(async (page) => {
      await upload(page, fresh_file());
      assert.ok((await widest(page)) <= 0);
      assert.deepEqual(await violations(page), []);
      await picture(page, `review_${screen}_${scheme}`);
      if (screen === "phone") {
        await page.getByRole("button", { name: "Văn bản", exact: true }).click();
        assert.ok(await page.locator("mark").first().isVisible());
        assert.ok((await widest(page)) <= 0);
        await picture(page, `review_text_${screen}_${scheme}`);
        await page.getByRole("button", { name: /^Nhiệm vụ \(/ }).click();
      }
      await page.locator("li[data-selected]").getByRole("button", { name: /^Sửa/ }).click();
      await page.locator("form textarea").first().waitFor();
      assert.ok((await widest(page)) <= 0);
      assert.deepEqual(await violations(page), []);
      await picture(page, `review_edit_${screen}_${scheme}`);
    }, { screen, scheme }));
});
