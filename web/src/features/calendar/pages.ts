// SPDX-License-Identifier: Apache-2.0
import { IconCalendarTime } from "@tabler/icons-react";
import { lazy } from "react";
import type { Page } from "@/app/pages";

export const pages: Page[] = [
  { path: "/calendars", component: lazy(() => import("./CalendarsPage")), navigation: { label: "calendars", icon: IconCalendarTime, order: 50 } },
  { path: "/calendars/:calendar", component: lazy(() => import("./CalendarPage")) },
];
