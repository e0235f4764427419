// SPDX-License-Identifier: Apache-2.0
import { IconInfoCircle } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useToday } from "@/api/session";
import { deadlineText, type DeadlineView } from "@/features/documents";
import { useLanguage } from "@/locales/i18n";
import styles from "./DeadlineLine.module.css";

/** A deadline in words; how it was counted opens from it. */
export function DeadlineLine({ deadline, explained }: { deadline: DeadlineView; explained: boolean }) {
  const { t } = useTranslation("review");
  const language = useLanguage();
  const today = useToday();
  const [open, setOpen] = useState(false);
  const id = useId();
  const words = deadlineText(deadline, language, today);
  const { phrase, inherited } = deadline.stated;
  const reasons = [
    phrase && t("deadline.phrase", { phrase }),
    inherited && t("deadline.inherited"),
    !phrase && !inherited && t("deadline.set_by_person"),
    ...deadline.explanation,
  ].filter(Boolean) as string[];
  return (
    <span className={styles.line}>
      <button type="button" className={styles.open} aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => setOpen(!open)}>
        <time dateTime={deadline.due}>{words}</time><IconInfoCircle aria-hidden size={16} /><span className="visually-hidden">{t("deadline.explain")}</span>
      </button>
      {!open && explained && phrase && <span className="quiet"> “{phrase}”</span>}
      {open && <ul id={id} className={styles.why}>{reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>}
    </span>
  );
}
