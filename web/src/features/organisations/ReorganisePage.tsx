// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, Radio, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { api } from "@/api/client";
import { useToday } from "@/api/session";
import { DateField } from "@/design/DateField";
import { PageTitle } from "@/design/PageTitle";
import { ProblemNotice } from "@/design/ProblemNotice";
import { toast } from "@/design/Toasts";
import { draftOf, emptyForm, type Field, missingIn, type ReorganisationForm } from "./draft";
import { Preview } from "./Preview";
import { StepFields } from "./StepFields";
import type { OrganisationDetail, ReorganisationDraft, ReorganisationPreview, StepDraft, StepKind } from "./types";

const stepKinds: StepKind[] = ["create", "rename", "merge", "split", "move", "close"];

/** A renaming states everything an organisation is called from that day on: its kind and code stay as they are. */
async function withWhatStays(draft: ReorganisationDraft): Promise<ReorganisationDraft> {
  const steps = await Promise.all(draft.steps.map(async (step): Promise<StepDraft> => {
    const renamed = step.kind === "rename" ? step.subjects?.[0]?.id : undefined;
    if (!renamed) return step;
    const { organisation } = await api.get<OrganisationDetail>(`/api/organisations/${renamed}`, { on: draft.on });
    return { ...step, organisation_kind: organisation.kind, ...(organisation.code && { code: organisation.code }) };
  }));
  return { ...draft, steps };
}

/** Enters what one document does to the structure; it is shown in full before it is recorded. */
export default function ReorganisePage() {
  const { t } = useTranslation("organisations");
  const today = useToday();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const [form, setForm] = useState<ReorganisationForm>(() => emptyForm("merge", today));
  const [tried, setTried] = useState(false);
  const preview = useMutation({ mutationFn: async (draft: ReorganisationDraft) => api.post<ReorganisationPreview>("/api/reorganisations/preview", await withWhatStays(draft)) });
  const record = useMutation({
    mutationFn: async (draft: ReorganisationDraft) => api.post<{ id: string }>("/api/reorganisations", await withWhatStays(draft)),
    onSuccess: async () => {
      toast(t("reorganise.recorded"));
      await queries.invalidateQueries({ queryKey: ["organisations"] });
      go("/organisations/history");
    },
  });
  // What was previewed is no longer what stands in the form.
  const change = (fields: Partial<ReorganisationForm>) => {
    setForm((before) => ({ ...before, ...fields }));
    preview.reset();
    record.reset();
  };
  const missing = missingIn(form);
  const problemOf = (field: Field): string | null => (tried && missing.includes(field) ? t(`reorganise.missing.${field}`) : null);
  return (
    <>
      <PageTitle title={t("reorganise.title")} lead={t("reorganise.lead")} above={<Link href="/organisations">← {t("title")}</Link>} />
      <form className="stack-wide" noValidate onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (missing.length === 0) preview.mutate(draftOf(form));
      }}>
        <section className="panel stack" aria-labelledby="what">
          <h2 id="what">{t("reorganise.what")}</h2>
          <Radio.Group value={form.kind} onChange={(kind) => { setTried(false); change({ kind: kind as StepKind }); }} aria-label={t("reorganise.what")}>
            <div className="choices">{stepKinds.map((kind) => <Radio key={kind} value={kind} label={t(`step.${kind}`)} />)}</div>
          </Radio.Group>
          <p className="quiet">{t(`step_hint.${form.kind}`)}</p>
          <div className="form"><StepFields form={form} change={change} problemOf={problemOf} /></div>
        </section>
        <section className="panel stack" aria-labelledby="ground">
          <h2 id="ground">{t("reorganise.ground")}</h2>
          <div className="form">
            <DateField label={t("reorganise.on")} value={form.on} onChange={(on) => change({ on })} required error={problemOf("on")} />
            <TextInput label={t("reorganise.document")} placeholder="Nghị quyết 1669/NQ-UBTVQH15" value={form.document} required error={problemOf("document")} onChange={(event) => change({ document: event.currentTarget.value })} />
            <TextInput label={`${t("reorganise.issuer")} (${t("common:optional")})`} value={form.issuer} onChange={(event) => change({ issuer: event.currentTarget.value })} />
            <DateField label={`${t("reorganise.issued_on")} (${t("common:optional")})`} value={form.issuedOn} onChange={(issuedOn) => change({ issuedOn })} />
            <Checkbox label={t("reorganise.verified")} checked={form.verified} onChange={(event) => change({ verified: event.currentTarget.checked })} />
          </div>
        </section>
        <ProblemNotice error={preview.error ?? record.error} kept />
        {!preview.data && <div><Button type="submit" loading={preview.isPending}>{t("reorganise.preview")}</Button></div>}
      </form>
      {preview.data && <Preview preview={preview.data} busy={record.isPending} onRecord={() => record.mutate(draftOf(form))} onBack={() => preview.reset()} />}
    </>
  );
}
