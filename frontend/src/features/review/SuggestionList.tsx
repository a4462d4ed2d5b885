import { useState } from 'react';
import { counted } from '../../shared/wording';
import type { Marking } from './MarkDialog';
import { textAt } from './places';
import { useDismiss, useMark } from './acts';
import type { Item, MenuRow, Suggestion } from './review';

interface SuggestionListProps {
  readonly id: number;
  readonly item: Item;
  readonly menu: readonly MenuRow[];
  readonly onSay: (sentence: string) => void;
  readonly onEdit: (marking: Marking) => void;
}

const surenessNames = { HIGH: 'very likely', FAIR: 'likely', LOW: 'a guess' } as const;

/** This is what may be personal data here. Nothing happens to it until somebody accepts it. */
export function SuggestionList({ id, item, menu, onSay, onEdit }: SuggestionListProps) {
  const [withGuesses, setWithGuesses] = useState(false);
  const all = item.suggestions.filter((one) => !one.isMarked && !one.isDismissed);
  const guesses = all.filter((one) => one.sureness === 'LOW').length;
  const shown = all.filter((one) => withGuesses || one.sureness !== 'LOW');
  if (item.suggestions.length === 0) return null;
  return (
    <section aria-labelledby="review-suggestions-heading">
      <h3 id="review-suggestions-heading">Perhaps personal ({shown.length})</h3>
      {shown.length === 0 ? (
        <p>{guesses === 0 ? 'Nothing is open.' : 'Only guesses. Read the text yourself.'}</p>
      ) : null}
      <ul className="review-marks">
        {shown.map((suggestion) => (
          <SuggestionItem
            key={suggestion.key}
            id={id}
            item={item}
            menu={menu}
            suggestion={suggestion}
            onSay={onSay}
            onEdit={onEdit}
          />
        ))}
      </ul>
      {guesses > 0 ? (
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          aria-pressed={withGuesses}
          onClick={() => {
            setWithGuesses(!withGuesses);
          }}
        >
          {withGuesses ? 'Hide guesses' : `Show ${counted(guesses, 'guess', 'guesses')}, too`}
        </button>
      ) : null}
    </section>
  );
}

function SuggestionItem({
  id,
  item,
  menu,
  suggestion,
  onSay,
  onEdit,
}: SuggestionListProps & { suggestion: Suggestion }) {
  const marking = useMark(id);
  const dismissing = useDismiss(id);
  const [candidate] = suggestion.exemptions;
  const row = menu.find((one) => one.id === candidate?.exemption);
  const at = { number: item.line.number, version: item.line.version };
  const ground = { exemption: candidate?.exemption ?? '', detail: '' };
  const accept = () => {
    const place = { part: suggestion.part, from: suggestion.from, to: suggestion.to };
    // What the row wants to be named cannot be guessed: the dialog asks for it.
    if (row === undefined || row.detail !== undefined) {
      onEdit({ places: [place], ground, origin: 'SUGGESTED' });
      return;
    }
    marking.mutate(
      { ...at, marks: [{ place, ground, basis: suggestion.what, origin: 'SUGGESTED' }] },
      {
        onSuccess: () => {
          onSay(`${suggestion.what}: marked, as a draft.`);
        },
      },
    );
  };
  const trouble = marking.error ?? dismissing.error;
  return (
    <li>
      <p>
        <strong>{suggestion.what}</strong> <q>{textAt(item.passages, suggestion)}</q>
      </p>
      <p className="review-line__facts">
        {suggestion.reason} ({surenessNames[suggestion.sureness]})
        {candidate === undefined ? '' : ` Candidate ${candidate.code}: ${candidate.reason}`}
      </p>
      <p className="review-marks__acts">
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          disabled={marking.isPending}
          onClick={accept}
        >
          {row === undefined || row.detail !== undefined ? 'Mark it…' : `Mark as ${row.code}`}
          <span className="usa-sr-only"> {suggestion.what}</span>
        </button>
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          disabled={dismissing.isPending}
          onClick={() => {
            dismissing.mutate(
              { ...at, key: suggestion.key },
              {
                onSuccess: () => {
                  onSay(`${suggestion.what}: dismissed.`);
                },
              },
            );
          }}
        >
          Dismiss<span className="usa-sr-only"> {suggestion.what}</span>
        </button>
      </p>
      {trouble === null ? null : <p role="alert">{trouble.message}</p>}
    </li>
  );
}
