import type { ReactNode } from 'react';
import { PurposeBar } from '../features/purpose/PurposeBar';
import { Link } from '../shared/address';
import { hasRole, type Session } from '../shared/session';
import { HealthLight } from './HealthLight';
import { Masthead } from './Masthead';
import { places } from './places';
import { WhoIsHere } from './WhoIsHere';

interface FrameProps {
  readonly path: string;
  readonly session: Session;
  readonly children: ReactNode;
}

/** This is what stands around every page of somebody signed in: the places by role, the purpose, the way out. */
export function Frame({ path, session, children }: FrameProps) {
  const mine = places.filter(({ roles }) => roles === undefined || hasRole(session, ...roles));
  return (
    <>
      <a className="usa-skipnav" href="#main">
        Skip to main content
      </a>
      <Masthead city={session.city} demonstration={session.demonstration}>
        <WhoIsHere session={session} />
        <nav aria-label="Main">
          <ul className="masthead__places">
            {mine.map(({ href, name }) => (
              <li key={href}>
                <Link href={href} aria-current={path === href ? 'page' : undefined}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </Masthead>
      <PurposeBar session={session} />
      <main id="main" className="page" tabIndex={-1}>
        {children}
      </main>
      <footer className="colophon">
        <div className="colophon__inner">
          <HealthLight />
          <p>
            Days begin and end in {session.timeZone.replaceAll('_', ' ')}. Muniment keeps every message
            exactly as it came, and can prove it.
          </p>
        </div>
      </footer>
    </>
  );
}
