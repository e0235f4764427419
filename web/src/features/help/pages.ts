// SPDX-License-Identifier: Apache-2.0
import { IconHelp } from "@tabler/icons-react";
import { lazy } from "react";
import type { Page } from "@/app/pages";

export const pages: Page[] = [
  { path: "/help", component: lazy(() => import("./HelpPage")), navigation: { label: "help", icon: IconHelp, order: 90 } },
];
