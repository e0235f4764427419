// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { ProblemNotice } from "@/design/ProblemNotice";
import { toast } from "@/design/Toasts";
import { PeriodBadge, PeriodText, useRoleName } from "./roles";
import type { MyProfile } from "./types";

export function ProfileSection({ profile }: { profile: MyProfile }) {
  const { t } = useTranslation("identity");
  const roleName = useRoleName();
  const queries = useQueryClient();
  const [name, setName] = useState(profile.name);
  const [email, setEmail] = useState(profile.email ?? "");
  const [phone, setPhone] = useState(profile.phone ?? "");
  const save = useMutation({
    mutationFn: () => api.put("/api/my/profile", { name: name.trim(), email: email.trim(), phone: phone.trim(), language: profile.language }),
    onSuccess: () => {
      toast(t("common:saved"));
      return Promise.all([queries.invalidateQueries({ queryKey: ["my"] }), queries.invalidateQueries({ queryKey: ["session"] })]);
    },
  });
  return (
    <section className="panel stack" aria-labelledby="profile">
      <h2 id="profile">{t("my.profile")}</h2>
      <form className="form" onSubmit={(event) => { event.preventDefault(); save.mutate(); }}>
        <ProblemNotice error={save.error} kept />
        <p><span className="quiet">{t("user_name")}: </span><b>{profile.user_name}</b></p>
        <TextInput label={t("name")} value={name} required autoComplete="name" onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput label={t("email")} value={email} type="email" autoComplete="email" onChange={(event) => setEmail(event.currentTarget.value)} />
        <TextInput label={t("phone")} value={phone} type="tel" autoComplete="tel" onChange={(event) => setPhone(event.currentTarget.value)} />
        <div><Button type="submit" loading={save.isPending}>{t("my.save_profile")}</Button></div>
      </form>
      <h3>{t("my.roles")}</h3>
      {profile.roles.length === 0 ? <p className="quiet">{t("my.no_roles")}</p> : (
        <ul>
          {profile.roles.map((role) => <li key={role.id}><b>{roleName(role.role)}</b> – {role.organisation.name}, <PeriodText from={role.from} until={role.until} /> {role.state !== "in_force" && <PeriodBadge state={role.state} />}</li>)}
        </ul>
      )}
    </section>
  );
}
