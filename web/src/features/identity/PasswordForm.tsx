// SPDX-License-Identifier: Apache-2.0
import { Button, PasswordInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { ProblemNotice } from "@/design/ProblemNotice";

/** Changes one's own password. The user name stands in it unseen, for the browser's password store. */
export function PasswordForm({ userName, onChanged }: { userName: string; onChanged: () => Promise<void> | void }) {
  const { t } = useTranslation("sign_in");
  const [old, setOld] = useState("");
  const [fresh, setFresh] = useState("");
  const [again, setAgain] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [differ, setDiffer] = useState(false);
  const [busy, setBusy] = useState(false);
  const toggle = { "aria-label": t("show"), tabIndex: 0 };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setDiffer(fresh !== again);
    if (fresh !== again) return;
    setBusy(true);
    setError(null);
    try {
      await api.put("/api/my/password", { old_password: old, new_password: fresh });
      setOld("");
      setFresh("");
      setAgain("");
      await onChanged();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <ProblemNotice error={error} kept />
      <input type="text" className="visually-hidden" autoComplete="username" value={userName} readOnly tabIndex={-1} aria-hidden />
      <PasswordInput label={t("old_password")} value={old} required autoComplete="current-password" visibilityToggleButtonProps={toggle} onChange={(event) => setOld(event.currentTarget.value)} />
      <PasswordInput label={t("new_password")} description={t("new_hint")} value={fresh} required autoComplete="new-password" visibilityToggleButtonProps={toggle} onChange={(event) => setFresh(event.currentTarget.value)} />
      <PasswordInput label={t("again")} value={again} required autoComplete="new-password" visibilityToggleButtonProps={toggle} error={differ ? t("differ") : null} onChange={(event) => setAgain(event.currentTarget.value)} />
      <div><Button type="submit" loading={busy}>{t("change")}</Button></div>
    </form>
  );
}
