// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { api } from "@/api/client";
import { Dialog } from "@/design/Dialog";
import { ProblemNotice } from "@/design/ProblemNotice";
import { toast } from "@/design/Toasts";
import { documentKeys, paths, type PlanSaved, type ReviewItem } from "@/features/documents";
import { isOpenQuestion } from "./look";
import styles from "./ReviewPage.module.css";
import type { ReviewDesk } from "./useReviewDesk";

/** Saves the plan, or says what is still missing and leads there. */
export function FinishDialog({ desk, onClose }: { desk: ReviewDesk; onClose: () => void }) {
  const { t } = useTranslation("review");
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { items, details, review, pending } = desk;
  const undecided = items.filter((item) => item.state === "proposed");
  const ownerless = items.filter((item) => item.state === "accepted" && details.get(item.id)?.reasons.some(isOpenQuestion));
  const accepted = items.filter((item) => item.state === "accepted");
  const missing = undecided.length + ownerless.length > 0 || accepted.length === 0;
  const go = (item: ReviewItem) => {
    onClose();
    desk.setFilter("all");
    desk.select(item.id, true);
  };
  const save = async () => {
    if (!review) return;
    setBusy(true);
    setError(null);
    try {
      const saved = await api.post<PlanSaved>(`/api/documents/${review.document.id}/plan`, { version: review.version });
      await queries.invalidateQueries({ queryKey: ["documents", review.document.id] });
      void queries.invalidateQueries({ queryKey: documentKeys.lists });
      toast(t("finish.saved", { count: saved.tasks, version: saved.version }));
      navigate(paths.plan(review.document.id));
    } catch (problem) {
      setError(problem);
      void desk.refetch();
      setBusy(false);
    }
  };
  return (
    <Dialog title={missing ? t("finish.missing") : t("finish.title")} onClose={onClose} wide>
      <div className="stack">
        {!missing && <p>{t("finish.ready", { accepted: accepted.length, skipped: items.length - accepted.length })}</p>}
        {accepted.length === 0 && undecided.length === 0 && <p>{t("finish.nothing")}</p>}
        <MissingList title={t("finish.undecided", { count: undecided.length })} items={undecided} onGo={go} />
        <MissingList title={t("finish.ownerless", { count: ownerless.length })} items={ownerless} onGo={go} />
        <ProblemNotice error={error} />
        <div className="row">
          {!missing && <Button loading={busy} disabled={pending.length > 0} onClick={() => void save()} data-autofocus>{t("finish.save", { count: accepted.length })}</Button>}
          <Button variant="default" onClick={onClose}>{missing ? t("finish.go_on") : t("edit.close")}</Button>
        </div>
      </div>
    </Dialog>
  );
}

function MissingList({ title, items, onGo }: { title: string; items: readonly ReviewItem[]; onGo: (item: ReviewItem) => void }) {
  const { t } = useTranslation("review");
  if (items.length === 0) return null;
  return (
    <section className="stack-tight">
      <h3>{title}</h3>
      <ul className={styles.missing}>
        {items.map((item) => <li key={item.id}><button type="button" onClick={() => onGo(item)}><b>{item.clause || t("no_clause")}</b> {item.summary}</button></li>)}
      </ul>
    </section>
  );
}
