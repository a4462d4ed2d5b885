import { useMutation } from '@tanstack/react-query';
import { asked, client } from '../../shared/api';
import { Refused } from '../../shared/Refused';
import type { Trial } from './singleSignOn';

const kinds = { RIGHT: 'Right', NOT_KNOWN: 'Not known', WRONG: 'Wrong' } as const;

/** This is a trial of what was saved last: the directory is asked what a sign-in would ask, but for a person. */
export function TrialPanel() {
  const ask = useMutation({ mutationFn: () => asked<Trial>(client.POST('/api/single-sign-on/trial')) });
  return (
    <section className="panel" aria-labelledby="trial">
      <h2 id="trial">Try it</h2>
      <p>The server asks the directory now, with the settings that were saved last. Nobody is signed in.</p>
      <Refused trouble={ask.error} />
      <p className="acts">
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={ask.isPending}
          onClick={() => {
            ask.mutate();
          }}
        >
          {ask.isPending ? 'Asking the directory…' : 'Try the directory'}
        </button>
      </p>
      <div role="status">
        {ask.data === undefined ? null : (
          <ul className="trial">
            {ask.data.findings.map(({ kind, sentence }) => (
              <li key={sentence} className={`trial__finding trial__finding--${kind.toLowerCase()}`}>
                <strong>{kinds[kind]}.</strong> {sentence}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
