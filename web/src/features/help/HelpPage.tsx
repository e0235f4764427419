// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import { KeyList } from "@/design/KeyList";
import { PageTitle } from "@/design/PageTitle";
import { DeadlineBadge, VerifiedMark } from "@/design/StateBadge";

const states = ["kept", "on_time", "near_due", "late", "waiting", "stopped"] as const;
const keys = ["search", "next", "open", "undo", "list"] as const;

/** What the program is, its signs and its keys. */
export default function HelpPage() {
  const { t } = useTranslation("help");
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead")} />
      <div className="stack-wide">
        <section className="stack">
          <h2>{t("signs")}</h2>
          <dl className="stack-tight">
            {states.map((state) => (
              <div key={state} className="row"><dt><DeadlineBadge state={state} /></dt><dd>{t(`state.${state}`)}</dd></div>
            ))}
            <div className="row"><dt><VerifiedMark verified={false} /></dt><dd>{t("state.unverified")}</dd></div>
          </dl>
        </section>
        <section className="stack">
          <h2>{t("keys")}</h2>
          <p>{t("keys_lead")}</p>
          <ul>{keys.map((key) => <li key={key}>{t(`key.${key}`)}</li>)}</ul>
          <h3>{t("keys_here")}</h3>
          <KeyList />
        </section>
        <section className="stack">
          <h2>{t("about")}</h2>
          <p>{t("about_text")}</p>
        </section>
      </div>
    </>
  );
}
