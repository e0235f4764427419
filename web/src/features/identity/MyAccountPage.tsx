// SPDX-License-Identifier: Apache-2.0
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { PageTitle } from "@/design/PageTitle";
import { ProblemNotice } from "@/design/ProblemNotice";
import { toast } from "@/design/Toasts";
import { AppearanceSection } from "./AppearanceSection";
import { DelegationsSection } from "./DelegationsSection";
import { PasswordForm } from "./PasswordForm";
import { ProfileSection } from "./ProfileSection";
import { SecondFactorSection } from "./SecondFactorSection";
import { SessionsSection } from "./SessionsSection";
import type { MyProfile } from "./types";

/** Everything about oneself: profile, appearance, password, second factor, sessions, delegations. */
export default function MyAccountPage() {
  const { t } = useTranslation("identity");
  const { data: profile, error, refetch } = useQuery({
    queryKey: ["my", "profile"],
    queryFn: ({ signal }) => api.get<MyProfile>("/api/my/profile", undefined, signal),
  });
  return (
    <>
      <PageTitle title={t("my.title")} lead={profile && [profile.position, profile.organisation.name].filter(Boolean).join(" · ")} />
      {error && !profile && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {profile && (
        <div className="stack-wide">
          <ProfileSection profile={profile} key={profile.id} />
          <AppearanceSection />
          <section className="panel stack" aria-labelledby="password">
            <h2 id="password">{t("my.password")}</h2>
            <PasswordForm userName={profile.user_name} onChanged={() => toast(t("my.password_changed"))} />
          </section>
          <SecondFactorSection profile={profile} />
          <SessionsSection />
          <DelegationsSection profile={profile} />
        </div>
      )}
    </>
  );
}
