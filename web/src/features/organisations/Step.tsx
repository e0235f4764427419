// SPDX-License-Identifier: Apache-2.0
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { OrganisationLink } from "@/api/types";
import { DateText } from "@/design/DateTexts";
import { VerifiedMark } from "@/design/StateBadge";
import { OrganisationName } from "./links";
import type { ReorganisationStep, SourceDocument } from "./types";

function Names({ links }: { links: OrganisationLink[] }) {
  return links.map((link, index) => (
    <Fragment key={link.id}>{index > 0 && ", "}<OrganisationName link={{ ...link, within: undefined, until: undefined }} /></Fragment>
  ));
}

export function SourceText({ source }: { source: SourceDocument }) {
  const { t } = useTranslation("organisations");
  return (
    <span className="quiet">
      {t("source")}: {source.document}{source.issuer && `, ${source.issuer}`}{source.issued_on && <> (<DateText date={source.issued_on} />)</>}{source.note && ` – ${source.note}`}
    </span>
  );
}

/** One event in a sentence: what happened to whom, and by which document. */
export function Step({ step, withSource = true }: { step: ReorganisationStep; withSource?: boolean }) {
  const { t } = useTranslation("organisations");
  const subjects = <Names links={step.subjects} />;
  const results = <Names links={step.results} />;
  return (
    <div className="stack-tight">
      <div className="row"><b><DateText date={step.on} /> · {t(`event.${step.kind}`)}</b>{!step.verified && <VerifiedMark verified={false} {...(step.note && { note: step.note })} />}</div>
      <p>
        {step.kind === "created" && (step.results.length > 0 ? results : subjects)}
        {step.kind === "renamed" && <>{step.name_before} → <b>{step.name_after}</b></>}
        {(step.kind === "merged" || step.kind === "split") && <>{subjects} → {results}</>}
        {step.kind === "moved" && <>{subjects} {t("moved_to")} {results}</>}
        {step.kind === "closed" && subjects}
      </p>
      {step.answerer && step.kind !== "merged" && <p>{t("answers_for")}: <Names links={[step.answerer]} /></p>}
      {withSource && <SourceText source={step.source} />}
    </div>
  );
}
