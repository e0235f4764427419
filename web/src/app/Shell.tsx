// SPDX-License-Identifier: Apache-2.0
import { Suspense, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Redirect, Route, Switch, useLocation } from "wouter";
import { useMay } from "@/api/session";
import { FaultBoundary } from "./FaultBoundary";
import { Header } from "./Header";
import { MissingPage, NoPermissionPage } from "./MissingPage";
import { BottomBar, SideNavigation } from "./Navigation";
import { type Page, pages, usePermittedNavigation } from "./pages";
import styles from "./Shell.module.css";
import { Waiting } from "./Waiting";

function Guarded({ page }: { page: Page }) {
  const may = useMay(page.permission);
  const Component = page.component;
  return may ? <Component /> : <NoPermissionPage permission={page.permission!} />;
}

/** After a change of page the focus goes to its heading, so that a screen reader says where one is. */
function useFocusOnHeading(path: string) {
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    window.scrollTo(0, 0);
    const focus = () => document.getElementById("page-title")?.focus({ preventScroll: true });
    const timer = setTimeout(focus, 60);
    return () => clearTimeout(timer);
  }, [path]);
}

/** The frame around every page: skip link, header, navigation, and the page itself. */
export function Shell() {
  const { t } = useTranslation("shell");
  const [path] = useLocation();
  useFocusOnHeading(path);
  return (
    <div className={styles.shell}>
      <a href="#main" className={styles.skip} onClick={(event) => {
        event.preventDefault();
        document.getElementById("main")?.focus();
      }}>{t("skip")}</a>
      <Header />
      <SideNavigation />
      <main id="main" tabIndex={-1} className={styles.main}>
        <FaultBoundary where={path}>
          <Suspense fallback={<Waiting />}>
            <Switch>
              <Route path="/"><FirstPage /></Route>
              {pages.map((page) => <Route key={page.path} path={page.path}><Guarded page={page} /></Route>)}
              <Route><MissingPage /></Route>
            </Switch>
          </Suspense>
        </FaultBoundary>
      </main>
      <BottomBar />
    </div>
  );
}

/** The first page of the navigation that this person may open. */
function FirstPage() {
  const held = usePermittedNavigation();
  return <Redirect to={held[0]?.path ?? "/account"} replace />;
}
