// SPDX-License-Identifier: Apache-2.0
import { Button, NativeSelect } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/api/session";
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

const UploadList = lazy(() => import("./UploadList"));

/** Its code is fetched with the first file. */
export function UploadsUnderWay() {
  const uploads = useUploads();
  return uploads.length === 0 ? null : <Suspense fallback={null}><UploadList /></Suspense>;
}
