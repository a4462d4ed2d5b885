import { useState } from 'react';
import { asked, client } from '../../shared/api';
import { Link } from '../../shared/address';
import { PageHeading } from '../../shared/PageHeading';
import { Refused } from '../../shared/Refused';
import { hasRole, roleNames, type Role, type Session } from '../../shared/session';
import { Trouble, Waiting } from '../../shared/Trouble';
import { moment } from '../../shared/wording';
import { LinkToHandOver } from './LinkToHandOver';
import {
  roles,
  stateNames,
  usePeopleAct,
  usePerson,
  type LinkMade,
  type PersonLine,
  type PersonView,
} from './people';

export function PersonPage({ id, session }: { id: number; session: Session }) {
  const { data, error, refetch } = usePerson(id);
  if (data === undefined) {
    return error === null ? (
      <Waiting what="Asking…" />
    ) : (
      <>
        <PageHeading title="Person">Person</PageHeading>
        <Trouble trouble={error} onRetry={() => void refetch()} />
      </>
    );
  }
  const { person } = data;
  return (
    <>
      <p>
        <Link href="/people">All people</Link>
      </p>
      <PageHeading title={person.name}>{person.name}</PageHeading>
      <p className="lead">
        {person.email} · {stateNames[person.state]} ·{' '}
        {person.lastSignInAt === undefined
          ? 'never signed in'
          : `last signed in ${moment(person.lastSignInAt)}`}
      </p>
      <Roles view={data} mayChange={hasRole(session, 'ADMINISTRATOR')} />
      {hasRole(session, 'ADMINISTRATOR') ? <Account person={person} /> : null}
    </>
  );
}

function Roles({ view, mayChange }: { view: PersonView; mayChange: boolean }) {
  const id = view.person.id;
  const ask = usePeopleAct((role: Role) =>
    asked<PersonView>(client.POST('/api/people/{id}/roles', { params: { path: { id } }, body: { role } })),
  );
  const revoke = usePeopleAct((role: Role) =>
    asked<PersonView>(client.DELETE('/api/people/{id}/roles/{role}', { params: { path: { id, role } } })),
  );
  return (
    <>
      <h2>Roles</h2>
      <Refused trouble={ask.error ?? revoke.error} />
      <ul className="alarms">
        {roles.map((role) => {
          const has = view.person.roles.includes(role);
          const waits = view.person.waiting.includes(role);
          const act = has || waits ? revoke : ask;
          return (
            <li key={role}>
              <p>
                {roleNames[role]}: {has ? 'yes' : waits ? 'waits for counsel' : 'no'}{' '}
                {mayChange ? (
                  <button
                    type="button"
                    className="usa-button usa-button--unstyled"
                    onClick={() => {
                      act.mutate(role);
                    }}
                  >
                    {has ? 'Revoke' : waits ? 'Withdraw' : 'Ask for'} {roleNames[role].toLowerCase()}
                  </button>
                ) : null}
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Account({ person }: { person: PersonLine }) {
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
    <>
      <h2>Account</h2>
      <Refused trouble={change.error ?? link.error ?? leave.error} />
      {link.data === undefined ? null : <LinkToHandOver made={link.data} />}
      <p>
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
        <p>
          <button type="submit" className="usa-button usa-button--outline">
            Note the last day
          </button>
        </p>
      </form>
    </>
  );
}
