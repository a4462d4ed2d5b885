import { useState, type SubmitEvent } from 'react';
import { addressOf, Link } from '../../shared/address';
import { Field } from '../../shared/Field';
import { Refused } from '../../shared/Refused';
import { requestAddress } from '../../shared/requests';
import { counted, minute } from '../../shared/wording';
import { useEstimate, type FeePage, type FeeSample } from './fees';
import { FeeTable } from './FeeTable';

/** This is the estimate before the work: a look at some of the hits, from which all of them are reckoned. */
export function EstimatePanel({ id, estimate }: { id: number; estimate: FeePage['estimate'] }) {
  return (
    <section className="request-part" aria-labelledby="estimate">
      <h2 id="estimate">Estimate before the search</h2>
      {estimate === undefined ? (
        <p>Look at some of the hits, and say what they took. The rest is reckoned from them.</p>
      ) : (
        <>
          <p>
            For {counted(estimate.sample.hits, 'hit')}, from {estimate.sample.sampled} looked at: by{' '}
            {estimate.madeBy}, {minute(estimate.madeAt)}.
          </p>
          <FeeTable fee={estimate.told} />
          <p className="acts">
            <Link className="usa-button usa-button--outline" href={feeLetterAddress(id)}>
              Write the fee letter
            </Link>
          </p>
        </>
      )}
      <details open={estimate === undefined}>
        <summary>{estimate === undefined ? 'Make an estimate' : 'Make a new estimate'}</summary>
        <EstimateForm id={id} />
      </details>
    </section>
  );
}

/** The letters, with the fee letter's button first in sight. */
const feeLetterAddress = (id: number) => addressOf(requestAddress(id, 'letters'), { kind: 'FEE_ESTIMATE' });

const empty = {
  hits: '',
  sampled: '',
  pages: '',
  searchMinutes: '',
  reviewMinutes: '',
  redactionMinutes: '',
};
type Typed = typeof empty;

const questions: readonly (readonly [keyof Typed, string, string])[] = [
  ['hits', 'Hits of the search', 'All of them, as the search counts them.'],
  ['sampled', 'Looked at', 'How many of them you opened for this.'],
  ['pages', 'Pages of those', 'How many pages they have together.'],
  ['searchMinutes', 'Minutes to search', 'For the whole search.'],
  ['reviewMinutes', 'Minutes to review those', 'For the ones looked at.'],
  ['redactionMinutes', 'Minutes to redact those', 'For the ones looked at.'],
];

function EstimateForm({ id }: { id: number }) {
  const [typed, setTyped] = useState(empty);
  const [onPaper, setOnPaper] = useState(false);
  const make = useEstimate(id);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    make.mutate(sampleOf(typed, onPaper));
  };
  return (
    <form onSubmit={submit}>
      <Refused trouble={make.error} />
      <div className="fees__columns">
        {questions.map(([key, label, hint]) => (
          <Field
            key={key}
            label={label}
            hint={hint}
            type="number"
            min={0}
            step={1}
            required={key === 'hits'}
            value={typed[key]}
            onType={(text) => {
              setTyped({ ...typed, [key]: text });
            }}
          />
        ))}
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={onPaper}
          onChange={({ target }) => {
            setOnPaper(target.checked);
          }}
        />
        The requester wants paper
      </label>
      <p className="acts">
        <button className="usa-button" type="submit" disabled={make.isPending}>
          Reckon and keep the estimate
        </button>
      </p>
    </form>
  );
}

function sampleOf(typed: Typed, onPaper: boolean): FeeSample {
  const number = (text: string) => (text === '' ? 0 : Number(text));
  return {
    hits: number(typed.hits),
    sampled: number(typed.sampled),
    pages: number(typed.pages),
    searchMinutes: number(typed.searchMinutes),
    reviewMinutes: number(typed.reviewMinutes),
    redactionMinutes: number(typed.redactionMinutes),
    onPaper,
  };
}
