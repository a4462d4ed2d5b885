import { useState, type SubmitEvent } from 'react';
import { useAnswer } from './acts';
import type { Item } from './review';

/** This is counsel’s answer: it goes back to whoever asked, with the item, undecided. */
export function CounselAnswer({
  id,
  item,
  onSay,
}: {
  id: number;
  item: Item;
  onSay: (sentence: string) => void;
}) {
  const [answer, setAnswer] = useState('');
  const [isPrivileged, setIsPrivileged] = useState<boolean>();
  const answering = useAnswer(id);
  const { number, version } = item.line;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPrivileged === undefined) return;
    answering.mutate(
      { number, version, answer, isPrivileged },
      {
        onSuccess: () => {
          onSay(`Item ${number}: answered and given back.`);
        },
      },
    );
  };
  return (
    <form className="review-form" onSubmit={submit} aria-label="Answer and give back">
      <fieldset className="review-spread">
        <legend>Is it privileged?</legend>
        {[true, false].map((value) => (
          <label key={String(value)} className="review-check">
            <input
              type="radio"
              name="privileged"
              required
              checked={isPrivileged === value}
              onChange={() => {
                setIsPrivileged(value);
              }}
            />
            <span>{value ? 'Privileged: only counsel may let it go' : 'Not privileged'}</span>
          </label>
        ))}
      </fieldset>
      <label className="usa-label" htmlFor="review-answer">
        Answer
      </label>
      <textarea
        className="usa-input review-area"
        id="review-answer"
        required
        maxLength={2000}
        value={answer}
        onChange={(event) => {
          setAnswer(event.target.value);
        }}
      />
      <button type="submit" className="usa-button" disabled={answering.isPending}>
        Answer and give back
      </button>
      {answering.error === null ? null : <p role="alert">{answering.error.message}</p>}
    </form>
  );
}
