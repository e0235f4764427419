// SPDX-License-Identifier: Apache-2.0
import "./design/mantine";
import "./generated/fonts.css";
import "./design/tokens.css";
import "./design/base.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { startTranslations } from "./locales/i18n";

await startTranslations();
createRoot(document.getElementById("root")!).render(<App />);
