// SPDX-License-Identifier: Apache-2.0
/** The addresses of the pages about documents. `task` opens the page at that task. */
export const paths = {
  documents: "/documents",
  review: (document: string, task?: string): string => `/documents/${document}${task ? `?task=${task}` : ""}`,
  plan: (document: string, version?: number): string => `/documents/${document}/plan${version ? `?version=${version}` : ""}`,
  history: (document: string): string => `/documents/${document}/history`,
  plans: "/plans",
};
