import { useHealth } from '../../shared/api';
import { Link } from '../../shared/address';
import { Notice } from '../../shared/Notice';
import { PageHeading } from '../../shared/PageHeading';
import { requestRoles } from '../../shared/requests';
import { hasRole, readingRoles, type Role, type Session } from '../../shared/session';
import { count, counted } from '../../shared/wording';
import { Waits } from './Waits';

interface Beginning {
  readonly href: string;
  readonly name: string;
  readonly why: string;
  readonly roles?: readonly Role[];
}

const beginnings: readonly Beginning[] = [
  {
    href: '/requests',
    name: 'Answer a records request',
    why: 'The board says what is due; each request says what to do next.',
    roles: requestRoles,
  },
  {
    href: '/search',
    name: 'Search the archive',
    why: 'For a records request or a matter: state it, then search and read.',
    roles: readingRoles,
  },
  {
    href: '/audit',
    name: 'Look into the audit trail',
    why: 'Who read what, for what purpose, and what was refused.',
    roles: ['AUDITOR', 'COUNSEL'],
  },
  {
    href: '/people',
    name: 'Look after people',
    why: 'Invite somebody, give and take roles, note who leaves.',
    roles: ['ADMINISTRATOR'],
  },
  {
    href: '/account',
    name: 'Look after your account',
    why: 'Password, second factor, sessions, and what is recorded about you.',
  },
  {
    href: '/health',
    name: 'See how the archive is doing',
    why: 'Mail kept, the last checkpoint and integrity check, alarms.',
    roles: ['ADMINISTRATOR', 'AUDITOR', 'COUNSEL'],
  },
  { href: '/help/words', name: 'Learn the words', why: 'Accession, capture, checkpoint, kept back…' },
];

/** This is where somebody begins: what needs looking at, is the archive well, and the ways on by role. */
export function HomePage({ session }: { session: Session }) {
  const mine = beginnings.filter(({ roles }) => roles === undefined || hasRole(session, ...roles));
  return (
    <>
      <PageHeading title="Home">{greeting(session)}</PageHeading>
      <Waits session={session} />
      <h2>Is the archive well?</h2>
      <ArchiveIsWell />
      <h2>Where to begin</h2>
      <ul className="ways-on">
        {mine.map(({ href, name, why }) => (
          <li key={href}>
            <Link href={href}>{name}</Link>
            <span>{why}</span>
          </li>
        ))}
      </ul>
      <RecentPurposes session={session} />
    </>
  );
}

const greeting = (session: Session) =>
  session.person === undefined ? 'Welcome' : `Welcome, ${session.person.name}`;

function ArchiveIsWell() {
  const { data: health } = useHealth();
  if (health === undefined) return null;
  const kept = `${counted(health.captured, 'record')} kept, indexed through ${count(health.indexedThrough)}.`;
  return health.ok ? (
    <Notice kind="success" title="The archive is well">
      <p>{kept}</p>
    </Notice>
  ) : (
    <Notice kind="warning" title={`${counted(health.alarms.length, 'alarm')} to look at`}>
      <p>
        {kept} <Link href="/health">See what is wrong and what to do.</Link>
      </p>
    </Notice>
  );
}

function RecentPurposes({ session }: { session: Session }) {
  if (session.recentPurposes.length === 0) return null;
  return (
    <>
      <h2>What you read for lately</h2>
      <ul>
        {session.recentPurposes.map(({ kind, reference }) => (
          <li key={`${kind} ${reference}`}>
            {reference} ({kind.toLowerCase().replaceAll('_', ' ')})
          </li>
        ))}
      </ul>
    </>
  );
}
