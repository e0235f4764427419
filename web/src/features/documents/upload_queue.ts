// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from "react";
import { sendFile } from "./send_file";
import { type Upload, UploadQueue } from "./uploads";

let whenSent: (upload: Upload) => void = () => undefined;

/** For which organisation files are uploaded: chosen on the page, else the first that the person may upload for. */
let organisation: string | undefined;
export const uploadFor = (chosen: string | undefined): void => void (organisation = chosen);

/** One queue for the whole program: leaving the list does not stop a file. */
export const uploadQueue = new UploadQueue((file, progress, signal) => sendFile(file, progress, signal, organisation), (upload) => whenSent(upload));

export const onUploadSent = (listener: (upload: Upload) => void): void => void (whenSent = listener);
export const useUploads = (): readonly Upload[] => useSyncExternalStore(uploadQueue.subscribe, uploadQueue.snapshot);
