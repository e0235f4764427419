// SPDX-License-Identifier: Apache-2.0
/** Ids are text of digits; the brand keeps an organisation's from being passed for a person's. */
export type Brand<Name extends string> = string & { readonly brand: Name };
export type OrganisationId = Brand<"OrganisationId">;
export type AccountId = Brand<"AccountId">;
