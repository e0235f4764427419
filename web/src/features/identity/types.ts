// SPDX-License-Identifier: Apache-2.0
import type { OrganisationLabel } from "@/api/session";
import type { Person } from "@/api/types";
import type { Language, PlainDate } from "@/design/dates";

export type PeriodState = "planned" | "in_force" | "ended";

export interface RoleAssignment {
  id: string;
  role: string;
  organisation: OrganisationLabel;
  from: PlainDate;
  until?: PlainDate;
  state: PeriodState;
}

export interface MyProfile {
  id: string;
  name: string;
  user_name: string;
  position?: string;
  email?: string;
  phone?: string;
  organisation: OrganisationLabel;
  language: Language;
  second_factor_enabled: boolean;
  recovery_codes_left: number;
  roles: RoleAssignment[];
}

export interface SessionRow {
  id: string;
  current: boolean;
  started: string;
  last_seen: string;
  expires: string;
  address: string;
  device: string;
}

export interface SecondFactorOffer {
  secret: string;
  otpauth_uri: string;
  qr: { size: number; path: string };
}

export interface Delegation {
  id: string;
  giver: Person;
  receiver: Person;
  from: PlainDate;
  until: PlainDate;
  reason: string;
  state: PeriodState;
  roles: RoleAssignment[];
}

export interface DelegationList {
  given: Delegation[];
  received: Delegation[];
}

export type AccountState = "active" | "locked";

export interface AccountRow {
  id: string;
  name: string;
  user_name: string;
  position?: string;
  organisation: OrganisationLabel;
  state: AccountState;
  roles: RoleAssignment[];
  last_sign_in?: string;
}

export interface AccountPage {
  items: AccountRow[];
  next?: string;
}

export interface Account extends AccountRow {
  version: number;
  email?: string;
  phone?: string;
  language: Language;
  second_factor_enabled: boolean;
  must_change_password: boolean;
}

export interface Role {
  role: string;
  vietnamese: string;
  english: string;
  vietnamese_description: string;
  english_description: string;
  permissions: { permission: string; vietnamese: string; english: string }[];
}
