// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "wouter";
import { api } from "@/api/client";
import { useSession } from "@/api/session";
import { ConfirmDialog } from "@/design/ConfirmDialog";
import { InstantText } from "@/design/DateTexts";
import { Dialog } from "@/design/Dialog";
import { PageTitle } from "@/design/PageTitle";
import { ProblemNotice } from "@/design/ProblemNotice";
import { toast } from "@/design/Toasts";
import { AccountStateBadge } from "./AccountsPage";
import { EditAccountDialog } from "./EditAccountDialog";
import { InitialPassword } from "./InitialPassword";
import { RolesSection } from "./RolesSection";
import type { Account } from "./types";

type Asking = "edit" | "lock" | "unlock" | "reset" | "factor" | null;

/** One account: its data, its roles with dates, and what an administrator may do with it. */
export default function AccountPage() {
  const { t } = useTranslation("identity");
  const { account: id } = useParams<{ account: string }>();
  const { session } = useSession();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<Asking>(null);
  const [password, setPassword] = useState<string | null>(null);
  const key = ["accounts", "one", id];
  const { data: account, error, refetch } = useQuery({ queryKey: key, queryFn: ({ signal }) => api.get<Account>(`/api/accounts/${id}`, undefined, signal) });
  const close = () => setAsking(null);
  const refresh = () => queries.invalidateQueries({ queryKey: ["accounts"] });
  const act = (path: string, said: string) => async () => {
    await api.post(`/api/accounts/${id}/${path}`);
    await refresh();
    toast(said);
  };
  if (!account) return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null;
  const own = account.id === session.account?.id;
  const name = account.name;
  return (
    <>
      <PageTitle title={name} above={<Link href="/accounts">← {t("accounts.title")}</Link>} lead={<AccountStateBadge state={account.state} />}
        action={<Button variant="default" onClick={() => setAsking("edit")}>{t("account.edit")}</Button>} />
      <div className="stack-wide">
        <section className="panel stack">
          <dl className="facts">
            <dt>{t("user_name")}</dt><dd>{account.user_name}</dd>
            <dt>{t("organisation")}</dt><dd><Link href={`/organisations/${account.organisation.id}`}>{account.organisation.name}</Link></dd>
            <dt>{t("position")}</dt><dd>{account.position ?? "–"}</dd>
            <dt>{t("email")}</dt><dd>{account.email ?? "–"}</dd>
            <dt>{t("phone")}</dt><dd>{account.phone ?? "–"}</dd>
            <dt>{t("last_sign_in")}</dt><dd>{account.last_sign_in ? <InstantText instant={account.last_sign_in} /> : t("never")}</dd>
            <dt>{t("factor.title")}</dt><dd>{account.second_factor_enabled ? t("factor.is_on") : t("factor.is_off")}</dd>
          </dl>
        </section>
        <RolesSection account={account} onChanged={refresh} />
        <section className="panel stack no-print" aria-labelledby="access">
          <h2 id="access">{t("account.access")}</h2>
          {own ? <p className="quiet">{t("account.own")}</p> : (
            <div className="row">
              <Button variant="default" onClick={() => setAsking("reset")}>{t("account.reset")}</Button>
              {account.second_factor_enabled && <Button variant="default" onClick={() => setAsking("factor")}>{t("account.remove_factor")}</Button>}
              {account.state === "active" ? <Button variant="outline" color="red" onClick={() => setAsking("lock")}>{t("account.lock")}</Button>
                : <Button variant="default" onClick={() => setAsking("unlock")}>{t("account.unlock")}</Button>}
            </div>
          )}
        </section>
      </div>
      {asking === "edit" && <EditAccountDialog account={account} onClose={close} onSaved={refresh} />}
      {asking === "lock" && <ConfirmDialog dangerous title={t("account.lock_title", { name })} consequences={[t("account.lock_1"), t("account.lock_2")]} action={t("account.lock")} onClose={close} onConfirm={act("lock", t("account.locked", { name }))} />}
      {asking === "unlock" && <ConfirmDialog title={t("account.unlock_title", { name })} consequences={[t("account.unlock_1")]} action={t("account.unlock")} onClose={close} onConfirm={act("unlock", t("account.unlocked", { name }))} />}
      {asking === "factor" && <ConfirmDialog dangerous title={t("account.factor_title", { name })} consequences={[t("account.factor_1")]} action={t("account.remove_factor")} onClose={close} onConfirm={act("second-factor-removal", t("factor.turned_off"))} />}
      {asking === "reset" && (
        <ConfirmDialog title={t("account.reset_title", { name })} consequences={[t("account.reset_1"), t("account.reset_2")]} action={t("account.reset")} onClose={close}
          onConfirm={async () => {
            const answer = await api.post<{ initial_password: string }>(`/api/accounts/${id}/password-reset`);
            setPassword(answer.initial_password);
            await refresh();
          }} />
      )}
      {password && (
        <Dialog title={t("initial.title")}><InitialPassword name={name} userName={account.user_name} password={password} onDone={() => setPassword(null)} /></Dialog>
      )}
    </>
  );
}
