// SPDX-License-Identifier: Apache-2.0
// Where a person should look first: what about a proposal is not sure, and which proposals are.
import type { ReviewFinding, ReviewItem } from "@/features/documents";

/** Below this the reading of a part is a guess that a person should check; the server's reader uses the same bound. */
const kLookBelow = 0.75;

export const kReasons = ["owner_unknown", "owner_ambiguous", "no_owner", "coordinator_open", "finding", "task", "assignees", "coordinators", "deadline", "targets", "no_due"] as const;
export type Reason = (typeof kReasons)[number];

/** Reasons that must be settled before the plan can be acted on; the others only ask for a look. */
export const isOpenQuestion = (reason: Reason) => reason === "owner_unknown" || reason === "owner_ambiguous" || reason === "no_owner";

const touches = (finding: ReviewFinding, item: ReviewItem) =>
  finding.place.to > finding.place.from && item.place.to > item.place.from
    ? finding.place.from < item.place.to && finding.place.to > item.place.from
    : finding.clause !== "" && finding.clause === item.clause;

export const findingsOf = (item: ReviewItem, findings: readonly ReviewFinding[]) => findings.filter((finding) => touches(finding, item));

export function reasonsToLook(item: ReviewItem, findings: readonly ReviewFinding[]): Reason[] {
  const reasons: Reason[] = [];
  if (item.owners.length === 0) reasons.push("no_owner");
  if (item.owners.some((party) => party.resolution === "ambiguous")) reasons.push("owner_ambiguous");
  if (item.owners.some((party) => party.resolution === "unknown")) reasons.push("owner_unknown");
  if (item.coordinators.some((party) => party.resolution === "ambiguous" || party.resolution === "unknown")) reasons.push("coordinator_open");
  if (findingsOf(item, findings).length > 0) reasons.push("finding");
  for (const part of ["task", "assignees", "coordinators", "deadline", "targets"] as const) {
    if (item.confidence[part] < kLookBelow && !(part === "assignees" && reasons.includes("no_owner"))) reasons.push(part);
  }
  if (item.deadline && item.deadline.stated.shape === "by" && !item.deadline.due) reasons.push("no_due");
  return reasons;
}

export const needsLook = (item: ReviewItem, findings: readonly ReviewFinding[]) => reasonsToLook(item, findings).length > 0;

/** Proposals that nobody has decided and that give no reason to look: they may be accepted together. */
export const sureItems = (items: readonly ReviewItem[], findings: readonly ReviewFinding[]) =>
  items.filter((item) => item.state === "proposed" && !needsLook(item, findings));
