// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import { address } from "./client";
import { asProblem, isProblem, problemFrom, unreachable } from "./problem";

describe("what the server refuses", () => {
  test("keeps the sentences of the catalogue", () => {
    const problem = problemFrom(409, {
      code: 2031, name: "WrongState", title: "Wrong state", detail: "Hồ sơ đã đóng.", advice: "Tải lại trang.", instance: "r-1", parameters: { state: "closed", count: 3 },
    });
    expect(problem).toMatchObject({ status: 409, code: 2031, name: "WrongState", title: "Hồ sơ đã đóng.", advice: "Tải lại trang.", request: "r-1" });
    expect(problem.parameters).toEqual({ state: "closed", count: "3" });
    expect(isProblem(problem, "WrongState")).toBe(true);
    expect(isProblem(problem, "NotFound")).toBe(false);
  });
  test("an answer without a problem is told by its status", () => {
    expect(problemFrom(404, undefined).name).toBe("NotFound");
    expect(problemFrom(401, "x").name).toBe("SignInNeeded");
    expect(problemFrom(500, null, "r-9")).toMatchObject({ name: "ServerFault", request: "r-9" });
  });
  test("only what may pass by itself is tried again", () => {
    expect(unreachable().passing).toBe(true);
    expect(problemFrom(503, {}).passing).toBe(true);
    expect(problemFrom(422, {}).passing).toBe(false);
  });
  test("a fault of the page is not blamed on the server", () => expect(asProblem(new TypeError("x")).name).toBe("PageFault"));
});

test("an address leaves out what is not asked and keeps what needs care", () => {
  expect(address("/api/documents", { q: "đất & nhà", on: undefined, kind: "", page: 0 })).toBe(
    "/api/documents?q=%C4%91%E1%BA%A5t+%26+nh%C3%A0&page=0");
  expect(address("/api/documents")).toBe("/api/documents");
});
