import { useState } from 'react';
import { ElsewhereDialog } from './ElsewhereDialog';
import type { Marking } from './MarkDialog';
import { partName, textAt } from './places';
import { useRemoveMark } from './acts';
import type { Item, Mark, Overview } from './review';
import { standingNames } from './words';

interface MarkListProps {
  readonly id: number;
  readonly item: Item;
  readonly overview: Overview;
  readonly onEdit: (marking: Marking) => void;
}

export function MarkList({ id, item, overview, onEdit }: MarkListProps) {
  const [looking, setLooking] = useState<Mark>();
  const removing = useRemoveMark(id);
  if (item.file !== undefined) return null;
  const drafts = item.marks.filter((mark) => mark.isDraft).length;
  return (
    <section aria-labelledby="review-marks-heading">
      <h3 id="review-marks-heading">Marks ({item.marks.length})</h3>
      {item.marks.length === 0 ? <p>Select text and press m to withhold it.</p> : null}
      {drafts > 0 ? (
        <p className="review__note">
          {drafts === item.marks.length ? 'All are drafts' : `${drafts} are drafts`}: nothing of this item can
          leave until you decide Redact (3), which makes them final.
        </p>
      ) : null}
      {removing.error === null ? null : <p role="alert">{removing.error.message}</p>}
      <ol className="review-marks">
        {item.marks.map((mark) => (
          <li key={mark.number}>
            <MarkFacts item={item} mark={mark} />
            <p className="review-marks__acts">
              <button
                type="button"
                className="usa-button usa-button--unstyled"
                onClick={() => {
                  onEdit({ places: [mark], mark });
                }}
              >
                Change<span className="usa-sr-only"> mark {mark.number}</span>
              </button>
              <button
                type="button"
                className="usa-button usa-button--unstyled"
                disabled={removing.isPending || !overview.isOpen}
                onClick={() => {
                  removing.mutate({
                    number: item.line.number,
                    version: item.line.version,
                    mark: mark.number,
                  });
                }}
              >
                Take away<span className="usa-sr-only"> mark {mark.number}</span>
              </button>
              <button
                type="button"
                className="usa-button usa-button--unstyled"
                onClick={() => {
                  setLooking(mark);
                }}
              >
                Same text elsewhere<span className="usa-sr-only"> as mark {mark.number}</span>
              </button>
            </p>
          </li>
        ))}
      </ol>
      {looking === undefined ? null : (
        <ElsewhereDialog
          id={id}
          item={item}
          mark={looking}
          onClose={() => {
            setLooking(undefined);
          }}
        />
      )}
    </section>
  );
}

function MarkFacts({ item, mark }: { item: Item; mark: Mark }) {
  const passage = item.passages.find(({ part }) => part === mark.part);
  const text = textAt(item.passages, mark);
  return (
    <>
      <p>
        <strong>{mark.code}</strong>
        {mark.ground.detail === '' ? '' : ` (${mark.ground.detail})`}{' '}
        {mark.isDraft ? <span className="decision-mark decision-mark--draft">Draft</span> : null}
        {mark.standing === 'VERIFIED' ? null : (
          <span className="standing-unverified"> {standingNames[mark.standing]}</span>
        )}
      </p>
      <p className="review-line__facts">
        {passage === undefined ? mark.part : partName(passage)}: <q>{text.slice(0, 80)}</q>
        {mark.basis === '' ? '' : `. ${mark.basis}`}. {mark.author}
      </p>
    </>
  );
}
