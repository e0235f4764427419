// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, NativeSelect, Radio, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Choice } from "@/design/Picker";
import { OrganisationPicker, OrganisationsPicker } from "@/design/pickers";
import { emptyNew, type Field, type NewFields, type ReorganisationForm } from "./draft";
import styles from "./organisations.module.css";
import { kinds, type OrganisationKind } from "./types";

interface FieldsProps {
  form: ReorganisationForm;
  change: (fields: Partial<ReorganisationForm>) => void;
  problemOf: (field: Field) => string | null;
}

function NewOrganisationFields({ fields, onChange, error, withParent = true }: { fields: NewFields; onChange: (fields: NewFields) => void; error: string | null; withParent?: boolean }) {
  const { t } = useTranslation("organisations");
  return (
    <>
      <TextInput label={t("field.new_name")} value={fields.name} required error={fields.name.trim() ? null : error} onChange={(event) => onChange({ ...fields, name: event.currentTarget.value })} />
      <NativeSelect label={t("field.kind")} value={fields.kind} data={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        onChange={(event) => onChange({ ...fields, kind: event.currentTarget.value as OrganisationKind })} />
      {withParent && <OrganisationPicker label={`${t("field.parent")} (${t("common:optional")})`} value={fields.parent} onChange={(parent) => onChange({ ...fields, parent })} />}
      <TextInput label={`${t("field.code")} (${t("common:optional")})`} value={fields.code} onChange={(event) => onChange({ ...fields, code: event.currentTarget.value })} />
    </>
  );
}

const one = (choice: Choice | null): Choice[] => (choice ? [choice] : []);

/** The fields that the chosen kind of step needs. */
export function StepFields({ form, change, problemOf }: FieldsProps) {
  const { t } = useTranslation("organisations");
  const on = form.on ?? undefined;
  const single = form.kind === "rename" || form.kind === "split";
  return (
    <>
      {form.kind !== "create" && (single
        ? <OrganisationPicker label={t("field.subject")} value={form.subjects[0] ?? null} onChange={(choice) => change({ subjects: one(choice) })} required error={problemOf("subjects")} {...(on && { on })} />
        : <OrganisationsPicker label={t(`field.subjects_${form.kind}`)} value={form.subjects} onChange={(subjects) => change({ subjects })} required error={problemOf("subjects")} {...(on && { on })} />)}
      {form.kind === "create" && <NewOrganisationFields fields={form.created} onChange={(created) => change({ created })} error={problemOf("created")} />}
      {form.kind === "rename" && <TextInput label={t("field.name")} value={form.name} required error={problemOf("name")} onChange={(event) => change({ name: event.currentTarget.value })} />}
      {form.kind === "merge" && <MergeFields form={form} change={change} problemOf={problemOf} />}
      {form.kind === "split" && <SplitFields form={form} change={change} problemOf={problemOf} />}
      {form.kind === "move" && <OrganisationPicker label={t("field.new_parent")} value={form.parent} onChange={(parent) => change({ parent })} required error={problemOf("parent")} {...(on && { on })} />}
      {form.kind === "close" && <OrganisationPicker label={t("field.answerer")} description={t("field.answerer_hint")} value={form.answerer} onChange={(answerer) => change({ answerer })} required error={problemOf("answerer")} {...(on && { on })} />}
    </>
  );
}

function MergeFields({ form, change, problemOf }: FieldsProps) {
  const { t } = useTranslation("organisations");
  return (
    <>
      <Radio.Group label={t("field.merge_into")} value={form.intoNew ? "new" : "old"} onChange={(value) => change({ intoNew: value === "new" })}>
        <div className="choices"><Radio value="new" label={t("field.into_new")} /><Radio value="old" label={t("field.into_old")} /></div>
      </Radio.Group>
      {form.intoNew ? <NewOrganisationFields fields={form.created} onChange={(created) => change({ created })} error={problemOf("created")} />
        : <OrganisationPicker label={t("field.into")} value={form.into} onChange={(into) => change({ into })} required error={problemOf("into")} {...(form.on && { on: form.on })} />}
    </>
  );
}

function SplitFields({ form, change, problemOf }: FieldsProps) {
  const { t } = useTranslation("organisations");
  const changePart = (at: number, part: NewFields) => change({ parts: form.parts.map((old, index) => (index === at ? part : old)) });
  const names = [
    ...form.parts.map((part, index) => ({ value: String(index), label: part.name.trim() || t("field.part", { number: index + 1 }) })),
    ...(form.goesOn ? [{ value: "itself", label: form.subjects[0]?.name ?? t("field.itself") }] : []),
  ];
  return (
    <>
      <Checkbox label={t("field.goes_on")} checked={form.goesOn} onChange={(event) => change({ goesOn: event.currentTarget.checked, answeringPart: 0 })} />
      {form.parts.map((part, index) => (
        <fieldset key={index} className={styles.parts} aria-label={t("field.part", { number: index + 1 })}>
          <b>{t("field.part", { number: index + 1 })}</b>
          <NewOrganisationFields fields={part} onChange={(changed) => changePart(index, changed)} error={problemOf("parts")} />
          {form.parts.length > 1 && <div><Button size="compact-sm" variant="default" onClick={() => change({ parts: form.parts.filter((_part, other) => other !== index), answeringPart: 0 })}>{t("field.remove_part")}</Button></div>}
        </fieldset>
      ))}
      <div><Button variant="default" size="sm" onClick={() => change({ parts: [...form.parts, emptyNew(form.parts[0]?.kind)] })}>{t("field.add_part")}</Button></div>
      <NativeSelect label={t("field.answering_part")} description={t("field.answerer_hint")} value={String(form.answeringPart)} data={names}
        onChange={(event) => change({ answeringPart: event.currentTarget.value === "itself" ? "itself" : Number(event.currentTarget.value) })} />
    </>
  );
}
