// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import type { PlanCounts } from "@/features/documents";
import { type Figure, kFigures } from "./grouping";
import styles from "./PlanPage.module.css";

/** The figures of a plan; each shows the tasks behind it. */
export function PlanFigures({ counts, chosen, onChoose }: { counts: PlanCounts; chosen: Figure | null; onChoose: (figure: Figure) => void }) {
  const { t } = useTranslation("plans");
  const shown = kFigures.filter((figure) => figure === "tasks" || figure === "agencies" || counts[figure] > 0);
  const ofAll = (figure: Figure) => figure !== "tasks" && figure !== "agencies" && figure !== "targets";
  return (
    <div className={styles.figures} role="group" aria-label={t("figures")}>
      {shown.map((figure) => (
        <button key={figure} type="button" aria-pressed={figure === "tasks" ? chosen === null : chosen === figure} onClick={() => onChoose(figure)}>
          <b>{counts[figure]}{ofAll(figure) && <small> / {counts.tasks}</small>}</b>
          <span>{t(`figure.${figure}`)}</span>
        </button>
      ))}
    </div>
  );
}
