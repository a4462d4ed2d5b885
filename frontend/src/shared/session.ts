import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { asked, client } from './api';
import type { components } from './api-schema';
import { isSomebodyThere, keepToken, onSessionMayBeOver } from './credentials';
import { tellTimeIn } from './wording';

export type Session = components['schemas']['SessionView'];
export type Role = components['schemas']['Someone']['roles'][number];
export type StatedPurpose = components['schemas']['PurposeView'];
export type PurposeKind = StatedPurpose['kind'];

const key = ['session'];
const secondsBetweenLooks = 20;

export const readingRoles: readonly Role[] = ['RECORDS_OFFICER', 'REVIEWER', 'COUNSEL'];

export const roleNames: Record<Role, string> = {
  RECORDS_OFFICER: 'Records officer',
  REVIEWER: 'Reviewer',
  COUNSEL: 'Counsel',
  ADMINISTRATOR: 'Administrator',
  AUDITOR: 'Auditor',
  APPROVER: 'Approver',
};

export const hasRole = (session: Session | undefined, ...roles: readonly Role[]) =>
  session?.person?.roles.some((role) => roles.includes(role)) ?? false;

/** Who sits here, as the server says it; looked at again and again, so that a lock or an end shows. */
export function useSession() {
  const queries = useQueryClient();
  useEffect(() => onSessionMayBeOver(() => void queries.invalidateQueries({ queryKey: key })), [queries]);
  return useQuery({
    queryKey: key,
    refetchInterval: secondsBetweenLooks * 1000,
    queryFn: async ({ signal }) => {
      const before = queries.getQueryData<Session>(key);
      const session = await asked<Session>(client.GET('/api/session', { signal }));
      keep(queries, before, session);
      return session;
    },
  });
}

/** The session after something was done to it. */
export function useSessionAct<T = void>(act: (input: T) => Promise<Session>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (session) => {
      keep(queries, queries.getQueryData<Session>(key), session);
      queries.setQueryData(key, session);
    },
    onError: () => void queries.invalidateQueries({ queryKey: key }),
  });
}

/** While somebody is there, the server is told so about once a minute. */
export function useStayAwake(isSignedIn: boolean): void {
  useEffect(() => {
    if (!isSignedIn) return;
    const timer = window.setInterval(() => {
      if (isSomebodyThere()) void client.PUT('/api/session/activity').catch(() => undefined);
    }, 55_000);
    return () => {
      window.clearInterval(timer);
    };
  }, [isSignedIn]);
}

// Nothing that one person was shown stays behind a lock or for the next person.
function keep(queries: QueryClient, before: Session | undefined, now: Session): void {
  keepToken(now.csrfToken);
  tellTimeIn(now.timeZone);
  const isSame = before?.state === now.state && before.person?.id === now.person?.id;
  if (!isSame) queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
}
