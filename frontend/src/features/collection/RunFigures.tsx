import { count, counted } from '../../shared/wording';
import type { RunCounts } from './searches';

const peopleShown = 8;

/** These are the exact figures of one run, and what they leave open. */
export function RunFigures({ counts }: { counts: RunCounts }) {
  return (
    <>
      <dl className="collection__figures">
        <Figure name="Messages" amount={counts.total} strong />
        <Figure name="Kept back by counsel" amount={counts.keptBack} />
        <Figure name="Could not be searched" amount={counts.unsearchable} />
        <Figure name="Deliveries of these messages" amount={counts.captures} />
      </dl>
      {counts.wholeCity ? null : (
        <p className="collection__note">Counted in the mail of your departments only.</p>
      )}
      <Custodians counts={counts} />
      {counts.unread.length === 0 ? null : (
        <details className="collection__more">
          <summary>{counted(counts.unsearchable, 'message')} to look at by hand</summary>
          <p>Part of each could not be read, and nothing else about it decides whether it belongs.</p>
          <ul>
            {counts.unread.map((line) => (
              <li key={line.accession}>
                Message {line.accession}: {line.kinds.map(words).join(', ')}
              </li>
            ))}
          </ul>
          {counts.unreadLeftOut === 0 ? null : <p>And {count(counts.unreadLeftOut)} more.</p>}
        </details>
      )}
    </>
  );
}

function Figure({ name, amount, strong = false }: { name: string; amount: number; strong?: boolean }) {
  return (
    <div className={strong ? 'collection__figure collection__figure--main' : 'collection__figure'}>
      <dt>{name}</dt>
      <dd>{count(amount)}</dd>
    </div>
  );
}

function Custodians({ counts }: { counts: RunCounts }) {
  if (!counts.departmentsKnown) {
    return (
      <p className="collection__note">
        Whose mail it is cannot be told until an administrator has written down the departments’ addresses.
      </p>
    );
  }
  if (counts.custodians.length === 0) return null;
  const line = (one: RunCounts['custodians'][number]) => `${one.address} (${count(one.messages)})`;
  const first = counts.custodians.slice(0, peopleShown);
  const more = counts.custodians.slice(peopleShown);
  return (
    <>
      <p className="collection__people">
        <strong>Whose mail:</strong> {first.map(line).join(', ')}
        {more.length === 0 ? '.' : ', …'}
      </p>
      {more.length === 0 ? null : (
        <details className="collection__more">
          <summary>{counted(more.length + counts.custodiansLeftOut, 'more person', 'more people')}</summary>
          <p>
            {more.map(line).join(', ')}
            {counts.custodiansLeftOut === 0 ? '.' : `, and ${count(counts.custodiansLeftOut)} more.`}
          </p>
        </details>
      )}
    </>
  );
}

const words = (kind: string) => kind.toLowerCase().replaceAll('_', ' ');
