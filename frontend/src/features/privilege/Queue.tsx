import type { SubmitEvent } from 'react';
import { addressOf, go, Link } from '../../shared/address';
import type { Hit } from '../../shared/api';
import { useKeptBack, useRelease } from '../../shared/privilege';
import { Trouble, Waiting } from '../../shared/Trouble';
import { counted, day } from '../../shared/wording';
import { ReasonForm } from './ReasonForm';

/** This is what is kept back, newest first, for counsel to look at and let go. */
export function Queue({ query }: { query: URLSearchParams }) {
  const q = query.get('q') ?? '';
  const { data: queue, error, refetch } = useKeptBack(q, query.get('after') ?? '');
  const search = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const words = new FormData(event.currentTarget).get('q');
    go(addressOf('/privilege', { q: typeof words === 'string' ? words.trim() : '' }));
  };
  return (
    <section aria-labelledby="queue-heading">
      <h2 id="queue-heading">Kept back</h2>
      <form className="queue__search" role="search" aria-label="Messages kept back" onSubmit={search}>
        <label className="usa-label" htmlFor="queue-q">
          Look among them
        </label>
        <input key={q} className="usa-input" id="queue-q" name="q" type="search" defaultValue={q} />
        <button type="submit" className="usa-button usa-button--outline">
          Look
        </button>
      </form>
      {error !== null ? (
        <Trouble trouble={error} onRetry={() => void refetch()} />
      ) : queue === undefined ? (
        <Waiting what="Looking…" />
      ) : (
        <>
          <p role="status">{counted(queue.total, 'message')}</p>
          <ol className="results">
            {queue.hits.map((hit) => (
              <KeptBack key={hit.message.accession} hit={hit} />
            ))}
          </ol>
          {queue.next === undefined ? null : (
            <Link href={addressOf('/privilege', { q, after: queue.next })}>Earlier messages</Link>
          )}
        </>
      )}
    </section>
  );
}

function KeptBack({ hit }: { hit: Hit }) {
  const releasing = useRelease();
  const { accession } = hit.message;
  return (
    <li className="result">
      <div className="result__top">
        <h3 className="result__subject">
          <Link href={`/messages/${accession}`}>{hit.subject || '(no subject)'}</Link>
        </h3>
        <time className="result__day" dateTime={hit.sentAt ?? hit.capturedAt}>
          {day(hit.sentAt ?? hit.capturedAt)}
        </time>
      </div>
      <p className="result__people">
        {hit.from || 'no sender named'} → {hit.recipients.slice(0, 5).join(', ') || 'no recipient named'}
      </p>
      <ReasonForm
        act="Release"
        about={`message ${accession}`}
        confirm="Release to those who read mail"
        isPending={releasing.isPending}
        trouble={releasing.error}
        onReason={(reason) => {
          releasing.mutate({ accession, reason });
        }}
      />
    </li>
  );
}
