// SPDX-License-Identifier: Apache-2.0
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { api, setCsrfToken, whenSignedOut } from "./client";
import type { PlainDate } from "@/design/dates";

export interface OrganisationLabel {
  id: string;
  name: string;
}

export interface Session {
  signed_in: boolean;
  account?: { id: string; name: string; user_name: string; position?: string; organisation: OrganisationLabel };
  permissions: { permission: string; scope_organisation: OrganisationLabel }[];
  csrf_token?: string;
  today: PlainDate;
  tenant: { name: string };
  example: boolean;
  second_factor_enabled: boolean;
  must_change_password: boolean;
  language?: "vi" | "en";
}

export const sessionKey = ["session"] as const;

/** Fetches who is signed in, and remembers the token for changing requests. */
export async function fetchSession(signal?: AbortSignal): Promise<Session> {
  const session = await api.get<Session>("/api/session", undefined, signal);
  setCsrfToken(session.csrf_token);
  return session;
}

interface SessionState {
  session: Session;
  /** The session ended while the page was open: the page stays and a sign-in lies over it. */
  lapsed: boolean;
  signedIn: () => Promise<void>;
  signOut: () => Promise<void>;
}

const SessionContext = createContext<SessionState | null>(null);

export function SessionProvider({ children, waiting, failed }: {
  children: ReactNode;
  waiting: ReactNode;
  failed: (error: unknown, retry: () => void) => ReactNode;
}) {
  const queries = useQueryClient();
  const [lapsed, setLapsed] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: sessionKey,
    queryFn: async ({ signal }) => {
      const before = queries.getQueryData<Session>(sessionKey);
      const now = await fetchSession(signal);
      if (!before?.signed_in || now.signed_in) return now;
      setLapsed(true);
      return before;
    },
    staleTime: 60_000,
  });
  useEffect(() => whenSignedOut(() => setLapsed(true)), []);

  const state = useMemo<SessionState | null>(() => {
    if (!data) return null;
    return {
      session: data,
      lapsed: lapsed && data.signed_in,
      signedIn: async () => {
        const before = data.account?.id;
        const now = await queries.fetchQuery({ queryKey: sessionKey, queryFn: () => fetchSession(), staleTime: 0 });
        if (before && now.account?.id !== before) return location.reload();
        setLapsed(false);
        await queries.invalidateQueries();
      },
      signOut: async () => {
        await api.remove("/api/session");
        location.assign("/");
      },
    };
  }, [data, lapsed, queries]);

  if (!state) return error ? failed(error, () => void refetch()) : waiting;
  return <SessionContext.Provider value={state}>{children}</SessionContext.Provider>;
}

export function useSession(): SessionState {
  const state = useContext(SessionContext);
  if (!state) throw new Error("useSession is used outside SessionProvider");
  return state;
}

/** Today as the server has it: the whole program may run on a training date. */
export const useToday = (): PlainDate => useSession().session.today;

/** Whether the signed-in person holds a permission anywhere; what it covers is the server's to decide. */
export function useMay(permission: string | undefined): boolean {
  const { session } = useSession();
  return permission === undefined || session.permissions.some((held) => held.permission === permission);
}
