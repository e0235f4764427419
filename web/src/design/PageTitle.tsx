// SPDX-License-Identifier: Apache-2.0
import { useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./PageTitle.module.css";

/** The heading of a page, its name in the browser's tab, and at most one primary action beside it. */
export function PageTitle({ title, lead, action, above }: { title: string; lead?: ReactNode; action?: ReactNode; above?: ReactNode }) {
  const { t } = useTranslation("common");
  useEffect(() => {
    document.title = `${title} · ${t("app")}`;
  }, [title, t]);
  return (
    <header className={styles.title}>
      <div className="stack-tight">
        {above}
        <h1 tabIndex={-1} id="page-title">{title}</h1>
        {lead && <div className="quiet">{lead}</div>}
      </div>
      {action && <div className="no-print row">{action}</div>}
    </header>
  );
}
