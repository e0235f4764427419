// SPDX-License-Identifier: Apache-2.0
import { Combobox, Loader, TextInput, useCombobox } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { api } from "@/api/client";
import { useMay } from "@/api/session";
import type { OrganisationMatches } from "@/api/types";
import { useSettled } from "@/design/settled";

/** Searches organisations as one types; Enter without a choice searches the documents. */
export function SearchBox({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation("shell");
  const [, go] = useLocation();
  const mayReadDocuments = useMay("documents.read");
  const [words, setWords] = useState("");
  const asked = useSettled(words.trim());
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { data, isFetching } = useQuery({
    queryKey: ["organisations", "search", "header", asked],
    queryFn: ({ signal }) => api.get<OrganisationMatches>("/api/organisations/search", { q: asked, limit: 6 }, signal),
    enabled: combobox.dropdownOpened && asked.length > 0,
    placeholderData: (previous) => previous,
  });
  const leave = () => {
    setWords("");
    combobox.closeDropdown();
    (document.activeElement as HTMLElement | null)?.blur();
    onLeave();
  };
  const open = (target: string) => {
    leave();
    go(target);
  };
  const documents = `/documents?q=${encodeURIComponent(words.trim())}`;
  return (
    <search>
      <Combobox store={combobox} onOptionSubmit={open} withinPortal={false} shadow="md">
        <Combobox.Target withExpandedAttribute>
          <TextInput id="search" role="combobox" aria-label={t("search.label")} placeholder={t("search.placeholder")} value={words} autoComplete="off"
            leftSection={<IconSearch aria-hidden size={18} />} rightSection={isFetching ? <Loader size="xs" /> : null}
            onChange={(event) => {
              setWords(event.currentTarget.value);
              combobox.openDropdown();
              combobox.resetSelectedOption();
            }}
            onBlur={() => { combobox.closeDropdown(); onLeave(); }}
            onKeyDown={(event) => {
              if (event.key === "Escape") leave();
              if (event.key === "Enter" && combobox.getSelectedOptionIndex() < 0 && words.trim() && mayReadDocuments) open(documents);
            }} />
        </Combobox.Target>
        <Combobox.Dropdown hidden={words.trim() === ""}>
          <Combobox.Options aria-label={t("search.label")}>
            {mayReadDocuments && <Combobox.Option value={documents}>{t("search.documents", { words: words.trim() })}</Combobox.Option>}
            {(data?.items.length ?? 0) > 0 && (
              <Combobox.Group label={t("search.organisations")}>
                {data?.items.map(({ organisation }) => (
                  <Combobox.Option key={organisation.id} value={`/organisations/${organisation.id}`}>
                    {organisation.name}{organisation.within && <span className="quiet"> · {organisation.within}</span>}
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            )}
            {data?.items.length === 0 && !mayReadDocuments && <Combobox.Empty>{t("search.nothing")}</Combobox.Empty>}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </search>
  );
}
