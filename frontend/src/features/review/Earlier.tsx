import { counted, day, moment } from '../../shared/wording';
import { useMark } from './acts';
import type { Item } from './review';
import { decisionNames } from './words';

/** This is how the same message or file left before, and with which marks. */
export function Earlier({ id, item }: { id: number; item: Item }) {
  const marking = useMark(id);
  if (item.releasedBefore.length === 0)
    return <p className="review-line__facts">This was not released before.</p>;
  const { number, version } = item.line;
  return (
    <section aria-labelledby="review-earlier-heading" className="review-earlier">
      <h3 id="review-earlier-heading">Released before</h3>
      <ul>
        {item.releasedBefore.map((before) => (
          <li key={`${before.request} ${before.release}`}>
            <p>
              {day(before.at)}, {before.request}, {before.release}:{' '}
              {decisionNames[before.decision].toLowerCase()}
              {before.marks.length === 0
                ? ', without a mark'
                : `, with ${counted(before.marks.length, 'mark')}: ${[...new Set(before.marks.map(({ code }) => code))].join(', ')}`}
              .
            </p>
            {before.marks.length === 0 ? null : (
              <button
                type="button"
                className="usa-button usa-button--unstyled"
                disabled={marking.isPending}
                onClick={() => {
                  marking.mutate({
                    number,
                    version,
                    marks: before.marks.map(({ part, from, to, ground, basis }) => ({
                      place: { part, from, to },
                      ground,
                      basis,
                      origin: 'RELEASED_BEFORE',
                    })),
                  });
                }}
              >
                Mark the same here, as drafts
              </button>
            )}
          </li>
        ))}
      </ul>
      {marking.error === null ? null : <p role="alert">{marking.error.message}</p>}
    </section>
  );
}

export function History({ item }: { item: Item }) {
  return (
    <details className="review-history">
      <summary>What was done to this item ({item.history.length})</summary>
      <ol>
        {item.history.map((act) => (
          <li key={`${act.at} ${act.what}`}>
            {moment(act.at)}, {act.by}: {act.what}
            {act.undoneBy === undefined ? '' : ` – undone by ${act.undoneBy}`}
          </li>
        ))}
      </ol>
    </details>
  );
}
