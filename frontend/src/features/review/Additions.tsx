import { useId, useRef, useState, type SubmitEvent } from 'react';
import { counted } from '../../shared/wording';
import { useAddFile, useAssign } from './acts';
import type { Overview } from './review';

/** This is how a stretch of items is given to a reviewer. */
export function AssignForm({ id, overview }: { id: number; overview: Overview }) {
  const assigning = useAssign(id);
  const names = useId();
  const [from, setFrom] = useState('1');
  const [to, setTo] = useState(String(Math.max(1, overview.progress.total)));
  const [person, setPerson] = useState('');
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const whom = person === '' ? {} : { person: Number(person) };
    assigning.mutate({ from: Number(from), to: Number(to), ...whom });
  };
  return (
    <details className="reason">
      <summary>Assign items to a reviewer</summary>
      {overview.reviewers.length === 0 ? (
        <p>This request has no reviewer yet. Assign one on its overview; officers review without.</p>
      ) : null}
      <form onSubmit={submit} className="review-assign">
        <label htmlFor={`${names}-from`}>From item</label>
        <input
          className="usa-input"
          id={`${names}-from`}
          type="number"
          min={1}
          required
          value={from}
          onChange={(event) => {
            setFrom(event.target.value);
          }}
        />
        <label htmlFor={`${names}-to`}>To item</label>
        <input
          className="usa-input"
          id={`${names}-to`}
          type="number"
          min={1}
          required
          value={to}
          onChange={(event) => {
            setTo(event.target.value);
          }}
        />
        <label htmlFor={`${names}-who`}>Reviewer</label>
        <select
          className="usa-input review-select"
          id={`${names}-who`}
          value={person}
          onChange={(event) => {
            setPerson(event.target.value);
          }}
        >
          <option value="">Nobody: take them back</option>
          {overview.reviewers.map((one) => (
            <option key={one.person} value={one.person}>
              {one.name}
            </option>
          ))}
        </select>
        <button type="submit" className="usa-button" disabled={assigning.isPending}>
          Assign
        </button>
      </form>
      <p role="status">
        {assigning.data === undefined ? '' : `${counted(assigning.data.items, 'item')} assigned.`}
      </p>
      {assigning.error === null ? null : <p role="alert">{assigning.error.message}</p>}
    </details>
  );
}

/** This is how a file that is not mail comes into the review. */
export function FileForm({ id }: { id: number }) {
  const adding = useAddFile(id);
  const name = useId();
  const input = useRef<HTMLInputElement>(null);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = input.current?.files?.[0];
    if (file !== undefined) adding.mutate(file);
  };
  return (
    <details className="reason">
      <summary>Add a file that is not mail</summary>
      <form onSubmit={submit}>
        <label className="usa-label" htmlFor={name}>
          A scan or a document, at most 200 MB. It is kept encrypted, and released or withheld whole.
        </label>
        <input ref={input} className="review-fileinput" id={name} type="file" required />
        <button type="submit" className="usa-button" disabled={adding.isPending}>
          {adding.isPending ? 'Adding…' : 'Add the file'}
        </button>
      </form>
      <p role="status">{adding.data === undefined ? '' : `Added as item ${adding.data.number}.`}</p>
      {adding.error === null ? null : <p role="alert">{adding.error.message}</p>}
    </details>
  );
}
