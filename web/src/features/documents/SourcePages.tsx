// SPDX-License-Identifier: Apache-2.0
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PageBox, TextPage } from "./api_types";
import type { SourceMark } from "./SourcePane";
import styles from "./SourcePane.module.css";

interface PagesProps {
  document: string;
  pages: TextPage[];
  marks: readonly SourceMark[];
  onOpen: (id: string) => void;
}

/** The pages as they look, with a frame around the lines of every task. */
export const SourcePages = ({ pages, ...shared }: PagesProps) => pages.map((page) => <PageImage key={page.number} page={page} {...shared} />);

/** The boxes of one task on one page, as one list: the first can be reached by keyboard. */
const boxesOn = (page: number, mark: SourceMark) => mark.boxes.filter((box) => box.page === page);

const PageImage = memo(function PageImage({ document, page, marks, onOpen }: Omit<PagesProps, "pages"> & { page: TextPage }) {
  const { t } = useTranslation("document");
  const [failed, setFailed] = useState(false);
  const share = (box: PageBox) => ({
    left: `${(box.left / page.width) * 100}%`,
    top: `${(box.top / page.height) * 100}%`,
    width: `${((box.right - box.left) / page.width) * 100}%`,
    height: `${((box.bottom - box.top) / page.height) * 100}%`,
  });
  const here = marks.filter((mark) => boxesOn(page.number, mark).length > 0);
  return (
    <figure className={styles.page} data-begin={page.lines[0]?.from} style={page.width > 0 ? { aspectRatio: `${page.width} / ${page.height}` } : undefined}>
      {page.has_image && !failed
        ? <img src={`/api/documents/${document}/pages/${page.number}`} alt={t("source.page", { page: page.number })} loading="lazy" decoding="async" onError={() => setFailed(true)} />
        : <p className={styles.noImage}>{t("source.no_image", { page: page.number })}</p>}
      {page.width > 0 && here.flatMap((mark) => boxesOn(page.number, mark).map((box, index) => (
        <button key={`${mark.id}-${index}`} type="button" className={styles.box} data-task={mark.id} style={share(box)} tabIndex={index === 0 ? 0 : -1}
          aria-hidden={index === 0 ? undefined : true} aria-label={t("source.open", { clause: mark.clause || t("source.added") })} onClick={() => onOpen(mark.id)} />
      )))}
      <figcaption className="visually-hidden">{t("source.page", { page: page.number })}</figcaption>
    </figure>
  );
});
