// SPDX-License-Identifier: Apache-2.0
import { MantineProvider } from "@mantine/core";
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { lazy, StrictMode, Suspense, useEffect } from "react";
import { watchConnection } from "@/api/connection";
import { Problem } from "@/api/problem";
import { SessionProvider, useSession } from "@/api/session";
import { ProblemNotice } from "@/design/ProblemNotice";
import { schemeManager } from "@/design/scheme";
import { theme } from "@/design/theme";
import { Toasts } from "@/design/Toasts";
import { FaultBoundary } from "./FaultBoundary";
import { Shell } from "./Shell";
import { ConnectionNotice } from "./ConnectionNotice";
import { Waiting } from "./Waiting";

const SignInPage = lazy(() => import("@/features/identity").then((feature) => feature.loadSignInPage()));
const LapsedDialog = lazy(() => import("@/features/identity").then((feature) => feature.loadLapsedDialog()));
const FirstPasswordPage = lazy(() => import("@/features/identity").then((feature) => feature.loadFirstPasswordPage()));

const queries = new QueryClient({
  queryCache: new QueryCache(),
  mutationCache: new MutationCache(),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      networkMode: "always",
      retry: (count, error) => count < 3 && error instanceof Problem && error.passing,
      retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 5_000),
    },
    mutations: { networkMode: "always" },
  },
});
const manager = schemeManager();

function Inside() {
  const { session, lapsed } = useSession();
  if (!session.signed_in) return <SignInPage />;
  if (session.must_change_password) return <FirstPasswordPage />;
  return (
    <>
      <Shell />
      {/* A boundary of its own: while the dialog is fetched, the page and what was typed in it stay. */}
      <Suspense>{lapsed && <LapsedDialog />}</Suspense>
    </>
  );
}

/** The composition root of the pages: theme, data, session, then either the sign-in or the shell. */
export function App() {
  useEffect(() => watchConnection(() => void queries.invalidateQueries()), []);
  return (
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={manager} withCssVariables={false} withGlobalClasses={false}>
        <QueryClientProvider client={queries}>
          <ConnectionNotice />
          <FaultBoundary>
            <Suspense fallback={<Waiting />}>
              <SessionProvider waiting={<Waiting />} failed={(error, retry) => <main className="panel"><ProblemNotice error={error} onRetry={retry} /></main>}>
                <Inside />
              </SessionProvider>
            </Suspense>
          </FaultBoundary>
          <Toasts />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}
