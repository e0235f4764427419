// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "wouter";
import { useToday } from "@/api/session";
import type { OrganisationLink } from "@/api/types";
import { dateText, isPlainDate, type PlainDate } from "@/design/dates";
import styles from "./organisations.module.css";

/** The date that the page looks at, kept in the address so that it can be sent to a colleague. */
export function useLookedAtDate(): [PlainDate, (date: PlainDate) => void] {
  const today = useToday();
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get("on") ?? "";
  const on = isPlainDate(asked) ? asked : today;
  return [on, (date) => setParameters((before) => {
    const after = new URLSearchParams(before);
    if (date === today) after.delete("on");
    else after.set("on", date);
    return after;
  }, { replace: true })];
}

/** An organisation where it is mentioned: opens it, and tells namesakes apart. */
export function OrganisationName({ link, on, plain = false }: { link: OrganisationLink; on?: PlainDate; plain?: boolean }) {
  const { t } = useTranslation("organisations");
  const note = [link.within && t("within", { parent: link.within }), link.until && t("until", { date: dateText(link.until) })].filter(Boolean).join(" · ");
  const real = !link.id.startsWith("-") && !plain;
  return (
    <span>
      {real ? <Link href={`/organisations/${link.id}${on ? `?on=${on}` : ""}`}>{link.name}</Link> : <b>{link.name}</b>}
      {note && <span className={styles.note}> {note}</span>}
    </span>
  );
}

export function Tabs() {
  const { t } = useTranslation("organisations");
  return (
    <nav className={styles.tabs} aria-label={t("tabs.label")}>
      {([["/organisations", "tree"], ["/organisations/structure", "structure"], ["/organisations/history", "history"]] as const).map(([path, key]) => (
        <Link key={path} href={path} className={(active) => (active ? styles.current! : "")} aria-current={location.pathname === path ? "page" : undefined}>{t(`tabs.${key}`)}</Link>
      ))}
    </nav>
  );
}
