import { useState, type SubmitEvent } from 'react';
import { Field } from '../../shared/Field';
import { Refused } from '../../shared/Refused';
import type { RecordsRequest } from '../../shared/requests';
import { useAssignReviewers, useColleagues, useGiveTo, useSetContacts } from './acts';

/** This is who works on a request: its officer, those who review, whom to ask in departments. */
export function People({ request }: { request: RecordsRequest }) {
  const names = request.reviewers.map(({ name }) => name).join(', ');
  return (
    <section className="request-part" aria-labelledby="people">
      <h2 id="people">Who works on it</h2>
      <dl className="request-facts">
        <div>
          <dt>Officer</dt>
          <dd>{request.officer?.name ?? 'Nobody yet'}</dd>
        </div>
        <div>
          <dt>Reviewers</dt>
          <dd>{names === '' ? 'Nobody; officers and counsel see it all the same' : names}</dd>
        </div>
      </dl>
      {request.contacts.length === 0 ? null : (
        <ul className="request-list">
          {request.contacts.map(({ department, name, email }) => (
            <li key={`${department} ${email}`}>
              <strong>{department}</strong> {[name, email].filter((part) => part !== '').join(', ')}
            </li>
          ))}
        </ul>
      )}
      {request.runsIt ? <ChangePeople request={request} /> : null}
    </section>
  );
}

function ChangePeople({ request }: { request: RecordsRequest }) {
  const { data: colleagues } = useColleagues(true);
  const give = useGiveTo(request.id);
  const assign = useAssignReviewers(request.id);
  const chosen = request.reviewers.map(({ id }) => id);
  const officers = (colleagues ?? []).filter(({ roles }) => roles.includes('RECORDS_OFFICER'));
  const reviewers = (colleagues ?? []).filter(({ roles }) => roles.includes('REVIEWER'));
  return (
    <details className="opener">
      <summary>Assign people and departments</summary>
      <Refused trouble={give.error ?? assign.error} />
      <div className="field">
        <label className="usa-label" htmlFor="officer">
          Officer
        </label>
        <select
          className="usa-input"
          id="officer"
          value={request.officer?.id ?? ''}
          disabled={give.isPending}
          onChange={({ target }) => {
            give.mutate(Number(target.value));
          }}
        >
          {officers.some(({ id }) => id === request.officer?.id) ? null : (
            <option value={request.officer?.id ?? ''}>{request.officer?.name ?? 'Nobody'}</option>
          )}
          {officers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="choices">
        <legend>Reviewers (only those ticked see the request)</legend>
        {reviewers.length === 0 ? <p>Nobody has the role of a reviewer.</p> : null}
        {reviewers.map(({ id, name }) => (
          <label key={id} htmlFor={`reviewer-${id}`}>
            <input
              id={`reviewer-${id}`}
              type="checkbox"
              checked={chosen.includes(id)}
              disabled={assign.isPending}
              onChange={({ target }) => {
                assign.mutate(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id));
              }}
            />{' '}
            {name}
          </label>
        ))}
      </fieldset>
      <AddContact request={request} />
    </details>
  );
}

function AddContact({ request }: { request: RecordsRequest }) {
  const [department, setDepartment] = useState('');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const set = useSetContacts(request.id);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    set.mutate([...request.contacts, { department, name, email }], {
      onSuccess: () => {
        setDepartment('');
        setName('');
        setEmail('');
      },
    });
  };
  return (
    <>
      <form onSubmit={submit}>
        <p className="opener__lead">A department to ask, and its contact:</p>
        <Refused trouble={set.error} />
        <div className="field-row">
          <Field label="Department" required maxLength={100} value={department} onType={setDepartment} />
          <Field label="Contact’s name" maxLength={200} value={name} onType={setName} />
          <Field
            label="Contact’s e-mail address"
            type="email"
            maxLength={200}
            value={email}
            onType={setEmail}
          />
        </div>
        <p className="acts">
          <button className="usa-button usa-button--outline" type="submit" disabled={set.isPending}>
            Add the department
          </button>
          {request.contacts.map((contact) => (
            <button
              key={`${contact.department} ${contact.email}`}
              type="button"
              className="usa-button usa-button--unstyled"
              onClick={() => {
                set.mutate(request.contacts.filter((one) => one !== contact));
              }}
            >
              Remove {contact.department}
            </button>
          ))}
        </p>
      </form>
    </>
  );
}
