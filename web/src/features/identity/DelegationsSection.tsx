// SPDX-License-Identifier: Apache-2.0
import { Button, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useToday } from "@/api/session";
import { ConfirmDialog } from "@/design/ConfirmDialog";
import { DateField } from "@/design/DateField";
import { type PlainDate, addDays } from "@/design/dates";
import { Dialog } from "@/design/Dialog";
import type { Choice } from "@/design/Picker";
import { PersonPicker } from "@/design/pickers";
import { ProblemNotice } from "@/design/ProblemNotice";
import { toast } from "@/design/Toasts";
import { PeriodBadge, PeriodText, useRoleName } from "./roles";
import type { Delegation, DelegationList, MyProfile } from "./types";

/** Lets a colleague act in one's roles during an absence. */
export function DelegationsSection({ profile }: { profile: MyProfile }) {
  const { t } = useTranslation("identity");
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Delegation | null>(null);
  const { data, error } = useQuery({
    queryKey: ["my", "delegations"],
    queryFn: ({ signal }) => api.get<DelegationList>("/api/my/delegations", undefined, signal),
  });
  const refresh = () => queries.invalidateQueries({ queryKey: ["my", "delegations"] });
  return (
    <section className="panel stack" aria-labelledby="delegations">
      <h2 id="delegations">{t("delegation.title")}</h2>
      <p>{t("delegation.lead")}</p>
      <ProblemNotice error={error} />
      {data?.given.map((delegation) => (
        <Row key={delegation.id} delegation={delegation} name={t("delegation.to", { name: delegation.receiver.name })}
          {...(delegation.state !== "ended" && { onEnd: () => setEnding(delegation) })} />
      ))}
      {data?.received.map((delegation) => <Row key={delegation.id} delegation={delegation} name={t("delegation.from", { name: delegation.giver.name })} />)}
      <div><Button variant="default" disabled={profile.roles.length === 0} onClick={() => setAdding(true)}>{t("delegation.add")}</Button></div>
      {adding && <AddDelegation onClose={() => setAdding(false)} onAdded={refresh} />}
      {ending && (
        <ConfirmDialog title={t("delegation.end_title")} consequences={[t("delegation.end_consequence", { name: ending.receiver.name })]} action={t("delegation.end")}
          onClose={() => setEnding(null)} onConfirm={async () => { await api.remove(`/api/my/delegations/${ending.id}`); await refresh(); }} />
      )}
    </section>
  );
}

function Row({ delegation, name, onEnd }: { delegation: Delegation; name: string; onEnd?: () => void }) {
  const { t } = useTranslation("identity");
  const roleName = useRoleName();
  return (
    <div className="spread">
      <div>
        <div className="row"><b>{name}</b><PeriodBadge state={delegation.state} /></div>
        <div className="quiet"><PeriodText from={delegation.from} until={delegation.until} /> · {delegation.reason} · {delegation.roles.map((role) => roleName(role.role)).join(", ")}</div>
      </div>
      {onEnd && <Button size="compact-sm" variant="default" onClick={onEnd}>{t("delegation.end")}</Button>}
    </div>
  );
}

function AddDelegation({ onClose, onAdded }: { onClose: () => void; onAdded: () => Promise<void> }) {
  const { t } = useTranslation("identity");
  const today = useToday();
  const [receiver, setReceiver] = useState<Choice | null>(null);
  const [from, setFrom] = useState<PlainDate | null>(today);
  const [until, setUntil] = useState<PlainDate | null>(addDays(today, 6));
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const add = useMutation({
    mutationFn: () => api.post("/api/my/delegations", { receiver: receiver?.id, from, until, reason: reason.trim() }),
    onSuccess: async () => {
      toast(t("delegation.added", { name: receiver?.name }));
      onClose();
      await onAdded();
    },
  });
  return (
    <Dialog title={t("delegation.add")} onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (receiver && from && until && reason.trim()) add.mutate();
      }}>
        <ProblemNotice error={add.error} kept />
        <PersonPicker label={t("delegation.receiver")} value={receiver} onChange={setReceiver} required error={tried && !receiver ? t("common:required") : null} />
        <div className="row-wide">
          <DateField label={t("common:from")} value={from} onChange={setFrom} min={today} required error={tried && !from ? t("common:required") : null} />
          <DateField label={t("common:until")} value={until} onChange={setUntil} min={from ?? today} required error={tried && !until ? t("common:required") : null} />
        </div>
        <Textarea label={t("delegation.reason")} description={t("delegation.reason_hint")} value={reason} required rows={2} error={tried && !reason.trim() ? t("common:required") : null}
          onChange={(event) => setReason(event.currentTarget.value)} />
        <p className="quiet">{t("delegation.note")}</p>
        <div><Button type="submit" loading={add.isPending}>{t("delegation.submit")}</Button></div>
      </form>
    </Dialog>
  );
}
