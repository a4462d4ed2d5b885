import { useState } from 'react';
import { asked, client } from '../../shared/api';
import { Refused } from '../../shared/Refused';
import { LinkToHandOver } from './LinkToHandOver';
import { usePeopleAct, type LinkMade, type PersonLine, type PersonView } from './people';

/** This is what an administrator does with an account: disable, reset, note the last day. */
export function PersonAccount({ person }: { person: PersonLine }) {
  const path = { id: person.id };
  const [leftOn, setLeftOn] = useState('');
  const change = usePeopleAct((what: 'disable' | 'enable') =>
    asked<PersonView>(
      what === 'disable'
        ? client.POST('/api/people/{id}/disable', { params: { path } })
        : client.POST('/api/people/{id}/enable', { params: { path } }),
    ),
  );
  const link = usePeopleAct((what: 'reset' | 'invitation') =>
    asked<LinkMade>(
      what === 'reset'
        ? client.POST('/api/people/{id}/reset', { params: { path } })
        : client.POST('/api/people/{id}/invitation', { params: { path } }),
    ),
  );
  const leave = usePeopleAct(() =>
    asked<PersonView>(client.PUT('/api/people/{id}/leaving', { params: { path }, body: { on: leftOn } })),
  );
  const isOut = person.state === 'DISABLED' || person.state === 'LEFT';
  return (
    <section aria-labelledby="person-account">
      <h2 id="person-account">Account</h2>
      <Refused trouble={change.error ?? link.error ?? leave.error} />
      {link.data === undefined ? null : <LinkToHandOver made={link.data} />}
      <p className="acts">
        <button
          type="button"
          className="usa-button usa-button--outline"
          onClick={() => {
            change.mutate(isOut ? 'enable' : 'disable');
          }}
        >
          {isOut ? 'Enable' : 'Disable at once'}
        </button>
        {isOut ? null : (
          <button
            type="button"
            className="usa-button usa-button--outline"
            onClick={() => {
              link.mutate(person.state === 'ACTIVE' ? 'reset' : 'invitation');
            }}
          >
            {person.state === 'ACTIVE' ? 'Reset password and second factor' : 'Make a new link'}
          </button>
        )}
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          leave.mutate(undefined);
        }}
      >
        <label className="usa-label" htmlFor="left-on">
          Leaves on (disabled from that day; their mail stays)
        </label>
        <input
          className="usa-input"
          id="left-on"
          type="date"
          required
          value={leftOn}
          onChange={({ target }) => {
            setLeftOn(target.value);
          }}
        />
        <p className="acts">
          <button type="submit" className="usa-button usa-button--outline">
            Note the last day
          </button>
        </p>
      </form>
    </section>
  );
}
