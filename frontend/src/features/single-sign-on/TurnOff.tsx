import { asked, client } from '../../shared/api';
import { Refused } from '../../shared/Refused';
import { useSingleSignOnAct, type Standing } from './singleSignOn';

export function TurnOff() {
  const turnOff = useSingleSignOnAct(() => asked<Standing>(client.DELETE('/api/single-sign-on')));
  return (
    <section className="panel" aria-labelledby="turn-off">
      <h2 id="turn-off">Turn it off</h2>
      <p>
        Nobody signs in over the directory any more, at once, and the client secret is forgotten. Whoever is
        in over it is signed out, and the roles that groups gave are taken. People with a password or a
        passkey go on signing in.
      </p>
      <Refused trouble={turnOff.error} />
      <p className="acts">
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={turnOff.isPending}
          onClick={() => {
            turnOff.mutate(undefined);
          }}
        >
          Turn single sign-on off
        </button>
      </p>
    </section>
  );
}
