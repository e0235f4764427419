// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useMay } from "@/api/session";
import { ProblemNotice } from "@/design/ProblemNotice";
import { Bar, type DocumentEntry, DocumentFrame } from "@/features/documents";
import styles from "./ReviewPage.module.css";

/** A document that has not been read yet: how far it is, or why it could not be read and what to do. */
export function ReadingState({ document, onChanged }: { document: DocumentEntry; onChanged: () => void }) {
  const { t } = useTranslation("review");
  const mayUpload = useMay("documents.upload");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const again = async () => {
    setBusy(true);
    setError(null);
    try {
      await api.post(`/api/documents/${document.id}/reading`, { discard_review: false });
      onChanged();
    } catch (problem) {
      setError(problem);
    }
    setBusy(false);
  };
  const pages = document.progress?.pages ?? 0;
  const read = document.progress?.pages_read ?? 0;
  return (
    <DocumentFrame document={document} tab="review">
      <div className={styles.reading}>
        {document.failure ? (
          <div className="stack" role="alert">
            <h2>{t("reading.failed")}</h2>
            <p><strong>{document.failure.message}</strong> {document.failure.advice}</p>
            <ProblemNotice error={error} />
            {mayUpload && <div><Button loading={busy} onClick={() => void again()}>{t("reading.again")}</Button></div>}
          </div>
        ) : (
          <div className="stack" role="status">
            <h2>{document.state === "queued" ? t("reading.queued") : pages > 0 ? t("reading.page", { page: Math.min(read + 1, pages), pages }) : t("reading.reading")}</h2>
            {pages > 0 && <Bar value={read / pages} label={t("reading.reading")} />}
            <p className="quiet">{t("reading.leave")}</p>
          </div>
        )}
      </div>
    </DocumentFrame>
  );
}
