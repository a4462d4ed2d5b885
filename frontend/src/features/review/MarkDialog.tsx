import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import { counted } from '../../shared/wording';
import { GroundFields } from './GroundFields';
import { codePoints, partName, textAt, wordsIn, type Place } from './places';
import { useChangeMark, useMark } from './acts';
import type { Ground, Item, Mark, MarkForm, MenuRow } from './review';

/** What is to be marked when the dialog opens: places, or a mark to change. */
export interface Marking {
  readonly places: readonly Place[];
  readonly mark?: Mark;
  readonly ground?: Ground;
  readonly origin?: MarkForm['origin'];
}

interface MarkDialogProps {
  readonly id: number;
  readonly item: Item;
  readonly menu: readonly MenuRow[];
  readonly marking: Marking;
  readonly onSay: (sentence: string) => void;
  readonly onClose: () => void;
}

const lastGround = 'muniment:review-ground';

function rememberedGround(menu: readonly MenuRow[]): Ground {
  const exemption = sessionStorage.getItem(lastGround) ?? '';
  return { exemption: menu.some((row) => row.id === exemption) ? exemption : '', detail: '' };
}

/**
 * This is how text is marked: what was selected, or words that are looked for in the item, or a place chosen in its text
 * with caret and Shift, so that no mouse is needed.
 */
export function MarkDialog({ id, item, menu, marking, onSay, onClose }: MarkDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [places, setPlaces] = useState<readonly Place[]>(marking.places);
  const [ground, setGround] = useState(
    () => marking.mark?.ground ?? marking.ground ?? rememberedGround(menu),
  );
  const [basis, setBasis] = useState(marking.mark?.basis ?? '');
  const marks = useMark(id);
  const changes = useChangeMark(id);
  const basisId = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const { number, version } = item.line;
  const done = () => {
    sessionStorage.setItem(lastGround, ground.exemption);
    onSay(`Item ${number}: ${marking.mark === undefined ? 'marked, as a draft' : 'the mark is changed'}.`);
    dialog.current?.close();
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const origin = marking.origin ?? 'SELECTED';
    const forms = places.map((place): MarkForm => ({ place, ground, basis, origin }));
    const [first] = forms;
    if (first === undefined) return;
    if (marking.mark === undefined) marks.mutate({ number, version, marks: forms }, { onSuccess: done });
    else changes.mutate({ number, version, mark: marking.mark.number, form: first }, { onSuccess: done });
  };
  const trouble = marks.error ?? changes.error;
  return (
    <dialog
      ref={dialog}
      className="shortcuts__dialog review-dialog"
      aria-labelledby="mark-heading"
      onClose={onClose}
    >
      <h2 id="mark-heading">{marking.mark === undefined ? 'Mark text to withhold' : 'Change a mark'}</h2>
      <form onSubmit={submit}>
        <Chosen item={item} places={places} />
        {marking.mark === undefined ? (
          <WordsOrPlace item={item} isOpen={marking.places.length === 0} onChoose={setPlaces} />
        ) : null}
        <GroundFields menu={menu} ground={ground} onChange={setGround} />
        <label className="usa-label" htmlFor={basisId}>
          What it is that the exemption covers (optional)
        </label>
        <input
          className="usa-input"
          id={basisId}
          maxLength={2000}
          value={basis}
          onChange={(event) => {
            setBasis(event.target.value);
          }}
        />
        {trouble === null ? null : <p role="alert">{trouble.message}</p>}
        <p className="review-form__buttons">
          <button
            type="submit"
            className="usa-button"
            disabled={places.length === 0 || marks.isPending || changes.isPending}
          >
            {marking.mark === undefined ? 'Mark it' : 'Change it'}
          </button>
          <button
            type="button"
            className="usa-button usa-button--outline"
            onClick={() => dialog.current?.close()}
          >
            Cancel
          </button>
        </p>
      </form>
    </dialog>
  );
}

function Chosen({ item, places }: { item: Item; places: readonly Place[] }) {
  if (places.length === 0) return <p>Nothing is selected yet. Look for words, or choose a place below.</p>;
  return (
    <div role="status">
      <p>{counted(places.length, 'place')} to mark:</p>
      <ul className="review-chosen">
        {places.slice(0, 8).map((place) => (
          <li key={`${place.part} ${place.from}`}>
            <q>{shortened(textAt(item.passages, place))}</q>
          </li>
        ))}
        {places.length > 8 ? <li>and {places.length - 8} more</li> : null}
      </ul>
    </div>
  );
}

const shortened = (text: string) => (text.length <= 120 ? text : `${text.slice(0, 60)} … ${text.slice(-40)}`);

interface WordsOrPlaceProps {
  readonly item: Item;
  readonly isOpen: boolean;
  readonly onChoose: (places: readonly Place[]) => void;
}

function WordsOrPlace({ item, isOpen, onChoose }: WordsOrPlaceProps) {
  const id = useId();
  const [part, setPart] = useState(
    () => (item.passages.find(({ kind }) => kind === 'BODY') ?? item.passages[0])?.part ?? '',
  );
  const passage = item.passages.find((one) => one.part === part);
  const text = useRef<HTMLTextAreaElement>(null);
  const choose = () => {
    const area = text.current;
    if (area === null || passage === undefined || area.selectionEnd <= area.selectionStart) return;
    onChoose([
      {
        part,
        from: codePoints(passage.text, area.selectionStart),
        to: codePoints(passage.text, area.selectionEnd),
      },
    ]);
  };
  return (
    <details open={isOpen} className="review-choose">
      <summary>Choose other text</summary>
      <label className="usa-label" htmlFor={`${id}-words`}>
        Words to mark wherever they stand in this item
      </label>
      <input
        className="usa-input"
        id={`${id}-words`}
        type="search"
        autoComplete="off"
        onChange={(event) => {
          onChoose(wordsIn(item.passages, event.target.value));
        }}
      />
      <label className="usa-label" htmlFor={`${id}-part`}>
        Or a place in
      </label>
      <select
        className="usa-input review-select"
        id={`${id}-part`}
        value={part}
        onChange={(event) => {
          setPart(event.target.value);
        }}
      >
        {item.passages.map((one) => (
          <option key={one.part} value={one.part}>
            {partName(one)} ({one.part})
          </option>
        ))}
      </select>
      <label className="usa-label" htmlFor={`${id}-text`}>
        Select here with the arrow keys and Shift
      </label>
      <textarea
        ref={text}
        className="usa-input review-area review-area--text"
        id={`${id}-text`}
        readOnly
        value={passage?.text ?? ''}
        onSelect={choose}
      />
    </details>
  );
}
