import { asked, client } from '../../shared/api';
import type { GrantLine } from '../../shared/duties';
import { Link } from '../../shared/address';
import { Refused } from '../../shared/Refused';
import { readingRoles, roleNames, type Role } from '../../shared/session';
import { moment } from '../../shared/wording';
import { roles, usePeopleAct, type PersonView } from './people';

/** This is every role as a person stands to it: held, waiting for counsel, or not held; and how it came so. */
export function PersonRoles({ view, mayChange }: { view: PersonView; mayChange: boolean }) {
  const id = view.person.id;
  const ask = usePeopleAct((role: Role) =>
    asked<PersonView>(client.POST('/api/people/{id}/roles', { params: { path: { id } }, body: { role } })),
  );
  const revoke = usePeopleAct((role: Role) =>
    asked<PersonView>(client.DELETE('/api/people/{id}/roles/{role}', { params: { path: { id, role } } })),
  );
  return (
    <section aria-labelledby="person-roles">
      <h2 id="person-roles">Roles</h2>
      <p>
        A role that reads mail is asked for by an administrator and confirmed by counsel. Taking one away
        works at once. <Link href="/help/on/people">What each role may do</Link>
      </p>
      <Refused trouble={ask.error ?? revoke.error} />
      <ul className="roles">
        {roles.map((role) => {
          const standing = standingOf(view, role);
          const isHeld = standing !== 'none';
          return (
            <li className="roles__role" key={role}>
              <span className="roles__name">{roleNames[role]}</span>
              <span className={`state state--${standing}`}>{standingNames[standing]}</span>
              <span className="roles__how">{howItCame(view, role)}</span>
              {mayChange ? (
                <button
                  type="button"
                  className="usa-button usa-button--unstyled roles__act"
                  onClick={() => {
                    (isHeld ? revoke : ask).mutate(role);
                  }}
                >
                  {verbs(role)[standing]} {roleNames[role].toLowerCase()}
                </button>
              ) : null}
            </li>
          );
        })}
      </ul>
      <History grants={view.grants} />
    </section>
  );
}

type Standing = 'held' | 'waiting' | 'none';

const standingNames: Record<Standing, string> = {
  held: 'In force',
  waiting: 'Waits for counsel',
  none: 'Not held',
};

function verbs(role: Role): Record<Standing, string> {
  return { held: 'Revoke', waiting: 'Withdraw', none: readingRoles.includes(role) ? 'Ask for' : 'Give' };
}

function standingOf({ person }: PersonView, role: Role): Standing {
  if (person.roles.includes(role)) return 'held';
  return person.waiting.includes(role) ? 'waiting' : 'none';
}

function howItCame(view: PersonView, role: Role): string {
  const newest = view.grants.find((grant) => grant.role === role);
  if (newest !== undefined) return told(newest);
  return view.person.roles.includes(role) ? 'Since the archive was set up' : 'Never asked for';
}

/** What came of a grant, in one sentence. */
export function told(grant: GrantLine): string {
  if (grant.decision === 'GIVEN_BY_GROUP')
    return `Given by a group of the city’s directory, ${moment(grant.decidedAt)}${
      grant.revokedAt === undefined ? '' : `; taken back ${moment(grant.revokedAt)}`
    }`;
  if (grant.revokedAt !== undefined)
    return `Taken back by ${grant.revokedBy ?? 'somebody'}, ${moment(grant.revokedAt)}`;
  if (grant.decision === undefined)
    return `Asked for by ${grant.askedBy}, ${moment(grant.askedAt)}; counsel has not decided yet`;
  const by = grant.decidedBy ?? 'somebody';
  switch (grant.decision) {
    case 'GIVEN':
      return `Given by ${by}, ${moment(grant.decidedAt)}`;
    case 'CONFIRMED':
      return `Asked for by ${grant.askedBy}, confirmed by ${by}, ${moment(grant.decidedAt)}`;
    case 'ACCEPTED_AS_FIRST_COUNSEL':
      return `Asked for by ${grant.askedBy}, accepted ${moment(grant.decidedAt)}, when no counsel was there`;
    case 'DECLINED':
      return `Asked for by ${grant.askedBy}, declined by ${by}, ${moment(grant.decidedAt)}`;
  }
}

function History({ grants }: { grants: readonly GrantLine[] }) {
  if (grants.length < 2) return null;
  return (
    <details>
      <summary>History of roles</summary>
      <ul className="history">
        {grants.map((grant) => (
          <li key={grant.id}>
            <strong>{roleNames[grant.role]}.</strong> {told(grant)}.
          </li>
        ))}
      </ul>
    </details>
  );
}
