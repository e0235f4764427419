// SPDX-License-Identifier: Apache-2.0
import { folded } from "@/design/order";
import type { OrganisationRow } from "./types";

export interface Branch {
  row: OrganisationRow;
  branches: Branch[];
}

// What works for the whole level stands before the places below it, as on the city's own lists; within one rank the order of the rows stays.
const ranks = ["department", "vertical_body", "division", "public_service_unit"];
const rank = ({ row }: Branch) => (ranks.indexOf(row.kind) + ranks.length + 1) % (ranks.length + 1);

/** The rows come parents first; one whose parent is not among them stands at the top. */
export function treeOf(rows: OrganisationRow[]): Branch[] {
  const branches = new Map(rows.map((row) => [row.id, { row, branches: [] as Branch[] }]));
  const top: Branch[] = [];
  for (const branch of branches.values()) {
    const parent = branch.row.parent === undefined ? undefined : branches.get(branch.row.parent);
    (parent ? parent.branches : top).push(branch);
  }
  for (const siblings of [top, ...[...branches.values()].map((branch) => branch.branches)]) siblings.sort((one, other) => rank(one) - rank(other));
  return top;
}

/** The branches whose name holds the words (marks do not matter), each with the way down to it. */
export function found(branches: Branch[], words: string): Branch[] {
  const wanted = folded(words.trim());
  if (wanted === "") return branches;
  return branches.flatMap((branch) => {
    const below = found(branch.branches, words);
    const itself = folded(`${branch.row.name} ${branch.row.short_name ?? ""} ${branch.row.code ?? ""}`).includes(wanted);
    return itself || below.length > 0 ? [{ row: branch.row, branches: below }] : [];
  });
}

/** What stands on the screen, from top to bottom, with its depth: the branches whose parents are open. */
export function visible(branches: Branch[], isOpen: (id: string) => boolean, depth = 1): { branch: Branch; depth: number }[] {
  return branches.flatMap((branch) => [
    { branch, depth },
    ...(isOpen(branch.row.id) ? visible(branch.branches, isOpen, depth + 1) : []),
  ]);
}
