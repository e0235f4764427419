// SPDX-License-Identifier: Apache-2.0
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "wouter";
import { api } from "@/api/client";
import { useToday } from "@/api/session";
import { DateField } from "@/design/DateField";
import { DateText, DayText } from "@/design/DateTexts";
import { PageTitle } from "@/design/PageTitle";
import { ProblemNotice } from "@/design/ProblemNotice";
import { StateBadge, VerifiedMark } from "@/design/StateBadge";
import { OrganisationName, useLookedAtDate } from "./links";
import styles from "./organisations.module.css";
import { Step } from "./Step";
import type { OrganisationDetail } from "./types";

/** One organisation on a day: what it was called, where it belonged, what happened to it, and who answers for it. */
export default function OrganisationPage() {
  const { t } = useTranslation("organisations");
  const { organisation: id } = useParams<{ organisation: string }>();
  const [on, setOn] = useLookedAtDate();
  const { data, error, refetch } = useQuery({
    queryKey: ["organisations", "one", id, on],
    queryFn: ({ signal }) => api.get<OrganisationDetail>(`/api/organisations/${id}`, { on }, signal),
    placeholderData: (previous, query) => (query?.queryKey[2] === id ? previous : undefined),
  });
  if (!data) return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null;
  const { organisation, exists, answerer } = data;
  return (
    <>
      <PageTitle title={organisation.name} above={<Link href={`/organisations?on=${on}`}>← {t("title")}</Link>}
        lead={<span className="row">{t(`kind.${organisation.kind}`)}<VerifiedMark verified={organisation.verified} />{!exists && <StateBadge tone="stopped">{t("not_there")}</StateBadge>}</span>} />
      <div className="stack-wide">
        <div className="no-print"><DateField label={t("on_date")} value={on} onChange={(date) => date && setOn(date)} /></div>
        <section className="panel stack" aria-labelledby="now">
          <h2 id="now">{t("detail.on")} <DayText date={on} /></h2>
          <dl className="facts">
            <dt>{t("detail.period")}</dt><dd><DateText date={organisation.from} /> – {organisation.until ? <DateText date={organisation.until} /> : t("detail.still")}</dd>
            {organisation.short_name && <><dt>{t("detail.short_name")}</dt><dd>{organisation.short_name}</dd></>}
            {organisation.code && <><dt>{t("detail.code")}</dt><dd>{organisation.code}</dd></>}
            <dt>{t("detail.answerer")}</dt>
            <dd>{!answerer ? t("detail.not_yet") : answerer.id === organisation.id ? t("detail.itself") : <OrganisationName link={answerer} on={on} />}</dd>
            {data.groups.length > 0 && <><dt>{t("detail.groups")}</dt><dd>{data.groups.map((group) => group.name).join(", ")}</dd></>}
          </dl>
        </section>
        <AnswererToday id={organisation.id} until={organisation.until} />
        <section className="stack" aria-labelledby="history">
          <h2 id="history">{t("detail.history")}</h2>
          <ol className={styles.timeline}>
            {data.history.map((step, index) => <li key={`${step.reorganisation}-${index}`}><Step step={step} /></li>)}
          </ol>
        </section>
        <div className={styles.columns}>
          {(data.names.length > 1 || data.parents.length > 0) && (
            <section className="panel stack" aria-labelledby="names">
              <h2 id="names">{t("detail.names")}</h2>
              <ul className={styles.list}>
                {data.names.map((period) => <li key={period.from + period.name}><b>{period.name}</b><div className="quiet"><DateText date={period.from} /> – {period.until ? <DateText date={period.until} /> : t("detail.still")}</div></li>)}
              </ul>
              {data.parents.length > 0 && <h3>{t("detail.parents")}</h3>}
              <ul className={styles.list}>
                {data.parents.map(({ parent, from, until }) => <li key={from + parent.id}><OrganisationName link={{ ...parent, until: undefined }} on={from} /><div className="quiet"><DateText date={from} /> – {until ? <DateText date={until} /> : t("detail.still")}</div></li>)}
              </ul>
            </section>
          )}
          {data.children.length > 0 && (
            <section className="panel stack" aria-labelledby="units">
              <h2 id="units">{t("detail.units", { count: data.children.length })}</h2>
              <ul className={styles.list}>{data.children.map((child) => <li key={child.id}><OrganisationName link={{ ...child, within: undefined }} on={on} /></li>)}</ul>
            </section>
          )}
        </div>
      </div>
    </>
  );
}

/** Who answers today for what no longer exists, with the way from one to the other. */
function AnswererToday({ id, until }: { id: string; until?: string }) {
  const { t } = useTranslation("organisations");
  const today = useToday();
  const { data } = useQuery({
    queryKey: ["organisations", "answerer", id, today],
    queryFn: ({ signal }) => api.get<{ answerer: OrganisationDetail["successors"][number]; chain: OrganisationDetail["successors"] }>(`/api/organisations/${id}/answerer`, { on: today }, signal),
    enabled: until !== undefined && until < today,
  });
  if (!data) return null;
  return (
    <section className="panel stack" aria-labelledby="answers">
      <h2 id="answers">{t("detail.answers_today")}</h2>
      <p><OrganisationName link={data.answerer} /></p>
      {data.chain.length > 2 && <p className="quiet">{data.chain.map((link) => link.name).join(" → ")}</p>}
    </section>
  );
}
