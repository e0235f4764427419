// SPDX-License-Identifier: Apache-2.0
import { Fragment, memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { TextLine, TextPage } from "./api_types";
import { blocksOf, type TextBlock } from "./paragraphs";
import { type Piece, piecesOfLine, type Span } from "./pieces";
import type { SourceMark } from "./SourcePane";
import styles from "./SourcePane.module.css";

type Slice = (begin: number, end: number) => string;
interface Marked {
  slice: Slice;
  marks: readonly SourceMark[];
  problems: readonly Span[];
  onOpen: (id: string) => void;
}

/** The text as paragraphs and tables, with the words of every task marked where they stand. */
export function SourceText({ pages, ...marked }: { pages: TextPage[] } & Marked) {
  const { t } = useTranslation("document");
  return pages.map((page) => (
    <Fragment key={page.number}>
      {pages.length > 1 && <p className={styles.pageName}>{t("source.page", { page: page.number })}</p>}
      <TextOfPage page={page} {...marked} />
    </Fragment>
  ));
}

const TextOfPage = memo(function TextOfPage({ page, ...marked }: { page: TextPage } & Marked) {
  const blocks = useMemo(() => blocksOf(page), [page]);
  return blocks.map((block, index) => <Block key={index} block={block} {...marked} />);
});

function Block({ block, ...marked }: { block: TextBlock } & Marked) {
  const { t } = useTranslation("document");
  if (block.kind === "table") {
    return (
      // A wide table scrolls by itself, and must be reachable by keyboard for that.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      <div className={styles.table} role="group" aria-label={t("source.table", { number: block.number })} tabIndex={0}>
        <table><tbody>
          {block.rows.map((row, at) => <tr key={at}>{row.map((cell, column) => <td key={column}><Lines lines={cell} between={"\n"} {...marked} /></td>)}</tr>)}
        </tbody></table>
      </div>
    );
  }
  const first = block.lines[0]!;
  return (
    <p data-centred={first.centred || undefined} data-bold={first.bold || undefined} data-italic={first.italic || undefined} data-gap={first.blank_before || undefined}>
      <Lines lines={block.lines} between=" " {...marked} />
    </p>
  );
}

const Lines = ({ lines, between, ...marked }: { lines: TextLine[]; between: string } & Marked) =>
  lines.map((line, index) => (
    <Fragment key={line.from}>
      {piecesOfLine({ begin: line.from, end: line.to }, marked.slice, marked.marks, marked.problems).map((piece) => <Words key={piece.begin} piece={piece} {...marked} />)}
      {index < lines.length - 1 && between}
    </Fragment>
  ));

function Words({ piece, marks, onOpen }: { piece: Piece } & Marked) {
  const { t } = useTranslation("document");
  const mark = piece.task === undefined ? undefined : marks.find((one) => one.id === piece.task);
  if (!mark) return <span data-begin={piece.begin} data-problem={piece.problem || undefined}>{piece.text}</span>;
  return (
    <>
      {piece.first && (
        <button type="button" className={styles.pin} data-task={mark.id} onClick={() => onOpen(mark.id)} aria-label={t("source.open", { clause: mark.clause || t("source.added") })}>
          {mark.clause || "+"}
        </button>
      )}
      {/* The pin before the words does the same by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <mark data-task={mark.id} data-begin={piece.begin} data-problem={piece.problem || undefined}
        onClick={() => !window.getSelection()?.toString() && onOpen(mark.id)}>{piece.text}</mark>
    </>
  );
}
