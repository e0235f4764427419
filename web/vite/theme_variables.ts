// SPDX-License-Identifier: Apache-2.0
import { convertCssVariables, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from "@mantine/core";
import type { Plugin } from "vite";
import { theme } from "../src/design/theme";

const virtual = "virtual:theme-variables.css";
// Colours that no page uses, headings of Mantine (ours are plain h1 … h4), breakpoints (which CSS cannot read anyway).
const unused = /--mantine-(color-(pink|grape|violet|indigo|blue|cyan|teal|green|lime|yellow|orange)|h[1-6]|breakpoint)-[^;]*;/g;

/**
 * Mantine writes its variables into a style element while the page runs, which the server's content security policy
 * refuses. Here the same variables are written into the style sheet when the pages are built.
 */
export function themeVariables(): Plugin {
  return {
    name: "haidang-theme-variables",
    resolveId: (id) => (id === virtual ? `\0${virtual}` : null),
    load(id) {
      if (id !== `\0${virtual}`) return null;
      const variables = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
      return convertCssVariables(variables, ":root").replace(unused, "");
    },
  };
}
