// SPDX-License-Identifier: Apache-2.0
import { useQuery } from "@tanstack/react-query";
import { IconAlertTriangle, IconHelpCircle, IconUsersGroup } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import type { OrganisationLink } from "@/api/types";
import { StateBadge } from "@/design/StateBadge";
import type { ReviewParty } from "@/features/documents";
import styles from "./PartyText.module.css";

interface GroupsOnDate {
  on: string;
  items: { code: string; name: string; members: OrganisationLink[] }[];
}

/** Who belongs to a group on the day of the document; asked for only when somebody wants to see it. */
function Members({ group, on }: { group: string; on: string | undefined }) {
  const { t } = useTranslation("review");
  const { data, error } = useQuery({ queryKey: ["groups", on ?? ""], queryFn: ({ signal }) => api.get<GroupsOnDate>("/api/groups", { on }, signal), staleTime: 300_000 });
  if (error) return <span className="quiet">{t("party.members_failed")}</span>;
  if (!data) return <span className="quiet">{t("party.members_loading")}</span>;
  const found = data.items.find((one) => one.code === group);
  return <ul className={styles.members}>{(found?.members ?? []).map((member) => <li key={member.id}>{member.name}</li>)}</ul>;
}

/** One agency: its name, and in words what is not clear about it. */
export function PartyText({ party, on, strong = false }: { party: ReviewParty; on?: string; strong?: boolean }) {
  const { t } = useTranslation("review");
  const [open, setOpen] = useState(false);
  const name = strong ? <strong>{party.name}</strong> : <span>{party.name}</span>;
  const official = party.organisation && party.organisation.name !== party.name ? party.organisation.name : undefined;
  if (party.resolution === "group") {
    return (
      <span className={styles.party}>
        {name}{" "}
        <button type="button" className={styles.group} aria-expanded={open} onClick={() => setOpen(!open)}>
          <IconUsersGroup aria-hidden size={16} />{t("party.members", { count: party.members })}
        </button>
        {open && party.group && <Members group={party.group} on={on} />}
      </span>
    );
  }
  return (
    <span className={styles.party}>
      {name}
      {official && <span className="quiet"> ({official})</span>}{" "}
      {party.resolution === "ambiguous" && <StateBadge tone="near_due" sign={IconHelpCircle}>{t("party.ambiguous", { count: party.candidates.length })}</StateBadge>}
      {party.resolution === "unknown" && <StateBadge tone="near_due" sign={IconAlertTriangle}>{t("party.unknown")}</StateBadge>}
    </span>
  );
}

export const isOpenParty = (party: ReviewParty): boolean => party.resolution === "ambiguous" || party.resolution === "unknown";

/** Which organisation is meant: the candidates as buttons, so that one press settles it. */
export function WhichOrganisation({ party, onChoose, onSearch }: { party: ReviewParty; onChoose: (party: ReviewParty) => void; onSearch?: () => void }) {
  const { t } = useTranslation("review");
  const choose = (candidate: ReviewParty["candidates"][number]): ReviewParty => ({ name: candidate.name, resolution: "one", organisation: candidate, members: 0, candidates: [] });
  return (
    <div className={styles.which} role="group" aria-label={t("party.which", { name: party.name })}>
      <span>{party.candidates.length > 0 ? t("party.which", { name: party.name }) : t("party.none_like", { name: party.name })}</span>
      {party.candidates.slice(0, 8).map((candidate) => (
        <button key={candidate.id} type="button" className={styles.candidate} onClick={() => onChoose(choose(candidate))}>
          {candidate.name}{candidate.within && <span className="quiet"> · {t("party.within", { parent: candidate.within })}</span>}
        </button>
      ))}
      {onSearch && <button type="button" className={styles.candidate} onClick={onSearch}>{t("party.search")}</button>}
    </div>
  );
}
