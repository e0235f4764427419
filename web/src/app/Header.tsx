// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Menu, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { IconChevronDown, IconDeviceDesktop, IconKeyboard, IconLanguage, IconLogout, IconMoon, IconSearch, IconSun, IconUser } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { useSession } from "@/api/session";
import { useKeys } from "@/design/keys";
import { changeLanguage, useLanguage } from "@/locales/i18n";
import styles from "./Header.module.css";
import { KeysDialog } from "./KeysDialog";
import { Lighthouse } from "@/design/Lighthouse";
import { SearchBox } from "./SearchBox";

const schemes = [["auto", IconDeviceDesktop], ["light", IconSun], ["dark", IconMoon]] as const;

export function Header() {
  const { t } = useTranslation("shell");
  const { session } = useSession();
  const [searching, setSearching] = useState(false);
  const [keys, setKeys] = useState(false);
  useKeys([
    { key: "/", label: t("common:keys.search"), run: () => focusSearch() },
    { key: "?", label: t("common:keys.help"), run: () => setKeys(true) },
  ]);
  const focusSearch = () => {
    setSearching(true);
    setTimeout(() => document.getElementById("search")?.focus(), 0);
  };
  return (
    <header className={styles.header} data-searching={searching || undefined}>
      <Link href="/" className={styles.brand}>
        <Lighthouse />
        <span className={styles.name}>Hải Đăng</span>
        <span className={styles.tenant}>{session.tenant.name}</span>
      </Link>
      <div className={styles.search}><SearchBox onLeave={() => setSearching(false)} /></div>
      <ActionIcon className={styles.loupe} variant="transparent" size={44} aria-label={t("search.label")} onClick={focusSearch}><IconSearch aria-hidden size={22} /></ActionIcon>
      <AccountMenu onKeys={() => setKeys(true)} />
      {keys && <KeysDialog onClose={() => setKeys(false)} />}
    </header>
  );
}

function AccountMenu({ onKeys }: { onKeys: () => void }) {
  const { t } = useTranslation("shell");
  const { session, signOut } = useSession();
  const [, go] = useLocation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const language = useLanguage();
  const other = language === "vi" ? "en" : "vi";
  const name = session.account?.name ?? "";
  return (
    <Menu position="bottom-end" shadow="md" width={280} withinPortal={false} loop>
      <Menu.Target>
        <UnstyledButton className={styles.account} aria-label={t("account.menu", { name })}>
          <span className={styles.initials} aria-hidden>{initials(name)}</span>
          <span className={styles.person} aria-hidden>{name}</span>
          <IconChevronDown aria-hidden size={16} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <strong>{name}</strong>
          <div className="quiet">{[session.account?.position, session.account?.organisation.name].filter(Boolean).join(" · ")}</div>
        </div>
        <Menu.Item leftSection={<IconUser aria-hidden size={18} />} onClick={() => go("/account")}>{t("account.mine")}</Menu.Item>
        <Menu.Item leftSection={<IconLanguage aria-hidden size={18} />} lang={other} onClick={() => void changeLanguage(other)}>{t("account.other_language")}</Menu.Item>
        <Menu.Item leftSection={<IconKeyboard aria-hidden size={18} />} onClick={onKeys}>{t("account.keys")}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t("account.appearance")}</Menu.Label>
        {schemes.map(([scheme, Sign]) => (
          <Menu.Item key={scheme} role="menuitemradio" aria-checked={colorScheme === scheme} closeMenuOnClick={false} leftSection={<Sign aria-hidden size={18} />}
            rightSection={colorScheme === scheme ? "✓" : null} onClick={() => setColorScheme(scheme)}>
            {t(`account.scheme_${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout aria-hidden size={18} />} onClick={() => void signOut()}>{t("account.sign_out")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** "Nguyễn Văn An" → "NA": a Vietnamese name is called by its last word. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? "").join("").toUpperCase();
}
