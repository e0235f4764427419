// SPDX-License-Identifier: Apache-2.0
// A small review for the tests.
import type { Review, ReviewItem, ReviewParty } from "@/features/documents";

export const party = (name: string, fields: Partial<ReviewParty> = {}): ReviewParty => ({
  name, resolution: "one", organisation: { id: "10", name }, members: 0, candidates: [], ...fields,
});

export const item = (id: string, fields: Partial<ReviewItem> = {}): ReviewItem => ({
  id, version: 1, position: Number(id), state: "proposed", origin: "read", clause: `1.${id}`, summary: `Nhiệm vụ ${id}`, text: `Câu ${id}.`,
  place: { from: Number(id) * 100, to: Number(id) * 100 + 50, boxes: [] },
  owners: [party("Sở Nội vụ")], coordinators: [], other_deadlines: [], targets: [], references: [], product: "", note: "",
  confidence: { task: 1, assignees: 1, coordinators: 1, deadline: 1, targets: 1 }, ...fields,
});

export const review = (items: ReviewItem[], fields: Partial<Review> = {}): Review => ({
  version: 5, items, findings: [], addressees: [], recipients: [],
  document: {
    id: "1", file_name: "chi-thi.txt", kind: "text", state: "in_review", pages: 0, size: 100, facts: {}, organisation: { id: "1", name: "UBND thành phố" },
    uploaded_by: { id: "1", name: "An" }, uploaded_at: "2022-06-01T00:00:00Z", may_review: true,
    counts: { tasks: items.length, open: items.length, accepted: 0, skipped: 0, findings: 0 },
  },
  ...fields,
});
