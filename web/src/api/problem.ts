// SPDX-License-Identifier: Apache-2.0

/** What the server says of a refused request (RFC 9457), or what happened on the way to it. */
export interface ProblemDetail {
  status: number;
  /** Stable number of the rejection, 0 when there was no answer of ours. */
  code: number;
  /** Stable name of the rejection: "WrongState". Unreachable and ServerFault are our own. */
  name: string;
  /** A sentence in the reader's language, empty when there was no answer of ours. */
  title: string;
  advice: string;
  /** The number of the request, for a person who asks the administrator. */
  request: string;
  parameters: Record<string, string>;
}

export class Problem extends Error implements ProblemDetail {
  readonly status: number;
  readonly code: number;
  override readonly name: string;
  readonly title: string;
  readonly advice: string;
  readonly request: string;
  readonly parameters: Record<string, string>;

  constructor(detail: ProblemDetail) {
    super(detail.title || detail.name);
    this.status = detail.status;
    this.code = detail.code;
    this.name = detail.name;
    this.title = detail.title;
    this.advice = detail.advice;
    this.request = detail.request;
    this.parameters = detail.parameters;
  }

  /** The same request may well succeed a moment later. */
  get passing(): boolean {
    return this.name === "Unreachable" || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

function textParameters(value: unknown): Record<string, string> {
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, String(entry)]));
}

export const unreachable = (): Problem =>
  new Problem({ status: 0, code: 0, name: "Unreachable", title: "", advice: "", request: "", parameters: {} });

/** Reads the body of an answer that is not a success; anything that is no problem+json becomes ServerFault or NotFound. */
export function problemFrom(status: number, body: unknown, request = ""): Problem {
  const found = isObject(body) ? body : {};
  const fallback = status === 404 ? "NotFound" : status === 401 ? "SignInNeeded" : "ServerFault";
  return new Problem({
    status,
    code: typeof found["code"] === "number" ? found["code"] : 0,
    name: text(found["name"]) || fallback,
    title: text(found["detail"]) || text(found["title"]),
    advice: text(found["advice"]),
    request: text(found["instance"]) || request,
    parameters: textParameters(found["parameters"]),
  });
}

/** Any thrown value as a problem, so that one notice can show them all. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem({ status: 0, code: 0, name: "PageFault", title: "", advice: "", request: "", parameters: {} });
}

export const isProblem = (error: unknown, ...names: string[]): error is Problem =>
  error instanceof Problem && (names.length === 0 || names.includes(error.name));
