import { useState, type SubmitEvent } from 'react';
import { Field } from '../../shared/Field';
import { Refused } from '../../shared/Refused';
import { TextBox } from '../../shared/TextBox';
import { useReword } from './searches';

interface RewordProps {
  readonly id: number;
  readonly number: number;
  readonly before: string;
  readonly onDone: () => void;
}

/** This gives a saved search new words; the old ones stay as its earlier version. */
export function Reword({ id, number, before, onDone }: RewordProps) {
  const [query, setQuery] = useState(before);
  const [why, setWhy] = useState('');
  const rewording = useReword(id, number);
  const change = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    rewording.mutate({ query, why }, { onSuccess: onDone });
  };
  return (
    <form className="collection__save" onSubmit={change} aria-label={`New words for search ${number}`}>
      <TextBox
        label="New words"
        rows={2}
        required
        maxLength={8000}
        spellCheck={false}
        value={query}
        onType={setQuery}
      />
      <Field
        label="Why they change"
        required
        maxLength={500}
        autoComplete="off"
        value={why}
        onType={setWhy}
      />
      <button type="submit" className="usa-button" disabled={rewording.isPending}>
        Save as a new version
      </button>
      <Refused trouble={rewording.error} />
    </form>
  );
}
