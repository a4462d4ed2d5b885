import { Link } from '../shared/address';
import { asked, client } from '../shared/api';
import { Icon } from '../shared/Icon';
import { roleNames, useSessionAct, type Session } from '../shared/session';

/** This is who is signed in, in which roles, their account, and the two ways to leave the computer. */
export function WhoIsHere({ session: { person }, path }: { session: Session; path: string }) {
  const lock = useSessionAct(() => asked<Session>(client.POST('/api/session/lock')));
  const signOut = useSessionAct(() => asked<Session>(client.DELETE('/api/session')));
  if (person === undefined) return null;
  return (
    <div className="who" role="group" aria-label="Signed in">
      <span className="who__name">
        {person.name}
        <span className="who__roles">
          {person.roles.map((role) => roleNames[role]).join(', ') || 'No role yet'}
        </span>
      </span>
      <Link className="who__act" href="/account" aria-current={path === '/account' ? 'page' : undefined}>
        My account
      </Link>
      <button
        type="button"
        className="who__act"
        onClick={() => {
          lock.mutate();
        }}
      >
        <Icon name="lock" /> Lock
      </button>
      <button
        type="button"
        className="who__act"
        onClick={() => {
          signOut.mutate();
        }}
      >
        Sign out
      </button>
    </div>
  );
}
