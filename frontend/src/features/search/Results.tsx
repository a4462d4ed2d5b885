import { useEffect, useRef, type KeyboardEvent } from 'react';
import { adjust } from '../../shared/address';
import type { SearchAnswer } from '../../shared/api';
import { count } from '../../shared/wording';
import { lastOpened } from './lastOpened';
import { further, limitMax, resultsAddress, type PlaceInResults } from './results';
import { ResultLine } from './ResultLine';

interface ResultsProps {
  readonly answer: SearchAnswer;
  readonly place: PlaceInResults;
  readonly isFetching: boolean;
}

export function Results({ answer, place, isFetching }: ResultsProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // Back from a message: go on where the person was.
    const link = list.current?.querySelector<HTMLAnchorElement>(`#found-${lastOpened.take() ?? 'none'}`);
    link?.focus();
  }, []);
  if (answer.total === 0) return <NothingFound />;
  const isMore = answer.hits.length < answer.total;
  const showMore = () => {
    adjust(resultsAddress(further(place)));
  };
  return (
    <section aria-labelledby="results-heading">
      <h2 className="usa-sr-only" id="results-heading">
        Results
      </h2>
      {/* The list only listens for arrow keys that bubble up from its links. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ol className="results" ref={list} onKeyDown={moveBetweenResults} aria-busy={isFetching}>
        {answer.hits.map((hit) => (
          <ResultLine key={hit.message.accession} hit={hit} place={place} />
        ))}
      </ol>
      <p className="results__more">
        {count(answer.hits.length)} of {count(answer.total)} shown.{' '}
        {isMore && place.limit >= limitMax ? 'Add words or dates to narrow the search.' : null}
      </p>
      {isMore && place.limit < limitMax ? (
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={isFetching}
          onClick={showMore}
        >
          {isFetching ? 'Fetching more…' : 'Show more'}
        </button>
      ) : null}
    </section>
  );
}

function NothingFound() {
  return (
    <section className="nothing" aria-labelledby="nothing-heading">
      <h2 id="nothing-heading">Nothing matches</h2>
      <ul className="usa-list">
        <li>Try fewer or other words: a message must hold all of them, unless they are joined with OR.</li>
        <li>Quoted words are matched exactly as written; without quotes, “permit” also finds “permits”.</li>
        <li>Text inside attachments is not searched yet; their file names are.</li>
      </ul>
    </section>
  );
}

function moveBetweenResults(event: KeyboardEvent<HTMLOListElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('a[id^="found-"]')];
  const next = links[links.findIndex((link) => link === document.activeElement) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
