// SPDX-License-Identifier: Apache-2.0
import { IconWifiOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useConnection } from "@/api/connection";
import styles from "./ConnectionNotice.module.css";

/** Tells that the server does not answer just now, and that nothing typed is lost. */
export function ConnectionNotice() {
  const { t } = useTranslation("shell");
  const connection = useConnection();
  return (
    <div role="status">
      {connection !== "connected" && (
        <p className={styles.notice}><IconWifiOff aria-hidden size={18} /> {t(`connection.${connection}`)}</p>
      )}
    </div>
  );
}
