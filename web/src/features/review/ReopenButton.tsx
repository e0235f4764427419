// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";
import { ConfirmDialog } from "@/design/ConfirmDialog";

/** Opens the review again for a next version; the saved plan stays in force until then. */
export function ReopenButton({ id, onReopened }: { id: string; onReopened: () => void }) {
  const { t } = useTranslation("review");
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const reopen = async () => {
    await api.post(`/api/documents/${id}/review/reopening`);
    await queries.invalidateQueries({ queryKey: ["documents", id] });
    onReopened();
  };
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>{t("closed.reopen")}</Button>
      {asking && <ConfirmDialog title={t("closed.reopen")} consequences={[t("closed.consequence")]} action={t("closed.reopen")} onConfirm={reopen} onClose={() => setAsking(false)} />}
    </>
  );
}
