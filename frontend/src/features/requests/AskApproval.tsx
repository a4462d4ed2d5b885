import { useState, type SubmitEvent } from 'react';
import { Notice } from '../../shared/Notice';
import { Refused } from '../../shared/Refused';
import type { RecordsRequest } from '../../shared/requests';
import { counted } from '../../shared/wording';
import { useAskApproval, useColleagues, useReviewProgress } from './acts';
import { TextBox } from '../../shared/TextBox';

/** This asks the department's manager, or whoever the city names, to approve what is to be released. */
export function AskApproval({ request, onDone }: { request: RecordsRequest; onDone: () => void }) {
  const [person, setPerson] = useState('');
  const [why, setWhy] = useState('');
  const { data: colleagues } = useColleagues(true);
  const { data: progress } = useReviewProgress(request.id, true);
  const open = progress === undefined ? 0 : progress.undecided + progress.referred;
  const ask = useAskApproval(request.id);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    ask.mutate({ why, ...(person === '' ? {} : { person: Number(person) }) }, { onSuccess: onDone });
  };
  return (
    <form className="words-form" onSubmit={submit}>
      <Refused trouble={ask.error} />
      {open === 0 ? null : (
        <Notice kind="warning" title="Not everything is decided yet">
          <p>
            {counted(open, 'item is', 'items are')} still to decide, by you or by counsel. An approval holds
            for the review as it is now: once these are decided, it has to be asked for again.
          </p>
        </Notice>
      )}
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
