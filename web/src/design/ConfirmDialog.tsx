// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "./Dialog";
import { ProblemNotice } from "./ProblemNotice";

/** Asks before what cannot simply be undone: names the consequences, and the button says what will happen. */
export function ConfirmDialog({ title, consequences, action, dangerous = false, onConfirm, onClose, children }: {
  title: string;
  consequences: string[];
  action: string;
  dangerous?: boolean;
  onConfirm: () => Promise<unknown> | void;
  onClose: () => void;
  children?: ReactNode;
}) {
  const { t } = useTranslation("common");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const confirm = async () => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      onClose();
    } catch (caught) {
      setError(caught);
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      {consequences.length === 1 ? <p>{consequences[0]}</p> : (
        <ul>{consequences.map((consequence) => <li key={consequence}>{consequence}</li>)}</ul>
      )}
      {children}
      <ProblemNotice error={error} />
      <div className="row">
        <Button color={dangerous ? "red" : "sea"} loading={busy} onClick={() => void confirm()}>{action}</Button>
        <Button variant="default" onClick={onClose} data-autofocus>{t("cancel")}</Button>
      </div>
    </Dialog>
  );
}
