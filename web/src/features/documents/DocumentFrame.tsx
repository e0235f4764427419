// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { PageTitle } from "@/design/PageTitle";
import { useLanguage } from "@/locales/i18n";
import type { DocumentEntry } from "./api_types";
import { issueText } from "./deadline_words";
import styles from "./DocumentFrame.module.css";
import { capitalised, nameOf } from "./names";
import { paths } from "./paths";

export type DocumentTab = "review" | "plan" | "history";

/** What stands above every page of one document: its name and facts, and the way to its other pages. */
export function DocumentFrame({ document, tab, action, children }: { document: DocumentEntry; tab: DocumentTab; action?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation("document");
  const language = useLanguage();
  const { facts } = document;
  const tabs: { tab: DocumentTab; href: string; label: string }[] = [
    { tab: "review", href: paths.review(document.id), label: t("tab.review") },
    ...(document.plan_version ? [{ tab: "plan" as const, href: paths.plan(document.id), label: t("tab.plan") }] : []),
    { tab: "history", href: paths.history(document.id), label: t("tab.history") },
  ];
  const lines = [
    facts.issuer && `${facts.issuer}`,
    `${t("facts.issued")}: ${issueText(facts, language)}`,
    facts.signer && `${t("facts.signer")}: ${facts.signer}`,
  ].filter(Boolean);
  return (
    <div className={styles.frame}>
      <PageTitle title={facts.subject ? capitalised(facts.subject) : nameOf(facts, document.file_name)} action={action}
        above={<p className={styles.above}><Link href={paths.documents}>{t("title")}</Link><span aria-hidden> › </span>{nameOf(facts, document.file_name)}</p>}
        lead={<p className={styles.facts}>{lines.map((line) => <span key={line}>{line}</span>)}<a href={`/api/documents/${document.id}/file`} download className="no-print">{document.file_name}<span className="visually-hidden"> ({t("facts.download")})</span></a></p>} />
      <nav aria-label={t("tab.label")} className={`${styles.tabs} no-print`}>
        {tabs.map((one) => <Link key={one.tab} href={one.href} aria-current={one.tab === tab ? "page" : undefined}>{one.label}</Link>)}
      </nav>
      {children}
    </div>
  );
}
