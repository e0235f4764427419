// SPDX-License-Identifier: Apache-2.0
import { IconBook2, IconCheck, IconCircleDashed, IconHourglass, IconPencil } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { StateBadge } from "@/design/StateBadge";
import type { DocumentEntry } from "./api_types";
import { Bar } from "./Bar";
import styles from "./DocumentStateText.module.css";

/** How far a document is, in a word, a sign and where it helps a figure. */
export function DocumentStateText({ document }: { document: DocumentEntry }) {
  const { t } = useTranslation("documents");
  const { state, progress, counts } = document;
  switch (state) {
    case "queued": return <StateBadge tone="waiting" sign={IconHourglass}>{t("state.queued")}</StateBadge>;
    case "reading": {
      const known = progress && progress.pages > 0;
      return (
        <span className={styles.reading}>
          <StateBadge tone="informing" sign={IconBook2}>
            {known ? t("state.reading_page", { page: Math.min(progress.pages_read + 1, progress.pages), pages: progress.pages }) : t("state.reading")}
          </StateBadge>
          {known && <Bar value={progress.pages_read / progress.pages} label={t("state.reading")} />}
        </span>
      );
    }
    case "ready": return <StateBadge tone="informing" sign={IconCircleDashed}>{t("state.ready", { count: counts.tasks })}</StateBadge>;
    case "in_review": return <StateBadge tone="near_due" sign={IconPencil}>{t("state.in_review", { seen: counts.accepted + counts.skipped, tasks: counts.tasks })}</StateBadge>;
    case "planned": return <StateBadge tone="kept" sign={IconCheck}>{t("state.planned", { count: counts.accepted })}</StateBadge>;
    case "failed": return <StateBadge tone="late">{t("state.failed")}</StateBadge>;
  }
}
