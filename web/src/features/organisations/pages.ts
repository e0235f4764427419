// SPDX-License-Identifier: Apache-2.0
import { IconBuildingCommunity } from "@tabler/icons-react";
import { lazy } from "react";
import type { Page } from "@/app/pages";

export const pages: Page[] = [
  { path: "/organisations", component: lazy(() => import("./OrganisationsPage")), navigation: { label: "organisations", icon: IconBuildingCommunity, order: 40 } },
  { path: "/organisations/structure", component: lazy(() => import("./StructurePage")) },
  { path: "/organisations/history", component: lazy(() => import("./ReorganisationsPage")) },
  { path: "/organisations/reorganise", component: lazy(() => import("./ReorganisePage")), permission: "organisations.manage" },
  { path: "/organisations/:organisation", component: lazy(() => import("./OrganisationPage")) },
];
