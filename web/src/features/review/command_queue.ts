// SPDX-License-Identifier: Apache-2.0
// The commands of a reviewer on their way to the server: one after the other, in the order they were given. What waits is
// shown as done already; what is refused is taken back and told. A server that cannot be reached loses nothing: the queue
// waits and tries again.
import type { ReviewChanged, ReviewCommand } from "@/features/documents";
import { rebased, versionsSeen } from "./review_state";

export interface Pending {
  key: number;
  command: ReviewCommand;
  /** The server could not be reached; it is tried again. */
  delayed: boolean;
}

export interface QueueEnds {
  send: (command: ReviewCommand) => Promise<ReviewChanged>;
  done: (command: ReviewCommand, changed: ReviewChanged) => void;
  refused: (command: ReviewCommand, problem: unknown) => void;
  /** Whether the same command may well succeed a moment later. */
  isPassing: (problem: unknown) => boolean;
  /** Waits that many milliseconds. */
  pause: (milliseconds: number) => Promise<void>;
}

const kFirstPause = 1000;
const kLongestPause = 15_000;

export class CommandQueue {
  private list: readonly Pending[] = [];
  private listeners = new Set<() => void>();
  private nextKey = 1;
  private running = false;
  private stopped = false;

  constructor(private readonly ends: QueueEnds) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
  readonly snapshot = (): readonly Pending[] => this.list;

  add(command: ReviewCommand): void {
    this.set([...this.list, { key: this.nextKey++, command, delayed: false }]);
    void this.run();
  }

  /** Commands that have not been answered stay unsaved; the page warns before it is left. */
  stop(): void {
    this.stopped = true;
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    for (let pause = kFirstPause; this.list[0] && !this.stopped; ) {
      const sent = await this.sendFirst(this.list[0]);
      if (sent) {
        pause = kFirstPause;
        continue;
      }
      await this.ends.pause(pause);
      pause = Math.min(pause * 2, kLongestPause);
    }
    this.running = false;
  }

  private async sendFirst(first: Pending): Promise<boolean> {
    try {
      const changed = await this.ends.send(first.command);
      const seen = versionsSeen(first.command);
      const rest = this.list.slice(1).map((one) => ({ ...one, command: rebased(one.command, seen, changed) }));
      // The answer is taken in before the guess is dropped, so that the old state never shows in between.
      this.ends.done(first.command, changed);
      this.set(rest.concat(this.list.slice(1 + rest.length)));
      return true;
    } catch (problem) {
      if (this.ends.isPassing(problem)) {
        this.set(this.list.map((one) => (one.key === first.key ? { ...one, delayed: true } : one)));
        return false;
      }
      this.set(this.list.slice(1));
      this.ends.refused(first.command, problem);
      return true;
    }
  }

  private set(list: readonly Pending[]): void {
    this.list = list;
    for (const listener of this.listeners) listener();
  }
}
