import { useEffect, useRef, type SubmitEvent } from 'react';
import { go, Link } from '../../shared/address';
import { Trouble, Waiting } from '../../shared/Trouble';
import { count, counted, day } from '../../shared/wording';
import type { Filter, Line, Show } from './review';
import { reviewAddress, type useFlow } from './useFlow';
import { decisionNames, showNames } from './words';

interface ItemListProps {
  readonly id: number;
  readonly number: number | undefined;
  readonly filter: Filter;
  readonly flow: ReturnType<typeof useFlow>;
  readonly start: number;
  readonly onStart: () => void;
}

export function ItemList({ id, number, filter, flow, start, onStart }: ItemListProps) {
  const { list, lines, total } = flow;
  const isNarrow = !window.matchMedia('(min-width: 64rem)').matches;
  return (
    <details className="review__list" open={!isNarrow || number === undefined}>
      <summary>
        Items{total === undefined ? '' : ` (${count(total)})`}
        {filter.show === 'ALL' ? '' : `, ${showNames[filter.show].toLowerCase()}`}
      </summary>
      <FilterForm id={id} filter={filter} />
      {list.error === null ? null : <Trouble trouble={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending ? <Waiting what="Reading the list…" /> : null}
      {total === 0 ? <p>No item is so. Choose another filter.</p> : null}
      {start > 0 ? (
        <button type="button" className="usa-button usa-button--unstyled" onClick={onStart}>
          Show the list from its beginning
        </button>
      ) : null}
      <ol className="review-lines">
        {lines.map((line) => (
          <ItemLine key={line.number} id={id} line={line} filter={filter} isOpen={line.number === number} />
        ))}
      </ol>
      {list.hasNextPage ? (
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          Show more
        </button>
      ) : null}
    </details>
  );
}

interface ItemLineProps {
  readonly id: number;
  readonly line: Line;
  readonly filter: Filter;
  readonly isOpen: boolean;
}

function ItemLine({ id, line, filter, isOpen }: ItemLineProps) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <li ref={item} className="review-line">
      <span className="review-line__number">{line.number}</span>
      <div className="review-line__what">
        {line.isReadable ? (
          <Link href={reviewAddress(id, line.number, filter)} aria-current={isOpen ? 'true' : undefined}>
            {line.subject === '' ? 'No subject' : line.subject}
          </Link>
        ) : (
          <span>{line.keptBack ? 'Kept back by counsel' : 'Not yours to read'}</span>
        )}
        <span className="review-line__facts">
          {line.isFile ? 'File' : nameOf(line.sender)}
          {line.sentAt === undefined ? '' : `, ${day(line.sentAt)}`}
          {line.attachments > 0 ? `, ${counted(line.attachments, 'attachment')}` : ''}
          {line.assignee === undefined ? '' : `, ${line.assignee}`}
        </span>
        <span className={`decision-mark decision-mark--${line.decision.toLowerCase()}`}>
          {decisionNames[line.decision]}
          {line.drafts > 0 ? `, ${counted(line.drafts, 'draft mark')}` : ''}
        </span>
      </div>
    </li>
  );
}

/** The sender's name alone, where there is one: the open item shows the whole address. */
const nameOf = (sender: string) => /^(.*\S)\s*<[^<>]*>$/.exec(sender)?.[1] ?? sender;

function FilterForm({ id, filter }: { id: number; filter: Filter }) {
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    go(
      reviewAddress(id, undefined, {
        show: text('show') as Show,
        words: text('words').trim(),
        mine: text('mine') === '1',
      }),
    );
  };
  return (
    <form className="review-filter" onSubmit={submit} role="search" aria-label="Items of this review">
      <label htmlFor="review-show">Show</label>
      <select className="usa-input review-select" id="review-show" name="show" defaultValue={filter.show}>
        {Object.entries(showNames).map(([show, name]) => (
          <option key={show} value={show}>
            {name}
          </option>
        ))}
      </select>
      <label htmlFor="review-words">Words in sender or subject</label>
      <input
        className="usa-input"
        id="review-words"
        name="words"
        type="search"
        maxLength={200}
        defaultValue={filter.words}
      />
      <label className="review-check" htmlFor="review-mine">
        <input id="review-mine" name="mine" type="checkbox" value="1" defaultChecked={filter.mine} />
        <span>Assigned to me</span>
      </label>
      <button type="submit" className="usa-button usa-button--outline">
        Filter
      </button>
    </form>
  );
}
