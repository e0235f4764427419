// SPDX-License-Identifier: Apache-2.0
import { IconAlertTriangle, IconCheck, IconEye } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ReviewConfidence } from "@/features/documents";
import type { Reason } from "./look";
import styles from "./Certainty.module.css";

/** Why a person should look at a task, in a few words each. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const { t } = useTranslation("review");
  if (reasons.length === 0) return null;
  return (
    <p className={styles.reasons}>
      <IconAlertTriangle aria-hidden size={16} />
      <span>{t("look.prefix")} {reasons.map((reason) => t(`reason.${reason}`)).join("; ")}</span>
    </p>
  );
}

const kParts = ["task", "assignees", "deadline", "targets", "coordinators"] as const;
const signs = { sure: IconCheck, rather: IconEye, unsure: IconAlertTriangle };
const levelOf = (value: number) => (value >= 0.9 ? "sure" : value >= 0.75 ? "rather" : "unsure");

/** How sure the reading of each part is: a word and a sign; the figure is on hover, for it is a rule of thumb. */
export function Certainty({ confidence }: { confidence: ReviewConfidence }) {
  const { t } = useTranslation("review");
  return (
    <ul className={styles.parts} aria-label={t("certainty.label")}>
      {kParts.map((part) => {
        const level = levelOf(confidence[part]);
        const Sign = signs[level];
        return (
          <li key={part} data-level={level} title={`${Math.round(confidence[part] * 100)} %`}>
            <Sign aria-hidden size={14} />{t(`certainty.${part}`)}: {t(`certainty.${level}`)}
          </li>
        );
      })}
    </ul>
  );
}
