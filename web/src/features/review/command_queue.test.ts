// SPDX-License-Identifier: Apache-2.0
import { expect, test, vi } from "vitest";
import type { ReviewChanged, ReviewCommand } from "@/features/documents";
import { CommandQueue } from "./command_queue";
import { item } from "./sample";

const changed = (id: string, version: number): ReviewChanged => ({
  version, items: [item(id, { version })], removed: [], state: "in_review", counts: { tasks: 1, open: 0, accepted: 1, skipped: 0, findings: 0 },
});
const accept = (id: string): ReviewCommand => ({ kind: "accept", item: id, item_version: 1 });
const settle = () => new Promise((resolve) => setTimeout(resolve));

function queueOf(send: (command: ReviewCommand) => Promise<ReviewChanged>) {
  const done = vi.fn(), refused = vi.fn(), pause = vi.fn(async () => settle().then(() => undefined));
  return { done, refused, pause, queue: new CommandQueue({ send, done, refused, pause, isPassing: (problem) => problem === "unreachable" }) };
}

test("commands go one after the other, in order", async () => {
  const order: string[] = [];
  const { queue, done } = queueOf(async (command) => {
    order.push(command.item!);
    await settle();
    return changed(command.item!, 2);
  });
  queue.add(accept("1"));
  queue.add(accept("2"));
  expect(order).toEqual(["1"]);
  expect(queue.snapshot()).toHaveLength(2);
  await settle(); await settle(); await settle();
  expect(order).toEqual(["1", "2"]);
  expect(done).toHaveBeenCalledTimes(2);
  expect(queue.snapshot()).toEqual([]);
});

test("a second command on an item is sent against the version the first one made", async () => {
  const sent: ReviewCommand[] = [];
  const { queue } = queueOf(async (command) => {
    sent.push(command);
    return changed("1", sent.length + 1);
  });
  queue.add(accept("1"));
  queue.add({ kind: "skip", item: "1", item_version: 1 });
  await settle(); await settle();
  expect(sent.map((one) => one.item_version)).toEqual([1, 2]);
});

test("a refused command is taken back and told, and the next one still goes", async () => {
  const { queue, refused, done } = queueOf(async (command) => {
    if (command.item === "1") throw "changed by another";
    return changed("2", 2);
  });
  queue.add(accept("1"));
  queue.add(accept("2"));
  await settle(); await settle();
  expect(refused).toHaveBeenCalledWith(expect.objectContaining({ item: "1" }), "changed by another");
  expect(done).toHaveBeenCalledOnce();
});

test("a server that is away loses nothing", async () => {
  let away = 2;
  const { queue, pause, done, refused } = queueOf(async () => {
    if (away-- > 0) throw "unreachable";
    return changed("1", 2);
  });
  queue.add(accept("1"));
  await settle();
  for (let turn = 0; turn < 5; turn += 1) await settle();
  expect(pause.mock.calls).toEqual([[1000], [2000]]);
  expect(done).toHaveBeenCalledOnce();
  expect(refused).not.toHaveBeenCalled();
});
