// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from "@/design/dates";
import type { components } from "@/generated/contract";

/** What several features take from the server; the rest stands with its feature. */
export interface OrganisationLink {
  id: string;
  name: string;
  kind: components["schemas"]["OrganisationKind"];
  within?: string;
  from: PlainDate;
  until?: PlainDate;
}

export interface OrganisationMatches {
  on: PlainDate;
  items: { organisation: OrganisationLink; short_name?: string; matched: "exact" | "other_marks" | "beginning" | "inside" }[];
}

export interface Person {
  id: string;
  name: string;
  position?: string;
  organisation: { id: string; name: string };
}

export interface PeoplePage {
  items: Person[];
  next?: string;
}
