// SPDX-License-Identifier: Apache-2.0
import { IconDots } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { Dialog } from "@/design/Dialog";
import styles from "./Navigation.module.css";
import { type Page, usePermittedNavigation } from "./pages";

const holds = (path: string, location: string) => location === path || location.startsWith(`${path}/`);

function Entry({ page, onFollow }: { page: Page; onFollow?: () => void }) {
  const { t } = useTranslation("shell");
  const [location] = useLocation();
  const { label, icon: Sign } = page.navigation!;
  return (
    <Link href={page.path} className={styles.entry} aria-current={holds(page.path, location) ? "page" : undefined} onClick={onFollow}>
      <Sign aria-hidden size={22} stroke={1.7} />
      <span>{t(`navigation.${label}`)}</span>
    </Link>
  );
}

export function SideNavigation() {
  const { t } = useTranslation("shell");
  const pages = usePermittedNavigation();
  return <nav className={styles.side} aria-label={t("navigation.label")}>{pages.map((page) => <Entry key={page.path} page={page} />)}</nav>;
}

/** On a phone: the first places at the bottom, within reach of a thumb, the rest behind “more”. */
export function BottomBar() {
  const { t } = useTranslation("shell");
  const pages = usePermittedNavigation();
  const [open, setOpen] = useState(false);
  const first = pages.length > 5 ? pages.slice(0, 4) : pages;
  const rest = pages.slice(first.length);
  return (
    <nav className={styles.bottom} aria-label={t("navigation.label")}>
      {first.map((page) => <Entry key={page.path} page={page} />)}
      {rest.length > 0 && (
        <button type="button" className={styles.entry} aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <IconDots aria-hidden size={22} stroke={1.7} />
          <span>{t("navigation.more")}</span>
        </button>
      )}
      {open && (
        <Dialog title={t("navigation.more")} side onClose={() => setOpen(false)}>
          <div className={styles.drawer}>{rest.map((page) => <Entry key={page.path} page={page} onFollow={() => setOpen(false)} />)}</div>
        </Dialog>
      )}
    </nav>
  );
}
