// SPDX-License-Identifier: Apache-2.0
import type { DocumentFacts } from "./api_types";

export const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);

/** "Chỉ thị 12/CT-UBND", else the name of the file. */
export function nameOf(facts: DocumentFacts, fileName: string): string {
  const name = [facts.kind ? capitalised(facts.kind) : "", facts.number ?? ""].filter(Boolean).join(" ");
  return name || fileName;
}
