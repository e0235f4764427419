// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { api } from "@/api/client";
import { Dialog } from "@/design/Dialog";
import type { Choice } from "@/design/Picker";
import { OrganisationPicker } from "@/design/pickers";
import { ProblemNotice } from "@/design/ProblemNotice";
import { InitialPassword } from "./InitialPassword";
import type { Account } from "./types";
import { suggestedUserName } from "./user_name";

export function NewAccountDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("identity");
  const [, go] = useLocation();
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [typedUserName, setUserName] = useState<string | null>(null);
  const [position, setPosition] = useState("");
  const [email, setEmail] = useState("");
  const [organisation, setOrganisation] = useState<Choice | null>(null);
  const [tried, setTried] = useState(false);
  const userName = typedUserName ?? suggestedUserName(name);
  const create = useMutation({
    mutationFn: () => api.post<{ account: Account; initial_password: string }>("/api/accounts", {
      name: name.trim(), user_name: userName.trim(), organisation: organisation?.id, language: "vi",
      ...(position.trim() && { position: position.trim() }), ...(email.trim() && { email: email.trim() }),
    }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["accounts"] }),
  });
  if (create.data) {
    const { account, initial_password: password } = create.data;
    return (
      <Dialog title={t("initial.title")}>
        <InitialPassword name={account.name} userName={account.user_name} password={password} onDone={() => go(`/accounts/${account.id}`)} />
      </Dialog>
    );
  }
  return (
    <Dialog title={t("accounts.add")} onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (name.trim() && userName.trim() && organisation) create.mutate();
      }}>
        <ProblemNotice error={create.error} kept />
        <TextInput label={t("name")} value={name} required data-autofocus autoComplete="off" error={tried && !name.trim() ? t("common:required") : null} onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput label={t("user_name")} description={t("accounts.user_name_hint")} value={userName} required autoComplete="off" autoCapitalize="none" spellCheck={false}
          error={tried && !userName.trim() ? t("common:required") : null} onChange={(event) => setUserName(event.currentTarget.value)} />
        <OrganisationPicker label={t("organisation")} value={organisation} onChange={setOrganisation} required error={tried && !organisation ? t("common:required") : null} />
        <TextInput label={t("position")} value={position} autoComplete="off" onChange={(event) => setPosition(event.currentTarget.value)} />
        <TextInput label={t("email")} value={email} type="email" autoComplete="off" onChange={(event) => setEmail(event.currentTarget.value)} />
        <p className="quiet">{t("accounts.add_note")}</p>
        <div><Button type="submit" loading={create.isPending}>{t("accounts.create")}</Button></div>
      </form>
    </Dialog>
  );
}
