// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/api/session";
import { Lighthouse } from "@/design/Lighthouse";
import { changeLanguage, useLanguage } from "@/locales/i18n";
import { SignInForm } from "./SignInForm";
import styles from "./SignInPage.module.css";

/** The frame of what stands before the pages: the name of the place, one form, the language. */
export function Threshold({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation("sign_in");
  const { session } = useSession();
  const other = useLanguage() === "vi" ? "en" : "vi";
  useEffect(() => {
    document.title = `${title} · Hải Đăng`;
  }, [title]);
  return (
    <div className={styles.page}>
      <header className={styles.sea}>
        <Lighthouse size={72} />
        <p className={styles.name}>Hải Đăng</p>
        <p>{session.tenant.name}</p>
        <p className={styles.quiet}>{t("tenant")}</p>
      </header>
      <main className={styles.main}>
        <div className={styles.form}>
          <div className="spread">
            <h1>{title}</h1>
            <Button variant="subtle" size="sm" lang={other} onClick={() => void changeLanguage(other)}>{t("language")}</Button>
          </div>
          {children}
        </div>
      </main>
    </div>
  );
}

export default function SignInPage() {
  const { t } = useTranslation("sign_in");
  const { session } = useSession();
  return (
    <Threshold title={t("title")}>
      <SignInForm />
      <p className="quiet">{session.example ? t("example") : t("forgot")}</p>
    </Threshold>
  );
}
