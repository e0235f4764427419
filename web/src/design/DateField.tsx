// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Popover, TextInput } from "@mantine/core";
import { IconCalendar, IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useToday } from "@/api/session";
import { useLanguage } from "@/locales/i18n";
import { addDays, dateText, dayText, isoWeekday, monthName, parseDate, type PlainDate, plainDate, partsOf, weekdayName } from "./dates";
import styles from "./DateField.module.css";

interface DateFieldProps {
  label: string;
  value: PlainDate | null;
  onChange: (value: PlainDate | null) => void;
  min?: PlainDate;
  max?: PlainDate;
  required?: boolean;
  disabled?: boolean;
  description?: ReactNode;
  error?: ReactNode;
  autoFocus?: boolean;
}

/** A day typed as dd/mm/yyyy, read when the field is left; the calendar beside it is for those who rather choose. */
export function DateField({ label, value, onChange, min, max, description, error, ...field }: DateFieldProps) {
  const { t } = useTranslation("common");
  const language = useLanguage();
  const today = useToday();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [open, setOpen] = useState(false);

  const problemOf = (date: PlainDate | undefined): string | null => {
    if (!date) return t("date.unreadable");
    if (min && date < min) return t("date.too_early", { date: dateText(min) });
    if (max && date > max) return t("date.too_late", { date: dateText(max) });
    return null;
  };
  const read = (text: string, final: boolean) => {
    if (text.trim() === "") {
      setProblem(null);
      onChange(null);
      if (final) setTyped(null);
      return;
    }
    const date = parseDate(text, final ? today : undefined);
    const found = problemOf(date);
    if (date && !found) {
      onChange(date);
      setProblem(null);
      if (final) setTyped(null);
    } else if (final) setProblem(found);
  };
  const choose = (date: PlainDate) => {
    setTyped(null);
    setProblem(problemOf(date));
    onChange(date);
    setOpen(false);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus withinPortal={false} withRoles={false} shadow="md">
      <Popover.Target>
        <TextInput {...field} label={label} value={typed ?? (value ? dateText(value) : "")} placeholder={t("date.placeholder")}
          inputMode="numeric" autoComplete="off" classNames={{ wrapper: styles.field! }}
          description={description ?? (value ? dayText(value, language) : t("date.hint"))} inputWrapperOrder={["label", "input", "description", "error"]}
          error={problem ?? error}
          onChange={(event) => { setTyped(event.currentTarget.value); read(event.currentTarget.value, false); }}
          onBlur={(event) => read(event.currentTarget.value, true)}
          rightSection={
            <ActionIcon variant="subtle" color="gray" disabled={field.disabled ?? false} aria-label={`${t("date.choose")}: ${label}`} aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(!open)}>
              <IconCalendar aria-hidden size={18} />
            </ActionIcon>
          } />
      </Popover.Target>
      <Popover.Dropdown>
        {open && <Month chosen={value} start={value ?? today} today={today} min={min} max={max} onChoose={choose} />}
      </Popover.Dropdown>
    </Popover>
  );
}

interface MonthProps {
  chosen: PlainDate | null;
  start: PlainDate;
  today: PlainDate;
  min?: PlainDate | undefined;
  max?: PlainDate | undefined;
  onChoose: (date: PlainDate) => void;
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

function Month({ chosen, start, today, min, max, onChoose }: MonthProps) {
  const { t } = useTranslation("common");
  const language = useLanguage();
  const [focused, setFocused] = useState<PlainDate>(start);
  const { year, month } = partsOf(focused);
  const first = plainDate(year, month, 1)!;
  const begin = addDays(first, 1 - isoWeekday(first));
  const weeks = Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_unused, day) => addDays(begin, week * 7 + day)));
  const turn = (by: number) => {
    const index = year * 12 + month - 1 + by;
    setFocused(plainDate(Math.floor(index / 12), (index % 12) + 1, 1)!);
  };
  return (
    <div className={styles.month}>
      <div className="spread">
        <ActionIcon variant="subtle" color="gray" aria-label={t("date.previous_month")} onClick={() => turn(-1)}><IconChevronLeft aria-hidden size={18} /></ActionIcon>
        <strong aria-live="polite">{monthName(month, language)} {year}</strong>
        <ActionIcon variant="subtle" color="gray" aria-label={t("date.next_month")} onClick={() => turn(1)}><IconChevronRight aria-hidden size={18} /></ActionIcon>
      </div>
      <table>
        <thead><tr>{weeks[0]!.map((day, index) => <th key={day} scope="col" abbr={weekdayName(index + 1, language)}>{language === "vi" ? (index === 6 ? "CN" : `T${index + 2}`) : weekdayName(index + 1, "en").slice(0, 2)}</th>)}</tr></thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day}>
                  <button type="button" data-autofocus={day === focused || undefined} tabIndex={day === focused ? 0 : -1} disabled={(min !== undefined && day < min) || (max !== undefined && day > max)}
                    aria-label={dayText(day, language)} aria-current={day === today ? "date" : undefined} aria-pressed={day === chosen}
                    data-outside={partsOf(day).month !== month || undefined} onClick={() => onChoose(day)}
                    ref={(button) => { if (button && day === focused && button.closest("table")?.contains(document.activeElement)) button.focus(); }}
                    onKeyDown={(event) => {
                      const step = steps[event.key];
                      if (step === undefined) return;
                      event.preventDefault();
                      setFocused(addDays(day, step));
                    }}>
                    {partsOf(day).day}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
