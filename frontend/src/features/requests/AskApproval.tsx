import { useState, type SubmitEvent } from 'react';
import { Refused } from '../../shared/Refused';
import type { RecordsRequest } from '../../shared/requests';
import { useAskApproval, useColleagues } from './acts';
import { TextBox } from '../../shared/TextBox';

/** This asks the department's manager, or whoever the city names, to approve what is to be released. */
export function AskApproval({ request, onDone }: { request: RecordsRequest; onDone: () => void }) {
  const [person, setPerson] = useState('');
  const [why, setWhy] = useState('');
  const { data: colleagues } = useColleagues(true);
  const ask = useAskApproval(request.id);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    ask.mutate({ why, ...(person === '' ? {} : { person: Number(person) }) }, { onSuccess: onDone });
  };
  return (
    <form className="words-form" onSubmit={submit}>
      <Refused trouble={ask.error} />
      <label className="usa-label" htmlFor="approver">
        Who is to approve?
      </label>
      <select
        className="usa-select usa-input"
        id="approver"
        value={person}
        onChange={({ target }) => {
          setPerson(target.value);
        }}
      >
        <option value="">Any approver</option>
        {(colleagues ?? []).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <TextBox
        label="What is to be approved"
        hint="Such as: part 1, 42 messages, 3 of them with redactions. Whoever approves reads no mail."
        rows={3}
        maxLength={2_000}
        value={why}
        onType={setWhy}
      />
      <p className="acts">
        <button className="usa-button" type="submit" disabled={ask.isPending}>
          Ask for approval
        </button>
        <button className="usa-button usa-button--unstyled" type="button" onClick={onDone}>
          Cancel
        </button>
      </p>
    </form>
  );
}
