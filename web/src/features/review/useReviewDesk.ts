// SPDX-License-Identifier: Apache-2.0
// The desk of one reviewer: which task is selected, what is open in it, what was just done, and every command.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "@/api/problem";
import { announce } from "@/design/Toasts";
import type { ItemFields, ReviewChanged, ReviewCommand, ReviewFinding, ReviewItem, ReviewParty } from "@/features/documents";
import { changedFields, type Draft, draftedItems, draftOf, dropDraft, emptyForm, fieldsToSend, findDraft, formOf, keepDraft, kFields, partyEdit } from "./drafts";
import type { SaveHow } from "./EditForm";
import { findingsOf, type Reason, reasonsToLook, sureItems } from "./look";
import { useReview } from "./useReview";
import { type Filter, inFilter } from "./filters";

/** What is open at the selected task. A new task has the item "new". */
export interface Open {
  kind: "edit" | "split" | "merge";
  item: string;
}
export const kNew = "new";

interface AddedDraft extends Draft {
  from?: number;
  to?: number;
  words?: string;
  after?: string;
}

/** What was just done, or could not be: one line that stays, so that nothing jumps. */
export interface Said {
  text: string;
  tone: "done" | "problem";
  undo: boolean;
}

export function useReviewDesk(document: string, startAt: string | undefined) {
  const { t } = useTranslation("review");
  const [chosen, setSelected] = useState(startAt);
  const [open, setOpen] = useState<Open | null>(null);
  const [draft, setDraft] = useState<AddedDraft | null>(null);
  const [problem, setProblem] = useState<Problem>();
  const [notice, setNotice] = useState<string>();
  const [said, setSaid] = useState<Said | null>(null);
  const [filter, setFilter] = useState<Filter>("all");
  const [query, setQuery] = useState("");
  const [held, setHeld] = useState<ReadonlySet<string>>(new Set());
  const focusAfter = useRef<string>(undefined);

  const say = useCallback((text: string, tone: Said["tone"] = "done", undo = tone === "done") => {
    setSaid({ text, tone, undo });
    announce(undo ? `${text} ${t("said.undo_hint")}` : text);
  }, [t]);

  const nameOf = useCallback((items: readonly ReviewItem[], id: string | undefined) => {
    const item = items.find((one) => one.id === id);
    return item ? item.clause || item.summary.slice(0, 40) : "";
  }, []);

  const onDone = (command: ReviewCommand, changed: ReviewChanged) => {
    const made = changed.items.filter((item) => item.state !== "replaced");
    if (command.kind === "edit" && command.item) {
      if (!(open?.kind === "edit" && open.item === command.item)) dropDraft(sessionStorage, document, command.item);
    }
    if (command.kind === "add") dropDraft(sessionStorage, document, kNew);
    if (command.kind === "split" || command.kind === "merge" || command.kind === "add") {
      const first = made[0];
      setOpen((old) => (old?.item === command.item || old?.item === kNew || old?.kind === "merge" ? null : old));
      if (first) select(first.id, true);
      if (command.kind === "split") say(t("said.split", { count: made.length }));
      if (command.kind === "merge") say(t("said.merged", { count: command.items?.length ?? 0 }));
      if (command.kind === "add") say(t("said.added"));
    }
    if (command.kind === "undo") {
      say(t("said.undone"), "done", false);
      if (made[0]) select(made[0].id, true);
    }
  };

  const onRefused = (command: ReviewCommand, refused: Problem) => {
    const clause = refused.parameters["clause"] || nameOf(review?.items ?? [], command.item);
    if (refused.name === "ReviewItemAlready") return say(t("said.already", { clause }), "done", false);
    if (command.kind === "edit" && command.item) {
      const kept = findDraft(sessionStorage, document, command.item);
      if (kept) {
        setDraft(kept);
        setProblem(refused);
        setOpen({ kind: "edit", item: command.item });
        setSelected(command.item);
      }
      return say(refused.name === "ReviewItemChanged" ? t("said.edit_overtaken", { clause }) : refused.title, "problem");
    }
    if (command.kind === "add" || command.kind === "split") setProblem(refused);
    if (refused.name === "ReviewItemChanged" && command.item) setSelected(command.item);
    say(refused.name === "ReviewItemChanged" ? t("said.overtaken", { clause }) : refused.title || t("said.failed"), "problem");
  };

  const { review, saved, error, refetch, pending, run } = useReview(document, { done: (command, changed) => onDone(command, changed), refused: (command, refused) => onRefused(command, refused) });

  const items = useMemo(() => review?.items ?? [], [review]);
  const findings = useMemo(() => review?.findings ?? [], [review]);
  // Until somebody chooses, and when what was chosen is gone, it is the first task that nobody has decided.
  const current = items.find((item) => item.id === chosen) ?? items.find((item) => item.state === "proposed") ?? items[0];
  const selected = current?.id;
  // Kept by task, so that a command draws one card again and not all of them.
  const detailOf = useMemo(() => {
    const known = new WeakMap<ReviewItem, { reasons: Reason[]; findings: ReviewFinding[] }>();
    return (item: ReviewItem) => {
      const found = known.get(item) ?? { reasons: reasonsToLook(item, findings), findings: findingsOf(item, findings) };
      known.set(item, found);
      return found;
    };
  }, [findings]);
  const details = useMemo(() => new Map(items.map((item) => [item.id, detailOf(item)])), [items, detailOf]);
  const visible = useMemo(
    () => items.filter((item) => inFilter(item, filter, query, (details.get(item.id)?.reasons.length ?? 0) > 0) || (held.has(item.id) && filter !== "all" && query === "") || (open?.kind !== "merge" && open?.item === item.id)),
    [items, filter, query, details, held, open]);
  const sure = useMemo(() => sureItems(items, findings), [items, findings]);

  const select = useCallback((id: string, focus: boolean) => {
    setSelected(id);
    if (focus) focusAfter.current = id;
  }, []);

  // Focus follows the selection after a command, never while a person is typing.
  useEffect(() => {
    const id = focusAfter.current;
    if (!id) return;
    const button = window.document.querySelector<HTMLElement>(`[data-card-button="${CSS.escape(id)}"]`);
    if (!button) return;
    focusAfter.current = undefined;
    button.focus({ preventScroll: true });
    button.closest("li")?.scrollIntoView({ block: "nearest" });
  });

  // An edit that was open when the page was left opens again.
  const ready = review !== undefined;
  useEffect(() => {
    if (!ready) return;
    const [id] = draftedItems(sessionStorage, document);
    const kept = id ? findDraft(sessionStorage, document, id) : undefined;
    if (!id || !kept) return;
    setDraft(kept);
    setOpen({ kind: "edit", item: id });
    setNotice(t("edit.restored"));
    if (id !== kNew) setSelected(id);
  }, [ready, document, t]);

  const move = (step: number) => {
    if (visible.length === 0) return;
    const at = visible.findIndex((item) => item.id === selected);
    const next = visible[at < 0 ? (step > 0 ? 0 : visible.length - 1) : Math.min(Math.max(at + step, 0), visible.length - 1)];
    if (next) select(next.id, true);
  };
  const hold = (id: string) => setHeld((old) => new Set(old).add(id));

  /** The next task that nobody has decided, after this one, else from the top; else this one stays. */
  const goOn = (id: string) => {
    const at = visible.findIndex((item) => item.id === id);
    const rest = [...visible.slice(at + 1), ...visible.slice(0, Math.max(at, 0))];
    select(rest.find((item) => item.state === "proposed")?.id ?? id, true);
  };

  const decide = (kind: "accept" | "skip" | "propose_again", item: ReviewItem | undefined = current) => {
    if (!item) return;
    const already = { accept: "accepted", skip: "skipped", propose_again: "proposed" }[kind] === item.state;
    if (already) return say(t("said.already", { clause: item.clause || item.summary.slice(0, 40) }), "done", false);
    hold(item.id);
    run({ kind, item: item.id, item_version: item.version });
    const clause = item.clause || item.summary.slice(0, 40);
    say(kind === "accept" ? t("said.accepted", { clause }) : kind === "skip" ? t("said.skipped", { clause }) : t("said.proposed_again", { clause }));
    if (kind !== "propose_again") goOn(item.id);
  };

  const changeDraft = useCallback((next: AddedDraft) => {
    setDraft(next);
    setOpen((old) => {
      if (old) keepDraft(sessionStorage, document, old.item, next);
      return old;
    });
  }, [document]);

  const edit = (item: ReviewItem | undefined = current) => {
    if (!item) return;
    setDraft(findDraft(sessionStorage, document, item.id) ?? draftOf(item));
    setProblem(undefined);
    setNotice(undefined);
    setSelected(item.id);
    setOpen({ kind: "edit", item: item.id });
  };

  const add = (span?: { begin: number; end: number }, words?: string) => {
    const base = emptyForm();
    const form = words ? { ...base, summary: words.charAt(0).toLocaleUpperCase("vi") + words.slice(1) } : base;
    const next: AddedDraft = { version: 0, base, form, after: afterPlace(items, span?.begin) ?? selected, ...(span ? { from: span.begin, to: span.end, words } : {}) };
    setDraft(next);
    keepDraft(sessionStorage, document, kNew, next);
    setProblem(undefined);
    setNotice(undefined);
    setOpen({ kind: "edit", item: kNew });
  };

  const save = (how: SaveHow) => {
    if (!open || !draft) return;
    const confirmed = how.confirmed ? { confirmed: true } : {};
    if (open.item === kNew) {
      const fields: ItemFields = { ...fieldsToSend(draft.form, kFields.filter((field) => field !== "deadline" || draft.form.deadline)), ...(draft.words ? { text: draft.words } : {}), ...(draft.from !== undefined ? { from: draft.from, to: draft.to } : {}) };
      run({ kind: "add", fields, ...(draft.after ? { after: draft.after } : {}), ...confirmed });
      return;
    }
    const item = items.find((one) => one.id === open.item);
    if (!item) return;
    const fields = changedFields(draft.base, draft.form);
    keepDraft(sessionStorage, document, item.id, draft);
    if (fields.length > 0) run({ kind: "edit", item: item.id, item_version: draft.version, fields: fieldsToSend(draft.form, fields), ...confirmed });
    else dropDraft(sessionStorage, document, item.id);
    if (how.accept) run({ kind: "accept", item: item.id, item_version: draft.version });
    hold(item.id);
    setOpen(null);
    setProblem(undefined);
    const clause = item.clause || item.summary.slice(0, 40);
    say(fields.length === 0 && !how.accept ? t("said.nothing_changed") : how.accept ? t("said.edited_and_accepted", { clause }) : t("said.edited", { clause }), "done", fields.length > 0 || how.accept);
    if (how.accept) goOn(item.id);
    else focusAfter.current = item.id;
  };

  const close = () => {
    if (open?.kind === "edit") dropDraft(sessionStorage, document, open.item);
    if (open && open.item !== kNew) focusAfter.current = open.item;
    else if (selected) focusAfter.current = selected;
    setOpen(null);
    setProblem(undefined);
    setNotice(undefined);
  };

  /** The colleague's version has been taken in: what was typed stands on top of it now. */
  const rebaseDraft = (next: Draft, theirs: ReviewItem) => {
    const changed = draft ? changedFields(draft.base, formOf(theirs)) : [];
    setNotice(t(changed.length > 0 ? "conflict.taken_in" : "conflict.state_changed", { name: theirs.edited_by?.name ?? t("conflict.somebody"), fields: changed.map((field) => t(`field.${field}`)).join(", ") }));
    setProblem(undefined);
    changeDraft({ ...draft, ...next });
  };

  const chooseParty = useCallback((item: ReviewItem, field: "owners" | "coordinators", old: ReviewParty, chosen: ReviewParty) => {
    const parties = item[field].map((party) => (party === old ? chosen : party));
    run({ kind: "edit", item: item.id, item_version: item.version, fields: { [field]: parties.map(partyEdit) } });
    setHeld((before) => new Set(before).add(item.id));
    say(t("said.party_chosen", { name: chosen.name }));
  }, [run, say, t]);

  const split = (parts: ItemFields[]) => {
    const item = items.find((one) => one.id === open?.item);
    if (item) run({ kind: "split", item: item.id, item_version: item.version, parts });
  };
  const merge = (chosen: readonly ReviewItem[]) => {
    run({ kind: "merge", items: chosen.map((item) => ({ item: item.id, version: item.version })) });
    setOpen(null);
  };
  const acceptSure = () => {
    if (sure.length === 0) return;
    for (const item of sure) hold(item.id);
    run({ kind: "accept_many", items: sure.map((item) => ({ item: item.id, version: item.version })) });
    say(t("said.accepted_many", { count: sure.length }));
  };
  const undo = () => {
    if (pending.length === 0 && !review?.undo) return say(t("said.nothing_to_undo"), "done", false);
    run({ kind: "undo" });
  };

  return {
    review, saved, error, refetch, pending, items, visible, findings, details, sure, current, selected, open, draft, problem, notice, said, filter, query,
    select, move, decide, edit, add, save, close, changeDraft, rebaseDraft, chooseParty, split, merge, acceptSure, undo,
    setOpen: (next: Open | null) => {
      setProblem(undefined);
      setOpen(next);
    },
    setFilter: (next: Filter) => {
      setHeld(new Set());
      setFilter(next);
    },
    setQuery,
  };
}

export type ReviewDesk = ReturnType<typeof useReviewDesk>;

/** The last task that stands before the words, so that a new one takes its place in the document. */
function afterPlace(items: readonly ReviewItem[], begin: number | undefined): string | undefined {
  if (begin === undefined) return undefined;
  return [...items].reverse().find((item) => item.place.to > 0 && item.place.from <= begin)?.id;
}
