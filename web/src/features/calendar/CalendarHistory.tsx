// SPDX-License-Identifier: Apache-2.0
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { InstantText } from "@/design/DateTexts";
import { dateText } from "@/design/dates";
import { ProblemNotice } from "@/design/ProblemNotice";
import { VerifiedMark } from "@/design/StateBadge";
import { useLanguage } from "@/locales/i18n";
import { type CalendarEdit, type RecordedEdit, textOf } from "./types";

/** "Ngày nghỉ: 05/09/2022 – 06/09/2022, làm bù 10/09/2022". */
function useEditText(): (edit: CalendarEdit) => string {
  const { t } = useTranslation("calendars");
  const language = useLanguage();
  return (edit) => [
    `${t(`edit.kind.${edit.kind}`)}: ${dateText(edit.from)}${edit.to ? ` – ${dateText(edit.to)}` : ""}`,
    edit.worked && `${t("worked_on")} ${dateText(edit.worked)}`,
    edit.name && textOf(edit.name, language),
    edit.spans?.join(", "),
  ].filter(Boolean).join(", ");
}

export function CalendarHistory({ calendar }: { calendar: string }) {
  const { t } = useTranslation("calendars");
  const editText = useEditText();
  const { data, error } = useQuery({
    queryKey: ["calendars", calendar, "history"],
    queryFn: ({ signal }) => api.get<{ items: RecordedEdit[] }>(`/api/calendars/${calendar}/history`, undefined, signal),
  });
  return (
    <section className="panel stack" aria-labelledby="history">
      <h2 id="history">{t("history")}</h2>
      <ProblemNotice error={error} />
      {data?.items.length === 0 && <p className="quiet">{t("no_history")}</p>}
      <ol className="stack-tight" reversed>
        {data?.items.map((item) => (
          <li key={item.number}>
            <b>{editText(item.edit)}</b>
            <div className="row quiet"><span>{item.by_name ?? item.by}, <InstantText instant={item.at} /> · {item.edit.source.document}</span><VerifiedMark verified={item.edit.source.verified} /></div>
          </li>
        ))}
      </ol>
    </section>
  );
}
