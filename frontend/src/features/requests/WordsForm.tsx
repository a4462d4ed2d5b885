import { useState, type SubmitEvent } from 'react';
import { Refused } from '../../shared/Refused';
import { TextBox } from '../../shared/TextBox';

interface WordsFormProps {
  readonly label: string;
  readonly confirm: string;
  readonly isPending: boolean;
  readonly trouble: Error | null;
  readonly isRequired?: boolean;
  readonly onWords: (words: string) => void;
  readonly onCancel: () => void;
}

/** This is what has to be written with an act, in its place; nothing happens until it is sent. */
export function WordsForm(props: WordsFormProps) {
  const [words, setWords] = useState('');
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    props.onWords(words);
  };
  return (
    <form className="words-form" onSubmit={submit}>
      <Refused trouble={props.trouble} />
      <TextBox
        label={props.label}
        rows={3}
        maxLength={2_000}
        required={props.isRequired ?? true}
        value={words}
        onType={setWords}
      />
      <p className="acts">
        <button className="usa-button" type="submit" disabled={props.isPending}>
          {props.confirm}
        </button>
        <button className="usa-button usa-button--unstyled" type="button" onClick={props.onCancel}>
          Cancel
        </button>
      </p>
    </form>
  );
}
