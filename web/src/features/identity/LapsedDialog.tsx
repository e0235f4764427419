// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import { useSession } from "@/api/session";
import { Dialog } from "@/design/Dialog";
import { SignInForm } from "./SignInForm";

/** Lies over the page whose session ended; the page stays as it is. */
export default function LapsedDialog() {
  const { t } = useTranslation("sign_in");
  const { session } = useSession();
  return (
    <Dialog title={t("lapsed")}>
      <p>{t("lapsed_text")}</p>
      <SignInForm userName={session.account?.user_name} />
    </Dialog>
  );
}
