// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api } from "@/api/client";
import type { DocumentEntry, DocumentHistory, DocumentList, DocumentState, DocumentText } from "./api_types";

export const documentKeys = {
  lists: ["documents", "list"] as const,
  list: (query: string, state: string) => ["documents", "list", query, state] as const,
  one: (document: string) => ["documents", document, "entry"] as const,
  text: (document: string) => ["documents", document, "text"] as const,
  review: (document: string) => ["documents", document, "review"] as const,
  plan: (document: string, version: number | undefined) => ["documents", document, "plan", version ?? "latest"] as const,
  plans: (document: string) => ["documents", document, "plan"] as const,
  history: (document: string) => ["documents", document, "history"] as const,
};

const kHappenings = ["document_uploaded", "document_withdrawn", "document_read", "reading_ordered", "reading_started", "reading_progress", "reading_failed", "review_changed", "review_reopened", "plan_saved"];

/** Listeners for everything that may happen to a document. An event only tells that something changed. */
export const onAnything = (listener: () => void): Record<string, () => void> => Object.fromEntries([...kHappenings, "documents_changed"].map((name) => [name, listener]));

/** The streams of events: of the list, and of one document. */
export const eventPaths = {
  documents: "/api/documents/events",
  document: (document: string): string => `/api/documents/${document}/events`,
};

export const useDocuments = (query: string, state: DocumentState | "") =>
  useInfiniteQuery({
    queryKey: documentKeys.list(query, state),
    queryFn: ({ pageParam, signal }) => api.get<DocumentList>("/api/documents", { q: query, state, cursor: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (last: DocumentList) => last.next,
    placeholderData: keepPreviousData,
  });

export const useDocument = (document: string) =>
  useQuery({ queryKey: documentKeys.one(document), queryFn: ({ signal }) => api.get<DocumentEntry>(`/api/documents/${document}`, undefined, signal) });

/** The text never changes while a document is not read again. */
export const useDocumentText = (document: string, enabled = true) =>
  useQuery({
    queryKey: documentKeys.text(document),
    queryFn: ({ signal }) => api.get<DocumentText>(`/api/documents/${document}/text`, undefined, signal),
    staleTime: Infinity,
    enabled,
  });

export const useHistory = (document: string) =>
  useQuery({ queryKey: documentKeys.history(document), queryFn: ({ signal }) => api.get<DocumentHistory>(`/api/documents/${document}/history`, undefined, signal) });

export const readAgain = (document: string, discardReview: boolean): Promise<DocumentEntry | undefined> =>
  api.post(`/api/documents/${document}/reading`, { discard_review: discardReview });
