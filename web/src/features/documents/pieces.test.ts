// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import { codePointSlicer, countCodePoints, cutsOfSentence, markedQuote, piecesOfLine } from "./pieces";

const text = "Sở Nội vụ chủ trì, hoàn thành trước ngày 8/7.";
const slice = codePointSlicer(text);
const line = { begin: 0, end: countCodePoints(text) };

describe("the pieces of a line", () => {
  test("are together exactly the line, whatever marks lie over it", () => {
    const marks = [{ id: "1", begin: 3, end: 20 }, { id: "2", begin: 10, end: 60 }, { id: "3", begin: 70, end: 90 }];
    const pieces = piecesOfLine(line, slice, marks, [{ begin: 30, end: 35 }]);
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    expect(pieces.every((piece) => piece.end > piece.begin)).toBe(true);
  });

  test("belong to the shortest task where two overlap", () => {
    const pieces = piecesOfLine(line, slice, [{ id: "long", begin: 0, end: 40 }, { id: "short", begin: 3, end: 9 }], []);
    expect(pieces.map((piece) => [piece.text, piece.task])).toEqual([["Sở ", "long"], ["Nội vụ", "short"], [slice(9, 40), "long"], [slice(40, line.end), undefined]]);
  });

  test("tell where a task begins, once", () => {
    const pieces = piecesOfLine({ begin: 10, end: 40 }, slice, [{ id: "1", begin: 4, end: 20 }, { id: "2", begin: 25, end: 60 }], []);
    expect(pieces.filter((piece) => piece.first).map((piece) => piece.task)).toEqual(["2"]);
  });

  test("count code points, not UTF-16 units", () => {
    const odd = "𠀋𠀋 Sở";
    expect(codePointSlicer(odd)(3, 5)).toBe("Sở");
    expect(countCodePoints(odd)).toBe(5);
  });
});

describe("the quote of a task", () => {
  test("shows the words of the deadline where they stand", () => {
    expect(markedQuote(text, ["trước ngày 8/7", ""])).toEqual([["Sở Nội vụ chủ trì, hoàn thành ", false], ["trước ngày 8/7", true], [".", false]]);
  });
  test("is whole when a phrase does not stand in it", () => {
    expect(markedQuote(text, ["quý III"])).toEqual([[text, false]]);
  });
});

test("a sentence is cut between its parts, not within a number", () => {
  const sentence = "Rà soát 1.500 hồ sơ; báo cáo kết quả.";
  expect(cutsOfSentence(sentence).map((at) => [sentence.slice(0, at), sentence.slice(at)])).toEqual([["Rà soát 1.500 hồ sơ; ", "báo cáo kết quả."]]);
});
