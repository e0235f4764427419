// SPDX-License-Identifier: Apache-2.0
import { ActionIcon } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useSession } from "@/api/session";
import { useKeys } from "@/design/keys";
import { Lighthouse } from "@/design/Lighthouse";
import { AccountMenu } from "./AccountMenu";
import styles from "./Header.module.css";
import { KeysDialog } from "./KeysDialog";
import { SearchBox } from "./SearchBox";

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
