// SPDX-License-Identifier: Apache-2.0
import { IconFileText } from "@tabler/icons-react";
import { lazy } from "react";
import type { Page } from "@/app/pages";

export const pages: Page[] = [
  {
    path: "/documents", permission: "documents.read",
    component: lazy(() => import("./DocumentsPage").then((file) => ({ default: file.DocumentsPage }))),
    navigation: { label: "documents", icon: IconFileText, order: 10 },
  },
  { path: "/documents/:document/history", permission: "documents.read", component: lazy(() => import("./HistoryPage").then((file) => ({ default: file.HistoryPage }))) },
];
