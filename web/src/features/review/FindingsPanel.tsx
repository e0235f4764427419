// SPDX-License-Identifier: Apache-2.0
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ReviewFinding } from "@/features/documents";
import styles from "./ReviewPage.module.css";

/** What is wrong with the document itself, each leading to its place. */
export function FindingsPanel({ findings, current, onOpen }: { findings: readonly ReviewFinding[]; current: number; onOpen: (at: number) => void }) {
  const { t } = useTranslation("review");
  if (findings.length === 0) return null;
  return (
    <details className={`${styles.findings} no-print`} open={findings.length <= 2 || undefined}>
      <summary><IconAlertTriangle aria-hidden size={20} />{t("findings.title", { count: findings.length })}<kbd aria-hidden>f</kbd></summary>
      <ul>
        {findings.map((finding, index) => (
          <li key={`${finding.code}-${finding.place.from}-${index}`} data-current={index === current || undefined}>
            <span>{finding.message}</span>
            {(finding.clause || finding.place.to > finding.place.from) && (
              <button type="button" onClick={() => onOpen(index)}>{finding.clause ? t("findings.clause", { clause: finding.clause }) : t("findings.place")}</button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
