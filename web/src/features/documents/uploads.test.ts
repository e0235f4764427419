// SPDX-License-Identifier: Apache-2.0
import { expect, test, vi } from "vitest";
import { type Sent, UploadQueue } from "./uploads";

const file = (name: string) => new File(["chỉ thị"], name);

function byHand() {
  const waiting: { name: string; arrive: (sent: Sent) => void; fail: (problem: Error) => void; progress: (share: number) => void }[] = [];
  const queue = new UploadQueue((one, progress) => new Promise((arrive, fail) => waiting.push({ name: one.name, arrive, fail, progress })));
  return { queue, waiting };
}
const settle = () => new Promise((resolve) => setTimeout(resolve));

test("two files are sent at a time, the next when one has arrived", async () => {
  const { queue, waiting } = byHand();
  queue.add(["a", "b", "c"].map(file));
  expect(waiting.map((one) => one.name)).toEqual(["a", "b"]);
  waiting[0]!.progress(0.5);
  expect(queue.snapshot()[0]).toMatchObject({ state: "sending", progress: 0.5 });
  waiting[0]!.arrive({ documentId: "7", duplicate: false });
  await settle();
  expect(waiting.map((one) => one.name)).toEqual(["a", "b", "c"]);
  expect(queue.snapshot()[0]).toMatchObject({ state: "sent", documentId: "7" });
});

test("a file that is there already leads to the document", async () => {
  const { queue, waiting } = byHand();
  queue.add([file("a")]);
  waiting[0]!.arrive({ documentId: "3", duplicate: true });
  await settle();
  expect(queue.snapshot()[0]).toMatchObject({ state: "duplicate", documentId: "3" });
});

test("a failure does not stop the others, and can be tried again", async () => {
  const { queue, waiting } = byHand();
  queue.add(["a", "b"].map(file));
  waiting[0]!.fail(new Error("Tệp quá lớn"));
  waiting[1]!.fail(new Error("mất mạng"));
  await settle();
  expect(queue.snapshot().map((one) => (one.problem as Error).message)).toEqual(["Tệp quá lớn", "mất mạng"]);
  queue.retry(queue.snapshot()[1]!.key);
  expect(waiting.map((one) => one.name)).toEqual(["a", "b", "b"]);
});

test("taking a file off the list stops its sending", () => {
  const stopped = vi.fn();
  const queue = new UploadQueue((_, __, signal) => new Promise(() => signal.addEventListener("abort", stopped)));
  queue.add([file("a")]);
  queue.remove(queue.snapshot()[0]!.key);
  expect(stopped).toHaveBeenCalledOnce();
  expect(queue.snapshot()).toEqual([]);
});
