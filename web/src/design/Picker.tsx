// SPDX-License-Identifier: Apache-2.0
import { CloseButton, Combobox, Loader, Pill, PillsInput, TextInput, useCombobox } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSettled } from "./settled";

/** Something that can be chosen by searching for it on the server. */
export interface Choice {
  id: string;
  name: string;
  /** Tells namesakes apart: "thuộc Huyện Thủy Nguyên". */
  note?: ReactNode;
}

export interface PickerProps<Value> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  description?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  placeholder?: string;
  autoFocus?: boolean;
}

interface SearchProps {
  /** The key under which answers are kept, with everything the search depends on besides the words. */
  searchKey: readonly unknown[];
  search: (words: string, signal: AbortSignal) => Promise<Choice[]>;
}

function useSearch(words: string, open: boolean, { searchKey, search }: SearchProps) {
  const asked = useSettled(words.trim());
  return useQuery({
    queryKey: [...searchKey, asked],
    queryFn: ({ signal }) => search(asked, signal),
    enabled: open && asked.length > 0,
    placeholderData: (previous) => previous,
    staleTime: 30_000,
  });
}

function Options({ label, words, choices, searching, excluded = [] }: { label: string; words: string; choices: Choice[]; searching: boolean; excluded?: string[] }) {
  const { t } = useTranslation("common");
  const left = choices.filter((choice) => !excluded.includes(choice.id));
  const nothing = words.trim() === "" ? t("picker.type_more") : searching ? t("picker.searching") : t("picker.nothing");
  return (
    <Combobox.Options aria-label={label} mah={320} style={{ overflowY: "auto" }}>
      {words.trim() !== "" && left.map((choice) => (
        <Combobox.Option value={choice.id} key={choice.id}>
          <span>{choice.name}</span>
          {choice.note && <div className="quiet">{choice.note}</div>}
        </Combobox.Option>
      ))}
      {(left.length === 0 || words.trim() === "") && <Combobox.Empty>{nothing}</Combobox.Empty>}
    </Combobox.Options>
  );
}

/** One choice, found by typing. */
export function SearchPicker({ value, onChange, searchKey, search, label, ...field }: PickerProps<Choice | null> & SearchProps) {
  const { t } = useTranslation("common");
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState<string | null>(null);
  const words = typed ?? "";
  const { data = [], isFetching } = useSearch(words, combobox.dropdownOpened, { searchKey, search });
  const choose = (id: string) => {
    const chosen = data.find((choice) => choice.id === id);
    if (chosen) onChange(chosen);
    setTyped(null);
    combobox.closeDropdown();
  };
  const clear = value && !field.disabled ? (
    <CloseButton size="sm" aria-label={t("clear")} onClick={() => { onChange(null); setTyped(null); }} />
  ) : null;
  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal={false} shadow="md">
      <Combobox.Target withExpandedAttribute>
        <TextInput {...field} role="combobox" label={label} value={typed ?? value?.name ?? ""} autoComplete="off" spellCheck={false}
          rightSection={isFetching ? <Loader size="xs" /> : clear}
          onChange={(event) => { setTyped(event.currentTarget.value); combobox.openDropdown(); combobox.updateSelectedOptionIndex(); }}
          onClick={() => combobox.openDropdown()}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => { combobox.closeDropdown(); setTyped(null); }} />
      </Combobox.Target>
      <Combobox.Dropdown><Options label={label} words={words} choices={data} searching={isFetching} /></Combobox.Dropdown>
    </Combobox>
  );
}

/** Several choices, found by typing one after the other; Backspace takes back the last. */
export function SearchPickers({ value, onChange, searchKey, search, label, placeholder, autoFocus, disabled = false, ...field }: PickerProps<Choice[]> & SearchProps) {
  const { t } = useTranslation("common");
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [words, setWords] = useState("");
  const { data = [], isFetching } = useSearch(words, combobox.dropdownOpened, { searchKey, search });
  const choose = (id: string) => {
    const chosen = data.find((choice) => choice.id === id);
    if (chosen) onChange([...value, chosen]);
    setWords("");
  };
  const drop = (id: string) => onChange(value.filter((choice) => choice.id !== id));
  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal={false} shadow="md">
      <Combobox.DropdownTarget>
        <PillsInput {...field} label={label} disabled={disabled} rightSection={isFetching ? <Loader size="xs" /> : null}>
          <Pill.Group>
            {value.map((choice) => (
              <Pill key={choice.id} withRemoveButton={!disabled} onRemove={() => drop(choice.id)} removeButtonProps={{ "aria-label": `${t("remove")} ${choice.name}`, tabIndex: 0, "aria-hidden": false }}>
                {choice.name}
              </Pill>
            ))}
            <Combobox.EventsTarget withExpandedAttribute>
              <PillsInput.Field role="combobox" value={words} disabled={disabled} placeholder={value.length === 0 ? placeholder : undefined} autoFocus={autoFocus} autoComplete="off" aria-label={label}
                onChange={(event) => { setWords(event.currentTarget.value); combobox.openDropdown(); combobox.updateSelectedOptionIndex(); }}
                onFocus={() => combobox.openDropdown()} onBlur={() => { combobox.closeDropdown(); setWords(""); }}
                onKeyDown={(event) => {
                  if (event.key !== "Backspace" || words !== "") return;
                  event.preventDefault();
                  const last = value.at(-1);
                  if (last) drop(last.id);
                }} />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown><Options label={label} words={words} choices={data} searching={isFetching} excluded={value.map((choice) => choice.id)} /></Combobox.Dropdown>
    </Combobox>
  );
}
