import type { ReactNode } from 'react';
import { Link } from '../shared/address';
import { Icon } from '../shared/Icon';
import { HealthLight } from './HealthLight';

const places = [
  { href: '/', name: 'Search' },
  { href: '/health', name: 'Archive health' },
  { href: '/help', name: 'Search help' },
];

/** This is what stands around every page: the way past it for keyboards, the name, the places, and the notice. */
export function Frame({ path, children }: { path: string; children: ReactNode }) {
  return (
    <>
      <a className="usa-skipnav" href="#main">
        Skip to main content
      </a>
      <header className="masthead">
        <div className="masthead__inner">
          <Link className="masthead__name" href="/">
            <Emblem />
            <span>
              Muniment <span className="masthead__what">E-mail archive</span>
            </span>
          </Link>
          <nav aria-label="Main">
            <ul className="masthead__places">
              {places.map(({ href, name }) => (
                <li key={href}>
                  <Link href={href} aria-current={path === href ? 'page' : undefined}>
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </header>
      <aside className="local-only" aria-label="Who can use this page">
        <p>
          <Icon name="lock" />
          This page works only on this computer until people and sign-in are set up.
        </p>
      </aside>
      <main id="main" className="page" tabIndex={-1}>
        {children}
      </main>
      <footer className="colophon">
        <div className="colophon__inner">
          <HealthLight />
          <p>Muniment keeps every message exactly as it came, and can prove it.</p>
        </div>
      </footer>
    </>
  );
}

function Emblem() {
  return (
    <svg className="masthead__emblem" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path className="masthead__house" d="M5 27V11L16 4l11 7v16z" />
      <path className="masthead__letter" d="M10 14h12v9H10zm0 0 6 5 6-5" />
    </svg>
  );
}
