import { useState, type SubmitEvent } from 'react';
import { Refused } from '../../shared/Refused';
import { usePublish, type Policy } from './settings';

/** This is where a new version is written. It begins with the one in force, so that nothing is lost by retyping. */
export function PublishPolicy({ inForce }: { inForce: Policy | undefined }) {
  const [notice, setNotice] = useState(inForce?.notice ?? '');
  const [text, setText] = useState(inForce?.text ?? '');
  const [isSure, setSure] = useState(false);
  const publish = usePublish();
  const isNew = notice.trim() !== inForce?.notice || text.trim() !== inForce.text;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    publish.mutate({ notice, text });
  };
  return (
    <section className="panel" aria-labelledby="publish">
      <h2 id="publish">Publish version {(inForce?.version ?? 0) + 1}</h2>
      <p>
        From then on everybody is asked to acknowledge it before they go on: you too, at once. A version that
        was published is never changed.
      </p>
      <Refused trouble={publish.error} />
      <form onSubmit={submit}>
        <Text id="policy-notice" label="Notice of monitoring" rows={6} value={notice} onType={setNotice} />
        <Text id="policy-text" label="Acceptable-use policy" rows={14} value={text} onType={setText} />
        <label className="tick">
          <input
            type="checkbox"
            required
            checked={isSure}
            onChange={({ target }) => {
              setSure(target.checked);
            }}
          />
          The text is final, and everybody shall acknowledge it
        </label>
        <p className="acts">
          <button className="usa-button" type="submit" disabled={publish.isPending || !isNew}>
            Publish
          </button>
          <span role="status">{isNew ? '' : 'Nothing differs from the version in force yet.'}</span>
        </p>
      </form>
    </section>
  );
}

interface TextProps {
  readonly id: string;
  readonly label: string;
  readonly rows: number;
  readonly value: string;
  readonly onType: (text: string) => void;
}

function Text({ id, label, rows, value, onType }: TextProps) {
  return (
    <div className="field">
      <label className="usa-label" htmlFor={id}>
        {label}
      </label>
      <textarea
        className="usa-input panel__text"
        id={id}
        required
        maxLength={200_000}
        rows={rows}
        value={value}
        onChange={({ target }) => {
          onType(target.value);
        }}
      />
    </div>
  );
}
