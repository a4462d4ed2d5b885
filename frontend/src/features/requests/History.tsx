import { useState, type SubmitEvent } from 'react';
import { Refused } from '../../shared/Refused';
import { Trouble, Waiting } from '../../shared/Trouble';
import { counted, minute } from '../../shared/wording';
import { useAddNote, useTimeline } from './acts';
import { TextBox } from '../../shared/TextBox';

const kinds: Record<string, string> = {
  status: 'Steps',
  subject: 'What is looked for',
  clock: 'Clock',
  people: 'People',
  task: 'Tasks',
  note: 'Notes',
  search: 'Searches',
  review: 'Review',
  approval: 'Approval',
  letter: 'Letters',
  fee: 'Fees',
  release: 'Releases',
  preservation: 'Preservation',
};

/** This is everything that happened to a request, newest first, notes among it. */
export function History({ id }: { id: number }) {
  const [kind, setKind] = useState('');
  const { data: lines, error, refetch } = useTimeline(id);
  const shown = (lines ?? []).filter((line) => kind === '' || line.kind === kind);
  const present = [...new Set((lines ?? []).map((line) => line.kind))];
  return (
    <section className="request-part" aria-labelledby="history">
      <h2 id="history">What happened</h2>
      <AddNote id={id} />
      {error !== null ? (
        <Trouble trouble={error} onRetry={() => void refetch()} />
      ) : lines === undefined ? (
        <Waiting what="Looking…" />
      ) : (
        <>
          <p className="history__filter">
            <label htmlFor="history-kind">Show</label>{' '}
            <select
              id="history-kind"
              value={kind}
              onChange={({ target }) => {
                setKind(target.value);
              }}
            >
              <option value="">Everything</option>
              {present.map((one) => (
                <option key={one} value={one}>
                  {kinds[one] ?? one}
                </option>
              ))}
            </select>{' '}
            <span role="status">{counted(shown.length, 'entry', 'entries')}</span>
          </p>
          <ol className="history">
            {shown.map((line) => (
              <li key={line.id} className={line.kind === 'note' ? 'history__note' : undefined}>
                <p className="history__when">
                  {minute(line.at)}, {line.name}
                </p>
                <Sentence words={line.sentence} />
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

/** A line of the timeline; what is long, such as a search of many addresses, is folded. */
function Sentence({ words }: { words: string }) {
  if (words.length <= longest) return <p>{words}</p>;
  return (
    <details>
      <summary>{words.slice(0, words.lastIndexOf(' ', 100))}…</summary>
      <p>{words}</p>
    </details>
  );
}

const longest = 600;

function AddNote({ id }: { id: number }) {
  const [text, setText] = useState('');
  const add = useAddNote(id);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    add.mutate(text, {
      onSuccess: () => {
        setText('');
      },
    });
  };
  return (
    <form onSubmit={submit}>
      <Refused trouble={add.error} />
      <TextBox
        label="Add a note"
        hint="For those who work on the request. It stays as it is; nobody outside sees it."
        rows={2}
        required
        maxLength={4_000}
        value={text}
        onType={setText}
      />
      <p className="acts">
        <button className="usa-button usa-button--outline" type="submit" disabled={add.isPending}>
          Add the note
        </button>
      </p>
    </form>
  );
}
