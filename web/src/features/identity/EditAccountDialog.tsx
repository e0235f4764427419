// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { Dialog } from "@/design/Dialog";
import type { Choice } from "@/design/Picker";
import { OrganisationPicker } from "@/design/pickers";
import { ProblemNotice } from "@/design/ProblemNotice";
import { toast } from "@/design/Toasts";
import type { Account } from "./types";

export function EditAccountDialog({ account, onClose, onSaved }: { account: Account; onClose: () => void; onSaved: () => Promise<void> }) {
  const { t } = useTranslation("identity");
  const [name, setName] = useState(account.name);
  const [position, setPosition] = useState(account.position ?? "");
  const [email, setEmail] = useState(account.email ?? "");
  const [phone, setPhone] = useState(account.phone ?? "");
  const [organisation, setOrganisation] = useState<Choice | null>(account.organisation);
  const save = useMutation({
    mutationFn: () => api.patch(`/api/accounts/${account.id}`, {
      version: account.version, name: name.trim(), position: position.trim(), email: email.trim(), phone: phone.trim(),
      ...(organisation && organisation.id !== account.organisation.id && { organisation: organisation.id }),
    }),
    onSuccess: async () => {
      toast(t("common:saved"));
      onClose();
      await onSaved();
    },
  });
  return (
    <Dialog title={t("account.edit")} onClose={onClose}>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); save.mutate(); }}>
        <ProblemNotice error={save.error} kept />
        <TextInput label={t("name")} value={name} required data-autofocus onChange={(event) => setName(event.currentTarget.value)} />
        <OrganisationPicker label={t("organisation")} value={organisation} onChange={setOrganisation} required />
        <TextInput label={t("position")} value={position} onChange={(event) => setPosition(event.currentTarget.value)} />
        <TextInput label={t("email")} value={email} type="email" onChange={(event) => setEmail(event.currentTarget.value)} />
        <TextInput label={t("phone")} value={phone} type="tel" onChange={(event) => setPhone(event.currentTarget.value)} />
        <div className="row"><Button type="submit" loading={save.isPending}>{t("account.save")}</Button><Button variant="default" onClick={onClose}>{t("common:cancel")}</Button></div>
      </form>
    </Dialog>
  );
}
