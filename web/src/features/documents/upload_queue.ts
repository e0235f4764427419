// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from "react";
import { sendFile } from "./send_file";
import { type Upload, UploadQueue } from "./uploads";

let whenSent: (upload: Upload) => void = () => undefined;

/** One queue for the whole program: leaving the list does not stop a file. */
export const uploadQueue = new UploadQueue((file, progress, signal) => sendFile(file, progress, signal), (upload) => whenSent(upload));

export const onUploadSent = (listener: (upload: Upload) => void): void => void (whenSent = listener);
export const useUploads = (): readonly Upload[] => useSyncExternalStore(uploadQueue.subscribe, uploadQueue.snapshot);
