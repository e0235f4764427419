// SPDX-License-Identifier: Apache-2.0
import { replaceEqualDeep, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { api } from "@/api/client";
import { useServerEvents } from "@/api/events";
import { asProblem, Problem } from "@/api/problem";
import { documentKeys, eventPaths, onAnything, type Review, type ReviewChanged, type ReviewCommand } from "@/features/documents";
import { CommandQueue, type Pending } from "./command_queue";
import { newerReview, withChanges, withCommand } from "./review_state";

interface Listeners {
  done: (command: ReviewCommand, changed: ReviewChanged) => void;
  refused: (command: ReviewCommand, problem: Problem) => void;
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** A review as the person sees it, and the way to change it. */
export function useReview(document: string, listeners: Listeners) {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: documentKeys.review(document),
    queryFn: ({ signal }) => api.get<Review>(`/api/documents/${document}/review`, undefined, signal),
    // An answer that overtook a command must not bring back what was before it.
    structuralSharing: (old, arrived) => replaceEqualDeep(old, newerReview(old as Review | undefined, arrived as Review)),
    retry: false,
  });
  const latest = useRef(listeners);
  useEffect(() => {
    latest.current = listeners;
  });

  const refresh = useCallback(() => void queries.invalidateQueries({ queryKey: documentKeys.review(document) }), [queries, document]);
  const queue = useMemo(() => new CommandQueue({
    send: (command) => api.post<ReviewChanged>(`/api/documents/${document}/review/commands`, command),
    done: (command, changed) => {
      queries.setQueryData<Review>(documentKeys.review(document), (old) => old && withChanges(old, changed));
      void queries.invalidateQueries({ queryKey: documentKeys.history(document) });
      void queries.invalidateQueries({ queryKey: documentKeys.one(document) });
      latest.current.done(command, changed);
    },
    refused: (command, problem) => {
      void queries.invalidateQueries({ queryKey: documentKeys.review(document) });
      latest.current.refused(command, asProblem(problem));
    },
    isPassing: (problem) => problem instanceof Problem && problem.passing,
    pause,
  }), [document, queries]);
  const pending = useSyncExternalStore(queue.subscribe, queue.snapshot);
  useWarningBeforeLeaving(pending);

  // What other people do arrives as a notice; several in a moment are one question.
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const soon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(refresh, 100);
  }, [refresh]);
  useServerEvents(eventPaths.document(document), onAnything(soon), refresh);

  const review = useMemo(() => query.data && pending.reduce((shown, { command }) => withCommand(shown, command), query.data), [query.data, pending]);
  const run = useCallback((command: ReviewCommand) => queue.add(command), [queue]);
  return { review, saved: query.data, error: query.error, refetch: query.refetch, pending, run, refresh };
}

function useWarningBeforeLeaving(pending: readonly Pending[]) {
  const waiting = pending.length > 0;
  useEffect(() => {
    if (!waiting) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [waiting]);
}
