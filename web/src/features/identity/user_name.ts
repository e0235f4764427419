// SPDX-License-Identifier: Apache-2.0
import { folded } from "@/design/order";

/** "Nguyễn Văn An" → "annv": the given name and the first letters of the others, as offices do. */
export function suggestedUserName(name: string): string {
  const words = folded(name).replace(/[^a-z ]/g, "").split(/\s+/).filter(Boolean);
  const given = words.pop();
  return given ? given + words.map((word) => word[0]).join("") : "";
}
