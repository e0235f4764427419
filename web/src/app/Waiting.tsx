// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import styles from "./Waiting.module.css";

/** Stands where a page is being fetched; it appears only when that takes longer than one notices. */
export function Waiting() {
  const { t } = useTranslation("common");
  return <p className={styles.waiting} role="status">{t("loading")}</p>;
}
