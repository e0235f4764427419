// SPDX-License-Identifier: Apache-2.0
import { setConnection } from "./connection";
import { type Problem, problemFrom, unreachable } from "./problem";

export type QueryValue = string | number | boolean | null | undefined;

export interface RequestOptions {
  query?: Record<string, QueryValue>;
  body?: unknown;
  /** Sent as it is: a file. Excludes `body`. */
  file?: Blob;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

let csrfToken: string | undefined;
let onSignedOut: () => void = () => undefined;

/** The token that every changing request carries; it comes with the session. */
export const setCsrfToken = (token: string | undefined): void => void (csrfToken = token);

/** Called when the server no longer knows the session, so that the page can ask for a sign-in without being left. */
export const whenSignedOut = (listener: () => void): void => void (onSignedOut = listener);

/** "/api/documents" and {q: "đất đai", on: undefined} become "/api/documents?q=…"; empty values are left out. */
export function address(path: string, query: Record<string, QueryValue> = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== "");
  if (pairs.length === 0) return path;
  return `${path}?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString()}`;
}

export const changingHeaders = (): Record<string, string> => (csrfToken ? { "X-CSRF-Token": csrfToken } : {});

async function read(answer: Response): Promise<unknown> {
  const type = answer.headers.get("content-type") ?? "";
  if (answer.status === 204 || !type.includes("json")) return undefined;
  return answer.json();
}

async function send(method: string, path: string, options: RequestOptions): Promise<Response> {
  const headers: Record<string, string> = {
    Accept: "application/json, application/problem+json",
    "Accept-Language": document.documentElement.lang || "vi",
    ...(method === "GET" ? {} : changingHeaders()),
    ...(options.body === undefined ? {} : { "Content-Type": "application/json" }),
    ...options.headers,
  };
  const init: RequestInit = { method, headers, credentials: "same-origin" };
  if (options.signal) init.signal = options.signal;
  if (options.file) init.body = options.file;
  else if (options.body !== undefined) init.body = JSON.stringify(options.body);
  try {
    return await fetch(address(path, options.query), init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    setConnection(navigator.onLine ? "reconnecting" : "offline");
    throw unreachable();
  }
}

/** Throws a Problem for everything that is not a success; AbortError passes through. */
async function request<T>(method: string, path: string, options: RequestOptions = {}): Promise<T> {
  const answer = await send(method, path, options);
  setConnection("connected");
  const body = await read(answer).catch(() => undefined);
  if (answer.ok) return body as T;
  const problem: Problem = problemFrom(answer.status, body, answer.headers.get("x-request-id") ?? "");
  if (answer.status === 401 && path !== "/api/session") onSignedOut();
  throw problem;
}

export const api = {
  get: <T>(path: string, query?: Record<string, QueryValue>, signal?: AbortSignal): Promise<T> =>
    request<T>("GET", path, { ...(query && { query }), ...(signal && { signal }) }),
  post: <T = void>(path: string, body: unknown = {}, options: RequestOptions = {}): Promise<T> =>
    request<T>("POST", path, { ...options, body }),
  put: <T = void>(path: string, body: unknown, options: RequestOptions = {}): Promise<T> =>
    request<T>("PUT", path, { ...options, body }),
  patch: <T = void>(path: string, body: unknown, options: RequestOptions = {}): Promise<T> =>
    request<T>("PATCH", path, { ...options, body }),
  remove: <T = void>(path: string, options: RequestOptions = {}): Promise<T> => request<T>("DELETE", path, options),
  request,
};
