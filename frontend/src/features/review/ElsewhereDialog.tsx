import { useEffect, useRef, useState } from 'react';
import { Trouble } from '../../shared/Trouble';
import { count, counted } from '../../shared/wording';
import { useMarkAll } from './acts';
import { useElsewhere, type Elsewhere, type Item, type Mark } from './review';

const keyOf = ({ item, place }: Elsewhere) => `${item} ${place.part} ${place.from}`;

interface ElsewhereDialogProps {
  readonly id: number;
  readonly item: Item;
  readonly mark: Mark;
  readonly onClose: () => void;
}

/** This is where the marked text stands elsewhere in the request: offered, ticked one by one, never marked by itself. */
export function ElsewhereDialog({ id, item, mark, onClose }: ElsewhereDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const looking = useElsewhere(id, item.line.number, mark.number);
  const marking = useMarkAll(id);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const { hasNextPage, isFetching, fetchNextPage } = looking;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const pages = looking.data?.pages ?? [];
  const places = pages.flatMap((page) => page.places);
  const last = pages.at(-1);
  const unreadable = pages.reduce((sum, page) => sum + page.unreadable, 0);
  const isWhole = last !== undefined && !hasNextPage;
  const tick = (all: readonly Elsewhere[], isOn: boolean) => {
    const changed = new Set(ticked);
    for (const place of all)
      if (isOn) changed.add(keyOf(place));
      else changed.delete(keyOf(place));
    setTicked(changed);
  };
  const apply = () => {
    const chosen = places.filter((place) => ticked.has(keyOf(place)));
    marking.mutate(
      chosen.map(({ item: number, place }) => ({
        item: number,
        form: { place, ground: mark.ground, basis: mark.basis, origin: 'SAME_TEXT' as const },
      })),
      { onSuccess: () => dialog.current?.close() },
    );
  };
  return (
    <dialog
      ref={dialog}
      className="shortcuts__dialog review-dialog"
      aria-labelledby="elsewhere-heading"
      onClose={onClose}
    >
      <h2 id="elsewhere-heading">The same text elsewhere in this request</h2>
      <p>Tick what is to be withheld there too. Each becomes a draft mark under {mark.code}.</p>
      {looking.error === null ? null : (
        <Trouble trouble={looking.error} onRetry={() => void looking.refetch()} />
      )}
      <p role="status">
        {isWhole ? 'Looked through' : 'Looking… through'} {isWhole && unreadable === 0 ? 'all ' : ''}
        {count((last?.lookedThrough ?? 0) - unreadable)}
        {last === undefined ? '' : ` of ${count(last.total)}`} items: {counted(places.length, 'place')} found.
        {unreadable > 0
          ? ` The other ${counted(unreadable, 'item')} could not be looked at: files, and what you may not read.`
          : ''}
      </p>
      {places.length > 1 ? (
        <label className="review-check" htmlFor="elsewhere-all">
          <input
            id="elsewhere-all"
            type="checkbox"
            checked={ticked.size === places.length}
            onChange={(event) => {
              tick(places, event.target.checked);
            }}
          />
          <span>All {count(places.length)}</span>
        </label>
      ) : null}
      <ul className="review-elsewhere">
        {places.map((place) => (
          <li key={keyOf(place)}>
            <label className="review-check">
              <input
                type="checkbox"
                checked={ticked.has(keyOf(place))}
                onChange={(event) => {
                  tick([place], event.target.checked);
                }}
              />
              <span>
                <strong>
                  Item {place.item}, {place.subject === '' ? 'no subject' : place.subject}
                </strong>
                <br />… {place.before}
                <mark className="review-mark review-mark--draft">{place.text}</mark>
                {place.after} …
              </span>
            </label>
          </li>
        ))}
      </ul>
      {marking.error === null ? null : <p role="alert">{marking.error.message}</p>}
      <p className="review-form__buttons">
        <button
          type="button"
          className="usa-button"
          disabled={ticked.size === 0 || marking.isPending}
          onClick={apply}
        >
          Mark {counted(ticked.size, 'place')}
        </button>
        <button
          type="button"
          className="usa-button usa-button--outline"
          onClick={() => dialog.current?.close()}
        >
          Close
        </button>
      </p>
    </dialog>
  );
}
