// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api, address } from "@/api/client";
import { documentKeys, type PlanList, type SavedPlan } from "@/features/documents";

export const usePlan = (document: string, version: number | undefined) =>
  useQuery({
    queryKey: documentKeys.plan(document, version),
    queryFn: ({ signal }) => api.get<SavedPlan>(`/api/documents/${document}/plan`, { version }, signal),
  });

export const usePlans = (query: string) =>
  useInfiniteQuery({
    queryKey: ["plans", query],
    queryFn: ({ pageParam, signal }) => api.get<PlanList>("/api/plans", { q: query, cursor: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (last: PlanList) => last.next,
    placeholderData: keepPreviousData,
  });

export const kFormats = ["xlsx", "docx", "pdf"] as const;
export type Format = (typeof kFormats)[number];

export const exportAddress = (document: string, format: Format, version: number | undefined): string => address(`/api/documents/${document}/plan/export`, { format, version });
