// SPDX-License-Identifier: Apache-2.0
import { IconListCheck } from "@tabler/icons-react";
import { lazy } from "react";
import type { Page } from "@/app/pages";

export const pages: Page[] = [
  {
    path: "/plans", permission: "plans.read", component: lazy(() => import("./PlansPage").then((file) => ({ default: file.PlansPage }))),
    navigation: { label: "plans", icon: IconListCheck, order: 20 },
  },
  { path: "/documents/:document/plan", permission: "plans.read", component: lazy(() => import("./PlanPage").then((file) => ({ default: file.PlanPage }))) },
];
