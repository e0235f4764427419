// SPDX-License-Identifier: Apache-2.0
import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { themeVariables } from "./vite/theme_variables";

export default defineConfig({
  plugins: [react(), themeVariables()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    // Nothing is inlined as data: addresses, which the content security policy refuses.
    assetsInlineLimit: 0,
    target: "es2022",
    manifest: true,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": process.env["HAIDANG_SERVER"] ?? "http://127.0.0.1:8080" } },
  test: { environment: "node", include: ["src/**/*.test.{ts,tsx}"] },
});
