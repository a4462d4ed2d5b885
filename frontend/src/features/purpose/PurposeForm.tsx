import { useState, type SubmitEvent } from 'react';
import { asked, client } from '../../shared/api';
import { Field } from '../../shared/Field';
import { Refused } from '../../shared/Refused';
import { useSessionAct, type PurposeKind, type Session } from '../../shared/session';
import { kinds } from './purposes';

/** This is where a person says what mail is read for. */
export function PurposeForm({ session, onStated }: { session: Session; onStated?: () => void }) {
  const [kind, setKind] = useState<PurposeKind>(session.purpose?.kind ?? 'RECORDS_REQUEST');
  const [reference, setReference] = useState('');
  const state = useSessionAct((purpose: { kind: PurposeKind; reference: string }) =>
    asked<Session>(client.PUT('/api/session/purpose', { body: purpose })),
  );
  const stated = (purpose: { kind: PurposeKind; reference: string }) => {
    state.mutate(purpose, { onSuccess: () => onStated?.() });
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    stated({ kind, reference });
  };
  const recent = session.recentPurposes.filter(
    (purpose) => purpose.kind !== session.purpose?.kind || purpose.reference !== session.purpose.reference,
  );
  return (
    <>
      <Refused trouble={state.error} />
      {recent.length === 0 ? null : (
        <div className="purpose__recent">
          <h2>Go on with</h2>
          <ul>
            {recent.map((purpose) => (
              <li key={`${purpose.kind} ${purpose.reference}`}>
                <button
                  type="button"
                  className="usa-button usa-button--outline"
                  onClick={() => {
                    stated({ kind: purpose.kind, reference: purpose.reference });
                  }}
                >
                  {kinds[purpose.kind].name} {purpose.reference}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <form className="gate__form" onSubmit={submit}>
        <fieldset className="purpose__kinds">
          <legend>{recent.length === 0 ? 'I am reading for' : 'Or say it anew'}</legend>
          {(Object.keys(kinds) as PurposeKind[]).map((each) => (
            <label className="tick" key={each}>
              <input
                type="radio"
                name="kind"
                checked={each === kind}
                onChange={() => {
                  setKind(each);
                }}
              />
              {kinds[each].name}
            </label>
          ))}
        </fieldset>
        <Field
          label={kinds[kind].reference}
          name="reference"
          required
          maxLength={200}
          autoComplete="off"
          value={reference}
          onType={setReference}
        />
        <button className="usa-button" type="submit" disabled={state.isPending}>
          Read for this
        </button>
      </form>
    </>
  );
}
