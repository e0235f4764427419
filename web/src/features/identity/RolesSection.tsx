// SPDX-License-Identifier: Apache-2.0
import { Button, Radio } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useToday } from "@/api/session";
import { ConfirmDialog } from "@/design/ConfirmDialog";
import { DateField } from "@/design/DateField";
import type { PlainDate } from "@/design/dates";
import { Dialog } from "@/design/Dialog";
import type { Choice } from "@/design/Picker";
import { OrganisationPicker } from "@/design/pickers";
import { ProblemNotice } from "@/design/ProblemNotice";
import { toast } from "@/design/Toasts";
import { useLanguage } from "@/locales/i18n";
import { PeriodBadge, PeriodText, useRoleName, useRoles } from "./roles";
import type { Account, RoleAssignment } from "./types";

/** What an account may do where and when; an ended role stays on record. */
export function RolesSection({ account, onChanged }: { account: Account; onChanged: () => Promise<void> }) {
  const { t } = useTranslation("identity");
  const roleName = useRoleName();
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<RoleAssignment | null>(null);
  return (
    <section className="panel stack" aria-labelledby="roles">
      <h2 id="roles">{t("roles")}</h2>
      {account.roles.length === 0 && <p className="quiet">{t("account.no_roles")}</p>}
      {account.roles.map((role) => (
        <div key={role.id} className="spread">
          <div>
            <div className="row"><b>{roleName(role.role)}</b><PeriodBadge state={role.state} /></div>
            <div className="quiet">{role.organisation.name} {t("account.and_below")} · <PeriodText from={role.from} until={role.until} /></div>
          </div>
          {role.state !== "ended" && <Button size="compact-sm" variant="default" onClick={() => setEnding(role)} aria-label={`${t("account.end_role")}: ${roleName(role.role)}`}>{t("account.end_role")}</Button>}
        </div>
      ))}
      <div><Button variant="default" onClick={() => setAdding(true)}>{t("account.add_role")}</Button></div>
      {adding && <AddRole account={account} onClose={() => setAdding(false)} onChanged={onChanged} />}
      {ending && (
        <ConfirmDialog title={t("account.end_role")} action={t("account.end_role")} onClose={() => setEnding(null)}
          consequences={[t("account.end_role_1", { name: account.name, role: roleName(ending.role), organisation: ending.organisation.name }), t("account.end_role_2")]}
          onConfirm={async () => { await api.remove(`/api/accounts/${account.id}/roles/${ending.id}`); await onChanged(); }} />
      )}
    </section>
  );
}

function AddRole({ account, onClose, onChanged }: { account: Account; onClose: () => void; onChanged: () => Promise<void> }) {
  const { t } = useTranslation("identity");
  const language = useLanguage();
  const roles = useRoles();
  const today = useToday();
  const [role, setRole] = useState("");
  const [organisation, setOrganisation] = useState<Choice | null>(account.organisation);
  const [from, setFrom] = useState<PlainDate | null>(today);
  const [until, setUntil] = useState<PlainDate | null>(null);
  const [tried, setTried] = useState(false);
  const add = useMutation({
    mutationFn: () => api.post(`/api/accounts/${account.id}/roles`, { role, organisation: organisation?.id, from, ...(until && { until }) }),
    onSuccess: async () => {
      toast(t("account.role_added"));
      onClose();
      await onChanged();
    },
  });
  return (
    <Dialog title={t("account.add_role")} onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (role && organisation && from) add.mutate();
      }}>
        <ProblemNotice error={add.error} kept />
        <Radio.Group label={t("role")} value={role} onChange={setRole} required error={tried && !role ? t("common:required") : null}>
          <div className="stack-tight">
            {roles.data?.items.map((item) => (
              <Radio key={item.role} value={item.role} label={language === "vi" ? item.vietnamese : item.english} description={language === "vi" ? item.vietnamese_description : item.english_description} />
            ))}
          </div>
        </Radio.Group>
        <OrganisationPicker label={t("account.role_scope")} description={t("account.role_scope_hint")} value={organisation} onChange={setOrganisation} required error={tried && !organisation ? t("common:required") : null} />
        <div className="row-wide">
          <DateField label={t("common:from")} value={from} onChange={setFrom} required error={tried && !from ? t("common:required") : null} />
          <DateField label={`${t("common:until")} (${t("common:optional")})`} value={until} onChange={setUntil} {...(from && { min: from })} description={t("account.no_end")} />
        </div>
        <div><Button type="submit" loading={add.isPending}>{t("account.give_role")}</Button></div>
      </form>
    </Dialog>
  );
}
