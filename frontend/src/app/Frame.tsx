import type { ReactNode } from 'react';
import { PurposeBar } from '../features/purpose/PurposeBar';
import { Link } from '../shared/address';
import { useGrants } from '../shared/duties';
import { hasRole, type Session } from '../shared/session';
import { HealthLight } from './HealthLight';
import { Masthead } from './Masthead';
import { helpOn, places, requestIn, whoDecidesRoles, type Place } from './places';
import { WhoIsHere } from './WhoIsHere';

interface FrameProps {
  readonly path: string;
  readonly session: Session;
  readonly children: ReactNode;
}

/** This is what stands around every page of somebody signed in: the places by role, the purpose, the way out. */
export function Frame({ path, session, children }: FrameProps) {
  const mine = usePlaces(session);
  return (
    <>
      <a className="usa-skipnav" href="#main">
        Skip to main content
      </a>
      <Masthead city={session.city} demonstration={session.demonstration}>
        <WhoIsHere session={session} path={path} />
        <nav aria-label="Main">
          <ul className="masthead__places">
            {mine.map(({ href, name }) => (
              <li key={href}>
                <Link href={href} aria-current={isAt(path, href) ? 'page' : undefined}>
                  {name}
                </Link>
              </li>
            ))}
            <li>
              <Link href={helpOn(path)} aria-current={path.startsWith('/help') ? 'page' : undefined}>
                Help
              </Link>
            </li>
          </ul>
        </nav>
      </Masthead>
      {requestIn(path) === undefined ? <PurposeBar session={session} /> : null}
      <main id="main" className="page" tabIndex={-1}>
        {children}
      </main>
      <footer className="colophon">
        <div className="colophon__inner">
          <HealthLight />
          <p>
            Days and times are those of {session.timeZone.replaceAll('_', ' ')}. Muniment keeps every message
            exactly as it came, and can prove it.
          </p>
        </div>
      </footer>
    </>
  );
}

const isAt = (path: string, href: string) =>
  path === href || (href === '/requests' && path.startsWith('/requests/'));

// Somebody whose own role waits has to find the page where counsel-to-be accepts it.
function usePlaces(session: Session): readonly Place[] {
  const { data: grants } = useGrants(!hasRole(session, ...whoDecidesRoles));
  const waits = grants !== undefined && grants.length > 0;
  return places.filter(
    ({ href, roles }) => roles === undefined || hasRole(session, ...roles) || (href === '/grants' && waits),
  );
}
