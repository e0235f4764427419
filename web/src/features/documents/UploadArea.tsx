// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, NativeSelect, Progress } from "@mantine/core";
import { IconAlertCircle, IconCheck, IconCopy, IconFile, IconUpload, IconX } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { asProblem } from "@/api/problem";
import { useSession } from "@/api/session";
import { useProblemText } from "@/design/ProblemNotice";
import { announce } from "@/design/Toasts";
import { paths } from "./paths";
import type { Upload } from "./uploads";
import { uploadFor, uploadQueue, useUploads } from "./upload_queue";
import styles from "./UploadArea.module.css";

const kAccepted = ".txt,.docx,.odt,.doc,.rtf,.pdf,.png,.jpg,.jpeg,.tif,.tiff,image/*,application/pdf,text/plain";

/** Opens the file chooser; on a phone that offers the camera as well. */
export function UploadButton() {
  const { t } = useTranslation("documents");
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input ref={field} type="file" multiple accept={kAccepted} className="visually-hidden" tabIndex={-1} aria-hidden data-upload
        onChange={(event) => {
          uploadQueue.add([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }} />
      <Button leftSection={<IconUpload aria-hidden size={20} />} onClick={() => field.current?.click()} aria-keyshortcuts="n">{t("upload.button")}</Button>
    </>
  );
}

/** For whom the files are: a choice only where a person may upload for several organisations. */
export function UploadOrganisation() {
  const { t } = useTranslation("documents");
  const { session } = useSession();
  const places = session.permissions.filter((held) => held.permission === "documents.upload").map((held) => held.scope_organisation);
  const choices = places.filter((place, index) => places.findIndex((one) => one.id === place.id) === index);
  const own = choices.find((place) => place.id === session.account?.organisation.id) ?? choices[0];
  const [chosen, setChosen] = useState(own?.id);
  useEffect(() => uploadFor(chosen), [chosen]);
  if (choices.length < 2) return null;
  return <NativeSelect label={t("upload.organisation")} value={chosen} onChange={(event) => setChosen(event.currentTarget.value)} data={choices.map((place) => ({ value: place.id, label: place.name }))} />;
}

const carriesFiles = (event: DragEvent) => [...(event.dataTransfer?.types ?? [])].includes("Files");

/** The whole page takes dropped files and pasted ones, while it is shown. */
export function DropArea({ children }: { children: ReactNode }) {
  const { t } = useTranslation("documents");
  const [over, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = () => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const hold = (event: DragEvent) => carriesFiles(event) && event.preventDefault();
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      uploadQueue.add([...(event.dataTransfer?.files ?? [])]);
    };
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) uploadQueue.add(files);
    };
    const handlers = [["dragenter", enter], ["dragleave", leave], ["dragover", hold], ["drop", drop], ["paste", paste]] as const;
    for (const [name, handler] of handlers) window.addEventListener(name, handler as EventListener);
    return () => {
      for (const [name, handler] of handlers) window.removeEventListener(name, handler as EventListener);
    };
  }, []);
  return (
    <>
      {children}
      {over && <div className={styles.over} aria-hidden><div><IconUpload size={40} /><p>{t("upload.drop_here")}</p></div></div>}
    </>
  );
}

/** The files on their way, and what became of each. */
export function UploadList() {
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
      {upload.state === "sending" && <Progress className={styles.bar} value={upload.progress * 100} aria-label={t("upload.progress", { file: name })} />}
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
