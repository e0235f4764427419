// SPDX-License-Identifier: Apache-2.0
// The pages' own types of what the routes give and take must agree with the contract that the server prints: here the type
// checker fails when one of them is stale. They are written by hand where the pages know more than the contract does: that
// a text is a date, and what a word means.
import type { components } from "@/generated/contract";
import type * as Session from "@/api/session";
import type * as Shared from "@/api/types";
import type * as Calendar from "@/features/calendar/types";
import type * as Identity from "@/features/identity/types";
import type * as Organisations from "@/features/organisations/types";

type Contract = components["schemas"];
/** Dates are plain texts in the contract; the pages call them PlainDate. */
type Plain<T> = T extends string ? (string extends T ? string : T extends { readonly brand: string } ? string : T)
  : T extends readonly (infer Item)[] ? Plain<Item>[]
  : T extends object ? { [Key in keyof T]: Plain<T[Key]> } : T;
type Difference<Own, Theirs> = { missing: Exclude<keyof Theirs, keyof Own>; surplus: Exclude<keyof Own, keyof Theirs>; own: Plain<Own>; contract: Plain<Theirs> };
type Same<Own, Theirs> = [keyof Own, Plain<Own>] extends [keyof Theirs, Plain<Theirs>]
  ? [keyof Theirs, Plain<Theirs>] extends [keyof Own, Plain<Own>] ? true : Difference<Own, Theirs>
  : Difference<Own, Theirs>;
type Agreed<T extends true> = T;

export type Agreements = [
  Agreed<Same<Session.OrganisationLabel, Contract["OrganisationLabel"]>>,
  Agreed<Same<Session.Session, Contract["SessionView"]>>,
  Agreed<Same<Shared.OrganisationLink, Contract["OrganisationLink"]>>,
  Agreed<Same<Shared.OrganisationMatches, Contract["OrganisationMatches"]>>,
  Agreed<Same<Shared.Person, Contract["Person"]>>,
  Agreed<Same<Shared.PeoplePage, Contract["PeoplePage"]>>,
  Agreed<Same<Calendar.CalendarText, Contract["CalendarText"]>>,
  Agreed<Same<Calendar.CalendarSource, Contract["CalendarSource"]>>,
  Agreed<Same<Calendar.CalendarOrigin, Contract["CalendarOrigin"]>>,
  Agreed<Same<Calendar.CalendarHours, Contract["CalendarHours"]>>,
  Agreed<Same<Calendar.CalendarDayKind, Contract["CalendarDayKind"]>>,
  Agreed<Same<Calendar.CalendarDay, Contract["CalendarDay"]>>,
  Agreed<Same<Calendar.CalendarSummary, Contract["CalendarSummary"]>>,
  Agreed<Same<Calendar.CalendarYear, Contract["CalendarYear"]>>,
  Agreed<Same<Calendar.CalendarEditKind, Contract["CalendarEditKind"]>>,
  Agreed<Same<Calendar.CalendarEdit, Contract["CalendarEdit"]>>,
  Agreed<Same<Calendar.DayMeaning, Contract["CalendarDayMeaning"]>>,
  Agreed<Same<Calendar.CalendarPreview, Contract["CalendarPreview"]>>,
  Agreed<Same<Calendar.RecordedEdit, Contract["RecordedCalendarEdit"]>>,
  Agreed<Same<Identity.PeriodState, Contract["PeriodState"]>>,
  Agreed<Same<Identity.RoleAssignment, Contract["RoleAssignmentView"]>>,
  Agreed<Same<Identity.MyProfile, Contract["MyProfile"]>>,
  Agreed<Same<Identity.SessionRow, Contract["SessionRow"]>>,
  Agreed<Same<Identity.SecondFactorOffer, Contract["SecondFactorOffer"]>>,
  Agreed<Same<Identity.Delegation, Contract["DelegationView"]>>,
  Agreed<Same<Identity.DelegationList, Contract["DelegationList"]>>,
  Agreed<Same<Identity.AccountState, Contract["AccountState"]>>,
  Agreed<Same<Identity.AccountRow, Contract["AccountRow"]>>,
  Agreed<Same<Identity.AccountPage, Contract["AccountPage"]>>,
  Agreed<Same<Identity.Account, Contract["AccountView"]>>,
  Agreed<Same<Identity.Role, Contract["RoleView"]>>,
  Agreed<Same<Organisations.OrganisationKind, Contract["OrganisationKind"]>>,
  Agreed<Same<Organisations.OrganisationRow, Contract["OrganisationRow"]>>,
  Agreed<Same<Organisations.SourceDocument, Contract["LegalSource"]>>,
  Agreed<Same<Organisations.EventKind, Contract["EventKind"]>>,
  Agreed<Same<Organisations.ReorganisationStep, Contract["ReorganisationStep"]>>,
  Agreed<Same<Organisations.OrganisationDetail, Contract["OrganisationDetail"]>>,
  Agreed<Same<Organisations.StructureRow, Contract["StructureRow"]>>,
  Agreed<Same<Organisations.OrganisationRef, Contract["OrganisationRef"]>>,
  Agreed<Same<Organisations.NewOrganisation, Contract["NewOrganisation"]>>,
  Agreed<Same<Organisations.StepKind, Contract["StepKind"]>>,
  Agreed<Same<Organisations.StepDraft, Contract["StepDraft"]>>,
  Agreed<Same<Organisations.ReorganisationDraft, Contract["ReorganisationDraft"]>>,
  Agreed<Same<Organisations.PreviewWarning, Contract["PreviewWarning"]>>,
  Agreed<Same<Organisations.ReorganisationPreview, Contract["ReorganisationPreview"]>>,
  Agreed<Same<Organisations.Reorganisation, Contract["Reorganisation"]>>,
];
