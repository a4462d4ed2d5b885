import { asked, client } from '../../shared/api';
import { useSessionAct, type Session } from '../../shared/session';

/** This is the way back to the beginning, for whoever is not the person the page speaks to. */
export function SignOutInstead() {
  const signOut = useSessionAct(() => asked<Session>(client.DELETE('/api/session')));
  return (
    <p className="gate__after">
      <button
        type="button"
        className="usa-button usa-button--unstyled"
        onClick={() => {
          signOut.mutate();
        }}
      >
        Sign out
      </button>
    </p>
  );
}
