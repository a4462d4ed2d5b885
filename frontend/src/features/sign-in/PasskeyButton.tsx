import { asked, client, done } from '../../shared/api';
import type { components } from '../../shared/api-schema';
import { knowsPasskeys, signedByDevice } from '../../shared/passkey';
import { Refused } from '../../shared/Refused';
import { useSessionAct, type Session } from '../../shared/session';

type PasskeyChallenge = components['schemas']['PasskeyChallenge'];

/** This is the way in without password and code: with a device that knows its holder. */
export function PasskeyButton() {
  const signIn = useSessionAct(async () => {
    const challenge = await asked<PasskeyChallenge>(client.POST('/api/session/passkey/challenge'));
    const credential = await signedByDevice(challenge);
    await done(client.POST('/api/session/passkey', { body: { credential } }));
    return asked<Session>(client.GET('/api/session'));
  });
  if (!knowsPasskeys()) return null;
  return (
    <div className="gate__way">
      <Refused trouble={signIn.error} />
      <button
        type="button"
        className="usa-button usa-button--outline"
        disabled={signIn.isPending}
        onClick={() => {
          signIn.mutate();
        }}
      >
        {signIn.isPending ? 'Asking your device…' : 'Sign in with a passkey'}
      </button>
    </div>
  );
}
