// SPDX-License-Identifier: Apache-2.0
import type { OrganisationLink } from "@/api/types";
import type { PlainDate } from "@/design/dates";

export const kinds = ["province", "urban_district", "rural_district", "town", "provincial_city", "ward", "township", "commune", "special_zone", "department", "vertical_body", "division", "public_service_unit"] as const;
export type OrganisationKind = (typeof kinds)[number];

export interface OrganisationRow {
  id: string;
  name: string;
  short_name?: string;
  kind: OrganisationKind;
  code?: string;
  parent?: string;
  from: PlainDate;
  until?: PlainDate;
  verified: boolean;
  children: number;
}

export interface SourceDocument {
  document: string;
  issued_on?: PlainDate;
  issuer?: string;
  verified: boolean;
  note?: string;
}

export type EventKind = "created" | "renamed" | "merged" | "split" | "moved" | "closed";

export interface ReorganisationStep {
  reorganisation: string;
  kind: EventKind;
  on: PlainDate;
  source: SourceDocument;
  subjects: OrganisationLink[];
  results: OrganisationLink[];
  answerer?: OrganisationLink;
  name_before?: string;
  name_after?: string;
  verified: boolean;
  note?: string;
}

export interface OrganisationDetail {
  on: PlainDate;
  exists: boolean;
  organisation: OrganisationRow;
  names: { name: string; short_name?: string; kind: OrganisationKind; code?: string; from: PlainDate; until?: PlainDate }[];
  parents: { parent: OrganisationLink; from: PlainDate; until?: PlainDate }[];
  history: ReorganisationStep[];
  ended_by?: ReorganisationStep;
  predecessors: OrganisationLink[];
  successors: OrganisationLink[];
  answerer?: OrganisationLink;
  children: OrganisationLink[];
  groups: { code: string; name: string }[];
}

export interface StructureRow {
  organisation: OrganisationLink;
  answerer: OrganisationLink;
  changed: boolean;
  verified: boolean;
}

export interface OrganisationRef {
  id?: string;
  key?: string;
}

export interface NewOrganisation {
  key?: string;
  name: string;
  short_name?: string;
  kind: OrganisationKind;
  code?: string;
  parent?: OrganisationRef;
}

export type StepKind = "create" | "rename" | "merge" | "split" | "move" | "close";

export interface StepDraft {
  kind: StepKind;
  subjects?: OrganisationRef[];
  created?: NewOrganisation;
  into?: OrganisationRef;
  parts_created?: NewOrganisation[];
  parts?: OrganisationRef[];
  answerer?: OrganisationRef;
  parent?: OrganisationRef;
  name?: string;
  short_name?: string;
  code?: string;
  organisation_kind?: OrganisationKind;
  doubtful?: boolean;
  note?: string;
}

export interface ReorganisationDraft {
  on: PlainDate;
  source: SourceDocument;
  steps: StepDraft[];
}

export interface PreviewWarning {
  kind: "names_alike" | "children_without_parent" | "in_the_past" | "source_unverified" | "before_start" | "later_event_depends";
  blocking: boolean;
  organisations: OrganisationLink[];
  message: string;
}

export interface ReorganisationPreview {
  before: OrganisationRow[];
  after: OrganisationRow[];
  answering: { organisation: OrganisationLink; answerer: OrganisationLink }[];
  warnings: PreviewWarning[];
  acceptable: boolean;
}

export interface Reorganisation {
  id: string;
  on: PlainDate;
  source: SourceDocument;
  recorded_at: string;
  recorded_by?: string;
  step_count: number;
  created: number;
  ended: number;
  unverified: number;
  steps: ReorganisationStep[];
}
