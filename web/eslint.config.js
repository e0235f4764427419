// SPDX-License-Identifier: Apache-2.0
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import { readdirSync } from "node:fs";
import tseslint from "typescript-eslint";

const features = readdirSync(new URL("src/features", import.meta.url));

// A feature is entered through its index.ts only, and design and api know no feature.
const boundaries = features.map((feature) => ({
  files: [`src/features/${feature}/**/*.{ts,tsx}`],
  rules: {
    "no-restricted-imports": ["error", {
      patterns: [{
        group: features.filter((other) => other !== feature).map((other) => `@/features/${other}/*`).concat("../../*"),
        message: "Import another feature through its index, and the rest by @/.",
      }],
    }],
  },
}));

export default tseslint.config(
  { ignores: ["dist", "node_modules", "src/generated"] },
  ...tseslint.configs.recommended,
  jsxA11y.flatConfigs.recommended,
  reactHooks.configs["recommended-latest"],
  {
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-restricted-syntax": ["error", {
        selector: "JSXElement > JSXOpeningElement[name.name='style']",
        message: "The content security policy refuses style elements; use a CSS module.",
      }],
      "jsx-a11y/no-autofocus": "off",
    },
  },
  ...boundaries,
  {
    files: ["src/design/**", "src/api/**"],
    rules: { "no-restricted-imports": ["error", { patterns: [{ group: ["@/features/*", "@/app/*"], message: "design and api know no feature." }] }] },
  },
);
