// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { OrganisationPicker } from "@/design/pickers";
import type { PlainDate } from "@/design/dates";
import type { ReviewParty } from "@/features/documents";
import { isOpenParty, PartyText, WhichOrganisation } from "./PartyText";
import styles from "./EditForm.module.css";

interface PartyFieldProps {
  label: string;
  value: ReviewParty[];
  onChange: (value: ReviewParty[]) => void;
  on: string | undefined;
  autoFocus?: boolean;
}

/** The agencies of a task: those named, each settled or asked for, and one more from the directory. */
export function PartyField({ label, value, onChange, on, autoFocus }: PartyFieldProps) {
  const { t } = useTranslation("review");
  const [free, setFree] = useState<string | null>(null);
  const replace = (at: number, party: ReviewParty) => onChange(value.map((old, index) => (index === at ? party : old)));
  const addFree = () => {
    const name = (free ?? "").trim();
    if (name) onChange([...value, { name, resolution: "unknown", members: 0, candidates: [] }]);
    setFree(null);
  };
  return (
    <fieldset className={styles.parties}>
      <legend>{label}</legend>
      {value.length > 0 && (
        <ul>
          {value.map((party, index) => (
            <li key={`${party.name}-${index}`}>
              <span className={styles.partyRow}>
                <PartyText party={party} on={on} />
                <button type="button" className={styles.drop} onClick={() => onChange(value.filter((_, at) => at !== index))} aria-label={t("edit.drop_party", { name: party.name })}><IconX aria-hidden size={16} /></button>
              </span>
              {isOpenParty(party) && party.candidates.length > 0 && <WhichOrganisation party={party} onChoose={(chosen) => replace(index, chosen)} />}
            </li>
          ))}
        </ul>
      )}
      <OrganisationPicker label={t("edit.add_party", { field: label.toLocaleLowerCase("vi") })} value={null} on={on as PlainDate | undefined} autoFocus={autoFocus}
        onChange={(chosen) => {
          if (!chosen) return;
          const settled: ReviewParty = { name: chosen.name, resolution: "one", organisation: { id: chosen.id, name: chosen.name }, members: 0, candidates: [] };
          const open = value.findIndex((party) => isOpenParty(party));
          if (open >= 0) replace(open, settled);
          else if (!value.some((party) => party.organisation?.id === chosen.id)) onChange([...value, settled]);
        }} />
      {free === null
        ? <Button variant="subtle" size="compact-sm" onClick={() => setFree("")}>{t("edit.free_party")}</Button>
        : (
          <div className={styles.freeParty}>
            <TextInput label={t("edit.free_name")} value={free} data-autofocus autoFocus onChange={(event) => setFree(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter") return;
                event.preventDefault();
                addFree();
              }} />
            <Button variant="default" onClick={addFree}>{t("edit.free_add")}</Button>
          </div>
        )}
    </fieldset>
  );
}
