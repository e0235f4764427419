// SPDX-License-Identifier: Apache-2.0
import i18next, { type BackendModule } from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import type { Language } from "@/design/dates";

type Texts = Record<string, unknown>;
const files = import.meta.glob<{ default: Texts }>("./*/*.json");

const remembered = (): Language => {
  try {
    return localStorage.getItem("haidang.language") === "en" ? "en" : "vi";
  } catch {
    return "vi";
  }
};

const remember = (language: Language): void => {
  try {
    localStorage.setItem("haidang.language", language);
  } catch {
    // Storage is switched off: the choice holds until the page is left.
  }
  document.cookie = `lang=${language}; path=/; max-age=31536000; SameSite=Lax`;
};

/** Each feature's texts are a file of their own, fetched with the feature's first page. */
const backend: BackendModule = {
  type: "backend",
  init: () => undefined,
  read(language, namespace, done) {
    const load = files[`./${language}/${namespace}.json`];
    if (!load) return done(new Error(`no texts: ${language}/${namespace}`), null);
    load().then((file) => done(null, file.default), (error: unknown) => done(error as Error, null));
  },
};

export async function startTranslations(): Promise<void> {
  await i18next.use(backend).use(initReactI18next).init({
    lng: remembered(),
    fallbackLng: false,
    supportedLngs: ["vi", "en"],
    ns: ["common", "shell"],
    defaultNS: "common",
    interpolation: { escapeValue: false },
    react: { useSuspense: true },
  });
  document.documentElement.lang = i18next.language;
}

export async function changeLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  remember(language);
}

export function useLanguage(): Language {
  return useTranslation().i18n.language === "en" ? "en" : "vi";
}
