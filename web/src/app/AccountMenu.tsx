// SPDX-License-Identifier: Apache-2.0
import { useMantineColorScheme } from "@mantine/core";
import { IconChevronDown, IconDeviceDesktop, IconKeyboard, IconLanguage, IconLogout, IconMoon, IconSun, IconUser } from "@tabler/icons-react";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useSession } from "@/api/session";
import { changeLanguage, useLanguage } from "@/locales/i18n";
import { kKeepTransitions } from "@/design/scheme";
import styles from "./AccountMenu.module.css";

const schemes = [["auto", IconDeviceDesktop], ["light", IconSun], ["dark", IconMoon]] as const;

/** "Nguyễn Văn An" → "NA": a Vietnamese name is called by its last word. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? "").join("").toUpperCase();
}

/** What belongs to the person: opens under their name; Escape, or a click or the focus elsewhere, closes it. */
export function AccountMenu({ onKeys }: { onKeys: () => void }) {
  const { t } = useTranslation("shell");
  const { session, signOut } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme(kKeepTransitions);
  const [open, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const panel = useId();
  const other = useLanguage() === "vi" ? "en" : "vi";
  const name = session.account?.name ?? "";
  useEffect(() => {
    if (!open) return;
    const leave = (event: Event) => {
      if (!frame.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
    };
  }, [open]);
  const close = () => {
    setOpen(false);
    frame.current?.querySelector("button")?.focus();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape closes from wherever in it the focus is
    <div className={styles.frame} data-account ref={frame} onKeyDown={(event) => { if (event.key === "Escape" && open) close(); }}>
      <button type="button" className={styles.account} aria-expanded={open} aria-controls={open ? panel : undefined} aria-label={t("account.menu", { name })} onClick={() => setOpen(!open)}>
        <span className={styles.initials} aria-hidden>{initials(name)}</span>
        <span className={styles.person} aria-hidden>{name}</span>
        <IconChevronDown aria-hidden size={16} />
      </button>
      {open && (
        <div className={styles.panel} id={panel}>
          <div className={styles.who}>
            <strong>{name}</strong>
            <div className="quiet">{[session.account?.position, session.account?.organisation.name].filter(Boolean).join(" · ")}</div>
          </div>
          <Link href="/account" className={styles.item} onClick={close}><IconUser aria-hidden size={18} />{t("account.mine")}</Link>
          <button type="button" className={styles.item} lang={other} onClick={() => { close(); void changeLanguage(other); }}><IconLanguage aria-hidden size={18} />{t("account.other_language")}</button>
          <button type="button" className={styles.item} onClick={() => { close(); onKeys(); }}><IconKeyboard aria-hidden size={18} />{t("account.keys")}</button>
          <div role="group" className={styles.schemes} aria-label={t("account.appearance")}>
            <span className={styles.label}>{t("account.appearance")}</span>
            {schemes.map(([scheme, Sign]) => (
              <button key={scheme} type="button" className={styles.scheme} aria-pressed={colorScheme === scheme} onClick={() => setColorScheme(scheme)}>
                <Sign aria-hidden size={18} />{t(`account.scheme_${scheme}`)}
              </button>
            ))}
          </div>
          <button type="button" className={styles.item} onClick={() => void signOut()}><IconLogout aria-hidden size={18} />{t("account.sign_out")}</button>
        </div>
      )}
    </div>
  );
}
