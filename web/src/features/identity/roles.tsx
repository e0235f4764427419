// SPDX-License-Identifier: Apache-2.0
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { StateBadge, type Tone } from "@/design/StateBadge";
import { DateText } from "@/design/DateTexts";
import { useLanguage } from "@/locales/i18n";
import type { PeriodState, Role, RoleAssignment } from "./types";

export const useRoles = () =>
  useQuery({ queryKey: ["roles"], queryFn: ({ signal }) => api.get<{ items: Role[] }>("/api/roles", undefined, signal), staleTime: 600_000 });

/** The name of a role in the reader's language; its code until the list has come. */
export function useRoleName(): (role: string) => string {
  const language = useLanguage();
  const { data } = useRoles();
  return (code) => {
    const role = data?.items.find((item) => item.role === code);
    return role ? (language === "vi" ? role.vietnamese : role.english) : code;
  };
}

const tones: Record<PeriodState, Tone> = { planned: "informing", in_force: "kept", ended: "waiting" };

export function PeriodBadge({ state }: { state: PeriodState }) {
  const { t } = useTranslation("identity");
  return <StateBadge tone={tones[state]}>{t(`period.${state}`)}</StateBadge>;
}

export function PeriodText({ from, until }: { from: RoleAssignment["from"]; until?: RoleAssignment["from"] }) {
  const { t } = useTranslation("identity");
  return <span>{t("period.from")} <DateText date={from} />{until && <> {t("period.until")} <DateText date={until} /></>}</span>;
}
