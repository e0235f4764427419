// SPDX-License-Identifier: Apache-2.0
export type * from "./api_types";
export { Bar } from "./Bar";
export { documentKeys, eventPaths, onAnything, useDocument, useDocumentText } from "./api";
export { deadlineText, everyText, figureText, issueText, monthText, statedText, targetText, unitText } from "./deadline_words";
export { DocumentFrame } from "./DocumentFrame";
export { capitalised, nameOf } from "./names";
export { paths } from "./paths";
export { codePointSlicer, countCodePoints, cutsOfSentence, markedQuote, type Span } from "./pieces";
export { SourcePane, type SourceMark } from "./SourcePane";
export { Toggle } from "./Toggle";
