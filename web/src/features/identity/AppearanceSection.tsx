// SPDX-License-Identifier: Apache-2.0
import { Radio, useMantineColorScheme } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { changeLanguage, useLanguage } from "@/locales/i18n";
import { kKeepTransitions } from "@/design/scheme";

export function AppearanceSection() {
  const { t } = useTranslation("identity");
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme(kKeepTransitions);
  return (
    <section className="panel stack" aria-labelledby="appearance">
      <h2 id="appearance">{t("my.appearance")}</h2>
      <fieldset className="choices">
        <legend>{t("my.language")}</legend>
        <Radio name="language" label="Tiếng Việt" lang="vi" checked={language === "vi"} onChange={() => void changeLanguage("vi")} />
        <Radio name="language" label="English" lang="en" checked={language === "en"} onChange={() => void changeLanguage("en")} />
      </fieldset>
      <fieldset className="choices">
        <legend>{t("my.scheme")}</legend>
        {(["auto", "light", "dark"] as const).map((scheme) => (
          <Radio key={scheme} name="scheme" label={t(`shell:account.scheme_${scheme}`)} checked={colorScheme === scheme} onChange={() => setColorScheme(scheme)} />
        ))}
      </fieldset>
      <p className="quiet">{t("my.appearance_note")}</p>
    </section>
  );
}
