// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { toast } from "@/design/Toasts";
import styles from "./InitialPassword.module.css";

/** A password that is shown this once, to be handed over in person. */
export function InitialPassword({ name, userName, password, onDone }: { name: string; userName: string; password: string; onDone: () => void }) {
  const { t } = useTranslation("identity");
  return (
    <>
      <p>{t("initial.text", { name })}</p>
      <dl className={styles.card}>
        <dt>{t("user_name")}</dt><dd><code>{userName}</code></dd>
        <dt>{t("initial.password")}</dt><dd><code>{password}</code></dd>
      </dl>
      <p><b>{t("initial.once")}</b></p>
      <div className="row">
        <Button onClick={onDone} data-autofocus>{t("initial.done")}</Button>
        <Button variant="default" onClick={() => void navigator.clipboard?.writeText(`${userName}\n${password}`).then(() => toast(t("common:copied")))}>{t("common:copy")}</Button>
      </div>
    </>
  );
}
