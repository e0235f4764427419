// SPDX-License-Identifier: Apache-2.0
import { IconUsers } from "@tabler/icons-react";
import { lazy } from "react";
import type { Page } from "@/app/pages";

export const pages: Page[] = [
  { path: "/account", component: lazy(() => import("./MyAccountPage")) },
  { path: "/accounts", component: lazy(() => import("./AccountsPage")), permission: "accounts.manage", navigation: { label: "accounts", icon: IconUsers, order: 60 } },
  { path: "/accounts/:account", component: lazy(() => import("./AccountPage")), permission: "accounts.manage" },
];
