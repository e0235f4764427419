// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSession } from "@/api/session";
import { PasswordForm } from "./PasswordForm";
import { Threshold } from "./SignInPage";

export default function FirstPasswordPage() {
  const { t } = useTranslation("sign_in");
  const { session, signedIn, signOut } = useSession();
  return (
    <Threshold title={t("first_title")}>
      <p>{t("first_text")}</p>
      <PasswordForm userName={session.account?.user_name ?? ""} onChanged={signedIn} />
      <div><Button variant="subtle" onClick={() => void signOut()}>{t("sign_out")}</Button></div>
    </Threshold>
  );
}
