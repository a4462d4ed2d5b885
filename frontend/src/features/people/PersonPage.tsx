import { Link } from '../../shared/address';
import { PageHeading } from '../../shared/PageHeading';
import { hasRole, type Session } from '../../shared/session';
import { Trouble, Waiting } from '../../shared/Trouble';
import { day, minute } from '../../shared/wording';
import { PersonAccount } from './PersonAccount';
import { PersonDepartments } from './PersonDepartments';
import { PersonRoles } from './PersonRoles';
import { stateNames, usePerson, type PersonView } from './people';
import { WrittenRequests } from './WrittenRequests';

/** This is all there is to know of a person who may sign in, and to do about them. */
export function PersonPage({ id, session }: { id: number; session: Session }) {
  const { data: view, error, refetch } = usePerson(id);
  if (view === undefined) {
    return (
      <>
        <PageHeading title="Person">Person</PageHeading>
        {error === null ? (
          <Waiting what="Asking…" />
        ) : (
          <Trouble trouble={error} onRetry={() => void refetch()} />
        )}
      </>
    );
  }
  const mayChange = hasRole(session, 'ADMINISTRATOR');
  return (
    <div className="person">
      <p>
        <Link href="/people">All people</Link>
      </p>
      <PageHeading title={view.person.name}>{view.person.name}</PageHeading>
      <Standing view={view} />
      <PersonRoles view={view} mayChange={mayChange} />
      <PersonDepartments view={view} mayChange={mayChange} />
      <WrittenRequests view={view} mayAdd={mayChange} />
      {mayChange ? <PersonAccount person={view.person} /> : null}
    </div>
  );
}

function Standing({ view }: { view: PersonView }) {
  const { person, acknowledged, policyDue, linkExpiresAt } = view;
  const newest = acknowledged[0];
  const facts = [
    { name: 'Address', value: person.email },
    { name: 'Stands', value: stateNames[person.state] },
    {
      name: 'Last signed in',
      value: person.lastSignInAt === undefined ? 'Never' : minute(person.lastSignInAt),
    },
    { name: 'Second factor', value: person.hasSecondFactor ? 'Set up' : 'Not set up yet' },
    {
      name: 'Notice and policy',
      value:
        newest === undefined
          ? policyDue
            ? 'Not acknowledged yet'
            : 'None to acknowledge'
          : `Version ${newest.version}, ${day(newest.at)}${policyDue ? '; a newer one is not acknowledged yet' : ''}`,
    },
    ...(linkExpiresAt === undefined
      ? []
      : [{ name: 'One-time link', value: `Works until ${minute(linkExpiresAt)}` }]),
    ...(person.leftOn === undefined ? [] : [{ name: 'Last day', value: day(`${person.leftOn}T12:00:00`) }]),
  ];
  return (
    <dl className="pairs pairs--wide">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
