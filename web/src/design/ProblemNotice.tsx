// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { asProblem, type Problem } from "@/api/problem";
import styles from "./ProblemNotice.module.css";

const ownTexts: Record<string, string> = { Unreachable: "unreachable", ServerFault: "server", NotFound: "not_found", PageFault: "page" };

/** What happened and what to do, in the reader's language: from the catalogue of rejections, else in words of our own. */
export function useProblemText(): (problem: Problem) => { title: string; advice: string } {
  const { t } = useTranslation("common");
  return (problem) => {
    const own = ownTexts[problem.name] ?? "server";
    return { title: problem.title || t(`problem.${own}`), advice: problem.advice || (problem.title ? "" : t(`problem.${own}_advice`)) };
  };
}

/**
 * Tells what happened, that nothing was lost, and what to do. `kept`: this stands in a form whose fields still hold
 * what was typed. Read aloud when it appears.
 */
export function ProblemNotice({ error, onRetry, kept = false }: { error: unknown; onRetry?: () => void; kept?: boolean }) {
  const { t } = useTranslation("common");
  const textOf = useProblemText();
  if (!error) return null;
  const problem = asProblem(error);
  const { title, advice } = textOf(problem);
  return (
    <div role="alert" className={styles.notice}>
      <IconAlertTriangle aria-hidden className={styles.sign} />
      <div className="stack-tight">
        <strong>{title}</strong>
        {advice && <p>{advice}</p>}
        {kept && problem.name !== "Unreachable" && <p>{t("problem.kept")}</p>}
        {problem.status >= 500 && problem.request && (
          <p className="quiet">{t("problem.request")}: <code>{problem.request}</code></p>
        )}
        {onRetry && <div><Button variant="default" size="sm" onClick={onRetry}>{t("retry")}</Button></div>}
      </div>
    </div>
  );
}
