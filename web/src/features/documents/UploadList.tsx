// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button } from "@mantine/core";
import { IconAlertCircle, IconCheck, IconCopy, IconFile, IconUpload, IconX } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { asProblem } from "@/api/problem";
import { useProblemText } from "@/design/ProblemNotice";
import { announce } from "@/design/Toasts";
import { Bar } from "./Bar";
import { paths } from "./paths";
import type { Upload } from "./uploads";
import { uploadQueue, useUploads } from "./upload_queue";
import styles from "./UploadArea.module.css";

/** The files on their way, and what became of each. */
export default function UploadList() {
  const { t } = useTranslation("documents");
  const uploads = useUploads();
  const textOf = useProblemText();
  const told = useRef(new Set<number>());
  useEffect(() => {
    for (const one of uploads) {
      if (one.state === "waiting" || one.state === "sending" || told.current.has(one.key)) continue;
      told.current.add(one.key);
      if (one.state === "sent") announce(t("upload.said_sent", { file: one.file.name }));
      if (one.state === "duplicate") announce(t("upload.said_duplicate", { file: one.file.name }));
      if (one.state === "failed") announce(`${one.file.name}: ${textOf(asProblem(one.problem)).title}`);
    }
  }, [uploads, t, textOf]);
  if (uploads.length === 0) return null;
  const finished = uploads.some((one) => one.state === "sent" || one.state === "duplicate");
  return (
    <section className={styles.list} aria-label={t("upload.list")}>
      <div className="spread">
        <h2>{t("upload.list")}</h2>
        {finished && <Button variant="subtle" size="compact-sm" onClick={() => uploadQueue.clearFinished()}>{t("upload.clear")}</Button>}
      </div>
      <ul>{uploads.map((one) => <UploadRow key={one.key} upload={one} />)}</ul>
    </section>
  );
}

const signs = { waiting: IconFile, sending: IconUpload, sent: IconCheck, duplicate: IconCopy, failed: IconAlertCircle };

function UploadRow({ upload }: { upload: Upload }) {
  const { t } = useTranslation("documents");
  const Sign = signs[upload.state];
  const name = upload.file.name;
  return (
    <li className={styles.row} data-state={upload.state}>
      <Sign aria-hidden size={20} />
      <span className={styles.name}>{name}</span>
      <span className={styles.state}><UploadWords upload={upload} /></span>
      <span className={styles.actions}>
        {(upload.state === "sent" || upload.state === "duplicate") && upload.documentId && (
          <Link href={paths.review(upload.documentId)}>{upload.state === "sent" ? t("upload.open") : t("upload.open_there")}<span className="visually-hidden"> {name}</span></Link>
        )}
        {upload.state === "failed" && <Button variant="default" size="compact-sm" onClick={() => uploadQueue.retry(upload.key)}>{t("upload.retry")}<span className="visually-hidden"> {name}</span></Button>}
        <ActionIcon variant="subtle" color="gray" onClick={() => uploadQueue.remove(upload.key)} aria-label={upload.state === "sending" ? t("upload.stop", { file: name }) : t("upload.remove", { file: name })}>
          <IconX aria-hidden size={16} />
        </ActionIcon>
      </span>
      {upload.state === "sending" && <Bar className={styles.bar} value={upload.progress} label={t("upload.progress", { file: name })} />}
    </li>
  );
}

function UploadWords({ upload }: { upload: Upload }) {
  const { t } = useTranslation("documents");
  const textOf = useProblemText();
  switch (upload.state) {
    case "waiting": return t("upload.waiting");
    case "sending": return t("upload.sending", { percent: Math.round(upload.progress * 100) });
    case "sent": return t("upload.sent");
    case "duplicate": return t("upload.duplicate");
    case "failed": {
      const { title, advice } = textOf(asProblem(upload.problem));
      return <><strong>{title}</strong> {advice}</>;
    }
  }
}
