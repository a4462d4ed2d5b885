import { useState } from 'react';
import { Trouble, Waiting } from '../../shared/Trouble';
import type { RecordsRequest } from '../../shared/requests';
import { hasRole, type Session } from '../../shared/session';
import { calendarDay, count, counted, minute } from '../../shared/wording';
import { useEndPreservation, usePreservation } from './acts';
import { Fact } from './Fact';
import { WordsForm } from './WordsForm';

/** This is what a request keeps from being destroyed: how much, until when, and by which law. */
export function Preservation({ request, session }: { request: RecordsRequest; session: Session }) {
  const { data: kept, error, refetch } = usePreservation(request.id);
  if (error !== null) return <Trouble trouble={error} onRetry={() => void refetch()} />;
  const standing = kept?.scopes.filter(({ endedAt }) => endedAt === undefined) ?? [];
  // Newest first: of an open request, what holds now stays.
  const ending = request.status.isOpen ? standing.slice(1) : standing;
  return (
    <section className="request-part" aria-labelledby="preservation">
      <h2 id="preservation">What it preserves</h2>
      <p className="request-part__lead">
        Nothing in this scope is destroyed. It is wider than what is looked for, and what could not be read is
        in it.
      </p>
      {kept === undefined ? (
        <Waiting what="Counting…" />
      ) : (
        <>
          <dl className="request-facts">
            <Fact name="Messages">
              {kept.count === undefined
                ? 'Nothing any more'
                : `${count(kept.count.messages)}${kept.count.unsearchable > 0 ? `, and ${counted(kept.count.unsearchable, 'message')} that could not be read` : ''}${kept.count.notIndexed > 0 ? `, and ${counted(kept.count.notIndexed, 'entry', 'entries')} not searchable yet` : ''}`}
            </Fact>
            <Fact name="Until">{kept.until === undefined ? 'No day yet' : calendarDay(kept.until)}</Fact>
            <Fact name="Why">{`${kept.why}${kept.citation === undefined ? '' : ` ${kept.citation}`}`}</Fact>
          </dl>
          <details className="opener">
            <summary>Scope, and its history</summary>
            <ol className="history">
              {kept.scopes.map((one) => (
                <li key={one.entry}>
                  <p className="history__when">
                    Entry {count(one.entry)} of the archive’s log, {minute(one.placedAt)}
                    {one.endedAt === undefined ? '' : `; ended ${minute(one.endedAt)}: ${one.why ?? ''}`}
                  </p>
                  <p className="request-query">{one.scope ?? 'Everything'}</p>
                </li>
              ))}
            </ol>
          </details>
          {standing.length > 1 ? (
            <p>
              What is looked for was changed: {counted(standing.length, 'scope')} are preserved together until
              counsel lets the last one stand alone.
            </p>
          ) : null}
          {hasRole(session, 'COUNSEL') && ending.length > 0 ? (
            <LetGo
              id={request.id}
              isOpenRequest={request.status.isOpen}
              entries={ending.map(({ entry }) => entry)}
            />
          ) : null}
        </>
      )}
    </section>
  );
}

interface LetGoProps {
  readonly id: number;
  readonly isOpenRequest: boolean;
  /** Of the log: those that placed what is let go of. */
  readonly entries: number[];
}

/** Of an open request counsel lets go of the scopes before the last, of one that is over, of everything. */
function LetGo({ id, isOpenRequest, entries }: LetGoProps) {
  const [isOpen, setOpen] = useState(false);
  const end = useEndPreservation(id);
  if (!isOpen) {
    return (
      <p className="acts">
        <button
          type="button"
          className="usa-button usa-button--outline"
          onClick={() => {
            setOpen(true);
          }}
        >
          {isOpenRequest ? 'Let go of the earlier scope…' : 'Let go of it…'}
        </button>
      </p>
    );
  }
  return (
    <WordsForm
      label={
        isOpenRequest
          ? 'Why is what only the earlier scope covers not to be preserved any more?'
          : 'Why does nothing have to be preserved any more?'
      }
      confirm="Let go"
      isPending={end.isPending}
      trouble={end.error}
      onWords={(reason) => {
        end.mutate({ reason, entries });
      }}
      onCancel={() => {
        setOpen(false);
      }}
    />
  );
}
