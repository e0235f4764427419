// SPDX-License-Identifier: Apache-2.0
import { address, changingHeaders } from "@/api/client";
import { problemFrom, unreachable } from "@/api/problem";
import type { DocumentEntry } from "./api_types";
import type { Sent } from "./uploads";

function bodyOf(request: XMLHttpRequest): unknown {
  try {
    return JSON.parse(request.responseText) as unknown;
  } catch {
    return undefined;
  }
}

/** Sends one file as it is. XMLHttpRequest, because fetch does not tell how much of a body has left the machine. */
export function sendFile(file: File, onProgress: (share: number) => void, signal: AbortSignal, organisation?: string): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address("/api/documents", { file_name: file.name.normalize("NFC"), organisation }));
    const headers = { Accept: "application/json, application/problem+json", "Accept-Language": document.documentElement.lang || "vi", "Content-Type": file.type || "application/octet-stream", ...changingHeaders() };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => {
      const body = bodyOf(request);
      if (request.status >= 200 && request.status < 300) return resolve({ documentId: (body as DocumentEntry).id, duplicate: false });
      const problem = problemFrom(request.status, body);
      const there = problem.parameters["document"];
      if (problem.name === "DocumentAlreadyThere" && there) return resolve({ documentId: there, duplicate: true });
      reject(problem);
    };
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(new DOMException("stopped", "AbortError"));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}
