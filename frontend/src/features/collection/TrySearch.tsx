import { useState, type SubmitEvent } from 'react';
import { addressOf, Link } from '../../shared/address';
import { Problem } from '../../shared/api';
import { Refused } from '../../shared/Refused';
import { TextBox } from '../../shared/TextBox';
import { Waiting } from '../../shared/Trouble';
import { counted, day } from '../../shared/wording';
import { RunFigures } from './RunFigures';
import { SaveSearch } from './SaveSearch';
import { useTrial, type QuerySuggestion, type Trial } from './searches';
import { Words } from './Words';

interface TrySearchProps {
  readonly id: number;
  readonly query: string;
  /** The suggestion that the query is, if it is one. */
  readonly suggested: QuerySuggestion | undefined;
  readonly onQuery: (query: string) => void;
}

/** This is a query that is tried before it is saved: exact figures, and the newest messages. */
export function TrySearch({ id, query, suggested, onQuery }: TrySearchProps) {
  const [tried, setTried] = useState('');
  const { data: trial, error, isFetching } = useTrial(id, tried);
  const attempt = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(query.trim());
  };
  return (
    <>
      <form onSubmit={attempt}>
        <TextBox
          label="Search for"
          hint={
            <>
              Words, “exact phrases” in quotation marks, fields such as <code>from:</code> and{' '}
              <code>sent:2026-01..2026-06</code>.{' '}
              <Link href="/help/on/collection">How to write a search</Link>
            </>
          }
          rows={2}
          required
          maxLength={8000}
          spellCheck={false}
          value={query}
          onType={onQuery}
        />
        <button type="submit" className="usa-button" disabled={isFetching}>
          Try the search
        </button>
      </form>
      {isFetching ? (
        <Waiting what="Counting…" />
      ) : error !== null ? (
        <>
          <Refused trouble={error} />
          {error instanceof Problem && error.hint !== '' ? <p>{error.hint}</p> : null}
        </>
      ) : trial === undefined ? null : (
        <Tried
          id={id}
          trial={trial}
          suggested={suggested?.query === trial.query ? suggested : undefined}
          onSaved={() => {
            setTried('');
            onQuery('');
          }}
        />
      )}
    </>
  );
}

interface TriedProps {
  readonly id: number;
  readonly trial: Trial;
  readonly suggested: QuerySuggestion | undefined;
  readonly onSaved: () => void;
}

function Tried({ id, trial, suggested, onSaved }: TriedProps) {
  const { total } = trial.counts;
  return (
    <div className="collection__tried">
      <h3>What it finds</h3>
      <Words name="Understood as" words={trial.parsed} />
      <RunFigures counts={trial.counts} />
      {trial.hits.length === 0 ? null : (
        <>
          <p>
            {trial.hits.length < total
              ? `The newest ${trial.hits.length} of ${counted(total, 'message')}:`
              : `${counted(total, 'message')}:`}{' '}
            <Link href={addressOf('/search', { q: trial.query })}>Read them in Search</Link>
          </p>
          <ol className="collection__hits">
            {trial.hits.map((hit) => (
              <li key={hit.accession}>
                <time dateTime={hit.sentAt ?? hit.capturedAt}>{day(hit.sentAt ?? hit.capturedAt)}</time>
                <strong>{hit.subject === '' ? '(no subject)' : hit.subject}</strong>
                <span>{hit.from === '' ? 'no sender named' : hit.from}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      <SaveSearch key={trial.query} id={id} query={trial.query} suggested={suggested} onSaved={onSaved} />
    </div>
  );
}
