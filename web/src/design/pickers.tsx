// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import type { OrganisationMatches, PeoplePage } from "@/api/types";
import { dateText, type PlainDate } from "./dates";
import { type Choice, type PickerProps, SearchPicker, SearchPickers } from "./Picker";

interface OrganisationScope {
  /** Names and units of this day; today when absent. */
  on?: PlainDate;
  kind?: string;
}

function useOrganisationSearch({ on, kind }: OrganisationScope) {
  const { t } = useTranslation("common");
  return {
    searchKey: ["organisations", "search", on, kind] as const,
    placeholder: t("picker.organisation"),
    search: async (q: string, signal: AbortSignal): Promise<Choice[]> => {
      const found = await api.get<OrganisationMatches>("/api/organisations/search", { q, on, kind, limit: 20 }, signal);
      return found.items.map(({ organisation, matched }) => ({
        id: organisation.id,
        name: organisation.name,
        note: [
          organisation.within && t("picker.within", { parent: organisation.within }),
          organisation.until && t("picker.until", { date: dateText(organisation.until) }),
          matched === "other_marks" && t("picker.other_marks"),
        ].filter(Boolean).join(" · "),
      }));
    },
  };
}

export const OrganisationPicker = ({ on, kind, ...field }: PickerProps<Choice | null> & OrganisationScope) =>
  <SearchPicker {...useOrganisationSearch({ on, kind })} {...field} />;

export const OrganisationsPicker = ({ on, kind, ...field }: PickerProps<Choice[]> & OrganisationScope) =>
  <SearchPickers {...useOrganisationSearch({ on, kind })} {...field} />;

/** People of the office: name, position, organisation; never their contact data. */
export function PersonPicker(field: PickerProps<Choice | null>) {
  const { t } = useTranslation("common");
  const search = async (q: string, signal: AbortSignal): Promise<Choice[]> => {
    const found = await api.get<PeoplePage>("/api/people", { q }, signal);
    return found.items.map((person) => ({
      id: person.id, name: person.name, note: [person.position, person.organisation.name].filter(Boolean).join(" · "),
    }));
  };
  return <SearchPicker placeholder={t("picker.person")} searchKey={["people"]} search={search} {...field} />;
}
