// SPDX-License-Identifier: Apache-2.0
// What the routes of documents, reviews and plans take and give: the names and members of the server's own types. Ids are
// text of digits; what is optional is left out when it is empty.

export type DocumentState = "queued" | "reading" | "ready" | "in_review" | "planned" | "failed";
export type FileKind = "text" | "docx" | "odt" | "doc" | "rtf" | "pdf" | "picture";

export interface DocumentPerson {
  id: string;
  name: string;
}

export interface DocumentFailure {
  code: number;
  name: string;
  message: string;
  advice: string;
}

export interface DocumentCounts {
  tasks: number;
  open: number;
  accepted: number;
  skipped: number;
  findings: number;
}

export interface DocumentFacts {
  number?: string;
  place?: string;
  issuer?: string;
  kind?: string;
  subject?: string;
  signer?: string;
  signer_title?: string;
  issued_on?: string;
  issued_not_before?: string;
  issued_not_after?: string;
}

export interface DocumentEntry {
  id: string;
  file_name: string;
  kind: FileKind;
  state: DocumentState;
  failure?: DocumentFailure;
  progress?: { pages_read: number; pages: number };
  pages: number;
  size: number;
  facts: DocumentFacts;
  organisation: { id: string; name: string };
  uploaded_by: DocumentPerson;
  uploaded_at: string;
  counts: DocumentCounts;
  plan_version?: number;
  may_review: boolean;
}

export interface DocumentList {
  items: DocumentEntry[];
  next?: string;
}

export interface PageBox {
  page: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface TextLine {
  text: string;
  from: number;
  to: number;
  box?: PageBox;
  paragraph: boolean;
  blank_before: boolean;
  bold: boolean;
  italic: boolean;
  centred: boolean;
  indent: number;
  table?: number;
  row?: number;
  column?: number;
}

export interface TextPage {
  number: number;
  width: number;
  height: number;
  has_image: boolean;
  lines: TextLine[];
}

export interface DocumentText {
  document: string;
  pages: TextPage[];
  remarks: string[];
}

/** `from` and `to` count code points of the whole text; both 0 when a person wrote the task. */
export interface TextPlace {
  page?: number;
  from: number;
  to: number;
  boxes: PageBox[];
}

export type PartyResolution = "one" | "group" | "ambiguous" | "unknown";

export interface PartyOrganisation {
  id: string;
  name: string;
  within?: string;
}

export interface ReviewParty {
  name: string;
  resolution: PartyResolution;
  organisation?: PartyOrganisation;
  group?: string;
  members: number;
  candidates: PartyOrganisation[];
}

export type DeadlineShape = "by" | "continuous" | "recurring" | "relative";
export type DeadlineEvery = "day" | "week" | "half_month" | "month" | "quarter" | "half_year" | "year";
export type DeadlineUnit = "day" | "working_day" | "month" | "hour";
export type DeadlineFrom = "issue" | "event";

export interface ReviewDeadline {
  shape: DeadlineShape;
  date?: string;
  time?: string;
  every?: DeadlineEvery;
  day?: number;
  month?: number;
  weekday?: number;
  count?: number;
  unit?: DeadlineUnit;
  from?: DeadlineFrom;
  event?: string;
  phrase: string;
  inherited: boolean;
}

export interface DeadlineView {
  stated: ReviewDeadline;
  due?: string;
  due_time?: string;
  explanation: string[];
}

export type TargetComparison = "equal" | "at_least" | "at_most" | "decrease";

export interface ReviewTarget {
  value: string;
  comparison: TargetComparison;
  unit: string;
  phrase: string;
}

export interface ReviewReference {
  number: string;
  date?: string;
}

export interface ReviewConfidence {
  task: number;
  assignees: number;
  coordinators: number;
  deadline: number;
  targets: number;
}

export type ItemState = "proposed" | "accepted" | "skipped" | "replaced";
export type ItemOrigin = "read" | "added" | "split" | "merged";

export interface ReviewItem {
  id: string;
  version: number;
  position: number;
  state: ItemState;
  origin: ItemOrigin;
  clause: string;
  summary: string;
  text: string;
  place: TextPlace;
  owners: ReviewParty[];
  coordinators: ReviewParty[];
  deadline?: DeadlineView;
  other_deadlines: DeadlineView[];
  targets: ReviewTarget[];
  references: ReviewReference[];
  product: string;
  note: string;
  confidence: ReviewConfidence;
  edited_by?: DocumentPerson;
  edited_at?: string;
}

export interface ReviewFinding {
  code: string;
  clause: string;
  message: string;
  place: TextPlace;
}

export type CommandKind = "accept" | "skip" | "propose_again" | "edit" | "split" | "merge" | "add" | "accept_many" | "undo";

export interface UndoOffer {
  kind: CommandKind;
  items: string[];
  overtaken: boolean;
}

export interface Review {
  document: DocumentEntry;
  version: number;
  items: ReviewItem[];
  findings: ReviewFinding[];
  addressees: string[];
  recipients: string[];
  undo?: UndoOffer;
}

export interface PartyEdit {
  name: string;
  organisation?: string;
  group?: string;
}

export interface ItemFields {
  clause?: string;
  summary?: string;
  text?: string;
  product?: string;
  note?: string;
  owners?: PartyEdit[];
  coordinators?: PartyEdit[];
  deadline?: ReviewDeadline;
  no_deadline?: boolean;
  targets?: ReviewTarget[];
  from?: number;
  to?: number;
}

export interface ItemVersion {
  item: string;
  version: number;
}

export interface ReviewCommand {
  kind: CommandKind;
  item?: string;
  item_version?: number;
  items?: ItemVersion[];
  fields?: ItemFields;
  parts?: ItemFields[];
  after?: string;
  confirmed?: boolean;
}

export interface ReviewChanged {
  version: number;
  items: ReviewItem[];
  removed: string[];
  state: DocumentState;
  counts: DocumentCounts;
  undo?: UndoOffer;
}

export interface PlanSaved {
  document: string;
  version: number;
  tasks: number;
}

export interface PlanVersion {
  version: number;
  saved_at: string;
  saved_by: DocumentPerson;
  tasks: number;
}

export interface PlanTask {
  id: string;
  number: number;
  clause: string;
  summary: string;
  text: string;
  place: TextPlace;
  owners: ReviewParty[];
  coordinators: ReviewParty[];
  deadline?: DeadlineView;
  other_deadlines: DeadlineView[];
  targets: ReviewTarget[];
  references: ReviewReference[];
  product: string;
  note: string;
}

export interface PlanAgency {
  name: string;
  organisation?: string;
  tasks: string[];
  with_date: number;
  next_due?: string;
}

export type DueGroupKind = "month" | "recurring" | "continuous" | "event" | "none";

export interface PlanDueGroup {
  kind: DueGroupKind;
  month?: string;
  tasks: string[];
}

export interface PlanCounts {
  tasks: number;
  agencies: number;
  with_date: number;
  recurring: number;
  continuous: number;
  without_deadline: number;
  targets: number;
}

export interface SavedPlan {
  document: DocumentEntry;
  saved: PlanVersion;
  versions: PlanVersion[];
  counts: PlanCounts;
  tasks: PlanTask[];
  by_agency: PlanAgency[];
  by_deadline: PlanDueGroup[];
}

export interface PlanEntry {
  document: string;
  file_name: string;
  facts: DocumentFacts;
  organisation: { id: string; name: string };
  saved: PlanVersion;
  reopened: boolean;
}

export interface PlanList {
  items: PlanEntry[];
  next?: string;
}

export interface DocumentHappening {
  sequence: number;
  at: string;
  by?: DocumentPerson;
  kind: string;
  items: string[];
  clauses: string[];
  fields: string[];
}

export interface DocumentHistory {
  items: DocumentHappening[];
}
