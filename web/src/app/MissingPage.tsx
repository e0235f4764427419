// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useSession } from "@/api/session";
import { PageTitle } from "@/design/PageTitle";

export function MissingPage() {
  const { t } = useTranslation("shell");
  return (
    <>
      <PageTitle title={t("missing.title")} />
      <div className="stack">
        <p>{t("missing.text")}</p>
        <p><Link href="/">{t("missing.home")}</Link></p>
      </div>
    </>
  );
}

/** Says which permission is missing and who can give it. */
export function NoPermissionPage({ permission }: { permission: string }) {
  const { t } = useTranslation("shell");
  const { session } = useSession();
  return (
    <>
      <PageTitle title={t("forbidden.title")} />
      <div className="stack">
        <p>{t("forbidden.text", { permission: t(`permission.${permission.replace(".", "_")}`), name: session.account?.name ?? "" })}</p>
        <p>{t("forbidden.advice")}</p>
        <p><Link href="/">{t("missing.home")}</Link></p>
      </div>
    </>
  );
}
