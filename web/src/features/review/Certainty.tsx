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

const kSure = 0.9;
const kParts = ["task", "assignees", "deadline", "targets", "coordinators"] as const;
const signs = { rather: IconEye, unsure: IconAlertTriangle };
const levelOf = (value: number) => (value >= 0.75 ? "rather" : "unsure");

/** Which parts are not surely read: a word and a sign each; the figure is on hover, for it is a rule of thumb. */
export function Certainty({ confidence }: { confidence: ReviewConfidence }) {
  const { t } = useTranslation("review");
  const doubtful = kParts.filter((part) => confidence[part] < kSure);
  if (doubtful.length === 0) return <p className={styles.sure}><IconCheck aria-hidden size={14} />{t("certainty.all_sure")}</p>;
  return (
    <ul className={styles.parts} aria-label={t("certainty.label")}>
      {doubtful.map((part) => {
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
