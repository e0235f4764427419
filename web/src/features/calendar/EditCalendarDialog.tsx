// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useToday } from "@/api/session";
import { DateField } from "@/design/DateField";
import type { PlainDate } from "@/design/dates";
import { Dialog } from "@/design/Dialog";
import { ProblemNotice } from "@/design/ProblemNotice";
import { toast } from "@/design/Toasts";
import { EditPreview } from "./EditPreview";
import type { CalendarEdit, CalendarEditKind, CalendarPreview, CalendarYear } from "./types";

const kinds: CalendarEditKind[] = ["days_off", "swap", "worked_day", "remove_entry", "complete_until"];
const spansOf = (text: string) => text.split(/[,;]/).map((span) => span.trim().replace(/\s*[–-]\s*/, "-")).filter(Boolean);

/** Enters one change: what it would move is shown before it is recorded. */
export function EditCalendarDialog({ calendar, onClose }: { calendar: CalendarYear; onClose: () => void }) {
  const { t } = useTranslation("calendars");
  const today = useToday();
  const queries = useQueryClient();
  const [kind, setKind] = useState<CalendarEditKind>("days_off");
  const [from, setFrom] = useState<PlainDate | null>(null);
  const [to, setTo] = useState<PlainDate | null>(null);
  const [worked, setWorked] = useState<PlainDate | null>(null);
  const [name, setName] = useState("");
  const [english, setEnglish] = useState("");
  const [spans, setSpans] = useState("07:30-11:30, 13:00-17:00");
  const [document, setDocument] = useState("");
  const [verified, setVerified] = useState(false);
  const [tried, setTried] = useState(false);

  const spanned = kind === "days_off" || kind === "remove_entry";
  const named = kind === "days_off" || kind === "worked_day";
  const complete = from !== null && document.trim() !== "" && (!named || name.trim() !== "") && (kind !== "swap" || worked !== null) && (kind !== "worked_day" || spansOf(spans).length > 0);
  const editOf = (): CalendarEdit => ({
    kind, from: from!, source: { document: document.trim(), verified },
    ...(spanned && to && { to }),
    ...(kind === "swap" && worked && { worked }),
    ...(kind === "worked_day" && { spans: spansOf(spans) }),
    ...(name.trim() && kind !== "remove_entry" && kind !== "complete_until" && { name: { vietnamese: name.trim(), english: english.trim() || name.trim() } }),
  });
  const preview = useMutation({ mutationFn: () => api.post<CalendarPreview>(`/api/calendars/${calendar.calendar}/preview`, { version: calendar.version, edit: editOf() }) });
  const record = useMutation({
    mutationFn: () => api.post(`/api/calendars/${calendar.calendar}/edits`, { version: calendar.version, edit: editOf() }),
    onSuccess: async () => {
      toast(t("edit.recorded"));
      onClose();
      await queries.invalidateQueries({ queryKey: ["calendars"] });
    },
  });
  const problem = (missing: boolean) => (tried && missing ? t("common:required") : null);

  if (preview.data) {
    return (
      <Dialog title={t("edit.preview_title")} onClose={onClose} wide>
        <EditPreview preview={preview.data} />
        <ProblemNotice error={record.error} kept />
        <div className="row">
          <Button loading={record.isPending} onClick={() => record.mutate()} data-autofocus>{t("edit.record")}</Button>
          <Button variant="default" onClick={() => preview.reset()}>{t("edit.back")}</Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={t("edit.title")} onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (complete) preview.mutate();
      }}>
        <ProblemNotice error={preview.error} kept />
        <NativeSelect label={t("edit.what")} value={kind} data={kinds.map((value) => ({ value, label: t(`edit.kind.${value}`) }))} data-autofocus
          onChange={(event) => { setKind(event.currentTarget.value as CalendarEditKind); setTried(false); }} description={t(`edit.hint.${kind}`)} />
        <div className="row-wide">
          <DateField label={t(`edit.from.${kind}`)} value={from} onChange={setFrom} required error={problem(!from)} />
          {spanned && <DateField label={`${t("edit.to")} (${t("common:optional")})`} value={to} onChange={setTo} {...(from && { min: from })} />}
          {kind === "swap" && <DateField label={t("edit.worked")} value={worked} onChange={setWorked} required error={problem(!worked)} />}
        </div>
        {(named || kind === "swap") && (
          <>
            <TextInput label={named ? t("edit.name") : `${t("edit.name")} (${t("common:optional")})`} value={name} required={named} error={problem(named && !name.trim())} onChange={(event) => setName(event.currentTarget.value)} />
            <TextInput label={`${t("edit.english")} (${t("common:optional")})`} value={english} onChange={(event) => setEnglish(event.currentTarget.value)} />
          </>
        )}
        {kind === "worked_day" && <TextInput label={t("edit.spans")} value={spans} required onChange={(event) => setSpans(event.currentTarget.value)} />}
        <TextInput label={t("edit.document")} value={document} required error={problem(!document.trim())} placeholder="Thông báo 5034/TB-LĐTBXH" onChange={(event) => setDocument(event.currentTarget.value)} />
        <Checkbox label={t("edit.verified")} checked={verified} onChange={(event) => setVerified(event.currentTarget.checked)} />
        {from !== null && from < today && <p className="quiet">{t("edit.past")}</p>}
        <div><Button type="submit" loading={preview.isPending}>{t("edit.preview")}</Button></div>
      </form>
    </Dialog>
  );
}
