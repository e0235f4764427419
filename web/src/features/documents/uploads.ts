// SPDX-License-Identifier: Apache-2.0
// The files that are on their way to the server: a queue outside of React, so that leaving the page does not stop it.

export type UploadState = "waiting" | "sending" | "sent" | "duplicate" | "failed";

export interface Upload {
  key: number;
  file: File;
  state: UploadState;
  /** 0 to 1: the share of the file that has left this machine. */
  progress: number;
  documentId?: string;
  problem?: unknown;
}

export type Sent = { documentId: string; duplicate: boolean };

/** Sends one file; `onProgress` is called with the share sent. Throws what says why it did not arrive. */
export type SendFile = (file: File, onProgress: (share: number) => void, signal: AbortSignal) => Promise<Sent>;

const kAtOnce = 2;

export class UploadQueue {
  private list: readonly Upload[] = [];
  private listeners = new Set<() => void>();
  private aborts = new Map<number, AbortController>();
  private nextKey = 1;

  constructor(
    private readonly send: SendFile,
    private readonly onSent: (upload: Upload) => void = () => {},
  ) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
  readonly snapshot = () => this.list;

  add(files: readonly File[]) {
    const added = files.map((file): Upload => ({ key: this.nextKey++, file, state: "waiting", progress: 0 }));
    this.set([...this.list, ...added]);
    this.startNext();
  }

  retry(key: number) {
    this.change(key, { state: "waiting", progress: 0, problem: undefined });
    this.startNext();
  }

  /** Takes a file off the list; one that is being sent is stopped. */
  remove(key: number) {
    this.aborts.get(key)?.abort();
    this.set(this.list.filter((one) => one.key !== key));
  }

  clearFinished() {
    this.set(this.list.filter((one) => one.state === "waiting" || one.state === "sending" || one.state === "failed"));
  }

  private startNext() {
    const running = this.list.filter((one) => one.state === "sending").length;
    for (const upload of this.list.filter((one) => one.state === "waiting").slice(0, Math.max(0, kAtOnce - running))) void this.run(upload);
  }

  private async run(upload: Upload) {
    const abort = new AbortController();
    this.aborts.set(upload.key, abort);
    this.change(upload.key, { state: "sending" });
    try {
      const sent = await this.send(upload.file, (progress) => this.change(upload.key, { progress }), abort.signal);
      this.change(upload.key, { state: sent.duplicate ? "duplicate" : "sent", progress: 1, documentId: sent.documentId });
      const done = this.list.find((one) => one.key === upload.key);
      if (done) this.onSent(done);
    } catch (problem) {
      this.change(upload.key, { state: "failed", problem });
    } finally {
      this.aborts.delete(upload.key);
      this.startNext();
    }
  }

  private change(key: number, change: Partial<Upload>) {
    this.set(this.list.map((one) => (one.key === key ? { ...one, ...change } : one)));
  }

  private set(list: readonly Upload[]) {
    this.list = list;
    for (const listener of this.listeners) listener();
  }
}
