import { useId, useState, type SubmitEvent } from 'react';
import { Field } from '../../shared/Field';
import { Refused } from '../../shared/Refused';
import { useTerms, type FeePage } from './fees';

type Terms = FeePage['terms'];
type Requester = Terms['requester'];
type Condition = Terms['met'][number];

const requesters: readonly (readonly [Requester, string])[] = [
  ['OTHER', 'Anybody else'],
  ['MEDIA', 'News media'],
  ['EDUCATIONAL', 'Educational or scientific'],
  ['COMMERCIAL', 'Commercial'],
];

const conditions: readonly (readonly [Condition, string])[] = [
  ['REDACTION_REQUIRED_BY_LAW', 'A law requires the redaction'],
  ['PETITION_APPROVED', 'The Supervisor of Records approved a petition on the fee'],
  ['LAW_ENFORCEMENT_AGENCY', 'A law-enforcement agency did the redaction'],
  ['GOOD_FAITH_CONTACTS', 'Timely notice, and three offers to talk about the scope'],
];

/** This is what the fee depends on besides the work. */
export function TermsPanel({ id, terms }: { id: number; terms: Terms }) {
  const select = useId();
  const [requester, setRequester] = useState(terms.requester);
  const [met, setMet] = useState<readonly Condition[]>(terms.met);
  const [hourlyRate, setHourlyRate] = useState(terms.hourlyRate ?? '');
  const [pageRate, setPageRate] = useState(terms.pageRate ?? '');
  const change = useTerms(id);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    change.mutate({ requester, met: [...met], hourlyRate, pageRate });
  };
  return (
    <section className="request-part" aria-labelledby="terms">
      <h2 id="terms">What the fee depends on</h2>
      <form onSubmit={submit}>
        <Refused trouble={change.error} />
        <div className="fees__columns">
          <div className="field">
            <label className="usa-label" htmlFor={select}>
              The requester is
            </label>
            <select
              className="usa-input"
              id={select}
              value={requester}
              onChange={({ target }) => {
                const chosen = requesters.find(([key]) => key === target.value);
                if (chosen !== undefined) setRequester(chosen[0]);
              }}
            >
              {requesters.map(([key, name]) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <Field
            label="An hour costs the city (dollars)"
            inputMode="decimal"
            value={hourlyRate}
            onType={setHourlyRate}
          />
          <Field
            label="A page costs the city (dollars)"
            inputMode="decimal"
            value={pageRate}
            onType={setPageRate}
          />
        </div>
        <p className="field__hint">
          The law’s highest rate stays the highest. Without a rate of the city’s own, it is used.
        </p>
        <fieldset className="usa-fieldset ticks">
          <legend className="usa-legend">Where the law asks for it</legend>
          {conditions.map(([key, name]) => (
            <label className="tick" key={key}>
              <input
                type="checkbox"
                checked={met.includes(key)}
                onChange={({ target }) => {
                  setMet(target.checked ? [...met, key] : met.filter((one) => one !== key));
                }}
              />
              {name}
            </label>
          ))}
        </fieldset>
        <p className="acts">
          <button className="usa-button usa-button--outline" type="submit" disabled={change.isPending}>
            Save
          </button>
          <span role="status">{change.isSuccess ? 'Saved.' : ''}</span>
        </p>
      </form>
    </section>
  );
}
