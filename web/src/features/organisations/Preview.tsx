// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { OrganisationName } from "./links";
import styles from "./organisations.module.css";
import { treeOf, visible } from "./tree";
import type { OrganisationRow, PreviewWarning, ReorganisationPreview } from "./types";

function Rows({ title, rows, marked, word }: { title: string; rows: OrganisationRow[]; marked: Set<string>; word: string }) {
  const { t } = useTranslation("organisations");
  return (
    <section className="panel stack">
      <h3>{title}</h3>
      <ul className={styles.list}>
        {visible(treeOf(rows), () => true).map(({ branch: { row }, depth }) => (
          <li key={row.id} style={{ paddingLeft: (depth - 1) * 20 }}>
            {marked.has(row.id) ? <b>{row.name} – {word}</b> : row.name}
            <span className={styles.note}> {t(`kind.${row.kind}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Warning({ warning }: { warning: PreviewWarning }) {
  const { t } = useTranslation("organisations");
  return (
    <div className={styles.warning} data-blocking={warning.blocking || undefined}>
      <IconAlertTriangle aria-hidden />
      <div>
        <b>{warning.blocking ? warning.message || t(`warning.${warning.kind}`) : t(`warning.${warning.kind}`)}</b>
        {warning.organisations.length > 0 && <p>{warning.organisations.map((link) => link.name).join(", ")}</p>}
      </div>
    </div>
  );
}

/** Before and after, who answers for what ends, and what to look at twice; then it may be recorded. */
export function Preview({ preview, busy, onRecord, onBack }: { preview: ReorganisationPreview; busy: boolean; onRecord: () => void; onBack: () => void }) {
  const { t } = useTranslation("organisations");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "start" });
  }, []);
  const before = new Set(preview.before.map((row) => row.id));
  const after = new Set(preview.after.map((row) => row.id));
  const ending = new Set([...before].filter((id) => !after.has(id)));
  const fresh = new Set([...after].filter((id) => !before.has(id)));
  return (
    <section className="stack" aria-labelledby="preview" style={{ marginTop: 32 }}>
      <h2 id="preview" ref={heading} tabIndex={-1}>{t("preview.title")}</h2>
      <p>{t("preview.nothing_yet")}</p>
      {preview.warnings.map((warning, index) => <Warning key={index} warning={warning} />)}
      <div className={styles.columns}>
        <Rows title={t("preview.before")} rows={preview.before} marked={ending} word={t("preview.ends")} />
        <Rows title={t("preview.after")} rows={preview.after} marked={fresh} word={t("preview.new")} />
      </div>
      {preview.answering.length > 0 && (
        <section className="panel stack">
          <h3>{t("preview.answering")}</h3>
          <ul className={styles.list}>
            {preview.answering.map(({ organisation, answerer }) => (
              <li key={organisation.id}>{organisation.name} → <OrganisationName link={{ ...answerer, until: undefined }} plain /></li>
            ))}
          </ul>
        </section>
      )}
      <div className="row">
        {preview.acceptable && <Button loading={busy} onClick={onRecord}>{t("reorganise.record")}</Button>}
        <Button variant="default" onClick={onBack}>{t("preview.back")}</Button>
      </div>
      {!preview.acceptable && <p><b>{t("preview.refused")}</b></p>}
    </section>
  );
}
