// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import { Dialog } from "@/design/Dialog";
import { KeyList } from "@/design/KeyList";

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("shell");
  return (
    <Dialog title={t("account.keys")} onClose={onClose}>
      <KeyList />
      <p className="quiet">{t("keys_note")}</p>
    </Dialog>
  );
}
