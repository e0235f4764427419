// SPDX-License-Identifier: Apache-2.0
import { IconFileSearch } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { type DocumentEntry, paths, type PlanTask, targetText } from "@/features/documents";
import { DeadlineLine, PartyText } from "@/features/review";
import { useLanguage } from "@/locales/i18n";
import styles from "./PlanPage.module.css";

/** One task of a plan. `without` is the agency under whose heading it stands already. */
export function TaskRow({ task, document, without }: { task: PlanTask; document: DocumentEntry; without?: string }) {
  const { t } = useTranslation("plans");
  const language = useLanguage();
  const owners = task.owners.filter((party) => (party.organisation?.id ?? party.name) !== without);
  const on = document.facts.issued_on;
  return (
    <li className={styles.task}>
      <span className={styles.clause}>{task.clause || task.number}</span>
      <div className={styles.what}>
        <p lang="vi">{task.summary}</p>
        <dl>
          {owners.length > 0 && <div><dt>{without ? t("also") : t("owners")}</dt><dd>{owners.map((party, index) => <span key={party.name}>{index > 0 && "; "}<PartyText party={party} on={on} strong /></span>)}</dd></div>}
          {task.coordinators.length > 0 && <div><dt>{t("coordinators")}</dt><dd>{task.coordinators.map((party, index) => <span key={party.name}>{index > 0 && "; "}<PartyText party={party} on={on} /></span>)}</dd></div>}
          {task.targets.length > 0 && <div><dt>{t("targets")}</dt><dd>{task.targets.map((target) => targetText(target, language)).join("; ")}</dd></div>}
          {task.product && <div><dt>{t("product")}</dt><dd lang="vi">{task.product}</dd></div>}
          {task.note && <div><dt>{t("note")}</dt><dd>{task.note}</dd></div>}
        </dl>
      </div>
      <div className={styles.when}>{task.deadline ? <DeadlineLine deadline={task.deadline} explained={false} /> : <span className="quiet">{t("no_deadline")}</span>}</div>
      {task.place.to > task.place.from && (
        <Link href={paths.review(document.id, task.id)} className={`${styles.source} no-print`} aria-label={t("source", { clause: task.clause || String(task.number) })} title={t("source", { clause: task.clause || String(task.number) })}><IconFileSearch aria-hidden size={20} /></Link>
      )}
    </li>
  );
}
