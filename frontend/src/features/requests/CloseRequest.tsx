import { useState, type SubmitEvent } from 'react';
import { Link } from '../../shared/address';
import { Refused } from '../../shared/Refused';
import {
  determinationNames,
  requestAddress,
  type Determination,
  type RecordsRequest,
} from '../../shared/requests';
import { useClose, useObstacles } from './acts';
import { TextBox } from '../../shared/TextBox';

/** Of these no answer about records is given: what is undecided of them may stay so. */
const leavingUndecided: readonly Determination[] = ['WITHDRAWN', 'UNPAID', 'DUPLICATE'];

/** This ends a request with a determination, and says first what still stands in the way. */
export function CloseRequest({ request, onDone }: { request: RecordsRequest; onDone: () => void }) {
  const [determination, setDetermination] = useState<Determination>(
    request.releases > 0 ? 'GRANTED' : 'NO_RECORDS',
  );
  const [explanation, setExplanation] = useState('');
  const close = useClose(request.id);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    close.mutate({ determination, explanation }, { onSuccess: onDone });
  };
  return (
    <form className="words-form" onSubmit={submit}>
      <label className="usa-label" htmlFor="determination">
        How does it end?
      </label>
      <select
        className="usa-select usa-input"
        id="determination"
        value={determination}
        onChange={({ target }) => {
          setDetermination(target.value as Determination);
        }}
      >
        {Object.entries(determinationNames).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      <InTheWay request={request} isAnswered={!leavingUndecided.includes(determination)} />
      <TextBox
        label="Explanation, for the file"
        hint="Why it ends so. The requester gets the letter, not this."
        rows={3}
        maxLength={2_000}
        value={explanation}
        onType={setExplanation}
      />
      <Refused trouble={close.error} />
      <p className="acts">
        <button className="usa-button" type="submit" disabled={close.isPending}>
          Close the request
        </button>
        <button className="usa-button usa-button--unstyled" type="button" onClick={onDone}>
          Cancel
        </button>
      </p>
    </form>
  );
}

function InTheWay({ request, isAnswered }: { request: RecordsRequest; isAnswered: boolean }) {
  const { data: all } = useObstacles(request.id);
  const standing = (all ?? []).filter((one) => isAnswered || !one.isAboutRecords);
  if (standing.length === 0) return null;
  return (
    <div className="in-the-way" role="status">
      <p>Before it can be closed so:</p>
      <ul>
        {standing.map(({ sentence, tab }) => (
          <li key={sentence}>
            {sentence} <Link href={requestAddress(request.id, tab)}>Go there</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
