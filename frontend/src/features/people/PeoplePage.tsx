import { useState, type SubmitEvent } from 'react';
import { asked, client } from '../../shared/api';
import { Link } from '../../shared/address';
import { Field } from '../../shared/Field';
import { PageHeading } from '../../shared/PageHeading';
import { Refused } from '../../shared/Refused';
import { hasRole, roleNames, type Role, type Session } from '../../shared/session';
import { Trouble, Waiting } from '../../shared/Trouble';
import { counted, moment } from '../../shared/wording';
import { LinkToHandOver } from './LinkToHandOver';
import { roles, stateNames, usePeople, usePeopleAct, type LinkMade, type PersonLine } from './people';

export function PeoplePage({ session }: { session: Session }) {
  const { data, error, refetch } = usePeople();
  const [sought, setSought] = useState('');
  const wanted = sought.trim().toLowerCase();
  const people = data?.people.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(wanted));
  return (
    <>
      <PageHeading title="People">People</PageHeading>
      {hasRole(session, 'ADMINISTRATOR') ? <InviteForm /> : null}
      <h2>Who may sign in</h2>
      <Field label="Find a name or address" type="search" value={sought} onType={setSought} />
      {error !== null ? <Trouble trouble={error} onRetry={() => void refetch()} /> : null}
      {people !== undefined ? (
        <>
          <p role="status">{counted(people.length, 'person', 'people')}</p>
          <List people={people} />
        </>
      ) : error === null ? (
        <Waiting what="Asking…" />
      ) : null}
    </>
  );
}

function List({ people }: { people: readonly PersonLine[] }) {
  return (
    <ul className="alarms">
      {people.map((person) => (
        <li key={person.id}>
          <p className="alarms__sentence">
            <Link href={`/people/${person.id}`}>{person.name}</Link>
          </p>
          <p>
            {person.email} · {stateNames[person.state]}
          </p>
          <p>{person.roles.map((role) => roleNames[role]).join(', ') || 'No role yet'}</p>
          {person.waiting.length > 0 ? (
            <p>Waiting for counsel: {person.waiting.map((role) => roleNames[role]).join(', ')}</p>
          ) : null}
          <p className="alarms__facts">
            {person.lastSignInAt === undefined
              ? 'Never signed in'
              : `Last signed in ${moment(person.lastSignInAt)}`}
          </p>
        </li>
      ))}
    </ul>
  );
}

function InviteForm() {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [chosen, setChosen] = useState<readonly Role[]>([]);
  const invite = usePeopleAct(() =>
    asked<LinkMade>(
      client.POST('/api/people', { body: { name, email, roles: [...chosen], departments: [] } }),
    ),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    invite.mutate(undefined);
  };
  return (
    <>
      <h2>Invite somebody</h2>
      <Refused trouble={invite.error} />
      {invite.data === undefined ? null : <LinkToHandOver made={invite.data} />}
      <form onSubmit={submit}>
        <Field label="Name" required maxLength={200} value={name} onType={setName} />
        <Field label="E-mail address" type="email" required maxLength={254} value={email} onType={setEmail} />
        <fieldset className="usa-fieldset">
          <legend className="usa-legend">
            Roles (records officer, reviewer and counsel read mail: counsel must confirm them)
          </legend>
          {roles.map((role) => (
            <p key={role}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(role)}
                  onChange={({ target }) => {
                    setChosen(target.checked ? [...chosen, role] : chosen.filter((one) => one !== role));
                  }}
                />{' '}
                {roleNames[role]}
              </label>
            </p>
          ))}
        </fieldset>
        <p>
          <button className="usa-button" type="submit" disabled={invite.isPending}>
            Invite
          </button>
        </p>
      </form>
    </>
  );
}
