import { useState } from 'react';
import { Link } from '../../shared/address';
import { Notice } from '../../shared/Notice';
import { requestAddress } from '../../shared/requests';
import { Trouble, Waiting } from '../../shared/Trouble';
import { count, counted } from '../../shared/wording';
import { AssignForm, FileForm } from './Additions';
import { ItemList } from './ItemList';
import { ItemPane } from './ItemPane';
import { Keys } from './Keys';
import { useOverview, type Overview } from './review';
import { filterOf, startFor, useFlow } from './useFlow';

interface ReviewTabProps {
  readonly id: number;
  /** What follows the tab in the address: the number of the open item, or nothing. */
  readonly rest: string;
  readonly query: URLSearchParams;
}

/** This is the review of one request: its items on the left, the open one, and what is decided about it on the right. */
export function ReviewTab({ id, rest, query }: ReviewTabProps) {
  const { data: overview, error, refetch } = useOverview(id);
  if (error !== null && overview === undefined)
    return <Trouble trouble={error} onRetry={() => void refetch()} />;
  if (overview === undefined) return <Waiting what="Opening the review…" />;
  const number = /^\d{1,9}$/.test(rest) ? Number(rest) : undefined;
  return (
    <div className="review">
      <Progress id={id} overview={overview} />
      {overview.assigns ? (
        <div className="review__tools">
          <AssignForm id={id} overview={overview} />
          <FileForm id={id} />
        </div>
      ) : null}
      {overview.progress.total === 0 ? (
        <Notice kind="info" title="Nothing to review yet">
          <p>Search for the request on its tab Searches and collect what was found, or add a file.</p>
        </Notice>
      ) : (
        <Desk
          key={JSON.stringify(filterOf(query))}
          id={id}
          number={number}
          query={query}
          overview={overview}
        />
      )}
    </div>
  );
}

function Progress({ id, overview: { progress, isCounsel } }: { id: number; overview: Overview }) {
  const decided = progress.total - progress.undecided - progress.referred;
  const left = progress.total - decided;
  const isOver = progress.total > 0 && left <= (isCounsel ? 0 : progress.withCounsel);
  return (
    <section className="review__progress" aria-label="Progress">
      <p>
        Decide each message and file: release it, withhold it, or mark what of it is withheld.{' '}
        <strong>
          {count(decided)} of {counted(progress.total, 'item')} decided
        </strong>
        {progress.drafts > 0 ? `; ${count(progress.drafts)} with draft marks` : ''}
        {progress.withCounsel > 0 ? `; ${count(progress.withCounsel)} waiting for counsel` : ''}
        {progress.keptBack > progress.withCounsel ? `; ${count(progress.keptBack)} kept back by counsel` : ''}
        .
      </p>
      <progress aria-label="Decided" value={decided} max={Math.max(1, progress.total)} />
      {isOver ? (
        <p className="review__note">
          {left === 0
            ? 'All is decided. '
            : `You have decided what is yours; ${counted(left, 'item waits', 'items wait')} for counsel, who is told on the home page. `}
          <Link href={requestAddress(id)}>What to do next</Link>
        </p>
      ) : null}
    </section>
  );
}

interface DeskProps {
  readonly id: number;
  readonly number: number | undefined;
  readonly query: URLSearchParams;
  readonly overview: Overview;
}

function Desk({ id, number, query, overview }: DeskProps) {
  const [filter] = useState(() => filterOf(query));
  const [start, setStart] = useState(() => startFor(number));
  const [said, setSaid] = useState('');
  const flow = useFlow(id, number, filter, start);
  const shown = flow.lines.find((line) => line.number === number);
  return (
    <>
      <p className="usa-sr-only" role="status">
        {said}
      </p>
      <div className="review__columns">
        <ItemList
          id={id}
          number={number}
          filter={filter}
          flow={flow}
          start={start}
          onStart={() => {
            setStart(0);
          }}
        />
        {number === undefined ? (
          <div className="review__begin">
            <p>Choose an item in the list, or begin with the first.</p>
            <button
              type="button"
              className="usa-button"
              disabled={flow.next === undefined}
              onClick={() => {
                flow.open(flow.next);
              }}
            >
              Begin with the first
            </button>
            <Keys
              onNext={() => {
                flow.open(flow.next);
              }}
            />
          </div>
        ) : (
          <ItemPane id={id} number={number} line={shown} overview={overview} flow={flow} onSay={setSaid} />
        )}
      </div>
    </>
  );
}
