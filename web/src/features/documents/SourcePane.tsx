// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DocumentText, PageBox } from "./api_types";
import { codePointSlicer, type Span } from "./pieces";
import { spanOfSelection, trimmedSpan } from "./source_selection";
import { SourcePages } from "./SourcePages";
import { SourceText } from "./SourceText";
import styles from "./SourcePane.module.css";
import { Toggle } from "./Toggle";

/** The words of a task in the document. */
export interface SourceMark extends Span {
  id: string;
  clause: string;
  boxes: PageBox[];
}

interface SourcePaneProps {
  document: string;
  text: DocumentText;
  marks: readonly SourceMark[];
  problems: readonly Span[];
  /** The mark that is lit and in view; with `turn` it is scrolled to again although it is the same. */
  selected: string | undefined;
  /** A place to show that belongs to no task. */
  place?: { begin: number; turn: number };
  /** Changes when the pane comes into view: what is selected is then scrolled to. */
  shown?: string;
  onOpen: (id: string) => void;
  /** Somebody selected words and wants a task made of them. Absent: only reading. */
  onAdd?: (span: Span, words: string) => void;
}

/** All lines, as one text: what `from` and `to` count in. */
function wholeText(text: DocumentText): string {
  const points: string[] = [];
  for (const line of text.pages.flatMap((page) => page.lines)) {
    while (points.length < line.from) points.push("\n");
    points.push(...Array.from(line.text));
  }
  return points.join("");
}

function useSelectedWords(paper: RefObject<HTMLDivElement | null>, slice: (begin: number, end: number) => string) {
  const [span, setSpan] = useState<Span>();
  useEffect(() => {
    const follow = () => {
      const found = spanOfSelection(window.getSelection(), paper.current);
      const trimmed = found && trimmedSpan(found, slice);
      setSpan(trimmed && trimmed.end - trimmed.begin > 2 ? trimmed : undefined);
    };
    document.addEventListener("selectionchange", follow);
    return () => document.removeEventListener("selectionchange", follow);
  }, [paper, slice]);
  return span;
}

const prefersStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Scrolls only the pane, so that the list beside it stays where it is; on a phone the pane is the page. */
function scrollTo(pane: HTMLElement, mark: HTMLElement) {
  const scrolls = pane.scrollHeight > pane.clientHeight + 1 && getComputedStyle(pane).overflowY !== "visible";
  if (!scrolls) return mark.scrollIntoView({ block: "center", behavior: prefersStill() ? "auto" : "smooth" });
  const frame = pane.getBoundingClientRect(), at = mark.getBoundingClientRect();
  if (at.top >= frame.top + 48 && at.bottom <= frame.bottom - 16) return;
  pane.scrollTo({ top: pane.scrollTop + at.top - frame.top - Math.min(160, frame.height / 3), behavior: prefersStill() ? "auto" : "smooth" });
}

export function SourcePane({ document, text, marks, problems, selected, place, shown, onOpen, onAdd }: SourcePaneProps) {
  const { t } = useTranslation("document");
  const pane = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const hasImages = text.pages.some((page) => page.has_image);
  const [view, setView] = useState<"image" | "text">(hasImages ? "image" : "text");
  const slice = useMemo(() => codePointSlicer(wholeText(text)), [text]);
  const words = useSelectedWords(paper, slice);

  useEffect(() => {
    if (!paper.current || !pane.current) return;
    for (const old of paper.current.querySelectorAll("[data-selected]")) old.removeAttribute("data-selected");
    if (!selected) return;
    const lit = paper.current.querySelectorAll<HTMLElement>(`[data-task="${CSS.escape(selected)}"]`);
    for (const mark of lit) mark.setAttribute("data-selected", "");
    const first = [...lit].find((mark) => mark.tagName !== "BUTTON") ?? lit[0];
    if (first && pane.current.offsetParent !== null) scrollTo(pane.current, first);
  }, [selected, marks, view, text, shown]);

  useEffect(() => {
    if (!place || !pane.current || !paper.current) return;
    const pieces = [...paper.current.querySelectorAll<HTMLElement>("[data-begin]")];
    const there = pieces.filter((piece) => Number(piece.dataset.begin) <= place.begin).pop() ?? pieces[0];
    if (there) scrollTo(pane.current, there);
  }, [place]);

  const add = useCallback(() => {
    if (!words || !onAdd) return;
    onAdd(words, slice(words.begin, words.end).replace(/\s+/g, " "));
    window.getSelection()?.removeAllRanges();
  }, [words, onAdd, slice]);

  return (
    // It scrolls by itself, and must be reachable by keyboard for that.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.pane} ref={pane} role="region" aria-label={t("source.label")} tabIndex={0}>
      {(hasImages || onAdd) && (
        <div className={styles.tools}>
          {hasImages && (
            <Toggle label={t("source.view")} value={view} onChange={setView} choices={[{ value: "image", label: t("source.image") }, { value: "text", label: t("source.text") }]} />
          )}
          {onAdd && (words
            ? <Button size="compact-sm" leftSection={<IconPlus aria-hidden size={16} />} onMouseDown={(event) => event.preventDefault()} onClick={add}>{t("source.add")}</Button>
            : view === "text" && <span className={styles.hint}>{t("source.add_hint")}</span>)}
        </div>
      )}
      {text.remarks.length > 0 && <Remarks remarks={text.remarks} />}
      <div ref={paper} className={styles.paper} lang="vi">
        {view === "image" && hasImages
          ? <SourcePages document={document} pages={text.pages} marks={marks} onOpen={onOpen} />
          : <SourceText pages={text.pages} slice={slice} marks={marks} problems={problems} onOpen={onOpen} />}
      </div>
    </div>
  );
}

function Remarks({ remarks }: { remarks: string[] }) {
  const { t } = useTranslation("document");
  const textOf = (remark: string) => {
    if (remark.startsWith("encoding:")) return t("remark.encoding", { encoding: remark.slice("encoding:".length) });
    if (remark === "ocr") return t("remark.ocr");
    if (remark === "rotated-page") return t("remark.rotated");
    if (remark === "tracked-changes-accepted") return t("remark.tracked");
    return remark === "footnotes-left-out" ? t("remark.footnotes") : remark;
  };
  return <ul className={styles.remarks}>{remarks.map((remark) => <li key={remark}>{textOf(remark)}</li>)}</ul>;
}
