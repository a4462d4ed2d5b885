import { useDeferredValue, useState, type SubmitEvent } from 'react';
import { useAddRule, useRuleCount, type RuleKind } from '../../shared/privilege';
import { counted } from '../../shared/wording';
import { kinds } from './kinds';

export function AddRule() {
  const [kind, setKind] = useState<RuleKind>('ADDRESS');
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const asked = useDeferredValue(text.trim());
  const { data: would, error } = useRuleCount(kind, asked);
  const adding = useAddRule();
  const add = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    adding.mutate(
      { kind, text, note },
      {
        onSuccess: () => {
          setText('');
          setNote('');
        },
      },
    );
  };
  return (
    <section className="add-rule" aria-labelledby="add-rule-heading">
      <h2 id="add-rule-heading">Add a rule</h2>
      <form onSubmit={add}>
        <fieldset className="add-rule__kinds">
          <legend>What it looks at</legend>
          {(Object.keys(kinds) as RuleKind[]).map((each) => (
            <label key={each} htmlFor={`kind-${each}`}>
              <input
                id={`kind-${each}`}
                type="radio"
                name="kind"
                checked={kind === each}
                onChange={() => {
                  setKind(each);
                }}
              />{' '}
              {kinds[each].name}
            </label>
          ))}
        </fieldset>
        <label className="usa-label" htmlFor="rule-text">
          Looks for
        </label>
        <span className="usa-hint" id="rule-hint">
          {kinds[kind].hint}
        </span>
        <input
          className="usa-input"
          id="rule-text"
          required
          maxLength={320}
          autoComplete="off"
          aria-describedby="rule-hint rule-count"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <p id="rule-count" role="status">
          {asked === ''
            ? ''
            : error !== null
              ? error.message
              : would === undefined
                ? 'Counting…'
                : wouldKeep(would.keptBack)}
        </p>
        <label className="usa-label" htmlFor="rule-note">
          Note (who or why)
        </label>
        <input
          className="usa-input"
          id="rule-note"
          maxLength={500}
          autoComplete="off"
          value={note}
          onChange={(event) => {
            setNote(event.target.value);
          }}
        />
        <button type="submit" className="usa-button" disabled={adding.isPending}>
          Add the rule
        </button>
        {adding.error === null ? null : <p role="alert">{adding.error.message}</p>}
      </form>
    </section>
  );
}

const wouldKeep = (messages: number) => `Would keep back ${counted(messages, 'message')} now.`;
