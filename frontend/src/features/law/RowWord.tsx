import { useId, useState, type SubmitEvent } from 'react';
import { day } from '../../shared/wording';
import { useVerify, useWithdraw, type LawRow } from './law';

interface RowWordProps {
  readonly row: LawRow;
  readonly jurisdiction: string;
  readonly mayVerify: boolean;
}

/** This is counsel's word on a row: the one that stands, and for counsel the way to give it or take it back. */
export function RowWord({ row, jurisdiction, mayVerify }: RowWordProps) {
  const verify = useVerify(jurisdiction);
  const withdraw = useWithdraw(jurisdiction);
  const stands = row.verification;
  return (
    <>
      {stands === undefined ? null : (
        <p className="law-row__word">
          <strong>
            Verified by {stands.by} on {day(stands.at)}.
          </strong>{' '}
          “{stands.statement}”
        </p>
      )}
      {!mayVerify ? null : stands === undefined ? (
        <WordForm
          act="Verify this row"
          about={row.citation}
          label="What you confirm (kept with your name and the day)"
          preset={`I have compared this row with ${row.citation} as it is in force today. It says what the law says.`}
          confirm="I verify this row"
          isPending={verify.isPending}
          trouble={verify.error}
          onWords={(words) => {
            verify.mutate({ row, words });
          }}
        />
      ) : (
        <WordForm
          act="Withdraw the verification"
          about={row.citation}
          label="Why (it is written down)"
          preset=""
          confirm="Withdraw it"
          isPending={withdraw.isPending}
          trouble={withdraw.error}
          onWords={(words) => {
            withdraw.mutate({ row, words });
          }}
        />
      )}
    </>
  );
}

interface WordFormProps {
  readonly act: string;
  readonly about: string;
  readonly label: string;
  readonly preset: string;
  readonly confirm: string;
  readonly isPending: boolean;
  readonly trouble: Error | null;
  readonly onWords: (words: string) => void;
}

function WordForm({ act, about, label, preset, confirm, isPending, trouble, onWords }: WordFormProps) {
  const id = useId();
  const [words, setWords] = useState(preset);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onWords(words);
  };
  return (
    <details className="law-row__act">
      <summary>
        {act}
        <span className="usa-sr-only">: {about}</span>
      </summary>
      <form onSubmit={submit}>
        <label className="usa-label" htmlFor={id}>
          {label}
        </label>
        <textarea
          className="usa-input law-row__words"
          id={id}
          required
          maxLength={1000}
          rows={3}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
          }}
        />
        <button type="submit" className="usa-button" disabled={isPending}>
          {confirm}
        </button>
        {trouble === null ? null : <p role="alert">{trouble.message}</p>}
      </form>
    </details>
  );
}
