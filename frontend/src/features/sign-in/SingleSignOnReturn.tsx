import { useEffect, useRef } from 'react';
import { adjust, Link } from '../../shared/address';
import { asked, client, done } from '../../shared/api';
import { Refused } from '../../shared/Refused';
import { useSessionAct, type Session } from '../../shared/session';
import { Waiting } from '../../shared/Trouble';
import { GatePage } from './GatePage';
import { takePlace } from './place';

interface Brought {
  readonly state: string;
  readonly code?: string;
  readonly iss?: string;
  readonly error?: string;
}

/**
 * This is where the city's directory sends the browser back to. What the address brought is handed to the server, once, and
 * is gone from the address bar and the history before anything else.
 */
export function SingleSignOnReturn() {
  const hasBegun = useRef(false);
  const { mutate, error } = useSessionAct(async (brought: Brought) => {
    await done(client.POST('/api/session/single-sign-on', { body: brought }));
    const session = await asked<Session>(client.GET('/api/session'));
    adjust(takePlace());
    return session;
  });
  useEffect(() => {
    if (hasBegun.current) return;
    hasBegun.current = true;
    const brought = broughtBy(new URLSearchParams(window.location.search));
    window.history.replaceState(null, '', window.location.pathname);
    mutate(brought);
  }, [mutate]);
  return (
    <GatePage title={error === null ? 'Signing in' : 'Not signed in'}>
      {error === null ? (
        <Waiting what="Asking who you are…" />
      ) : (
        <>
          <Refused trouble={error} />
          <p className="gate__after">
            <Link href="/">To the sign-in page</Link>
          </p>
        </>
      )}
    </GatePage>
  );
}

function broughtBy(query: URLSearchParams): Brought {
  const said = (name: 'code' | 'iss' | 'error') => {
    const value = query.get(name);
    return value === null ? {} : { [name]: value };
  };
  return { state: query.get('state') ?? '', ...said('code'), ...said('iss'), ...said('error') };
}
