// SPDX-License-Identifier: Apache-2.0
import { IconAlertCircle, IconCheck, IconClock, IconCircle, IconInfoCircle, IconPlayerPause, IconQuestionMark, IconUser, type Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DeadlineState } from "./deadline";
import styles from "./StateBadge.module.css";

export type Tone = "kept" | "near_due" | "late" | "waiting" | "stopped" | "informing";

const signs: Record<Tone, Icon> = {
  kept: IconCheck, near_due: IconClock, late: IconAlertCircle, waiting: IconUser, stopped: IconPlayerPause, informing: IconInfoCircle,
};

/** A state in a word and a sign; the colour only repeats it. */
export function StateBadge({ tone, children, sign, title }: { tone: Tone; children: ReactNode; sign?: Icon; title?: string }) {
  const Sign = sign ?? signs[tone];
  return (
    <span className={styles.badge} data-tone={tone} title={title}>
      <Sign aria-hidden size={16} stroke={2.2} />
      <span>{children}</span>
    </span>
  );
}

export function DeadlineBadge({ state }: { state: DeadlineState }) {
  const { t } = useTranslation("common");
  if (state === "on_time") return <StateBadge tone="informing" sign={IconCircle}>{t("state.on_time")}</StateBadge>;
  return <StateBadge tone={state}>{t(`state.${state}`)}</StateBadge>;
}

/** "chưa kiểm chứng": stands wherever an entry was not yet compared with its document. */
export function VerifiedMark({ verified, note }: { verified: boolean; note?: string }) {
  const { t } = useTranslation("common");
  if (verified) return <StateBadge tone="kept">{t("verified")}</StateBadge>;
  return <StateBadge tone="near_due" sign={IconQuestionMark} title={note ?? t("unverified_why")}>{t("unverified")}</StateBadge>;
}
