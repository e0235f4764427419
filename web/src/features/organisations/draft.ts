// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from "@/design/dates";
import type { Choice } from "@/design/Picker";
import type { NewOrganisation, OrganisationKind, ReorganisationDraft, StepDraft, StepKind } from "./types";

/** A new organisation as it is being typed. */
export interface NewFields {
  name: string;
  shortName: string;
  kind: OrganisationKind;
  code: string;
  parent: Choice | null;
}

/** Everything the form holds; which fields count depends on the kind. */
export interface ReorganisationForm {
  kind: StepKind;
  on: PlainDate | null;
  document: string;
  issuer: string;
  issuedOn: PlainDate | null;
  verified: boolean;
  subjects: Choice[];
  /** merge: into a new organisation, or into one that goes on. */
  intoNew: boolean;
  created: NewFields;
  into: Choice | null;
  name: string;
  parts: NewFields[];
  /** split: the organisation itself goes on as one of the parts. */
  goesOn: boolean;
  /** split: which part answers for the whole: its place in `parts`, or "itself". */
  answeringPart: number | "itself";
  parent: Choice | null;
  answerer: Choice | null;
}

export const emptyNew = (kind: OrganisationKind = "ward"): NewFields => ({ name: "", shortName: "", kind, code: "", parent: null });

export const emptyForm = (kind: StepKind, on: PlainDate): ReorganisationForm => ({
  kind, on, document: "", issuer: "", issuedOn: null, verified: false, subjects: [], intoNew: true, created: emptyNew(), into: null,
  name: "", parts: [emptyNew(), emptyNew()], goesOn: false, answeringPart: 0, parent: null, answerer: null,
});

export type Field = "on" | "document" | "subjects" | "created" | "into" | "name" | "parts" | "parent" | "answerer";

const refs = (choices: Choice[]) => choices.map(({ id }) => ({ id }));
const newOrganisation = (fields: NewFields, key?: string): NewOrganisation => ({
  ...(key !== undefined && { key }), name: fields.name.trim(), kind: fields.kind,
  ...(fields.shortName.trim() && { short_name: fields.shortName.trim() }),
  ...(fields.code.trim() && { code: fields.code.trim() }),
  ...(fields.parent && { parent: { id: fields.parent.id } }),
});

const partKey = (index: number) => `part-${index + 1}`;

function splitOf(form: ReorganisationForm): StepDraft {
  const itself = refs(form.subjects.slice(0, 1));
  const answerer = form.answeringPart === "itself" && form.goesOn ? itself[0]! : { key: partKey(form.answeringPart === "itself" ? 0 : form.answeringPart) };
  return {
    kind: "split", subjects: itself, answerer,
    parts_created: form.parts.map((part, index) => newOrganisation(part, partKey(index))),
    ...(form.goesOn && { parts: itself }),
  };
}

const steps: Record<StepKind, (form: ReorganisationForm) => StepDraft> = {
  create: (form) => ({ kind: "create", created: newOrganisation(form.created) }),
  rename: (form) => ({ kind: "rename", subjects: refs(form.subjects), name: form.name.trim() }),
  merge: (form) => ({ kind: "merge", subjects: refs(form.subjects), ...(form.intoNew ? { created: newOrganisation(form.created) } : { into: { id: form.into!.id } }) }),
  split: splitOf,
  move: (form) => ({ kind: "move", subjects: refs(form.subjects), parent: { id: form.parent!.id } }),
  close: (form) => ({ kind: "close", subjects: refs(form.subjects), answerer: { id: form.answerer!.id } }),
};

const needed: Record<StepKind, (form: ReorganisationForm) => Field[]> = {
  create: () => ["created"],
  rename: () => ["subjects", "name"],
  merge: (form) => ["subjects", form.intoNew ? "created" : "into"],
  split: () => ["subjects", "parts"],
  move: () => ["subjects", "parent"],
  close: () => ["subjects", "answerer"],
};

// A merge into a new organisation joins two at least; into one of them, that one and another.
const fewest = (form: ReorganisationForm) => (form.kind === "merge" && form.intoNew ? 2 : 1);

const has: Record<Field, (form: ReorganisationForm) => boolean> = {
  on: (form) => form.on !== null,
  document: (form) => form.document.trim() !== "",
  subjects: (form) => form.subjects.length >= fewest(form),
  created: (form) => form.created.name.trim() !== "",
  into: (form) => form.into !== null,
  name: (form) => form.name.trim() !== "",
  parts: (form) => form.parts.length + (form.goesOn ? 1 : 0) >= 2 && form.parts.every((part) => part.name.trim() !== ""),
  parent: (form) => form.parent !== null,
  answerer: (form) => form.answerer !== null,
};

/** What is still missing, in the order of the form. */
export const missingIn = (form: ReorganisationForm): Field[] =>
  ([...needed[form.kind](form), "on", "document"] as Field[]).filter((field) => !has[field](form));

/** The draft to be previewed or recorded; only of a form in which nothing is missing. */
export function draftOf(form: ReorganisationForm): ReorganisationDraft {
  return {
    on: form.on!,
    source: {
      document: form.document.trim(), verified: form.verified,
      ...(form.issuer.trim() && { issuer: form.issuer.trim() }), ...(form.issuedOn && { issued_on: form.issuedOn }),
    },
    steps: [steps[form.kind](form)],
  };
}
