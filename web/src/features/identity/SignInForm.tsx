// SPDX-License-Identifier: Apache-2.0
import { Button, PasswordInput, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { isProblem } from "@/api/problem";
import { useSession } from "@/api/session";
import { ProblemNotice } from "@/design/ProblemNotice";

/** Name and password, then the code when the account has a second factor. `userName` is given when a session lapsed. */
export function SignInForm({ userName }: { userName?: string }) {
  const { t } = useTranslation("sign_in");
  const { signedIn } = useSession();
  const [name, setName] = useState(userName ?? "");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [asksCode, setAsksCode] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await api.post("/api/session", { user_name: name.trim(), password, ...(asksCode && code ? { code: code.replace(/\s/g, "") } : {}) });
      await signedIn();
    } catch (caught) {
      const firstAsked = isProblem(caught, "SecondFactorNeeded");
      if (firstAsked) setAsksCode(true);
      setError(firstAsked ? null : caught);
      setCode("");
      setBusy(false);
    }
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <ProblemNotice error={error} />
      {asksCode ? (
        <>
          <p>{t("code_why")}</p>
          <TextInput label={t("code")} description={t("code_hint")} value={code} required inputMode="numeric" autoComplete="one-time-code" autoFocus
            onChange={(event) => setCode(event.currentTarget.value)} size="md" />
        </>
      ) : (
        <>
          <TextInput label={t("user_name")} value={name} required autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus={!userName}
            onChange={(event) => setName(event.currentTarget.value)} size="md" disabled={userName !== undefined} />
          <PasswordInput label={t("password")} value={password} required autoComplete="current-password" autoFocus={userName !== undefined} size="md"
            visibilityToggleButtonProps={{ "aria-label": t("show"), tabIndex: 0 }} onChange={(event) => setPassword(event.currentTarget.value)} />
        </>
      )}
      <Button type="submit" loading={busy} size="md">{t("submit")}</Button>
      {asksCode && <Button variant="subtle" onClick={() => { setAsksCode(false); setPassword(""); setError(null); }}>{t("other_account")}</Button>}
    </form>
  );
}
