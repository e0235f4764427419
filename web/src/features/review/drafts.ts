// SPDX-License-Identifier: Apache-2.0
// An edit that is open: what the form holds, what it was when the form opened, and what has to be sent. Pure functions and
// the place where an unfinished edit outlives a reload.
import type { DeadlineView, ItemFields, PartyEdit, ReviewDeadline, ReviewItem, ReviewParty, ReviewTarget } from "@/features/documents";

export interface Form {
  clause: string;
  summary: string;
  owners: ReviewParty[];
  coordinators: ReviewParty[];
  deadline: ReviewDeadline | null;
  targets: ReviewTarget[];
  product: string;
  note: string;
}
export type Field = keyof Form;
export const kFields: readonly Field[] = ["clause", "summary", "owners", "coordinators", "deadline", "targets", "product", "note"];

export interface Draft {
  /** The version and the values that the person saw when the form opened. */
  version: number;
  base: Form;
  form: Form;
}

const stated = (deadline: DeadlineView | undefined): ReviewDeadline | null => deadline?.stated ?? null;

export const formOf = (item: ReviewItem): Form => ({
  clause: item.clause,
  summary: item.summary,
  owners: item.owners,
  coordinators: item.coordinators,
  deadline: stated(item.deadline),
  targets: item.targets,
  product: item.product,
  note: item.note,
});

export const emptyForm = (): Form => ({ clause: "", summary: "", owners: [], coordinators: [], deadline: null, targets: [], product: "", note: "" });

export const draftOf = (item: ReviewItem): Draft => ({ version: item.version, base: formOf(item), form: formOf(item) });

const partyKey = (party: ReviewParty) => [party.organisation?.id ?? "", party.group ?? "", party.name].join("|");

/** What counts as the same value: the candidates of an agency may differ without anybody having changed anything. */
function valueKey(field: Field, form: Form): string {
  if (field === "owners" || field === "coordinators") return form[field].map(partyKey).join("\n");
  if (field === "deadline") return form.deadline ? JSON.stringify(Object.entries(form.deadline).filter(([, value]) => value !== undefined).sort()) : "";
  if (field === "targets") return JSON.stringify(form.targets.map((target) => [target.comparison, target.value, target.unit]));
  return form[field].trim();
}

export const sameValue = (field: Field, one: Form, other: Form): boolean => valueKey(field, one) === valueKey(field, other);

export const changedFields = (from: Form, to: Form): Field[] => kFields.filter((field) => !sameValue(field, from, to));

export const partyEdit = (party: ReviewParty): PartyEdit => ({
  name: party.name,
  ...(party.organisation ? { organisation: party.organisation.id } : {}),
  ...(!party.organisation && party.group ? { group: party.group } : {}),
});

/** Only what was changed, in the form of the API. */
export function fieldsToSend(form: Form, fields: readonly Field[]): ItemFields {
  const sent: ItemFields = {};
  for (const field of fields) {
    if (field === "owners" || field === "coordinators") sent[field] = form[field].map(partyEdit);
    else if (field === "deadline") Object.assign(sent, form.deadline ? { deadline: form.deadline } : { no_deadline: true });
    else if (field === "targets") sent.targets = form.targets;
    else sent[field] = form[field].trim();
  }
  return sent;
}

/** What two people made of the same task: fields that only one of them changed go together, the others need a choice. */
export interface Overlap {
  mine: Field[];
  theirs: Field[];
  both: Field[];
}

export function overlapOf(base: Form, mine: Form, theirs: Form): Overlap {
  const byMe = changedFields(base, mine);
  const byThem = changedFields(base, theirs);
  const both = byMe.filter((field) => byThem.includes(field) && !sameValue(field, mine, theirs));
  return { mine: byMe.filter((field) => !both.includes(field) && !sameValue(field, mine, theirs)), theirs: byThem.filter((field) => !byMe.includes(field)), both };
}

/** The form on top of what the other person saved: their fields where only they changed something, mine elsewhere. */
export function mergedForm(mine: Form, theirs: Form, overlap: Overlap): Form {
  const merged: Form = { ...theirs };
  for (const field of [...overlap.mine, ...overlap.both]) Object.assign(merged, { [field]: mine[field] });
  return merged;
}

const storageKey = (document: string, item: string) => `haidang.draft.${document}.${item}`;

export function keepDraft(store: Storage, document: string, item: string, draft: Draft): void {
  try {
    store.setItem(storageKey(document, item), JSON.stringify(draft));
  } catch {
    // A full or forbidden store only means that a reload loses the unfinished edit.
  }
}

export function findDraft(store: Storage, document: string, item: string): Draft | undefined {
  try {
    const text = store.getItem(storageKey(document, item));
    const draft = text ? (JSON.parse(text) as Draft) : undefined;
    return draft && draft.form && draft.base && typeof draft.version === "number" ? draft : undefined;
  } catch {
    return undefined;
  }
}

export const dropDraft = (store: Storage, document: string, item: string): void => store.removeItem(storageKey(document, item));

/** The items of a document that have an unfinished edit. */
export function draftedItems(store: Storage, document: string): string[] {
  const prefix = storageKey(document, "");
  return Array.from({ length: store.length }, (_, index) => store.key(index) ?? "").filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
}
