import { useDeferredValue, useState, type SubmitEvent } from 'react';
import { asked, client } from '../../shared/api';
import { Link } from '../../shared/address';
import { Field } from '../../shared/Field';
import { PageHeading } from '../../shared/PageHeading';
import { Refused } from '../../shared/Refused';
import { hasRole, roleNames, type Role, type Session } from '../../shared/session';
import { Trouble, Waiting } from '../../shared/Trouble';
import { count, counted, minute } from '../../shared/wording';
import { DepartmentTicks } from './DepartmentTicks';
import { LinkToHandOver } from './LinkToHandOver';
import { roles, stateNames, usePeople, usePeopleAct, type LinkMade, type PersonLine } from './people';

export function PeoplePage({ session }: { session: Session }) {
  const [sought, setSought] = useState('');
  const { data: page, error, refetch } = usePeople(useDeferredValue(sought.trim()));
  return (
    <>
      <PageHeading title="People">People</PageHeading>
      <p className="lead">Who may sign in, in which roles, and how each came by them.</p>
      <Field label="Find a name or address" type="search" value={sought} onType={setSought} />
      {error !== null ? <Trouble trouble={error} onRetry={() => void refetch()} /> : null}
      {page !== undefined ? (
        <>
          <p role="status">
            {counted(page.total, 'person', 'people')}
            {page.next === undefined ? '' : `; the first ${count(page.people.length)} are shown: type a name`}
          </p>
          <List people={page.people} />
        </>
      ) : error === null ? (
        <Waiting what="Asking…" />
      ) : null}
      {hasRole(session, 'ADMINISTRATOR') ? <InviteForm /> : null}
    </>
  );
}

function List({ people }: { people: readonly PersonLine[] }) {
  return (
    <ul className="cards">
      {people.map((person) => (
        <li className="sheet" key={person.id}>
          <p className="sheet__title">
            <Link href={`/people/${person.id}`}>{person.name}</Link>{' '}
            <span className={`state state--${person.state === 'ACTIVE' ? 'held' : 'none'}`}>
              {stateNames[person.state]}
            </span>
          </p>
          <p>{person.roles.map((role) => roleNames[role]).join(', ') || 'No role yet'}</p>
          {person.waiting.length > 0 ? (
            <p>
              <span className="state state--waiting">Waits for counsel</span>{' '}
              {person.waiting.map((role) => roleNames[role]).join(', ')}
            </p>
          ) : null}
          <p className="sheet__facts">
            {person.email} ·{' '}
            {person.lastSignInAt === undefined
              ? 'never signed in'
              : `last signed in ${minute(person.lastSignInAt)}`}
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
  const [limits, setLimits] = useState<readonly number[]>([]);
  const invite = usePeopleAct(() =>
    asked<LinkMade>(
      client.POST('/api/people', {
        body: { name, email, roles: [...chosen], departments: [...limits] },
      }),
    ),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    invite.mutate(undefined, {
      onSuccess: () => {
        setName('');
        setEmail('');
        setChosen([]);
        setLimits([]);
      },
    });
  };
  return (
    <section className="panel" aria-labelledby="invite">
      <h2 id="invite">Invite somebody</h2>
      <Refused trouble={invite.error} />
      {invite.data === undefined ? null : <LinkToHandOver made={invite.data} />}
      <form onSubmit={submit}>
        <Field label="Name" required maxLength={200} value={name} onType={setName} />
        <Field label="E-mail address" type="email" required maxLength={254} value={email} onType={setEmail} />
        <fieldset className="usa-fieldset ticks">
          <legend className="usa-legend">
            Roles (records officer, reviewer and counsel read mail: counsel must confirm them)
          </legend>
          {roles.map((role) => (
            <label className="tick" key={role}>
              <input
                type="checkbox"
                checked={chosen.includes(role)}
                onChange={({ target }) => {
                  setChosen(target.checked ? [...chosen, role] : chosen.filter((one) => one !== role));
                }}
              />
              {roleNames[role]}
            </label>
          ))}
        </fieldset>
        <DepartmentTicks
          legend="Limit to the mail of these departments (none: the whole city)"
          chosen={limits}
          onChoose={setLimits}
        />
        <p className="acts">
          <button className="usa-button" type="submit" disabled={invite.isPending}>
            Invite
          </button>
        </p>
      </form>
    </section>
  );
}
