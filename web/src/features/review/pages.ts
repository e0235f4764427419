// SPDX-License-Identifier: Apache-2.0
import { lazy } from "react";
import type { Page } from "@/app/pages";

export const pages: Page[] = [
  { path: "/documents/:document", permission: "documents.read", component: lazy(() => import("./ReviewPage").then((file) => ({ default: file.ReviewPage }))) },
];
