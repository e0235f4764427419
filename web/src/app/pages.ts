// SPDX-License-Identifier: Apache-2.0
import type { Icon } from "@tabler/icons-react";
import type { ComponentType, LazyExoticComponent } from "react";
import { useSession } from "@/api/session";

/** A page that a feature offers. Its code and texts are fetched when it is first opened. */
export interface Page {
  /** "/organisations/:organisation" */
  path: string;
  component: LazyExoticComponent<ComponentType>;
  /** Who lacks this permission everywhere is told so instead; absent: everybody who is signed in. */
  permission?: string;
  /** Stands in the navigation: `label` is a key of the texts of "shell", smaller `order` first. */
  navigation?: { label: string; icon: Icon; order: number };
}

// Every feature lists its pages in its pages.ts; the order within a feature matters for paths that overlap.
const offered = import.meta.glob<{ pages: Page[] }>("../features/*/pages.ts", { eager: true });

export const pages: Page[] = Object.values(offered).flatMap((feature) => feature.pages);

const navigation = pages
  .filter((page) => page.navigation !== undefined)
  .sort((a, b) => a.navigation!.order - b.navigation!.order);

/** The navigation of the signed-in person: what one may not open does not stand there. */
export function usePermittedNavigation(): Page[] {
  const { session } = useSession();
  const held = new Set(session.permissions.map(({ permission }) => permission));
  return navigation.filter((page) => page.permission === undefined || held.has(page.permission));
}
