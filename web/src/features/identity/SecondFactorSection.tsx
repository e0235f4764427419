// SPDX-License-Identifier: Apache-2.0
import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { Dialog } from "@/design/Dialog";
import { ProblemNotice } from "@/design/ProblemNotice";
import { StateBadge } from "@/design/StateBadge";
import { toast } from "@/design/Toasts";
import styles from "./SecondFactorSection.module.css";
import type { MyProfile, SecondFactorOffer } from "./types";

/** Turned on in three steps (password, scan and confirm, recovery codes kept), turned off with the password. */
export function SecondFactorSection({ profile }: { profile: MyProfile }) {
  const { t } = useTranslation("identity");
  const [open, setOpen] = useState<"on" | "off" | null>(null);
  const on = profile.second_factor_enabled;
  return (
    <section className="panel stack" aria-labelledby="second-factor">
      <div className="spread">
        <h2 id="second-factor">{t("factor.title")}</h2>
        <StateBadge tone={on ? "kept" : "waiting"}>{on ? t("factor.is_on") : t("factor.is_off")}</StateBadge>
      </div>
      <p>{t("factor.why")}</p>
      {on && <p>{t("factor.codes_left", { count: profile.recovery_codes_left })}</p>}
      <div>
        {on ? <Button variant="default" onClick={() => setOpen("off")}>{t("factor.turn_off")}</Button>
          : <Button variant="default" onClick={() => setOpen("on")}>{t("factor.turn_on")}</Button>}
      </div>
      {open === "on" && <TurnOn onClose={() => setOpen(null)} />}
      {open === "off" && <TurnOff onClose={() => setOpen(null)} />}
    </section>
  );
}

function useProfileRefresh() {
  const queries = useQueryClient();
  return () => Promise.all([queries.invalidateQueries({ queryKey: ["my"] }), queries.invalidateQueries({ queryKey: ["session"] })]);
}

function AskPassword({ action, error, busy, onSubmit }: { action: string; error: unknown; busy: boolean; onSubmit: (password: string) => void }) {
  const { t } = useTranslation("identity");
  const [password, setPassword] = useState("");
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); onSubmit(password); }}>
      <ProblemNotice error={error} />
      <PasswordInput label={t("factor.password")} description={t("factor.password_why")} value={password} required autoComplete="current-password" data-autofocus
        visibilityToggleButtonProps={{ "aria-label": t("show_password"), tabIndex: 0 }} onChange={(event) => setPassword(event.currentTarget.value)} />
      <div><Button type="submit" loading={busy}>{action}</Button></div>
    </form>
  );
}

function TurnOn({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("identity");
  const refresh = useProfileRefresh();
  const [code, setCode] = useState("");
  const offer = useMutation({ mutationFn: (password: string) => api.post<SecondFactorOffer>("/api/my/second-factor", { password }) });
  const confirm = useMutation({
    mutationFn: () => api.put<{ recovery_codes: string[] }>("/api/my/second-factor", { code: code.replace(/\s/g, "") }),
  });
  const finish = () => {
    onClose();
    void refresh();
  };
  if (confirm.data) {
    const codes = confirm.data.recovery_codes;
    return (
      <Dialog title={t("factor.keep_codes")} onClose={finish}>
        <p>{t("factor.keep_codes_why")}</p>
        <ul className={styles.codes}>{codes.map((entry) => <li key={entry}><code>{entry}</code></li>)}</ul>
        <div className="row">
          <Button onClick={finish}>{t("factor.kept")}</Button>
          <Button variant="default" onClick={() => void navigator.clipboard?.writeText(codes.join("\n")).then(() => toast(t("common:copied")))}>{t("common:copy")}</Button>
          <Button variant="default" onClick={() => window.print()}>{t("factor.print")}</Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={t("factor.turn_on")} onClose={onClose}>
      {!offer.data ? <AskPassword action={t("factor.next")} error={offer.error} busy={offer.isPending} onSubmit={(password) => offer.mutate(password)} /> : (
        <form className="stack" onSubmit={(event) => { event.preventDefault(); confirm.mutate(); }}>
          <p>{t("factor.scan")}</p>
          <svg className={styles.qr} viewBox={`0 0 ${offer.data.qr.size} ${offer.data.qr.size}`} role="img" aria-label={t("factor.qr")} shapeRendering="crispEdges">
            <rect width={offer.data.qr.size} height={offer.data.qr.size} fill="#fff" />
            <path d={offer.data.qr.path} fill="#000" />
          </svg>
          <p className="quiet">{t("factor.by_hand")} <code className={styles.secret}>{offer.data.secret}</code></p>
          <ProblemNotice error={confirm.error} />
          <TextInput label={t("factor.code")} value={code} required inputMode="numeric" autoComplete="one-time-code" onChange={(event) => setCode(event.currentTarget.value)} />
          <div><Button type="submit" loading={confirm.isPending}>{t("factor.confirm")}</Button></div>
        </form>
      )}
    </Dialog>
  );
}

function TurnOff({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("identity");
  const refresh = useProfileRefresh();
  const off = useMutation({
    mutationFn: (password: string) => api.remove("/api/my/second-factor", { body: { password } }),
    onSuccess: () => {
      toast(t("factor.turned_off"));
      onClose();
      return refresh();
    },
  });
  return (
    <Dialog title={t("factor.turn_off")} onClose={onClose}>
      <p>{t("factor.off_consequence")}</p>
      <AskPassword action={t("factor.turn_off")} error={off.error} busy={off.isPending} onSubmit={(password) => off.mutate(password)} />
    </Dialog>
  );
}
